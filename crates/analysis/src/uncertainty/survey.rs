//! A study, part by part, and what its draws say.

use super::{histogram::Histogram, kernel::Kernel, study::Study};
use crate::{goal::Goal, lanes::Lanes};

/// Draws of a part. Parts can be computed in any order and anywhere.
const PART: u32 = 256;

/// Places from the draws of one figure to those of the next: not a power of two, which would crowd them into few lines of the
/// processor's memory.
const ROW: usize = PART as usize + 8;

/// The shares of draws below the lines of a fan.
pub const FAN: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// Which run of a draw a figure is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The scenario.
    Scenario,
    /// The other one.
    Other,
    /// The scenario less the other, draw by draw.
    Difference,
}

impl Side {
    fn place(self) -> usize {
        match self {
            Side::Scenario => 0,
            Side::Other => 1,
            Side::Difference => 2,
        }
    }
}

/// A study that is ready to be computed.
///
/// ```
/// use buildout_analysis::{Goal, Side, Study, Survey};
/// use buildout_model::Output;
/// use buildout_scenario::Scenario;
///
/// let mut study = Study { draws: 1_000, ..Study::new(Scenario::default(), 21) };
/// study.series.push(Output::FcfTtm.into());
/// let survey = Survey::new(&study);
/// let mut tally = survey.tally();
/// for part in 0..survey.parts() {
///     tally.add(&survey.part(part));
/// }
/// let trough = survey.goal(&tally, Side::Scenario, Goal::FcfTrough).ok_or("no such goal")?;
/// println!("below zero in {:.0} % of the draws", 100.0 * (1.0 - trough.share_above(0.0).ok_or("no draws")?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Survey {
    kernel: Kernel,
    draws: u32,
    hypercubes: usize,
    sides: usize,
    /// Empty histograms, with bins that suit the first part.
    bins: Vec<Histogram>,
}

/// What the draws of a study, or of a part of it, gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally {
    draws: u32,
    /// By side, then figure.
    figures: Vec<Histogram>,
    /// Goals by hypercube, then side, then goal.
    goals: Vec<Histogram>,
}

impl Tally {
    /// Adds another part.
    pub fn add(&mut self, other: &Self) {
        self.draws += other.draws;
        for (sum, part) in self.figures.iter_mut().zip(&other.figures) {
            sum.add(part);
        }
        for (sum, part) in self.goals.iter_mut().zip(&other.goals) {
            sum.add(part);
        }
    }

    /// The counts as bytes, to be added to a tally of the same survey elsewhere.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.draws.to_le_bytes().to_vec();
        self.figures.iter().chain(&self.goals).for_each(|histogram| histogram.write(&mut bytes));
        bytes
    }

    /// Adds counts that were written as bytes by a tally of the same survey; none where they are of another one, and then
    /// this tally is worth nothing any more.
    #[must_use]
    pub fn add_bytes(&mut self, bytes: &[u8]) -> Option<()> {
        let (draws, mut rest) = bytes.split_first_chunk()?;
        self.draws += u32::from_le_bytes(*draws);
        for histogram in self.figures.iter_mut().chain(&mut self.goals) {
            histogram.add_written(&mut rest)?;
        }
        rest.is_empty().then_some(())
    }

    /// Draws counted.
    #[must_use]
    pub fn draws(&self) -> u32 {
        self.draws
    }
}

impl Survey {
    /// Prepares a study: the first draws are run to see how wide its figures spread.
    #[must_use]
    pub fn new(study: &Study) -> Self {
        Self::of(study, Kernel::new(study))
    }

    /// Prepares another study, faster where it draws from the same ranges: as under a hand that moves a lever.
    #[must_use]
    pub fn following(&self, study: &Study) -> Self {
        Self::of(study, self.kernel.following(study))
    }

    fn of(study: &Study, kernel: Kernel) -> Self {
        let sides = if kernel.scenarios() > 1 { 3 } else { 1 };
        let mut survey = Self {
            kernel,
            draws: study.draws_in_full(),
            hypercubes: study.hypercubes() as usize,
            sides,
            bins: vec![],
        };
        let pilot = survey.values_of(0);
        survey.bins = pilot.figures().map(|values| Histogram::around(values.iter().copied())).collect();
        survey
    }

    /// Draws of the whole study.
    #[must_use]
    pub fn draws(&self) -> u32 {
        self.draws
    }

    /// Parts of the study, numbered from 0.
    #[must_use]
    pub fn parts(&self) -> u32 {
        self.draws.div_ceil(PART)
    }

