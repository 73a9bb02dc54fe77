//! Shares of the variance of a model's figure, in parts that can be computed anywhere.

use super::estimate::{Estimate, Indices, Row, estimate};
use crate::{
    lanes::Lanes,
    target::Target,
    uncertainty::{design::Design, drawn::DrawnInput},
};
use buildout_model::{Grade, History, Input, Inputs, Trajectory, run_from};
use buildout_scenario::{Ranges, Scenario};

/// Independent parts of the design.
const REPLICATES: u32 = 8;
/// Rows of a part: some milliseconds.
const ROWS_A_PART: u32 = 8;
/// What an input explains of the variance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InputShare {
    /// The input.
    pub input: Input,
    /// What it explains alone.
    pub first: Estimate,
    /// What it explains with all its interactions.
    pub total: Estimate,
}

/// What the inputs of one grade of evidence explain of the variance together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GradeShare {
    /// The grade.
    pub grade: Grade,
    /// Inputs of it that are drawn.
    pub inputs: usize,
    /// What they explain among themselves.
    pub first: Estimate,
    /// What they explain with all their interactions.
    pub total: Estimate,
}

/// Who explains the variance of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct VarianceShares {
    /// The mean of the draws, in the unit of the figure.
    pub mean: f64,
    /// Their standard deviation.
    pub deviation: f64,
    /// The inputs, the largest total share first.
    pub inputs: Vec<InputShare>,
    /// Every grade of evidence, from filed to assumed.
    pub grades: Vec<GradeShare>,
    /// Rows left out because the figure does not exist in one of their runs.
    pub missing: u32,
}

/// Some rows of the design, computed.
#[derive(Clone, Debug, PartialEq)]
pub struct VariancePart {
    part: u32,
    rows: Vec<Row>,
}

/// Shares to compute.
pub struct VariancePlan {
    quarters: usize,
    target: Target,
    history: History<Lanes>,
    base: Inputs<Lanes>,
    empty: Trajectory<Lanes>,
    drawn: Vec<DrawnInput>,
    values: Vec<f64>,
    /// Dimensions of each group: every input, then every grade.
    groups: Vec<Vec<usize>>,
    design: Design,
    slices: u32,
}

