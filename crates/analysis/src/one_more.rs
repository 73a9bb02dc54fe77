//! What a unit more of each limit would bring.

use crate::{goal::quarters_to, rerun::Rerun};
use buildout_model::{Headline, Input, Limit, Trajectory};
use buildout_scenario::Scenario;

/// What loosening a limit would bring by 2030, all else as it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OneMore {
    /// The limit.
    pub limit: Limit,
    /// The input that loosens it.
    pub input: Input,
    /// One unit more of the input, in its unit; the results are for this much.
    pub unit: f64,
    /// The step by which the input was in fact raised. It is smaller near the end of the range, and the results are then
    /// scaled to a unit; 0 where there is no place above, and then there are no results.
    pub step: f64,
    /// Change of AI sales, four times those of 2030Q4, B$ a year; none where the run ends before.
    pub ai_sales_2030: Option<f64>,
    /// Change of trailing-year free cash flow of 2030Q4, B$; none where the run ends before.
    pub fcf_2030: Option<f64>,
}

/// The input that loosens a limit, with one unit of it.
const UNITS: [(Limit, Input, f64); 4] = [
    // GW a year.
    (Limit::Power, Input::PowerAddNextYear, 1.0),
    // GW a year.
    (Limit::Chips, Input::ChipSupply, 1.0),
    // B$; the years after grow from it.
    (Limit::Capital, Input::CapexNextYear, 10.0),
    // B$ a year.
    (Limit::Demand, Input::AiDemandStart, 5.0),
];

/// One unit more of a limit, in the unit of the input that loosens it.
#[must_use]
pub fn unit_of(limit: Limit) -> f64 {
    UNITS.into_iter().find(|(candidate, _, _)| *candidate == limit).map_or(1.0, |(_, _, unit)| unit)
}

/// Smallest step, as a share of a unit, whose result is scaled to a unit: less would enlarge rounding.
const SMALLEST_STEP: f64 = 1e-3;

/// What a unit more of each limit would bring, in the order of [`Limit::ALL`], for runs of `quarters`.
///
/// A limit that does not bind brings next to nothing; one that binds only later, or with another, brings little.
#[must_use]
pub fn one_more(scenario: &Scenario, quarters: usize) -> [OneMore; 4] {
    let quarters = quarters.min(quarters_to(scenario.baseline(), Headline::OUTLOOK_QUARTER));
    let now = in_2030(&scenario.run(quarters));
    let mut rerun = Rerun::new(scenario, quarters);
    UNITS.map(|(limit, input, unit)| {
        let value = scenario.get(input);
        let raised = input.declaration().clamp(value + unit);
        let step = if raised - value > SMALLEST_STEP * unit { raised - value } else { 0.0 };
        let more = (step > 0.0).then(|| in_2030(rerun.with(input, raised).1)).flatten();
        let change = |figure: fn(&In2030) -> f64| {
            let (now, more) = now.as_ref().zip(more.as_ref())?;
            Some((figure(more) - figure(now)) * unit / step)
        };
        OneMore {
            limit,
            input,
            unit,
            step,
            ai_sales_2030: change(|figures| figures.ai_sales),
            fcf_2030: change(|figures| figures.fcf),
        }
    })
}

/// What is compared.
struct In2030 {
    ai_sales: f64,
    fcf: f64,
}

fn in_2030(trajectory: &Trajectory<f64>) -> Option<In2030> {
    let ai_sales = 4.0 * trajectory.at(Headline::OUTLOOK_QUARTER)?.ai_revenue;
    Some(In2030 { ai_sales, fcf: trajectory.fcf_2030()? })
}
