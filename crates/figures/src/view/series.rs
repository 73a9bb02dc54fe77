//! One measure over time, with what it is called and how it is drawn.

use super::{fan::FanPoint, run::Run};
use buildout_model::{Figures, Output, Quarter, ReportedQuarter};
use buildout_scenario::Period;

/// One idea, one colour, the same in every chart; the theme says which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Colour {
    /// Operating cash flow.
    Ocf,
    /// CapEx.
    Capex,
    /// Free cash flow.
    Fcf,
    /// The core cloud.
    Core,
    /// Training.
    Training,
    /// Raw inference.
    RawInference,
    /// Bedrock and AgentCore.
    Managed,
    /// Developer tools.
    Tools,
    /// Advertising.
    Ads,
    /// Energised power.
    Power,
    /// The AI fleet.
    Ai,
    /// Chips that wait for power.
    Waiting,
    /// Nvidia.
    Gpu,
    /// Amazon's own chips.
    Trainium,
    /// Totals.
    Total,
    /// Everything else.
    Other,
}

impl Colour {
    /// Every colour.
    pub const ALL: [Colour; 16] = [
        Colour::Ocf,
        Colour::Capex,
        Colour::Fcf,
        Colour::Core,
        Colour::Training,
        Colour::RawInference,
        Colour::Managed,
        Colour::Tools,
        Colour::Ads,
        Colour::Power,
        Colour::Ai,
        Colour::Waiting,
        Colour::Gpu,
        Colour::Trainium,
        Colour::Total,
        Colour::Other,
    ];

    /// The token of the style sheet that holds it.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Colour::Ocf => "--ocf",
            Colour::Capex => "--capex",
            Colour::Fcf => "--fcf",
            Colour::Core => "--core",
            Colour::Training => "--training",
            Colour::RawInference => "--raw-inference",
            Colour::Managed => "--managed",
            Colour::Tools => "--tools",
            Colour::Ads => "--ads",
            Colour::Power => "--power",
            Colour::Ai => "--ai",
            Colour::Waiting => "--waiting",
            Colour::Gpu => "--gpu",
            Colour::Trainium => "--trainium",
            Colour::Total => "--total",
            Colour::Other => "--other",
        }
    }
}

/// How a series is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A line.
    Line,
    /// The line that the chart is about, its distance from zero filled.
    LeadingLine,
    /// A band on top of the stacked series before it.
    Stacked,
}

/// What a series measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// An output of the model.
    Output(Output),
    /// One output over another, both of the same unit.
    Share(Output, Output),
}

impl Measure {
    pub(super) fn of(self, figure: impl Fn(Output) -> Option<f64>) -> Option<f64> {
        match self {
            Measure::Output(output) => figure(output),
            Measure::Share(part, whole) => Some(figure(part)? / figure(whole)?),
        }
    }

    fn of_run(self, figures: &Figures<f64>) -> Option<f64> {
        self.of(|output| Some(figures.get(output)))
    }

    pub(super) fn of_reported(self, reported: &ReportedQuarter) -> Option<f64> {
        self.of(|output| reported.get(output))
    }

    /// The name of its figure in a quarter, added up over a period as charts do: what the page asks the lab to trace.
    #[must_use]
    pub fn point(self, quarter: Quarter, period: Period) -> String {
        let is_year = matches!(period, Period::TrailingYear | Period::CalendarYear) && self.is_flow();
        match self {
            Measure::Output(output) if is_year => format!("year:{}@{quarter}", output.id()),
            Measure::Output(output) => format!("output:{}@{quarter}", output.id()),
            Measure::Share(part, whole) => format!("share:{}/{}@{quarter}", part.id(), whole.id()),
        }
    }

    /// The name of its figure of a filing; none of a share, which no filing has.
    pub(crate) fn reported(self, quarter: Quarter) -> Option<String> {
        match self {
            Measure::Output(output) => Some(format!("reported:{}@{quarter}", output.id())),
            Measure::Share(..) => None,
        }
    }

    /// Whether it is a flow of a quarter, which can be added up over a year.
    pub(super) fn is_flow(self) -> bool {
        matches!(self, Measure::Output(output) if output.declaration().unit.ends_with("/quarter"))
    }
}

/// A figure in a quarter, by its place on the axis of quarters.
pub type Point = (i32, f64);

/// One measure over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What it measures.
    pub measure: Measure,
    /// Its name beside the line.
    pub label: &'static str,
    /// Its colour.
    pub colour: Colour,
    /// How it is drawn.
    pub shape: Shape,
    /// Reported quarters before the run; empty where Amazon reports no such figure.
    pub reported: Vec<Point>,
    /// The run.
    pub run: Vec<Point>,
    /// Quarters of the run that have been reported since.
    pub since: Vec<Point>,
    /// The run to compare with, where it differs.
    pub base: Vec<Point>,
    /// What the reader reports.
    pub own: Vec<Point>,
    /// How widely it spreads under uncertainty; empty where that is not shown.
    pub fan: Vec<FanPoint>,
}

