//! The levers beside an embedded chart.

use buildout_model::{Input, Level};
use buildout_scenario::Scenario;

/// How many stand beside a chart.
const SHOWN: usize = 3;

/// The levers that a reader meets first.
pub const MAIN_LEVERS: [Input; 3] = [Input::CapexNextYear, Input::PowerAddNextYear, Input::TrainiumMix];

/// The levers beside an embedded chart: what its scenario changes, primary inputs before others, filled up with those that a
/// reader meets first.
#[must_use]
pub fn embedded_levers(scenario: &Scenario) -> Vec<Input> {
    let is_primary = |input: &Input| input.declaration().level == Level::Primary;
    let (primary, other): (Vec<_>, Vec<_>) =
        scenario.changes().map(|change| change.input).partition(is_primary);
    let mut levers: Vec<Input> = vec![];
    for input in primary.into_iter().chain(other).chain(MAIN_LEVERS) {
        if levers.len() < SHOWN && !levers.contains(&input) {
            levers.push(input);
        }
    }
    levers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_changed_comes_first_and_the_rest_is_filled_up() {
        let mut scenario = Scenario::default();
        assert_eq!(embedded_levers(&scenario), MAIN_LEVERS);
        scenario.set(Input::TrainiumMix, 0.9).unwrap();
        assert_eq!(
            embedded_levers(&scenario),
            [Input::TrainiumMix, Input::CapexNextYear, Input::PowerAddNextYear]
        );
        for input in Input::ALL {
            let declaration = input.declaration();
            scenario.set(input, declaration.clamp(declaration.max)).unwrap();
        }
        let levers = embedded_levers(&scenario);
        assert_eq!(levers.len(), SHOWN);
        assert!(levers.iter().all(|input| input.declaration().level == Level::Primary));
    }
}
