//! What one unit more of the tightest limit would bring, quarter by quarter.

use crate::one_more::unit_of;
use buildout_model::{Limit, Quarter, Relief, Trajectory};
use buildout_scenario::Scenario;

/// Quarters over which what comes of a relief is counted: that quarter and the three after it.
pub const RELIEF_QUARTERS: usize = 4;

/// What loosening the tightest limit of a quarter would bring, all inputs as they stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OneMoreNow {
    /// The quarter.
    pub quarter: Quarter,
    /// Its tightest limit.
    pub limit: Limit,
    /// One unit more of it: GW of room for IT from then on, GW of chips in that quarter, B$ of budget in that quarter, or B$
    /// a year of AI demand from then on.
    pub unit: f64,
    /// AI IT power in service at the end of the quarter, GW more.
    pub ai_it: f64,
    /// AI sales of [`RELIEF_QUARTERS`] quarters from it on, B$ more; none where the run ends before.
    pub ai_sales: Option<f64>,
    /// The tightest limit with the unit more.
    pub then: Limit,
}

/// What one unit more of the tightest limit would bring in each quarter of a run of `quarters`.
///
/// One run for each quarter, only as far as it is looked at: about half a millisecond for a full run.
#[must_use]
pub fn one_more_now(scenario: &Scenario, quarters: usize) -> Vec<OneMoreNow> {
    let run = scenario.run(quarters);
    let mut relieved = scenario.run(0);
    let mut rows = Vec::with_capacity(run.figures().len());
    for (place, (quarter, figures)) in run.quarters().enumerate() {
        let limit = figures.binding_limit();
        let unit = unit_of(limit);
        let relief = Relief { limit, place, amount: unit };
        let looked_at = (place + RELIEF_QUARTERS).min(run.figures().len());
        relieved.rerun_relieved(scenario.baseline(), scenario.inputs(), looked_at, Some(relief));
        let Some(more) = relieved.figures().get(place) else { continue };
        let sales = |trajectory: &Trajectory<f64>| {
            let year = trajectory.figures().get(place..place + RELIEF_QUARTERS)?;
            Some(year.iter().map(|figures| figures.ai_revenue).sum::<f64>())
        };
        rows.push(OneMoreNow {
            quarter,
            limit,
            unit,
            ai_it: more.ai_it - figures.ai_it,
            ai_sales: sales(&relieved).zip(sales(&run)).map(|(more, now)| more - now),
            then: more.binding_limit(),
        });
    }
    rows
}