impl Series {
    /// A series still without figures.
    #[must_use]
    pub fn new(measure: Measure, label: &'static str, colour: Colour, shape: Shape) -> Self {
        Self {
            measure,
            label,
            colour,
            shape,
            reported: vec![],
            run: vec![],
            since: vec![],
            base: vec![],
            own: vec![],
            fan: vec![],
        }
    }

    /// A line of an output.
    #[must_use]
    pub fn line(output: Output, label: &'static str, colour: Colour) -> Self {
        Self::new(Measure::Output(output), label, colour, Shape::Line)
    }

    /// A band of an output.
    #[must_use]
    pub fn band(output: Output, label: &'static str, colour: Colour) -> Self {
        Self::new(Measure::Output(output), label, colour, Shape::Stacked)
    }

    /// Fills in the figures of a run, and of the one to compare with, over a period.
    pub fn fill(&mut self, run: &Run, base: &Run, period: Period) {
        let measure = self.measure;
        let period = if measure.is_flow() { period } else { Period::Quarter };
        let reported =
            |reported: &ReportedQuarter| Some((reported.quarter.index(), measure.of_reported(reported)?));
        let before: Vec<Point> = run.reported_before().filter_map(reported).collect();
        // A trailing sum of the first quarters run needs reported quarters before those that are shown.
        let known: Vec<Point> = run.reported_known().filter_map(reported).collect();
        let (shown, figures) = added_up(&known, &quarters(measure, run), period);
        let first = before.first().map_or(i32::MAX, |point| point.0);
        self.reported = shown.into_iter().filter(|point| point.0 >= first).collect();
        self.run = figures;
        if period == Period::Quarter {
            self.since = run.reported_since().filter_map(reported).collect();
        } else {
            let all: Vec<Point> =
                known.iter().copied().chain(run.reported_since().filter_map(reported)).collect();
            self.since = added_up(&known, all.get(known.len()..).unwrap_or_default(), period).1;
        }
        let known: Vec<Point> = base.reported_known().filter_map(reported).collect();
        let base = added_up(&known, &quarters(measure, base), period).1;
        if base != self.run {
            self.base = base;
        }
    }

    /// The figure of a quarter, run or reported, with what it is compared with.
    #[must_use]
    pub fn at(&self, quarter: i32) -> Option<(f64, Option<f64>)> {
        let find = |points: &[Point]| points.iter().find(|point| point.0 == quarter).map(|point| point.1);
        let value = find(&self.run).or_else(|| find(&self.reported))?;
        Some((value, find(&self.base)))
    }

    /// Leaves out what lies outside a range of quarters.
    pub fn keep(&mut self, first: i32, last: i32) {
        for points in [&mut self.reported, &mut self.run, &mut self.since, &mut self.base, &mut self.own] {
            points.retain(|point| (first..=last).contains(&point.0));
        }
    }
}

fn quarters(measure: Measure, run: &Run) -> Vec<Point> {
    let point =
        |(quarter, figures): (Quarter, &Figures<f64>)| Some((quarter.index(), measure.of_run(figures)?));
    run.trajectory.quarters().filter_map(point).collect()
}

/// Adds quarters up to a period: those known before the run, and those of the run, which may need the former.
pub(super) fn added_up(known: &[Point], run: &[Point], period: Period) -> (Vec<Point>, Vec<Point>) {
    if matches!(period, Period::Quarter | Period::Natural) {
        return (known.to_vec(), run.to_vec());
    }
    let all: Vec<Point> = known.iter().chain(run).copied().collect();
    let from = run.first().map_or(i32::MAX, |point| point.0);
    let sums = all.windows(4).filter_map(|year| {
        let (first, last) = (year.first()?, year.last()?);
        let is_whole = last.0 - first.0 == 3;
        let is_shown = period == Period::TrailingYear || last.0.rem_euclid(4) == 3;
        (is_whole && is_shown).then(|| (last.0, year.iter().map(|point| point.1).sum::<f64>()))
    });
    sums.partition(|point| point.0 < from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(from: i32, values: &[f64]) -> Vec<Point> {
        values.iter().enumerate().map(|(place, value)| (from + place as i32, *value)).collect()
    }

    #[test]
    fn quarters_add_up_to_years() {
        // Place 3 is a fourth quarter, as place 8103 is that of 2025.
        let (known, run) = (points(0, &[1.0, 2.0, 3.0]), points(3, &[4.0, 5.0, 6.0, 7.0, 8.0]));
        for (period, want_known, want_run) in [
            (Period::Quarter, known.clone(), run.clone()),
            (Period::TrailingYear, vec![], points(3, &[10.0, 14.0, 18.0, 22.0, 26.0])),
            (Period::CalendarYear, vec![], vec![(3, 10.0), (7, 26.0)]),
        ] {
            assert_eq!(added_up(&known, &run, period), (want_known, want_run), "{period:?}");
        }
    }

    #[test]
    fn a_gap_is_not_added_over() {
        let known = [(0, 1.0), (1, 1.0), (3, 1.0), (4, 1.0), (5, 1.0)];
        assert_eq!(added_up(&known, &[], Period::TrailingYear), (vec![], vec![]));
    }
}