impl VariancePlan {
    /// The variance of `target` over the ranges, for runs of `quarters`, from `rows` rows; each takes a run for each drawn input
    /// and six more.
    ///
    /// ```
    /// use buildout_analysis::{Target, VariancePlan};
    /// use buildout_scenario::{Ranges, Scenario};
    ///
    /// let plan = VariancePlan::new(&Scenario::default(), 21, Target::default(), &Ranges::default(), 1, 64);
    /// let shares = plan.shares((0..plan.parts()).map(|part| plan.part(part)).collect()).ok_or("nothing varies")?;
    /// println!("{} explains {:.0} % alone", shares.inputs[0].input, 100.0 * shares.inputs[0].first.share);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn new(
        scenario: &Scenario,
        quarters: usize,
        target: Target,
        ranges: &Ranges,
        seed: u32,
        rows: u32,
    ) -> Self {
        let drawn: Vec<_> = ranges.drawn().map(|(input, range)| DrawnInput::new(input, range)).collect();
        let alone = (0..drawn.len()).map(|dimension| vec![dimension]);
        let of_grade = Grade::ALL.map(|grade| {
            let is_of = |(_, drawn): &(usize, &DrawnInput)| drawn.input.declaration().grade == grade;
            drawn.iter().enumerate().filter(is_of).map(|(dimension, _)| dimension).collect::<Vec<_>>()
        });
        let baseline = scenario.baseline();
        let slices = rows.div_ceil(REPLICATES).max(2);
        Self {
            quarters: target.quarters_needed(baseline, quarters),
            target,
            history: History::of(baseline),
            base: scenario.inputs().lift(),
            empty: Trajectory::empty(baseline),
            values: drawn.iter().map(|drawn| scenario.get(drawn.input)).collect(),
            groups: alone.chain(of_grade).collect(),
            design: Design::new(seed, REPLICATES, slices, 2 * drawn.len()),
            drawn,
            slices,
        }
    }

    /// Rows of the design: those asked for, rounded up to whole replicates.
    #[must_use]
    pub fn rows(&self) -> u32 {
        self.slices * REPLICATES
    }

    /// Parts, numbered from 0.
    #[must_use]
    pub fn parts(&self) -> u32 {
        self.rows().div_ceil(ROWS_A_PART)
    }

    /// Computes a part.
    #[must_use]
    pub fn part(&self, part: u32) -> VariancePart {
        let first = part * ROWS_A_PART;
        let mut trajectory = self.empty.clone();
        let rows = (first..(first + ROWS_A_PART).min(self.rows())).map(|row| self.row(row, &mut trajectory));
        VariancePart { part, rows: rows.collect() }
    }

    fn row(&self, row: u32, trajectory: &mut Trajectory<Lanes>) -> Row {
        let dimensions = self.drawn.len();
        let mut point = vec![0.0; 2 * dimensions];
        self.design.point(row, &mut point);
        for (coordinate, drawn) in point.iter_mut().zip(self.drawn.iter().chain(&self.drawn)) {
            *coordinate = drawn.quantile(*coordinate);
        }
        let (a, b) = point.split_at(dimensions);
        let mut points = vec![a.to_vec(), b.to_vec()];
        points.extend(self.groups.iter().map(|group| {
            let mut mixed = a.to_vec();
            for &dimension in group {
                if let (Some(place), Some(other)) = (mixed.get_mut(dimension), b.get(dimension)) {
                    *place = *other;
                }
            }
            mixed
        }));
        let mut figures = Vec::with_capacity(points.len());
        for points in points.chunks(Lanes::COUNT) {
            figures.extend(self.figures(points, trajectory).into_iter().take(points.len()));
        }
        let mixed = figures.split_off(2.min(figures.len()));
        let nothing = f64::NAN;
        Row {
            at_a: figures.first().copied().unwrap_or(nothing),
            at_b: figures.get(1).copied().unwrap_or(nothing),
            mixed,
        }
    }

    /// The figures of up to four points at once.
    fn figures(&self, points: &[Vec<f64>], trajectory: &mut Trajectory<Lanes>) -> [f64; Lanes::COUNT] {
        let mut inputs = self.base;
        for (dimension, (drawn, &value)) in self.drawn.iter().zip(&self.values).enumerate() {
            let of_lane = |lane: usize| {
                let by = points.get(lane).or(points.first()).and_then(|point| point.get(dimension));
                drawn.apply(value, by.copied().unwrap_or(f64::NAN))
            };
            inputs.put(drawn.input, Lanes::from_array(core::array::from_fn(of_lane)));
        }
        run_from(trajectory, &self.history, &inputs, self.quarters);
        self.target.read_any(&inputs, trajectory).map_or([f64::NAN; Lanes::COUNT], Lanes::to_array)
    }

    /// Puts the parts together, in whatever order they were computed; parts that are not there are left out. None where there are
    /// no figures.
    #[must_use]
    pub fn shares(&self, mut parts: Vec<VariancePart>) -> Option<VarianceShares> {
        parts.sort_by_key(|part| part.part);
        let mut missing = 0;
        let mut replicates = vec![Vec::new(); REPLICATES as usize];
        for (row, figures) in parts.into_iter().flat_map(|part| (part.part * ROWS_A_PART..).zip(part.rows)) {
            let exists =
                figures.mixed.iter().chain([&figures.at_a, &figures.at_b]).all(|figure| figure.is_finite());
            match replicates.get_mut(self.design.hypercube(row)) {
                Some(rows) if exists => rows.push(figures),
                _ => missing += 1,
            }
        }
        let estimated = estimate(&replicates, self.groups.len())?;
        let (of_inputs, of_grades) = estimated.groups.split_at_checked(self.drawn.len())?;
        let mut inputs: Vec<_> = self
            .drawn
            .iter()
            .zip(of_inputs)
            .map(|(drawn, &Indices { first, total })| InputShare { input: drawn.input, first, total })
            .collect();
        inputs.sort_by(|a, b| b.total.share.total_cmp(&a.total.share));
        let sizes = self.groups.iter().skip(self.drawn.len()).map(Vec::len);
        let grades =
            Grade::ALL.into_iter().zip(sizes).zip(of_grades).map(
                |((grade, inputs), &Indices { first, total })| GradeShare { grade, inputs, first, total },
            );
        Some(VarianceShares {
            mean: estimated.mean,
            deviation: estimated.variance.max(0.0).sqrt(),
            inputs,
            grades: grades.collect(),
            missing,
        })
    }
}
