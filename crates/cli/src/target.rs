//! The figure that an analysis is about.

use crate::failure::Failure;
use buildout_analysis::{Goal, Target};
use buildout_scenario::Scenario;

/// Checks that a run of `quarters` has the figure. A rate of return may be missing from one run and not from another, so
/// it passes.
pub(crate) fn check_reached(target: Target, scenario: &Scenario, quarters: usize) -> Result<(), Failure> {
    let trajectory = scenario.run(quarters);
    if target == Target::Headline(Goal::Irr) || target.read(scenario.inputs(), &trajectory).is_some() {
        return Ok(());
    }
    let first = scenario.baseline().first_quarter();
    let last = trajectory.quarters().next_back().map_or(first, |(quarter, _)| quarter);
    Err(Failure::NotReached { target, first, last })
}
