//! A headline figure over the whole range of an input.

use crate::{goal::Goal, rerun::Rerun};
use buildout_model::Input;
use buildout_scenario::Scenario;

/// A point of a response curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ResponsePoint {
    /// Value of the input, in its unit.
    pub value: f64,
    /// The goal at that value, in its unit; none where there is no such figure.
    pub result: Option<f64>,
}

/// Points nearer than this share of the range to the scenario's or the base value give way to it.
const SAME_POINT: f64 = 1e-9;

/// How `goal` changes over the whole range of `input`, all else as it stands in `scenario`, for runs of `quarters`.
///
/// `count` values are spread evenly, both ends included; the scenario's own value and the base value are added, so that
/// the curve passes exactly through where the reader stands and where they came from. In rising order, none twice.
#[must_use]
pub fn response_curve(
    scenario: &Scenario,
    quarters: usize,
    input: Input,
    goal: Goal,
    count: usize,
) -> Vec<ResponsePoint> {
    let mut rerun = Rerun::new(scenario, goal.quarters_needed(scenario.baseline(), quarters));
    values(scenario, input, count)
        .into_iter()
        .map(|value| {
            let (inputs, trajectory) = rerun.with(input, value);
            ResponsePoint { value, result: goal.read(inputs, trajectory) }
        })
        .collect()
}

fn values(scenario: &Scenario, input: Input, count: usize) -> Vec<f64> {
    let declaration = input.declaration();
    let range = declaration.max - declaration.min;
    let exact = [scenario.get(input), scenario.base_of(input)];
    let last = count.saturating_sub(1).max(1) as f64;
    let mut values: Vec<f64> = (0..count)
        .map(|place| place as f64 / last)
        .map(|share| declaration.clamp(declaration.min * (1.0 - share) + declaration.max * share))
        .filter(|value| exact.iter().all(|exact| (value - exact).abs() > SAME_POINT * range))
        .chain(exact)
        .collect();
    values.sort_by(f64::total_cmp);
    values.dedup();
    values
}
