//! Which outputs an input moves, and how much.

use crate::rerun::Rerun;
use buildout_model::{Input, Output, Trajectory};
use buildout_scenario::Scenario;

/// The step by which an input is moved, as a share of its range: large enough to be seen, small enough to stay near the
/// scenario.
pub const INFLUENCE_STEP: f64 = 0.1;

/// How much an input moves an output.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Influence {
    /// The output.
    pub output: Output,
    /// Mean change over the run for one step, as a share of the output's mean size before or after it, whichever is larger:
    /// 0 for none, 1 for as much as there is of it, 2 at most. For [`Output::Binding`], the share of quarters in which
    /// another limit binds.
    pub effect: f64,
}

/// How much `input`, moved by [`INFLUENCE_STEP`] of its range, moves each output of a run of `quarters`.
///
/// Up and down are averaged where the range has place for both. Outputs that do not move are left out, and the most
/// moved comes first.
#[must_use]
pub fn influence(scenario: &Scenario, quarters: usize, input: Input) -> Vec<Influence> {
    let declaration = input.declaration();
    let step = INFLUENCE_STEP * (declaration.max - declaration.min);
    let now = scenario.get(input);
    let mut rerun = Rerun::new(scenario, quarters);
    let base = scenario.run(quarters);

    let mut effects = [0.0; Output::ALL.len()];
    let mut sides = 0.0;
    for value in [now - step, now + step] {
        // A step beyond the range by no more than rounding is a step to its end.
        let within = declaration.clamp(value);
        if (within - value).abs() > 1e-9 * step {
            continue;
        }
        let (_, moved) = rerun.with(input, within);
        sides += 1.0;
        for (effect, output) in effects.iter_mut().zip(Output::ALL) {
            *effect += change(&base, moved, output);
        }
    }

    let mut influences: Vec<_> = Output::ALL
        .into_iter()
        .zip(effects)
        .filter(|(_, effect)| *effect > 0.0)
        .map(|(output, effect)| Influence { output, effect: effect / sides })
        .collect();
    influences.sort_by(|a, b| b.effect.total_cmp(&a.effect));
    influences
}

/// The change of an output over the run, as [`Influence::effect`] measures it.
fn change(base: &Trajectory<f64>, moved: &Trajectory<f64>, output: Output) -> f64 {
    let pairs = || base.series(output).zip(moved.series(output));
    if output == Output::Binding {
        let differing = pairs().filter(|(before, after)| before != after).count();
        return differing as f64 / pairs().len().max(1) as f64;
    }
    let size = |series: &Trajectory<f64>| series.series(output).map(f64::abs).sum::<f64>();
    let level = size(base).max(size(moved));
    let moved_by: f64 = pairs().map(|(before, after)| (after - before).abs()).sum();
    if level > 0.0 { moved_by / level } else { 0.0 }
}
