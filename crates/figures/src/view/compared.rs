//! Two scenarios side by side.

use buildout_model::Input;
use buildout_scenario::Scenario;

/// An input in which two scenarios differ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChangedInput {
    /// The input.
    pub input: Input,
    /// Its value in the scenario.
    pub value: f64,
    /// Its value in the other one.
    pub other: f64,
}

/// Every input in which two scenarios differ, in registry order.
#[must_use]
pub fn changed_inputs(scenario: &Scenario, other: &Scenario) -> Vec<ChangedInput> {
    let changed = |input: Input| {
        let (value, other) = (scenario.get(input), other.get(input));
        (value != other).then_some(ChangedInput { input, value, other })
    };
    Input::ALL.into_iter().filter_map(changed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_listed() {
        let base = Scenario::default();
        let mut changed = base;
        changed.set(Input::TrainiumMix, 0.9).unwrap();
        let listed = changed_inputs(&changed, &base);
        assert_eq!(listed, [ChangedInput { input: Input::TrainiumMix, value: 0.9, other: 0.6 }]);
        assert!(changed_inputs(&base, &base).is_empty());
    }
}
