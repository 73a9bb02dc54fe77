//! Model checks: what every input is expected to do to every headline figure, and whether it does.
//!
//! `data/expectations.csv` states a direction for each pair. It is checked where the model is used: at both ends of the
//! input's range, in every base case and every preset. Where the direction depends on what binds, that is stated, and both
//! cases must exist.

mod expectation;
mod kinks;

pub use expectation::{Expectation, Expected, expectations};
pub use kinks::{Kink, MOST_KINK_POINTS, kinks};

use crate::{goal::Goal, rerun::Rerun};
use buildout_model::{Baseline, Input};
use buildout_scenario::{PRESETS, Scenario};

/// A scenario in which the model is checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CheckCase {
    /// The preset, or none for the base case of the scenario's baseline.
    pub preset: Option<&'static str>,
    /// The scenario.
    pub scenario: Scenario,
}

/// Every scenario in which the model is checked: the base cases, then the presets that change something.
#[must_use]
pub fn check_cases() -> Vec<CheckCase> {
    let bases = Baseline::ALL.map(|baseline| CheckCase { preset: None, scenario: Scenario::base(baseline) });
    let presets =
        PRESETS.iter().map(|preset| CheckCase { preset: Some(preset.id), scenario: preset.scenario() });
    let changed = presets.filter(|case| case.scenario.changes().next().is_some());
    bases.into_iter().chain(changed).collect()
}

/// A figure where an input stands and at both ends of its range, all else as it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ends {
    /// At the lowest value allowed.
    pub at_min: Option<f64>,
    /// As it stands.
    pub now: Option<f64>,
    /// At the highest value allowed.
    pub at_max: Option<f64>,
}

/// Less than this share of a figure, or of 1, is rounding, not a move.
const ROUNDING: f64 = 1e-9;

/// Which way a figure goes from one value to another; 0 where either is missing.
fn step(from: Option<f64>, to: Option<f64>) -> i8 {
    match (from, to) {
        (Some(from), Some(to)) if (to - from).abs() > ROUNDING * from.abs().max(1.0) => {
            if to > from {
                1
            } else {
                -1
            }
        }
        _ => 0,
    }
}

impl Ends {
    /// Which way it goes up to where the input stands, and from there on, as the input rises: 1, 0 or −1.
    #[must_use]
    pub fn steps(&self) -> [i8; 2] {
        [step(self.at_min, self.now), step(self.now, self.at_max)]
    }

    /// Whether raising the input raises it somewhere.
    #[must_use]
    pub fn goes_up(&self) -> bool {
        self.steps().contains(&1)
    }

    /// Whether raising the input lowers it somewhere.
    #[must_use]
    pub fn goes_down(&self) -> bool {
        self.steps().contains(&-1)
    }
}

/// The headline figures where an input stands and at both ends of its range, in the order of [`Goal::ALL`].
///
/// ```
/// use buildout_analysis::{Goal, ends};
/// use buildout_model::{Input, MAX_QUARTERS};
/// use buildout_scenario::Scenario;
///
/// let of_goals = ends(&Scenario::default(), MAX_QUARTERS, Input::GpuCost);
/// let npv = Goal::ALL.into_iter().zip(of_goals).find(|(goal, _)| *goal == Goal::Npv).ok_or("no such goal")?.1;
/// assert!(npv.goes_down() && !npv.goes_up(), "dearer chips are worth less");
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn ends(scenario: &Scenario, quarters: usize, input: Input) -> [Ends; Goal::ALL.len()] {
    let declared = input.declaration();
    let mut rerun = Rerun::new(scenario, quarters);
    let mut at = |value| {
        let (inputs, trajectory) = rerun.with(input, value);
        Goal::ALL.map(|goal| goal.read(inputs, trajectory))
    };
    let [low, now, high] = [declared.min, scenario.get(input), declared.max].map(&mut at);
    let mut place = 0;
    Goal::ALL.map(|_| {
        let of = |figures: &[Option<f64>]| figures.get(place).copied().flatten();
        let ends = Ends { at_min: of(&low), now: of(&now), at_max: of(&high) };
        place += 1;
        ends
    })
}
