//! Draws as figures: the inner loop of a study.

use super::{design::Design, drawn::Drawn, study::Study};
use crate::{goal::Goal, lanes::Lanes};
use buildout_model::{Baseline, Figures, History, Inputs, Number, Output, REPORTED, Trajectory, run_from};
use buildout_scenario::Scenario;
use std::sync::Arc;

/// Figures that one scenario gives in one draw: each series quarter by quarter, each goal, and the place from which free cash
/// flow of the trailing year stays above zero.
pub(crate) struct Layout {
    pub(crate) series: usize,
    pub(crate) quarters: usize,
}

impl Layout {
    /// The place of a series in a quarter.
    pub(crate) fn of_series(&self, series: usize, quarter: usize) -> usize {
        series * self.quarters + quarter
    }

    /// The place of a goal.
    pub(crate) fn of_goal(&self, goal: usize) -> usize {
        self.series * self.quarters + goal
    }

    /// The place of how many quarters are run before free cash flow is above zero for good.
    pub(crate) fn of_turn(&self) -> usize {
        self.of_goal(Goal::ALL.len())
    }

    /// Figures of a scenario.
    pub(crate) fn len(&self) -> usize {
        self.of_turn() + 1
    }
}

/// A scenario prepared for many runs.
struct Runs {
    baseline: Baseline,
    /// The quarter of the study that is its first: another baseline may start later, or earlier.
    offset: i32,
    history: History<Lanes>,
    inputs: Inputs<Lanes>,
    /// The scenario's values of the inputs that are drawn.
    values: Vec<f64>,
    /// What was reported of each series in the three quarters before the first, oldest first.
    reported: Vec<[Option<f64>; 3]>,
}

impl Runs {
    fn new(scenario: Scenario, drawn: &Drawn, study: &Study) -> Self {
        let baseline = scenario.baseline();
        let before = |ago: i32, output: Output| {
            let quarter = baseline.first_quarter().plus(-ago);
            REPORTED.iter().find(|reported| reported.quarter == quarter)?.get(output)
        };
        let reported = study.series.iter().map(|series| {
            [3, 2, 1].map(|ago| series.outputs.iter().map(|output| before(ago, *output)).sum::<Option<f64>>())
        });
        let first = study.scenario.baseline().first_quarter();
        Self {
            baseline,
            offset: baseline.first_quarter().index() - first.index(),
            history: History::of(baseline),
            inputs: scenario.inputs().lift(),
            values: drawn.values_in(&scenario),
            reported: reported.collect(),
        }
    }
}

/// What a study needs to run any of its draws.
pub(crate) struct Kernel {
    study: Study,
    /// Shared with the studies that follow: its tables take longer than a small study.
    drawn: Arc<Drawn>,
    design: Design,
    runs: Vec<Runs>,
    layout: Layout,
}

/// Memory of the inner loop.
pub(crate) struct Scratch {
    /// One a scenario.
    trajectories: Vec<Trajectory<Lanes>>,
    points: Vec<f64>,
    scores: Vec<f64>,
}

impl Kernel {
    pub(crate) fn new(study: &Study) -> Self {
        Self::with(study, Arc::new(Drawn::new(&study.ranges)))
    }

    /// Like [`Kernel::new`], with what another study knows of the same ranges.
    pub(crate) fn following(&self, study: &Study) -> Self {
        if self.study.ranges == study.ranges {
            Self::with(study, Arc::clone(&self.drawn))
        } else {
            Self::new(study)
        }
    }

    fn with(study: &Study, drawn: Arc<Drawn>) -> Self {
        let design = Design::new(study.seed, study.hypercubes(), study.slices(), drawn.inputs().len());
        let scenarios = [Some(study.scenario), study.other];
        let runs =
            scenarios.into_iter().flatten().map(|scenario| Runs::new(scenario, &drawn, study)).collect();
        let quarters = study.quarters.min(buildout_model::MAX_QUARTERS);
        let layout = Layout { series: study.series.len(), quarters };
        Self { study: study.clone(), drawn, design, runs, layout }
    }

    pub(crate) fn layout(&self) -> &Layout {
        &self.layout
    }

    pub(crate) fn scenarios(&self) -> usize {
        self.runs.len()
    }

    pub(crate) fn hypercube(&self, draw: u32) -> usize {
        self.design.hypercube(draw)
    }

    /// Draws from this one to the last of its hypercube.
    pub(crate) fn left_in_hypercube(&self, draw: u32) -> usize {
        self.design.left_in_hypercube(draw)
    }

    pub(crate) fn scratch(&self) -> Scratch {
        Scratch {
            trajectories: self.runs.iter().map(|runs| Trajectory::empty(runs.baseline)).collect(),
            points: vec![0.0; self.drawn.inputs().len() * Lanes::COUNT],
            scores: Vec::new(),
        }
    }

    /// Runs the draws from `first` on, a lane each; `each` gets the scenario's place, the place of the figure and its values.
    /// Lanes beyond the last draw run it again.
    pub(crate) fn run(&self, first: u32, scratch: &mut Scratch, mut each: impl FnMut(usize, usize, Lanes)) {
        let Scratch { trajectories, points, scores } = scratch;
        let last = self.study.draws_in_full().saturating_sub(1);
        let dimensions = self.drawn.inputs().len();
        if dimensions > 0 {
            for (lane, point) in points.chunks_exact_mut(dimensions).enumerate() {
                self.design.point((first + lane as u32).min(last), point);
                self.drawn.of_point(point, scores);
            }
        }
        for (place, (runs, trajectory)) in self.runs.iter().zip(trajectories).enumerate() {
            let mut inputs = runs.inputs;
            for (dimension, (drawn, &value)) in self.drawn.inputs().iter().zip(&runs.values).enumerate() {
                let of_lane = |lane| {
                    drawn.apply(value, points.get(lane * dimensions + dimension).copied().unwrap_or(f64::NAN))
                };
                inputs.put(drawn.input, Lanes::from_array(core::array::from_fn(of_lane)));
            }
            // Every run ends with the study.
            let quarters = self.layout.quarters.saturating_add_signed(-runs.offset as isize);
            run_from(trajectory, &runs.history, &inputs, quarters);
            self.read(runs, &inputs, trajectory, |figure, values| each(place, figure, values));
        }
    }

