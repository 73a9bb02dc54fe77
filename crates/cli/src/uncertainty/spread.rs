//! What the draws say of each figure.

use buildout_analysis::{Histogram, Side, StudiedSeries, Study, Survey, Tally, Target};
use buildout_model::{MAX_QUARTERS, Output, Trajectory};
use buildout_scenario::Scenario;

/// The draws with what is asked of them.
pub(super) struct Spreads<'a> {
    pub(super) study: &'a Study,
    pub(super) survey: &'a Survey,
    pub(super) tally: &'a Tally,
    pub(super) targets: &'a [Target],
    /// The value above which the share of draws is wanted.
    pub(super) above: f64,
}

/// How widely a figure spreads.
pub(super) struct Spread<'a> {
    pub(super) side: Side,
    pub(super) target: Target,
    /// The figure of the run itself, every input as it stands: not the middle of the draws, because the ranges lean.
    pub(super) run: Option<f64>,
    pub(super) drawn: &'a Histogram,
    /// Standard error of the median, from the scatter between parts of the draws; of figures of the headline.
    pub(super) median_error: Option<f64>,
}

/// The outputs that the targets are about, each once.
pub(super) fn series(targets: &[Target]) -> Vec<StudiedSeries> {
    outputs(targets).into_iter().map(StudiedSeries::from).collect()
}

fn outputs(targets: &[Target]) -> Vec<Output> {
    let mut outputs = Vec::new();
    for target in targets {
        match target {
            Target::Figure { output, .. } if !outputs.contains(output) => outputs.push(*output),
            _ => {}
        }
    }
    outputs
}

impl Spreads<'_> {
    /// The sides there are, the scenario first.
    pub(super) fn sides(&self) -> &'static [Side] {
        if self.study.other.is_some() {
            &[Side::Scenario, Side::Other, Side::Difference]
        } else {
            &[Side::Scenario]
        }
    }

    /// Every figure of every side.
    pub(super) fn all(&self) -> Vec<Spread<'_>> {
        let outputs = outputs(self.targets);
        let runs = [Some(&self.study.scenario), self.study.other.as_ref()]
            .map(|scenario| scenario.map(|scenario| (scenario, self.run(scenario))));
        let every = self.sides().iter().flat_map(|side| self.targets.iter().map(|target| (*side, *target)));
        every.filter_map(|(side, target)| self.spread(side, target, &outputs, &runs)).collect()
    }

    fn spread(
        &self,
        side: Side,
        target: Target,
        outputs: &[Output],
        runs: &[Option<(&Scenario, Trajectory<f64>)>; 2],
    ) -> Option<Spread<'_>> {
        let Self { survey, tally, study, .. } = self;
        let drawn = match target {
            Target::Headline(goal) => survey.goal(tally, side, goal),
            Target::Figure { output, quarter } => {
                let series = outputs.iter().position(|candidate| *candidate == output)?;
                let place = quarter.index() - study.scenario.baseline().first_quarter().index();
                survey.series(tally, side, series, usize::try_from(place).ok()?)
            }
        };
        let median_error = match target {
            Target::Headline(goal) => survey.error(tally, side, goal, |drawn| drawn.quantile(0.5)),
            Target::Figure { .. } => None,
        };
        let [current, base] = runs.each_ref().map(|run| {
            let (scenario, trajectory) = run.as_ref()?;
            target.read(scenario.inputs(), trajectory)
        });
        let run = match side {
            Side::Scenario => current,
            Side::Other => base,
            Side::Difference => current.zip(base).map(|(current, base)| current - base),
        };
        Some(Spread { side, target, run, drawn: drawn?, median_error })
    }

    /// A run that ends in the same quarter as those of the draws.
    fn run(&self, scenario: &Scenario) -> Trajectory<f64> {
        let first = |scenario: &Scenario| scenario.baseline().first_quarter().index();
        let later = first(scenario) - first(&self.study.scenario);
        let quarters = self.study.quarters.min(MAX_QUARTERS);
        scenario.run(quarters.saturating_add_signed(-later as isize))
    }
}

/// The name of a side in files, as in an exported run.
pub(super) fn side_id(side: Side) -> &'static str {
    match side {
        Side::Scenario => "current",
        Side::Other => "base",
        Side::Difference => "difference",
    }
}
