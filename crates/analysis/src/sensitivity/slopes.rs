//! Exact local slopes.

use crate::{dual::Dual, target::Target};
use buildout_model::{History, Input, Inputs, Trajectory, run_from};
use buildout_scenario::Scenario;

/// How a figure changes with an input, where the scenario stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slope {
    /// The input.
    pub input: Input,
    /// Change of the figure for one unit more of the input, in their units; none where there is no such figure.
    ///
    /// At a kink a figure has two slopes. This is the one of the side above, and at the upper end of the input's range, which it
    /// cannot leave, the one of the side below.
    pub per_unit: Option<f64>,
}

impl Slope {
    /// Change of the figure for one per cent more of a value of the input.
    #[must_use]
    pub fn per_percent(&self, value: f64) -> Option<f64> {
        Some(self.per_unit? * value / 100.0)
    }
}

/// ∂target/∂input for each of `inputs`, exactly: one run of dual numbers each, for runs of `quarters`.
///
/// A slope speaks of small moves. It does not see a jump, such as that of a shock which moves to another year: there it is the
/// slope on the near side, often 0. [`tornado`](crate::tornado) sees the jump.
///
/// ```
/// use buildout_analysis::{Target, slopes};
/// use buildout_model::{Input, MAX_QUARTERS};
/// use buildout_scenario::Scenario;
///
/// let scenario = Scenario::default();
/// for slope in slopes(&scenario, MAX_QUARTERS, Target::default(), &[Input::CapexNextYear, Input::AiPrice]) {
///     println!("{}: {:?} B$ for 1 %", slope.input, slope.per_percent(scenario.get(slope.input)));
/// }
/// ```
#[must_use]
pub fn slopes(scenario: &Scenario, quarters: usize, target: Target, inputs: &[Input]) -> Vec<Slope> {
    let baseline = scenario.baseline();
    let quarters = target.quarters_needed(baseline, quarters);
    let history = History::of(baseline);
    let as_it_stands: Inputs<Dual> = scenario.inputs().lift();
    let mut trajectory = Trajectory::empty(baseline);
    // A figure that does not exist may be about to; it has no slope yet.
    let exists = target.read(scenario.inputs(), &scenario.run(quarters)).is_some();
    inputs
        .iter()
        .map(|&input| {
            let mut moved = as_it_stands;
            let value = scenario.get(input);
            let is_at_top = value >= input.declaration().max;
            moved.put(input, if is_at_top { Dual::falling(value) } else { Dual::rising(value) });
            run_from(&mut trajectory, &history, &moved, quarters);
            let figure =
                target.read_any(&moved, &trajectory).filter(|figure| exists && !figure.value.is_nan());
            let rise = |figure: Dual| if is_at_top { -figure.slope } else { figure.slope };
            Slope { input, per_unit: figure.map(rise) }
        })
        .collect()
}
