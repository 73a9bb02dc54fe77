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

/// A quarter in the life of a gigawatt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GigawattQuarter {
    /// Years after the start.
    pub years: f64,
    /// Share that is ready to sell.
    pub ready: f64,
    /// What a B$ of raw capacity sells for, by its mix of services.
    pub service: f64,
    /// Price of what it sells against the day on which it was bought.
    pub price: f64,
    /// Sales, B$.
    pub sales: f64,
    /// People and everything else that goes with sales, B$.
    pub people: f64,
    /// Electricity, B$.
    pub energy: f64,
    /// Running its site, B$.
    pub site: f64,
    /// What is left, B$.
    pub flow: f64,
}

/// A gigawatt from its purchase to its last quarter: what [`Gigawatt`] sums up.
#[derive(Clone, Debug, PartialEq)]
pub struct GigawattLife {
    /// The kind of chip.
    pub kind: ChipKind,
    /// Cost of servers and network, B$.
    pub chips: f64,
    /// Cost of its shell, power and cooling, B$.
    pub facility: f64,
    /// Earnings of a year at list price when all is sold, B$.
    pub earns: f64,
    /// Every quarter in which it earns.
    pub quarters: Vec<GigawattQuarter>,
    /// What its facility is still worth in the last of them, B$.
    pub left_over: f64,
}

impl GigawattLife {
    /// A gigawatt of `kind`, bought `years_ahead` after the start.
    #[must_use]
    pub fn of(inputs: &Inputs<f64>, kind: ChipKind, years_ahead: f64) -> Self {
        let bought = Chips::at(inputs, Drift::after(inputs, years_ahead));
        let (chips, earns) = match kind {
            ChipKind::Gpu => (bought.gpu_cost, bought.gpu_earns),
            ChipKind::Trainium => (bought.trainium_cost, bought.trainium_earns),
        };
        let facility_drift = Number::powf(1.0 + inputs.facility_cost_drift, years_ahead);
        let facility = facility_price_per_it(inputs, inputs.facility_cost * facility_drift);
        let price_kept = 1.0 - price_decay(inputs);
        let count = Number::floor(4.0 * inputs.chip_life_economic + 0.5) as usize;
        let (mut ready, mut spot_price) = (0.0, 1.0);
        let quarter = |quarter: usize| {
            let years = years_ahead + quarter as f64 / 4.0;
            ready += (1.0 - ready) / (1.0 + inputs.ramp);
            let service = Services::after(inputs, years).service;
            let price = inputs.contract_share + (1.0 - inputs.contract_share) * spot_price;
            spot_price *= price_kept;
            let sales = earns * price * ready * service * inputs.utilisation / 4.0;
            let lean = Number::powf(1.0 - inputs.opex_leverage, years);
            let energy = tariff(inputs, Number::powf(1.0 + inputs.electricity_growth, years));
            let (people, site) = (sales * (inputs.ai_opex * lean), inputs.site_opex / 4.0);
            let flow = sales * (1.0 - inputs.ai_opex * lean) - energy - site;
            GigawattQuarter { years, ready, service, price, sales, people, energy, site, flow }
        };
        let quarters = (1..=count).map(quarter).collect();
        let left_over = facility * (1.0 - count as f64 / (4.0 * inputs.facility_life)).max(0.0);
        Self { kind, chips, facility, earns, quarters, left_over }
    }

    /// What is paid first and what flows back, quarter by quarter, B$; the last one with what is left over.
    #[must_use]
    pub fn flows(&self) -> Vec<f64> {
        let paid = -(self.chips + self.facility);
        let mut flows: Vec<f64> =
            core::iter::once(paid).chain(self.quarters.iter().map(|quarter| quarter.flow)).collect();
        if let Some(last) = flows.last_mut() {
            *last += self.left_over;
        }
        flows
    }
}

/// A gigawatt of `kind`, bought `years_ahead` after the start.
#[must_use]
pub fn gigawatt(inputs: &Inputs<f64>, kind: ChipKind, years_ahead: f64) -> Gigawatt {
    let life = GigawattLife::of(inputs, kind, years_ahead);
    let flows = life.flows();
    let totals = flows.iter().scan(0.0, |total, flow| {
        *total += flow;
        Some(*total)
    });
    let payback = totals.enumerate().find(|(_, total)| *total >= 0.0);
    Gigawatt {
        kind,
        chips: life.chips,
        facility: life.facility,
        first_year: life.quarters.iter().take(4).map(|quarter| quarter.flow).sum(),
        irr: discounting::irr(flows.iter().copied()),
        payback_years: payback.map(|(quarter, _)| quarter as f64 / 4.0),
    }
}
