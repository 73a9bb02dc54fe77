//! Plans: the CapEx budget and the power plan, laid out before the first quarter.

use crate::{
    MAX_QUARTERS, calendar::Quarter, fixed::PLAN_WEIGHTS, history::History, input::Inputs, number::Number,
    stock::Life,
};

/// Facilities are ordered at most eight quarters ahead, and a fraction of a quarter looks one further.
const LOOK_AHEAD: usize = 9;
const PLANNED: usize = MAX_QUARTERS + LOOK_AHEAD;

/// CapEx budget, B$ a quarter.
pub(crate) fn capex_budget<N: Number>(inputs: &Inputs<N>, history: &History<N>) -> [N; MAX_QUARTERS] {
    let first = history.end().plus(1);
    let this_year = history.quarters().filter(|(quarter, _)| quarter.year() == first.year());
    let reported = this_year.fold(N::of(0.0), |sum, (_, reported)| sum + reported.capex);
    let weights_left: f64 = PLAN_WEIGHTS.iter().skip(usize::from(first.quarter()) - 1).sum();
    let left_this_year = (inputs.capex_this_year - reported).or_zero() / weights_left;

    let mut plan = [N::of(0.0); MAX_QUARTERS];
    let mut quarter = first;
    let mut year_total = left_this_year;
    for (place, planned) in plan.iter_mut().enumerate() {
        if quarter.quarter() == 1 && quarter > first {
            year_total = match quarter.year() - first.year() {
                1 => inputs.capex_next_year,
                2 | 3 => year_total * (inputs.capex_growth + 1.0),
                _ => year_total * (inputs.capex_growth_later + 1.0),
            };
        }
        year_total = year_total.named_at("capex_year", place);
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
        let growth = (inputs.power_add_growth + 1.0).fourth_root().named("power_plan_growth");
        let mut planned = [N::of(0.0); PLANNED];
        let mut quarter = first;
        let mut later = inputs.power_add_next_year / 4.0;
        for (place, slot) in planned.iter_mut().enumerate() {
            if quarter.year() == first.year() {
                *slot = inputs.power_add_this_year.named_at("power_plan", place);
            } else {
                *slot = later.named_at("power_plan", place);
                later = later * growth;
            }
            quarter = quarter.plus(1);
        }
        Self { planned, lead: Life::quarters("lead", inputs.facility_lead) }
    }

    /// Power planned in the quarter at `place`.
    pub(crate) fn at(&self, place: usize) -> N {
        self.planned.get(place).copied().unwrap_or(N::of(0.0))
    }

    /// Power whose facilities are to be ordered in the quarter at `place`, because it is planned a lead time later.
    pub(crate) fn to_order(&self, place: usize) -> N {
        let Life { whole, fraction, .. } = self.lead;
        let ahead = self.planned.get(place..=place + LOOK_AHEAD).unwrap_or_default();
        fraction.rest() * N::pick(ahead, whole) + fraction * N::pick(ahead, whole + 1.0)
    }

    /// The lead time.
    pub(crate) fn lead(&self) -> Life<N> {
        self.lead
    }
}
