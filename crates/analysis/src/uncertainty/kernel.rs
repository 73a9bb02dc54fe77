//! Draws as figures: the inner loop of a study.

use super::{
    drawn::Drawn,
    points::{Points, PointsScratch},
    study::Study,
};
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
    /// Shared with the studies that follow.
    points: Arc<Points>,
    /// Those of a study before, with another number of draws: coarse and whole ones take turns.
    points_before: Option<Arc<Points>>,
    runs: Vec<Runs>,
    layout: Layout,
}

/// Memory of the inner loop.
pub(crate) struct Scratch {
    /// One a scenario.
    trajectories: Vec<Trajectory<Lanes>>,
    points: PointsScratch,
}

impl Kernel {
    pub(crate) fn new(study: &Study) -> Self {
        Self::with(study, Arc::new(Points::new(study, Arc::new(Drawn::new(&study.ranges)))), None)
    }

    /// Like [`Kernel::new`], with what another study knows of the same ranges.
    pub(crate) fn following(&self, study: &Study) -> Self {
        if self.study.ranges != study.ranges {
            return Self::new(study);
        }
        let (now, before) = (&self.points, self.points_before.as_ref());
        match before.filter(|points| points.are_of(study)) {
            Some(points) => Self::with(study, Arc::clone(points), Some(Arc::clone(now))),
            None if now.are_of(study) => Self::with(study, Arc::clone(now), before.cloned()),
            None => {
                let points = Points::new(study, Arc::clone(now.drawn()));
                Self::with(study, Arc::new(points), Some(Arc::clone(now)))
            }
        }
    }

    fn with(study: &Study, points: Arc<Points>, points_before: Option<Arc<Points>>) -> Self {
        let drawn = points.drawn();
        let scenarios = [Some(study.scenario), study.other];
        let runs =
            scenarios.into_iter().flatten().map(|scenario| Runs::new(scenario, drawn, study)).collect();
        let quarters = study.quarters.min(buildout_model::MAX_QUARTERS);
        let layout = Layout { series: study.series.len(), quarters };
        Self { study: study.clone(), points, points_before, runs, layout }
    }

    pub(crate) fn layout(&self) -> &Layout {
        &self.layout
    }

    pub(crate) fn scenarios(&self) -> usize {
        self.runs.len()
    }

    pub(crate) fn hypercube(&self, draw: u32) -> usize {
        self.points.design().hypercube(draw)
    }

    /// Draws from this one to the last of its hypercube.
    pub(crate) fn left_in_hypercube(&self, draw: u32) -> usize {
        self.points.design().left_in_hypercube(draw)
    }

    pub(crate) fn scratch(&self) -> Scratch {
        Scratch {
            trajectories: self.runs.iter().map(|runs| Trajectory::empty(runs.baseline)).collect(),
            points: PointsScratch::default(),
        }
    }

    /// Runs the draws from `first` on, a lane each; `each` gets the scenario's place, the place of the figure and its values.
    /// Lanes beyond the last draw run it again.
    pub(crate) fn run(&self, first: u32, scratch: &mut Scratch, mut each: impl FnMut(usize, usize, Lanes)) {
        let Scratch { trajectories, points } = scratch;
        let points = self.points.of_draws(first, points);
        let drawn_inputs = self.points.drawn().inputs();
        let dimensions = drawn_inputs.len();
        for (place, (runs, trajectory)) in self.runs.iter().zip(trajectories).enumerate() {
            let mut inputs = runs.inputs;
            for (dimension, (drawn, &value)) in drawn_inputs.iter().zip(&runs.values).enumerate() {
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
                let mut point = vec![0.0; kernel.points.drawn().inputs().len()];
                kernel.points.design().point(first + lane as u32, &mut point);
                kernel.points.drawn().of_point(&mut point, &mut vec![]);
                let mut scenario = study.scenario;
                for (drawn, by) in kernel.points.drawn().inputs().iter().zip(&point) {
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

    #[test]
    fn a_study_that_follows_draws_as_one_that_does_not() {
        let whole = Study { draws: 1_200, ..Study::new(Scenario::default(), 8) };
        let coarse = Study { draws: 500, ..whole.clone() };
        let mut moved = whole.clone();
        moved.scenario.set(Input::PowerSlip, 2.0).unwrap();
        let mut other_ranges = whole.clone();
        other_ranges.ranges.set(Input::FacilityLead, 0.7, 1.4).unwrap();
        let other_seed = Study { seed: whole.seed + 1, ..whole.clone() };
        let mut kernel = Kernel::new(&whole);
        for study in [&whole, &coarse, &moved, &coarse, &other_seed, &coarse, &other_ranges, &moved] {
            kernel = kernel.following(study);
            let read = |kernel: &Kernel| {
                let mut lanes = vec![];
                kernel.run(8, &mut kernel.scratch(), |_, _, values| lanes.push(values.to_array()));
                lanes
            };
            let (got, want) = (read(&kernel), read(&Kernel::new(study)));
            assert!(
                got.iter()
                    .flatten()
                    .map(|value| value.to_bits())
                    .eq(want.iter().flatten().map(|value| value.to_bits()))
            );
        }
    }
}
