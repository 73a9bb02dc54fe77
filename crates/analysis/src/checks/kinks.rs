//! Where a headline figure bends over the range of an input, and what binds on either side.

use crate::{goal::Goal, rerun::Rerun, response::response_curve};
use buildout_model::{Input, Limit, Quarter};
use buildout_scenario::Scenario;

/// A bend.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kink {
    /// The value of the input at which it is.
    pub value: f64,
    /// How the figure goes before it, per unit of the input.
    pub slope_before: f64,
    /// The same after it.
    pub slope_after: f64,
    /// The first quarter in which another limit binds after it than before, with both; none where what binds is the same.
    pub limits: Option<(Quarter, Limit, Limit)>,
}

/// The points of the curve that is looked at.
pub const MOST_KINK_POINTS: usize = 97;
/// A bend this large against the mean steepness of the curve is a kink.
const VISIBLE: f64 = 0.5;

/// The kinks of a figure over the whole range of an input, in the order of its values.
///
/// A kink is where the slope changes by half of the curve's mean steepness or more within two cells of
/// [`MOST_KINK_POINTS`] of its range, and more than next to it.
#[must_use]
pub fn kinks(scenario: &Scenario, quarters: usize, input: Input, goal: Goal) -> Vec<Kink> {
    let curve = response_curve(scenario, quarters, input, goal, MOST_KINK_POINTS);
    let points: Vec<(f64, f64)> =
        curve.iter().filter_map(|point| Some((point.value, point.result?))).collect();
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return vec![] };
    let way: f64 = points.windows(2).filter_map(|pair| Some((pair.get(1)?.1 - pair.first()?.1).abs())).sum();
    let steepness = way / (last.0 - first.0);
    if steepness.is_nan() || steepness <= 0.0 {
        return vec![];
    }
    let slope = |a: &(f64, f64), b: &(f64, f64)| (b.1 - a.1) / (b.0 - a.0);
    let bends: Vec<(f64, f64, f64, f64)> = points
        .windows(3)
        .filter_map(|three| {
            let [a, b, c] = three else { return None };
            let (before, after) = (slope(a, b), slope(b, c));
            Some((b.0, before, after, (after - before).abs() / steepness))
        })
        .collect();
    let size = |place: usize| bends.get(place).map_or(0.0, |bend| bend.3);
    let is_peak = |place: usize| {
        let before = place.checked_sub(1).map_or(0.0, size);
        size(place) >= VISIBLE && size(place) >= before && size(place) > size(place + 1)
    };
    let mut rerun = Rerun::new(scenario, quarters);
    let width = (last.0 - first.0) / (MOST_KINK_POINTS - 1) as f64;
    let mut binding = |value: f64| -> Vec<(Quarter, Limit)> {
        let (_, trajectory) = rerun.with(input, value.clamp(first.0, last.0));
        trajectory.quarters().map(|(quarter, figures)| (quarter, figures.binding_limit())).collect()
    };
    let mut found = Vec::new();
    for (place, (value, before, after, _)) in bends.iter().enumerate() {
        if !is_peak(place) {
            continue;
        }
        let limits = binding(value - width)
            .into_iter()
            .zip(binding(value + width))
            .find(|(before, after)| before.1 != after.1)
            .map(|((quarter, before), (_, after))| (quarter, before, after));
        found.push(Kink { value: *value, slope_before: *before, slope_after: *after, limits });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use buildout_model::MAX_QUARTERS;

    /// More CapEx next year lowers the lowest free cash flow until power binds instead of the budget: that is a kink.
    #[test]
    fn a_budget_that_power_outgrows_has_a_kink() {
        let found = kinks(&Scenario::default(), MAX_QUARTERS, Input::CapexNextYear, Goal::FcfTrough);
        let kink = found.iter().find(|kink| kink.slope_before < -0.2 && kink.slope_after.abs() < 0.1);
        let kink = kink.unwrap_or_else(|| panic!("{found:?}"));
        assert!(kink.limits.is_some(), "{kink:?}");
    }

    #[test]
    fn a_straight_line_has_none() {
        assert_eq!(kinks(&Scenario::default(), MAX_QUARTERS, Input::CashStart, Goal::Fcf2030), []);
        assert_eq!(kinks(&Scenario::default(), MAX_QUARTERS, Input::KwPerTrainium, Goal::Npv), []);
    }
}
