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
/// the curve passes exactly through where the reader stands and where they came from. Where the curve bends between
/// two values, up to eight more are added, at the kink itself if there is one, so that no corner is cut. In rising order, none twice.
#[must_use]
pub fn response_curve(
    scenario: &Scenario,
    quarters: usize,
    input: Input,
    goal: Goal,
    count: usize,
) -> Vec<ResponsePoint> {
    let mut rerun = Rerun::new(scenario, goal.quarters_needed(scenario.baseline(), quarters));
    let mut point = |value| {
        let (inputs, trajectory) = rerun.with(input, value);
        ResponsePoint { value, result: goal.read(inputs, trajectory) }
    };
    let mut points: Vec<_> = values(scenario, input, count).into_iter().map(&mut point).collect();
    for _ in 0..MOST_ADDED {
        let Some((place, value)) = sharpest(&points) else { break };
        points.insert(place, point(value));
    }
    points
}

/// The most points that are added where a curve breaks, as each costs a run while a lever moves.
const MOST_ADDED: usize = 8;
/// How far a point has to be off the straight line between its neighbours, as a share of the curve's span, for a bend to be
/// seen.
const VISIBLE: f64 = 0.01;
/// The narrowest cell that is cut, as a share of the range.
const NARROWEST: f64 = 1.0 / 400.0;

/// Where the curve bends most between two points, as the place to insert at and the value to run: where the lines of the cells on
/// either side meet, which is the kink itself if there is one, else in the middle. None where no bend can be seen.
fn sharpest(points: &[ResponsePoint]) -> Option<(usize, f64)> {
    let results = || points.iter().filter_map(|point| point.result);
    let low = results().fold(f64::INFINITY, f64::min);
    let span = results().fold(f64::NEG_INFINITY, f64::max) - low;
    let range = points.last()?.value - points.first()?.value;
    let point = |place: Option<usize>| points.get(place?);
    // How far a point is off the line between its neighbours.
    let bend = |place: usize| {
        let [a, b, c] = [point(place.checked_sub(1))?, point(Some(place))?, point(Some(place + 1))?];
        let share = (b.value - a.value) / (c.value - a.value);
        Some((a.result? * (1.0 - share) + c.result? * share - b.result?).abs())
    };
    let cell = |after: usize| {
        let [b, c] = [point(after.checked_sub(1))?, point(Some(after))?];
        let width = c.value - b.value;
        let bend = bend(after - 1).unwrap_or(0.0).max(bend(after).unwrap_or(0.0));
        (width > NARROWEST * range && bend > VISIBLE * span).then_some((bend, after))
    };
    let (_, after) = (1..points.len()).filter_map(cell).max_by(|a, b| a.0.total_cmp(&b.0))?;
    let [b, c] = [point(after.checked_sub(1))?, point(Some(after))?];
    let meeting = || {
        let [a, d] = [point(after.checked_sub(2))?, point(Some(after + 1))?];
        let (yb, yc) = (b.result?, c.result?);
        let (left, right) = ((yb - a.result?) / (b.value - a.value), (d.result? - yc) / (d.value - c.value));
        let at = (yc - yb + left * b.value - right * c.value) / (left - right);
        let share = (at - b.value) / (c.value - b.value);
        (0.05..0.95).contains(&share).then_some(at)
    };
    Some((after, meeting().unwrap_or((b.value + c.value) / 2.0)))
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
