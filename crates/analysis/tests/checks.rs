//! Every input does to every headline figure what `data/expectations.csv` says, in every base case and preset.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_analysis::{Expected, Goal, check_cases, ends, expectations};
use buildout_model::MAX_QUARTERS;

#[test]
fn every_input_does_what_is_expected_of_it() {
    let cases = check_cases();
    let mut wrong = Vec::new();
    for expectation in expectations() {
        let found: Vec<_> =
            cases.iter().map(|case| ends(&case.scenario, MAX_QUARTERS, expectation.input)).collect();
        for (place, goal) in Goal::ALL.into_iter().enumerate() {
            let expected = expectation.of(goal);
            let (input, goal) = (expectation.input, goal.id());
            for (case, of_goals) in cases.iter().zip(&found) {
                if !expected.allows(&of_goals[place]) {
                    let baseline = case.scenario.baseline();
                    wrong.push(format!(
                        "{input} on {goal} is {:?}, not {expected:?}, in {baseline} {:?}",
                        of_goals[place], case.preset
                    ));
                }
            }
            let goes_up = found.iter().any(|of_goals| of_goals[place].goes_up());
            let goes_down = found.iter().any(|of_goals| of_goals[place].goes_down());
            // What is expected must be seen somewhere, and of what depends both cases.
            let is_seen = match expected {
                Expected::Up => goes_up,
                Expected::Down => goes_down,
                Expected::Nothing => true,
                Expected::Depends => goes_up && goes_down,
            };
            if !is_seen {
                wrong.push(format!("{input} on {goal} is nowhere {expected:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n"));
}