    /// Reads the figures of a run.
    fn read(
        &self,
        runs: &Runs,
        inputs: &Inputs<Lanes>,
        trajectory: &Trajectory<Lanes>,
        mut each: impl FnMut(usize, Lanes),
    ) {
        let nothing = Lanes::of(f64::NAN);
        for (place, (series, reported)) in self.study.series.iter().zip(&runs.reported).enumerate() {
            let value = |figures: &Figures<Lanes>| {
                let mut outputs = series.outputs.iter().map(|output| figures.get(*output));
                let first = outputs.next().unwrap_or(nothing);
                let sum = outputs.fold(first, |sum, output| sum + output);
                series.over.map_or(sum, |over| sum / figures.get(over))
            };
            let mut last = reported.map(|value| value.map_or(nothing, Lanes::of));
            for (quarter, figures) in (runs.offset..).zip(trajectory.figures()) {
                let now = value(figures);
                let [a, b, c] = last;
                last = [b, c, now];
                let shown = if series.is_trailing { a + b + c + now } else { now };
                if let Some(quarter) =
                    usize::try_from(quarter).ok().filter(|quarter| *quarter < self.layout.quarters)
                {
                    each(self.layout.of_series(place, quarter), shown);
                }
            }
        }
        for (place, goal) in Goal::ALL.into_iter().enumerate() {
            each(self.layout.of_goal(place), goal.read_any(inputs, trajectory).unwrap_or(nothing));
        }
        let before = quarters_before_the_turn(trajectory);
        each(
            self.layout.of_turn(),
            Lanes::choose(Lanes::of(0.0).below(before), before + f64::from(runs.offset), before),
        );
    }
}

/// Quarters run before free cash flow of the trailing year is above zero and stays there.
fn quarters_before_the_turn(trajectory: &Trajectory<Lanes>) -> Lanes {
    let zero = Lanes::of(0.0);
    trajectory.figures().iter().zip(1_u8..).fold(zero, |before, (figures, run)| {
        Lanes::choose(zero.below(figures.fcf_ttm), before, Lanes::of(f64::from(run)))
    })
}

#[cfg(test)]
mod tests {
    use super::{super::study::StudiedSeries, *};
    use buildout_model::{Baseline, Input};

    /// Every draw of the lanes against a plain run of the same inputs.
    fn check(study: &Study, draws: u32) {
        let kernel = Kernel::new(study);
        let mut scratch = kernel.scratch();
        for first in (0..draws).step_by(Lanes::COUNT) {
            let mut lanes = vec![[f64::NAN; Lanes::COUNT]; kernel.layout.len()];
            kernel.run(first, &mut scratch, |_, figure, values| lanes[figure] = values.to_array());
            for lane in [0, 1, 2, 3] {
                let mut point = vec![0.0; kernel.drawn.inputs().len()];
                kernel.design.point(first + lane as u32, &mut point);
                kernel.drawn.of_point(&mut point, &mut vec![]);
                let mut scenario = study.scenario;
                for (drawn, by) in kernel.drawn.inputs().iter().zip(&point) {
                    scenario.set(drawn.input, drawn.apply(study.scenario.get(drawn.input), *by)).unwrap();
                }
                let run = scenario.run(study.quarters);
                let agree = |place: usize, want: f64| {
                    let got = lanes[place][lane];
                    let same =
                        (got - want).abs() <= 1e-9 * want.abs().max(1.0) || (got.is_nan() && want.is_nan());
                    assert!(
                        same,
                        "draw {}, figure {place}: {got} in lanes, {want} plain",
                        first + lane as u32
                    );
                };
                for (place, series) in study.series.iter().enumerate() {
                    for (quarter, value) in run.series(series.outputs[0]).enumerate() {
                        agree(kernel.layout.of_series(place, quarter), value);
                    }
                }
                for (place, goal) in Goal::ALL.into_iter().enumerate() {
                    let want = goal.read(scenario.inputs(), &run).unwrap_or(f64::NAN);
                    agree(kernel.layout.of_goal(place), want);
                }
            }
        }
    }

    #[test]
    fn lanes_agree_with_plain_runs_in_every_figure() {
        let mut tight = Scenario::default();
        tight.set(Input::PowerSlip, 3.0).unwrap();
        tight.set(Input::ShockYear, 2028.0).unwrap();
        tight.set(Input::ShockSize, 0.4).unwrap();
        for scenario in [Scenario::default(), Scenario::base(Baseline::B2026q2), tight] {
            let mut study = Study { draws: 1_000, ..Study::new(scenario, 41) };
            study.series = Output::ALL.map(StudiedSeries::from).to_vec();
            // Inputs that no range is declared for, lives among them: each lane looks up other quarters.
            for input in [
                Input::ChipLifeAccounting,
                Input::FacilityLead,
                Input::TrainiumCadence,
                Input::PriceElasticity,
            ] {
                study.ranges.set(input, 0.7, 1.4).unwrap();
            }
            check(&study, 200);
        }
    }
}
