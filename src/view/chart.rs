//! What a chart draws.

use super::{capacity, cash_flow, chips, run::Run, sales};
use buildout_model::Output;
use buildout_scenario::Language;

/// A chart of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChartKind {
    /// Operating cash flow, CapEx and free cash flow.
    CashFlow,
    /// AWS sales by part, advertising apart.
    Sales,
    /// Power and what uses it.
    Capacity,
    /// The AI fleet by kind of chip.
    Chips,
}

impl ChartKind {
    /// Every chart, in the order of the page.
    pub const ALL: [ChartKind; 4] =
        [ChartKind::CashFlow, ChartKind::Sales, ChartKind::Capacity, ChartKind::Chips];

    /// The name used in the page.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            ChartKind::CashFlow => "cash-flow",
            ChartKind::Sales => "sales",
            ChartKind::Capacity => "capacity",
            ChartKind::Chips => "chips",
        }
    }

    /// The unit of its axis.
    #[must_use]
    pub fn unit(self) -> &'static str {
        match self {
            ChartKind::CashFlow => "B$",
            ChartKind::Sales => "B$/quarter",
            ChartKind::Capacity | ChartKind::Chips => "GW",
        }
    }

    /// The chart of a run, with another one to compare with as a quiet second line where it differs.
    #[must_use]
    pub fn chart(self, run: &Run, base: &Run, language: Language) -> Chart {
        let series = match self {
            ChartKind::CashFlow => cash_flow::series(language),
            ChartKind::Sales => sales::series(language),
            ChartKind::Capacity => capacity::series(language),
            ChartKind::Chips => chips::series(language),
        };
        let mut chart = Chart {
            unit: self.unit(),
            first: run.reported_before().next().map_or(run.first(), |reported| reported.quarter).index(),
            run_from: run.first().index(),
            last: run.last().index(),
            series,
        };
        for series in &mut chart.series {
            series.fill(run, base);
        }
        chart
    }

    /// The chart in a sentence.
    #[must_use]
    pub fn summary(self, run: &Run, language: Language) -> String {
        match self {
            ChartKind::CashFlow => cash_flow::summary(run, language),
            ChartKind::Sales => sales::summary(run, language),
            ChartKind::Capacity => capacity::summary(run, language),
            ChartKind::Chips => chips::summary(run, language),
        }
    }

    /// The outputs in its table.
    #[must_use]
    pub fn columns(self) -> &'static [Output] {
        match self {
            ChartKind::CashFlow => {
                &[Output::OcfTtm, Output::CapexTtm, Output::FcfTtm, Output::Ocf, Output::Capex, Output::Fcf]
            }
            ChartKind::Sales => &[
                Output::CoreRevenue,
                Output::TrainingRevenue,
                Output::RawInferenceRevenue,
                Output::ManagedRevenue,
                Output::DeveloperToolsRevenue,
                Output::AwsRevenue,
                Output::AdsRevenue,
            ],
            ChartKind::Capacity => &[
                Output::Power,
                Output::ItRoom,
                Output::CoreIt,
                Output::AiIt,
                Output::FreeIt,
                Output::Waiting,
                Output::Binding,
            ],
            ChartKind::Chips => &[
                Output::GpuIt,
                Output::TrainiumIt,
                Output::TrainiumFleetShare,
                Output::TrainiumChipsMillion,
                Output::CostPerGw,
                Output::EarnsPerGw,
            ],
        }
    }
}

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
}

impl Colour {
    /// Every colour.
    pub const ALL: [Colour; 15] = [
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

/// A figure in a quarter, by its place on the axis of quarters.
pub type Point = (i32, f64);

/// One output over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// The output.
    pub output: Output,
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
}

impl Series {
    /// A series still without figures.
    pub(super) fn new(output: Output, label: &'static str, colour: Colour, shape: Shape) -> Self {
        Self { output, label, colour, shape, reported: vec![], run: vec![], since: vec![], base: vec![] }
    }

    fn fill(&mut self, run: &Run, base: &Run) {
        let output = self.output;
        let points = |run: &Run| -> Vec<Point> {
            run.trajectory
                .quarters()
                .map(|(quarter, figures)| (quarter.index(), figures.get(output)))
                .collect()
        };
        self.run = points(run);
        let reported = |reported: &buildout_model::ReportedQuarter| {
            Some((reported.quarter.index(), reported.get(output)?))
        };
        self.reported = run.reported_before().filter_map(reported).collect();
        self.since = run.reported_since().filter_map(reported).collect();
        if self.shape != Shape::Stacked {
            let base = points(base);
            if base != self.run {
                self.base = base;
            }
        }
    }
}

/// Everything that a chart draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The unit of its axis.
    pub unit: &'static str,
    /// The first quarter shown.
    pub first: i32,
    /// The first quarter run.
    pub run_from: i32,
    /// The last quarter shown.
    pub last: i32,
    /// What it shows, in the order of drawing.
    pub series: Vec<Series>,
}

impl Chart {
    /// The stacked series with the lower and upper edge of each.
    pub fn bands(&self) -> impl Iterator<Item = (&Series, Vec<Point>, Vec<Point>)> {
        let stacked = self.series.iter().filter(|series| series.shape == Shape::Stacked);
        stacked.scan(Vec::<Point>::new(), |below: &mut Vec<Point>, series| {
            if below.is_empty() {
                *below = series.run.iter().map(|&(at, _)| (at, 0.0)).collect();
            }
            let lower = below.clone();
            let upper: Vec<Point> = lower
                .iter()
                .zip(&series.run)
                .map(|(&(at, under), &(_, value))| (at, under + value))
                .collect();
            below.clone_from(&upper);
            Some((series, lower, upper))
        })
    }

    /// The lowest and highest value shown; zero is always within.
    #[must_use]
    pub fn value_range(&self) -> (f64, f64) {
        let lines = self.series.iter().filter(|series| series.shape != Shape::Stacked);
        let values = lines
            .flat_map(|series| [&series.reported, &series.run, &series.since, &series.base])
            .flatten()
            .map(|&(_, value)| value);
        let tops = self.bands().flat_map(|(_, _, upper)| upper).map(|(_, value)| value);
        values.chain(tops).fold((0.0, 0.0), |(low, high), value| (value.min(low), value.max(high)))
    }
}
