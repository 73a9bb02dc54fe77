//! "What must this input be for that figure to reach a value?" over the whole range of the input.
//!
//! The figure has kinks, need not rise or fall throughout, and may stand still or not exist on part of the range. So the
//! range is scanned, looked at more closely wherever the figure could reach the value between two points (`scan.rs`), cut
//! into stretches that lie below, at or above the value (`stretches.rs`), and the stretches are read (`findings.rs`).

mod findings;
mod line;
mod nearest;
mod scan;
mod sought;
mod stretches;
#[cfg(test)]
mod tests;

pub use sought::{Finding, Reached, Sought, Standing, Stretch};

use crate::{rerun::Rerun, target::Target};
use buildout_model::Input;
use buildout_scenario::Scenario;
use line::Line;

/// Every value of `input` within its range for which `target` is `wanted`, all else as it stands in `scenario`, for runs
/// of `quarters`. `wanted` has to be finite.
///
/// Two solutions nearer than about a two-thousandth of the range can be missed where the figure turns between them
/// without coming near `wanted` beside them.
///
/// ```
/// use buildout_analysis::{Finding, Target, seek};
/// use buildout_model::{Input, MAX_QUARTERS};
/// use buildout_scenario::Scenario;
///
/// let target: Target = "fcf_trough".parse()?;
/// let sought = seek(&Scenario::default(), MAX_QUARTERS, Input::CapexNextYear, target, -20.0);
/// for finding in &sought.findings {
///     if let Finding::Solution(reached) = finding {
///         println!("{} B$ of CapEx give a trough of {} B$", reached.value, reached.result);
///     }
/// }
/// # Ok::<(), buildout_analysis::TargetError>(())
/// ```
#[must_use]
pub fn seek(scenario: &Scenario, quarters: usize, input: Input, target: Target, wanted: f64) -> Sought {
    let mut rerun = Rerun::new(scenario, target.quarters_needed(scenario.baseline(), quarters));
    let figure = |value| {
        let (inputs, trajectory) = rerun.with(input, value);
        target.read(inputs, trajectory)
    };
    let declaration = input.declaration();
    let line = Line::new((declaration.min, declaration.max), wanted, figure);
    // Where the reader stands and where they came from are looked at exactly: whoever asks for the figure on the screen
    // finds the value on the screen.
    let found = on_line(line, &[scenario.get(input), scenario.base_of(input)]);
    let OnLine { tolerance, is_moved, findings, nearest, stretches } = found;
    Sought { input, target, wanted, tolerance, is_moved, findings, nearest, stretches }
}

/// What there is to say about a line.
#[derive(Debug)]
struct OnLine {
    tolerance: f64,
    is_moved: bool,
    findings: Vec<Finding>,
    nearest: Option<Reached>,
    stretches: Vec<Stretch>,
}

fn on_line<F: FnMut(f64) -> Option<f64>>(mut line: Line<F>, exact: &[f64]) -> OnLine {
    let nodes = scan::scan(&mut line, exact);
    let cuts = stretches::stretches(&mut line, &nodes);
    let findings = findings::findings(&mut line, &cuts);
    let is_met = findings.iter().any(Finding::is_met);
    OnLine {
        tolerance: line.tolerance(),
        is_moved: line.is_moved(&nodes),
        nearest: if is_met { None } else { nearest::nearest(&mut line, &nodes) },
        stretches: cuts.iter().map(stretches::Cut::stretch).collect(),
        findings,
    }
}
