//! A scenario against what was reported after its baseline.

use super::{Compared, Score, Yardstick, compared::compared};
use buildout_model::{Baseline, Output, Quarter, REPORTED, Trajectory};
use buildout_scenario::{Preset, Scenario};

/// The preset that holds CapEx and power as they turned out.
const WHAT_HAPPENED: &str = "what-happened";

/// A scenario beside the later reports of its baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The quarters reported after the baseline, oldest first; never empty.
    pub quarters: Vec<Quarter>,
    /// What was put in as it turned out, if a preset of the baseline holds it.
    pub put_in: Option<&'static Preset>,
    /// Every figure that is disclosed for any of the quarters, in the order of the outputs.
    pub figures: Vec<FigureRecord>,
}

/// One figure beside its reports.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureRecord {
    /// The figure.
    pub output: Output,
    /// The run with the scenario's own inputs, in each quarter for which the figure is reported; never empty.
    pub own: Vec<Compared>,
    /// The same quarters with what happened put in; empty where no preset holds it.
    pub informed: Vec<Compared>,
}

impl FigureRecord {
    /// The errors with the scenario's own inputs.
    #[must_use]
    pub fn own_score(&self) -> Option<Score> {
        Score::of(&self.own)
    }

    /// The errors with what happened put in: what the model got wrong beyond those inputs.
    #[must_use]
    pub fn informed_score(&self) -> Option<Score> {
        Score::of(&self.informed)
    }

    /// The share of the mean absolute error that disappears when what happened is put in; below zero where the error grows,
    /// none where there was none or nothing was put in.
    #[must_use]
    pub fn disappears(&self) -> Option<f64> {
        let own = self.own_score()?.mean_absolute;
        let informed = self.informed_score()?.mean_absolute;
        (own > 0.0).then(|| 1.0 - informed / own)
    }

    /// How errors of this figure are made relative.
    #[must_use]
    pub fn yardstick(&self) -> Yardstick {
        Yardstick::of(self.output)
    }
}

/// The preset of a baseline with CapEx and power as they turned out, if there is one.
#[must_use]
pub fn what_happened(baseline: Baseline) -> Option<&'static Preset> {
    Preset::from_id(WHAT_HAPPENED).filter(|preset| preset.baseline == baseline)
}

/// Compares a scenario with every quarter that was reported after its baseline; none where none was.
///
/// ```
/// use buildout_analysis::record;
/// use buildout_model::{Baseline, Output};
/// use buildout_scenario::Scenario;
///
/// let record = record(&Scenario::default()).ok_or("nothing was reported later")?;
/// for figure in &record.figures {
///     let Some(score) = figure.own_score() else { continue };
///     println!("{}: bias {:+.1}, {:?} disappears", figure.output.id(), score.bias, figure.disappears());
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn record(scenario: &Scenario) -> Option<Record> {
    let baseline = scenario.baseline();
    let first = baseline.first_quarter();
    let quarters: Vec<Quarter> =
        REPORTED.iter().map(|reported| reported.quarter).filter(|quarter| *quarter >= first).collect();
    let length = quarters.last()?.index() - first.index() + 1;
    let run = |scenario: &Scenario| scenario.run(length.unsigned_abs() as usize);
    let put_in = what_happened(baseline);
    let own = run(scenario);
    let informed = put_in.map(|preset| run(&with(scenario, preset)));
    let against = |output: Output, run: &Trajectory<f64>| {
        compared(output, &quarters, |quarter| Some(run.at(quarter)?.get(output)))
    };
    let figure = |output| FigureRecord {
        output,
        own: against(output, &own),
        informed: informed.as_ref().map(|run| against(output, run)).unwrap_or_default(),
    };
    let figures = Output::ALL.into_iter().map(figure).filter(|figure| !figure.own.is_empty()).collect();
    Some(Record { quarters, put_in, figures })
}

/// A scenario with what a preset changes; the rest as it stands.
fn with(scenario: &Scenario, preset: &Preset) -> Scenario {
    let mut informed = *scenario;
    for (input, value) in preset.changes {
        // The build has checked every change, so this never refuses.
        let _ = informed.set(*input, *value);
    }
    informed
}
