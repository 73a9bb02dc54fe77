//! Plans: the CapEx budget and the power plan, laid out before the first quarter.

use crate::{
    MAX_QUARTERS,
    baseline::{Baseline, REPORTED},
    calendar::Quarter,
    fixed::PLAN_WEIGHTS,
    input::Inputs,
    number::Number,
    stock::Life,
};

/// Facilities are ordered at most eight quarters ahead, and a fraction of a quarter looks one further.
const LOOK_AHEAD: usize = 9;
const PLANNED: usize = MAX_QUARTERS + LOOK_AHEAD;

/// CapEx budget, B$ a quarter.
pub(crate) fn capex_budget<N: Number>(inputs: &Inputs<N>, baseline: Baseline) -> [N; MAX_QUARTERS] {
    let first = baseline.first_quarter();
    let reported: f64 = REPORTED
        .iter()
        .filter(|reported| reported.quarter.year() == first.year() && reported.quarter < first)
        .map(|reported| reported.capex)
        .sum();
    let weights_left: f64 = PLAN_WEIGHTS.iter().skip(usize::from(first.quarter()) - 1).sum();
    let left_this_year = (inputs.capex_this_year - reported).or_zero() / weights_left;

    let mut plan = [N::of(0.0); MAX_QUARTERS];
    let mut quarter = first;
    let mut year_total = left_this_year;
    for planned in &mut plan {
        if quarter.quarter() == 1 && quarter > first {
            year_total = match quarter.year() - first.year() {
                1 => inputs.capex_next_year,
                2 | 3 => year_total * (inputs.capex_growth + 1.0),
                _ => year_total * (inputs.capex_growth_later + 1.0),
            };
        }
        *planned = year_total * quarter.of_season(&PLAN_WEIGHTS);
        quarter = quarter.plus(1);
    }
    plan
}

/// The power plan, GW a quarter; it goes on past the run, because facilities lead power.
pub(crate) struct PowerPlan<N> {
    planned: [N; PLANNED],
    lead: Life<N>,
}

impl<N: Number> PowerPlan<N> {
    pub(crate) fn new(inputs: &Inputs<N>, first: Quarter) -> Self {
        let growth = (inputs.power_add_growth + 1.0).fourth_root();
        let mut planned = [N::of(0.0); PLANNED];
        let mut quarter = first;
        let mut later = inputs.power_add_next_year / 4.0;
        for slot in &mut planned {
            if quarter.year() == first.year() {
                *slot = inputs.power_add_this_year;
            } else {
                *slot = later;
                later = later * growth;
            }
            quarter = quarter.plus(1);
        }
        Self { planned, lead: Life::quarters(inputs.facility_lead) }
    }

    /// Power planned in quarter `t`.
    pub(crate) fn at(&self, t: N) -> N {
        N::pick(&self.planned, t)
    }

    /// Power whose facilities are to be ordered in quarter `t`, because it is planned a lead time later.
    pub(crate) fn to_order(&self, t: N) -> N {
        let Life { whole, fraction, .. } = self.lead;
        fraction.rest() * self.at(t + whole) + fraction * self.at(t + whole + 1.0)
    }

    /// The lead time.
    pub(crate) fn lead(&self) -> Life<N> {
        self.lead
    }
}
