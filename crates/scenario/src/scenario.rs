//! A scenario: a baseline and what differs from its base values.

use buildout_model::{Baseline, Headline, Input, InputError, Inputs, Trajectory};

/// A baseline with a value for every input, all within their ranges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scenario {
    baseline: Baseline,
    inputs: Inputs<f64>,
}

/// An input that differs from its base value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The input.
    pub input: Input,
    /// Its base value in the scenario's baseline.
    pub base: f64,
    /// Its value in the scenario.
    pub value: f64,
}

impl Default for Scenario {
    fn default() -> Self {
        Self::base(Baseline::default())
    }
}

impl Scenario {
    /// A baseline as it stands.
    #[must_use]
    pub fn base(baseline: Baseline) -> Self {
        Self { baseline, inputs: Inputs::base(baseline) }
    }

    /// The baseline.
    #[must_use]
    pub fn baseline(&self) -> Baseline {
        self.baseline
    }

    /// The value of every input.
    #[must_use]
    pub fn inputs(&self) -> &Inputs<f64> {
        &self.inputs
    }

    /// The value of an input.
    #[must_use]
    pub fn get(&self, input: Input) -> f64 {
        self.inputs.get(input)
    }

    /// The base value of an input in this baseline.
    #[must_use]
    pub fn base_of(&self, input: Input) -> f64 {
        input.declaration().base(self.baseline)
    }

    /// Sets an input.
    ///
    /// # Errors
    /// [`InputError::OutOfRange`] for NaN and values outside the range; the scenario stays as it was.
    pub fn set(&mut self, input: Input, value: f64) -> Result<(), InputError> {
        // Minus zero is zero: equal scenarios have the same link.
        self.inputs.set(input, value + 0.0)
    }

    /// Puts an input back to its base value.
    pub fn reset(&mut self, input: Input) {
        self.inputs.put(input, self.base_of(input));
    }

    /// Whether an input differs from its base value.
    #[must_use]
    pub fn is_changed(&self, input: Input) -> bool {
        self.get(input) != self.base_of(input)
    }

    /// What differs from the base values, in registry order.
    pub fn changes(&self) -> impl Iterator<Item = Change> + '_ {
        Input::ALL.into_iter().filter(|input| self.is_changed(*input)).map(|input| Change {
            input,
            base: self.base_of(input),
            value: self.get(input),
        })
    }

    /// The same changes on another baseline: what was changed keeps its value, the rest takes the new base.
    #[must_use]
    pub fn rebased(&self, baseline: Baseline) -> Self {
        let mut rebased = Self::base(baseline);
        for change in self.changes() {
            rebased.inputs.put(change.input, change.value);
        }
        rebased
    }

    /// Runs the scenario.
    #[must_use]
    pub fn run(&self, quarters: usize) -> Trajectory<f64> {
        Trajectory::of(self.baseline, &self.inputs, quarters)
    }

    /// The headline of a run of this scenario; none without quarters.
    #[must_use]
    pub fn headline(&self, trajectory: &Trajectory<f64>) -> Option<Headline> {
        Headline::of(&self.inputs, trajectory)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_survives_another_baseline_and_the_rest_follows_it() {
        let [first, second] = Baseline::ALL;
        let mut scenario = Scenario::base(first);
        scenario.set(Input::PowerSlip, 2.0).unwrap();
        let rebased = scenario.rebased(second);
        assert_eq!(rebased.get(Input::PowerSlip), 2.0);
        assert_eq!(rebased.get(Input::CapexNextYear), Scenario::base(second).get(Input::CapexNextYear));
        assert_eq!(rebased.changes().count(), 1);
    }

    #[test]
    fn reset_takes_a_change_back() {
        let mut scenario = Scenario::default();
        scenario.set(Input::TrainiumMix, 0.9).unwrap();
        assert!(scenario.is_changed(Input::TrainiumMix));
        scenario.reset(Input::TrainiumMix);
        assert_eq!(scenario, Scenario::default());
    }
}
