//! One gigawatt of IT by kind of chip, bought once and run until it no longer earns.

use crate::{
    discounting,
    input::Inputs,
    number::Number,
    step::{
        aws_income::tariff,
        chips::{Chips, Drift},
        fleet::price_decay,
        services::Services,
        shells::facility_price_per_it,
    },
};

/// Years after the start at which the gigawatt is bought unless told otherwise.
pub const YEARS_AHEAD: f64 = 1.0;

/// A kind of AI chip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChipKind {
    /// Nvidia.
    Gpu,
    /// Amazon's own.
    Trainium,
}

impl ChipKind {
    /// The name used in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            ChipKind::Gpu => "gpu",
            ChipKind::Trainium => "trainium",
        }
    }
}

/// The economics of a gigawatt, before tax, at list prices.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gigawatt {
    /// The kind of chip.
    pub kind: ChipKind,
    /// Cost of servers and network, B$.
    pub chips: f64,
    /// Cost of its shell, power and cooling, B$.
    pub facility: f64,
    /// Earnings of the first four quarters, B$.
    pub first_year: f64,
    /// Yearly internal rate of return.
    pub irr: Option<f64>,
    /// Years until the running total is back at 0.
    pub payback_years: Option<f64>,
}

/// A gigawatt of `kind`, bought `years_ahead` after the start.
#[must_use]
pub fn gigawatt(inputs: &Inputs<f64>, kind: ChipKind, years_ahead: f64) -> Gigawatt {
    let bought = Chips::at(inputs, Drift::after(inputs, years_ahead));
    let (chips, earns) = match kind {
        ChipKind::Gpu => (bought.gpu_cost, bought.gpu_earns),
        ChipKind::Trainium => (bought.trainium_cost, bought.trainium_earns),
    };
    let facility_drift = Number::powf(1.0 + inputs.facility_cost_drift, years_ahead);
    let facility = facility_price_per_it(inputs, inputs.facility_cost * facility_drift);
    let price_kept = 1.0 - price_decay(inputs);

    let quarters = Number::floor(4.0 * inputs.chip_life_economic + 0.5) as usize;
    let mut flows = Vec::with_capacity(quarters + 1);
    flows.push(-(chips + facility));
    let (mut ready, mut spot_price) = (0.0, 1.0);
    for quarter in 1..=quarters {
        let when = years_ahead + quarter as f64 / 4.0;
        ready += (1.0 - ready) / (1.0 + inputs.ramp);
        let service = Services::after(inputs, when).service;
        let price = inputs.contract_share + (1.0 - inputs.contract_share) * spot_price;
        spot_price *= price_kept;
        let sales = earns * price * ready * service * inputs.utilisation / 4.0;
        let lean = Number::powf(1.0 - inputs.opex_leverage, when);
        let tariff = tariff(inputs, Number::powf(1.0 + inputs.electricity_growth, when));
        flows.push(sales * (1.0 - inputs.ai_opex * lean) - tariff - inputs.site_opex / 4.0);
    }
    let first_year = flows.iter().skip(1).take(4).sum();
    if let Some(last) = flows.last_mut() {
        *last += facility * (1.0 - quarters as f64 / (4.0 * inputs.facility_life)).max(0.0);
    }

    let totals = flows.iter().scan(0.0, |total, flow| {
        *total += flow;
        Some(*total)
    });
    let payback = totals.enumerate().find(|(_, total)| *total >= 0.0);
    Gigawatt {
        kind,
        chips,
        facility,
        first_year,
        irr: discounting::irr(flows.iter().copied()),
        payback_years: payback.map(|(quarter, _)| quarter as f64 / 4.0),
    }
}
