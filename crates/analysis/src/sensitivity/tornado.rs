//! A figure at both ends of each input's range.

use crate::{rerun::Rerun, target::Target, uncertainty::drawn::DrawnInput};
use buildout_model::{Input, Uncertainty};
use buildout_scenario::{Ranges, Scenario};

/// What an input does to a figure over a range, all else as it stands: a bar of a tornado.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gust {
    /// The input.
    pub input: Input,
    /// Lower end of the range, in the unit of the input.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// The figure at the lower end, in its unit; none where there is no such figure.
    pub at_low: Option<f64>,
    /// The figure at the upper end.
    pub at_high: Option<f64>,
}

impl Gust {
    /// How far both figures are apart; 0 where one of them does not exist.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.at_low.zip(self.at_high).map_or(0.0, |(low, high)| (high - low).abs())
    }
}

/// `target` at both ends of each uncertain input's range, all else as it stands, the widest first, for runs of `quarters`.
///
/// The ends are those of the draws: a factor on the scenario's value or an addition, limited to the range of the input.
#[must_use]
pub fn tornado(scenario: &Scenario, quarters: usize, target: Target, ranges: &Ranges) -> Vec<Gust> {
    let ends: Vec<_> = ranges
        .drawn()
        .map(|(input, range)| {
            let (Uncertainty::Scale { low, high } | Uncertainty::Add { low, high }) = range;
            let drawn = DrawnInput::new(input, range);
            let [a, b] = [low, high].map(|by| drawn.apply(scenario.get(input), by));
            // A negative value times a factor turns its range round.
            (input, a.min(b), a.max(b))
        })
        .collect();
    tornado_of(scenario, quarters, target, &ends)
}

/// The same for any inputs with the ends of their ranges, which are limited to what the inputs allow.
///
/// ```
/// use buildout_analysis::{Target, tornado_of};
/// use buildout_model::{Input, MAX_QUARTERS};
/// use buildout_scenario::Scenario;
///
/// let ranges = [(Input::CapexNextYear, 120.0, 200.0), (Input::PowerSlip, 0.0, 4.0)];
/// let widest = tornado_of(&Scenario::default(), MAX_QUARTERS, Target::default(), &ranges)[0];
/// println!("{} matters most: {:?} to {:?}", widest.input, widest.at_low, widest.at_high);
/// ```
#[must_use]
pub fn tornado_of(
    scenario: &Scenario,
    quarters: usize,
    target: Target,
    ranges: &[(Input, f64, f64)],
) -> Vec<Gust> {
    let mut rerun = Rerun::new(scenario, target.quarters_needed(scenario.baseline(), quarters));
    let mut at = |input: Input, value: f64| {
        let (inputs, trajectory) = rerun.with(input, value);
        target.read(inputs, trajectory)
    };
    let gust = |&(input, low, high): &(Input, f64, f64)| {
        let [low, high] = [low, high].map(|end| end_of(input, end));
        Gust { input, low, high, at_low: at(input, low), at_high: at(input, high) }
    };
    let mut gusts: Vec<_> = ranges.iter().map(gust).collect();
    // Of equal width, in the order given.
    gusts.sort_by(|a, b| b.width().total_cmp(&a.width()));
    gusts
}

/// The end of a range, limited to what the input allows.
#[must_use]
pub fn end_of(input: Input, end: f64) -> f64 {
    input.declaration().clamp(end)
}
