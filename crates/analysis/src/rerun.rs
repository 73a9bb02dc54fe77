//! Runs of a scenario with one or more inputs moved, in one memory.

use buildout_model::{Baseline, Input, Inputs, Trajectory};
use buildout_scenario::Scenario;

/// A scenario to run again and again.
pub(crate) struct Rerun {
    baseline: Baseline,
    as_it_stands: Inputs<f64>,
    moved: Inputs<f64>,
    quarters: usize,
    trajectory: Trajectory<f64>,
}

impl Rerun {
    pub(crate) fn new(scenario: &Scenario, quarters: usize) -> Self {
        Self {
            baseline: scenario.baseline(),
            as_it_stands: *scenario.inputs(),
            moved: *scenario.inputs(),
            quarters,
            trajectory: Trajectory::of(scenario.baseline(), scenario.inputs(), 0),
        }
    }

    /// Runs the scenario with `input` at `value`, limited to its range.
    pub(crate) fn with(&mut self, input: Input, value: f64) -> (&Inputs<f64>, &Trajectory<f64>) {
        self.with_each(&[(input, value)])
    }

    /// Runs the scenario with each input at its value, limited to its range.
    pub(crate) fn with_each(&mut self, values: &[(Input, f64)]) -> (&Inputs<f64>, &Trajectory<f64>) {
        self.moved = self.as_it_stands;
        for (input, value) in values {
            self.moved.put(*input, input.declaration().clamp(*value));
        }
        self.trajectory.rerun(self.baseline, &self.moved, self.quarters);
        (&self.moved, &self.trajectory)
    }
}