    /// The tally of no draws.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let goals = self.goals_of_sides().filter_map(|place| self.bins.get(place).cloned());
        let goals: Vec<_> = goals.collect();
        Tally {
            draws: 0,
            figures: self.bins.clone(),
            goals: (0..self.hypercubes).flat_map(|_| goals.clone()).collect(),
        }
    }

    /// The tally of a part.
    #[must_use]
    pub fn part(&self, part: u32) -> Tally {
        let mut tally = self.tally();
        self.count(part, &mut tally);
        tally
    }

    /// Runs a part and counts its draws into a tally.
    pub fn count(&self, part: u32, tally: &mut Tally) {
        let values = self.values_of(part);
        tally.draws += values.draws as u32;
        for (histogram, values) in tally.figures.iter_mut().zip(values.figures()) {
            histogram.count(values);
        }
        let goals = self.goals_of_sides().count();
        for (goal, place) in self.goals_of_sides().enumerate() {
            let Some(mut values) = values.figure(place) else { continue };
            let mut draw = part * PART;
            // Draws of a part may belong to two hypercubes.
            while !values.is_empty() {
                let (here, next) = values.split_at(self.kernel.left_in_hypercube(draw).min(values.len()));
                if let Some(histogram) = tally.goals.get_mut(self.kernel.hypercube(draw) * goals + goal) {
                    histogram.count(here);
                }
                draw += here.len() as u32;
                values = next;
            }
        }
    }

    /// Places of the goals of every side.
    fn goals_of_sides(&self) -> impl Iterator<Item = usize> + '_ {
        let layout = self.kernel.layout();
        (0..self.sides).flat_map(move |side| {
            (0..Goal::ALL.len()).map(move |goal| side * layout.len() + layout.of_goal(goal))
        })
    }

    /// Every figure of every draw of a part.
    fn values_of(&self, part: u32) -> Values {
        let first = part * PART;
        let draws = self.draws.saturating_sub(first).min(PART) as usize;
        let figures = self.kernel.layout().len();
        let mut values = Values { draws, values: vec![f64::NAN; self.sides * figures * ROW] };
        let mut scratch = self.kernel.scratch();
        for start in (0..draws).step_by(Lanes::COUNT) {
            self.kernel.run(first + start as u32, &mut scratch, |scenario, figure, lanes| {
                let row = (scenario * figures + figure) * ROW;
                // A row has place for the lanes beyond the last draw.
                let places = values.values.get_mut(row + start..).and_then(<[f64]>::first_chunk_mut);
                if let Some(places) = places {
                    *places = lanes.to_array();
                }
            });
        }
        if self.sides > 1 {
            let (runs, differences) = values.values.split_at_mut(2 * figures * ROW);
            let (scenario, other) = runs.split_at(figures * ROW);
            for (difference, (one, two)) in differences.iter_mut().zip(scenario.iter().zip(other)) {
                *difference = one - two;
            }
        }
        values
    }

    fn figure<'a>(&self, tally: &'a Tally, side: Side, figure: usize) -> Option<&'a Histogram> {
        tally.figures.get(side.place() * self.kernel.layout().len() + figure)
    }

    /// The distribution of a series in a quarter of the run; none beyond it, or where there is no such side.
    #[must_use]
    pub fn series<'a>(
        &self,
        tally: &'a Tally,
        side: Side,
        series: usize,
        quarter: usize,
    ) -> Option<&'a Histogram> {
        let layout = self.kernel.layout();
        let is_there = series < layout.series && quarter < layout.quarters;
        self.figure(tally, side, layout.of_series(series, quarter)).filter(|_| is_there)
    }

    /// The fan of a series: for each quarter the values below which the shares [`FAN`] of the draws lie; none where a quarter
    /// has no such figure.
    #[must_use]
    pub fn fan(&self, tally: &Tally, side: Side, series: usize) -> Vec<Option<[f64; 5]>> {
        (0..self.kernel.layout().quarters)
            .map(|quarter| self.series(tally, side, series, quarter)?.quantiles(FAN))
            .collect()
    }

    /// The distribution of a headline figure.
    #[must_use]
    pub fn goal<'a>(&self, tally: &'a Tally, side: Side, goal: Goal) -> Option<&'a Histogram> {
        let place = Goal::ALL.iter().position(|candidate| *candidate == goal)?;
        self.figure(tally, side, self.kernel.layout().of_goal(place))
    }

    /// The standard error of a figure read off the draws of a goal, from the scatter between the hypercubes; none where there
    /// is only one.
    #[must_use]
    pub fn error(
        &self,
        tally: &Tally,
        side: Side,
        goal: Goal,
        read: impl Fn(&Histogram) -> Option<f64>,
    ) -> Option<f64> {
        let goal = Goal::ALL.iter().position(|candidate| *candidate == goal)?;
        let goals = self.sides * Goal::ALL.len();
        let place = side.place() * Goal::ALL.len() + goal;
        let of_hypercube = |hypercube: usize| tally.goals.get(hypercube * goals + place).and_then(&read);
        let readings: Vec<f64> = (0..self.hypercubes).filter_map(of_hypercube).collect();
        let count = readings.len() as f64;
        if readings.len() < 2 {
            return None;
        }
        let mean = readings.iter().sum::<f64>() / count;
        let squares: f64 = readings.iter().map(|reading| (reading - mean) * (reading - mean)).sum();
        Some((squares / (count - 1.0) / count).sqrt())
    }

    /// For each quarter, the share of draws in which free cash flow of the trailing year is above zero from then on.
    #[must_use]
    pub fn turned_by(&self, tally: &Tally, side: Side) -> Vec<f64> {
        let layout = self.kernel.layout();
        let Some(turns) = self.figure(tally, side, layout.of_turn()) else { return vec![] };
        // So many quarters before the turn, or fewer.
        let by = |quarter: usize| turns.share_above(quarter as f64 + 0.5).map_or(0.0, |later| 1.0 - later);
        (0..layout.quarters).map(by).collect()
    }
}

/// Figures of the draws of a part, draw by draw within each.
struct Values {
    draws: usize,
    values: Vec<f64>,
}

impl Values {
    fn figures(&self) -> impl Iterator<Item = &[f64]> {
        self.values.chunks_exact(ROW).filter_map(|row| row.get(..self.draws))
    }

    fn figure(&self, place: usize) -> Option<&[f64]> {
        self.values.get(place * ROW..place * ROW + self.draws)
    }
}
