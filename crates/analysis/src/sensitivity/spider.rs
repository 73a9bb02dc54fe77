//! A figure over several inputs at once, each from one end of its range to the other.

use crate::{rerun::Rerun, target::Target};
use buildout_model::Input;
use buildout_scenario::Scenario;

/// A figure over the range of an input.
#[derive(Clone, Debug, PartialEq)]
pub struct SpiderLine {
    /// The input.
    pub input: Input,
    /// Where the scenario stands within the range: 0 at its lower end, 1 at its upper, beyond both if it is outside.
    pub now: f64,
    /// The figure at evenly spread shares of the range, both ends included; none where there is no such figure.
    pub points: Vec<Option<f64>>,
}

/// `target` over the ranges of several inputs, each moved alone, at `count` values of each, for runs of `quarters`.
#[must_use]
pub fn spider(
    scenario: &Scenario,
    quarters: usize,
    target: Target,
    ranges: &[(Input, f64, f64)],
    count: usize,
) -> Vec<SpiderLine> {
    let mut rerun = Rerun::new(scenario, target.quarters_needed(scenario.baseline(), quarters));
    let last = count.saturating_sub(1).max(1) as f64;
    let mut line = |&(input, low, high): &(Input, f64, f64)| {
        let mut point = |place: usize| {
            let share = place as f64 / last;
            let (inputs, trajectory) = rerun.with(input, low * (1.0 - share) + high * share);
            target.read(inputs, trajectory)
        };
        let points = (0..count).map(&mut point).collect();
        let width = high - low;
        let now = if width > 0.0 { (scenario.get(input) - low) / width } else { 0.5 };
        SpiderLine { input, now, points }
    };
    ranges.iter().map(&mut line).collect()
}
