//! What a chart draws: plots over one axis of quarters.

use super::{
    fan::FanPoint,
    run::Run,
    series::{Point, Series, Shape},
};
use buildout_model::{Limit, Quarter};
use buildout_scenario::{Period, Zoom};

/// A named point: a goal, a low, a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The quarter.
    pub quarter: i32,
    /// The value, in the unit of the plot.
    pub value: f64,
    /// Its name.
    pub label: String,
}

/// Series of one unit on one vertical axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// The unit of the axis, as of a quarter.
    pub unit: &'static str,
    /// Its name over the plot, where a chart has several.
    pub label: &'static str,
    /// Its share of the height, against the other plots.
    pub weight: f64,
    /// What it shows, in the order of drawing.
    pub series: Vec<Series>,
    /// Points named in it.
    pub marks: Vec<Mark>,
    /// How widely the top of its stack spreads under uncertainty; empty where that is not shown.
    pub stack_fan: Vec<FanPoint>,
}

impl Plot {
    /// A plot of series.
    #[must_use]
    pub fn new(unit: &'static str, label: &'static str, series: Vec<Series>) -> Self {
        Self { unit, label, weight: 1.0, series, marks: vec![], stack_fan: vec![] }
    }

    /// The same with another share of the height.
    #[must_use]
    pub fn weighing(self, weight: f64) -> Self {
        Self { weight, ..self }
    }

    /// The stacked series with the lower and upper edge of each.
    pub fn bands(&self) -> impl Iterator<Item = (&Series, Vec<Point>, Vec<Point>)> {
        let stacked = self.series.iter().filter(|series| series.shape == Shape::Stacked);
        stacked.scan(Vec::<Point>::new(), |below: &mut Vec<Point>, series| {
            if below.is_empty() {
                *below = series.run.iter().map(|&(at, _)| (at, 0.0)).collect();
            }
            let lower = below.clone();
            // What is below zero has no place in a stack; its figures are in the table.
            let upper: Vec<Point> = lower
                .iter()
                .zip(&series.run)
                .map(|(&(at, under), &(_, value))| (at, under + value.max(0.0)))
                .collect();
            below.clone_from(&upper);
            Some((series, lower, upper))
        })
    }

    /// The upper edge of each stacked series in the run to compare with; empty where no band differs.
    #[must_use]
    pub fn compared_edges(&self) -> Vec<(&Series, Vec<Point>)> {
        let stacked = || self.series.iter().filter(|series| series.shape == Shape::Stacked);
        if stacked().all(|series| series.base.is_empty()) {
            return vec![];
        }
        let mut below: Vec<Point> = vec![];
        let mut edges = vec![];
        for series in stacked() {
            // A band that does not differ is the same in both.
            let compared = if series.base.is_empty() { &series.run } else { &series.base };
            let under = |quarter| below.iter().find(|point| point.0 == quarter).map_or(0.0, |point| point.1);
            let edge: Vec<Point> =
                compared.iter().map(|&(quarter, value)| (quarter, under(quarter) + value.max(0.0))).collect();
            below.clone_from(&edge);
            edges.push((series, edge));
        }
        edges
    }

    /// The lowest and highest value shown; zero is always within.
    #[must_use]
    pub fn value_range(&self) -> (f64, f64) {
        let lines = self.series.iter().filter(|series| series.shape != Shape::Stacked);
        let values = lines
            .flat_map(|series| [&series.reported, &series.run, &series.since, &series.base, &series.own])
            .flatten()
            .map(|&(_, value)| value);
        let tops = self.bands().flat_map(|(_, _, upper)| upper).map(|(_, value)| value);
        let compared = self.compared_edges().pop().map(|(_, top)| top).unwrap_or_default();
        let marks = self.marks.iter().map(|mark| mark.value);
        let fans = self.series.iter().map(|series| &series.fan).chain([&self.stack_fan]).flatten();
        let fans = fans.flat_map(|(_, values)| [values.first(), values.last()]).flatten().copied();
        values
            .chain(tops)
            .chain(compared.into_iter().map(|point| point.1))
            .chain(marks)
            .chain(fans)
            .fold((0.0, 0.0), |(low, high), value| (value.min(low), value.max(high)))
    }
}

/// Everything that a chart draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The first quarter shown.
    pub first: i32,
    /// The first quarter run.
    pub run_from: i32,
    /// The last quarter shown.
    pub last: i32,
    /// The span over which flows are added up.
    pub period: Period,
    /// One above the other.
    pub plots: Vec<Plot>,
    /// The limit that binds in each quarter, for the chart that shows it.
    pub ribbon: Vec<(i32, Limit)>,
    /// Whether its fans are still being counted.
    pub awaits_fans: bool,
}

/// How charts are to be shown, the same for all.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Shown {
    /// The span over which flows are added up.
    pub period: Period,
    /// The years shown.
    pub zoom: Option<Zoom>,
}

impl Chart {
    /// Fills plots with the figures of a run and of the one to compare with.
    pub(super) fn filled(plots: Vec<Plot>, run: &Run, base: &Run, shown: Shown) -> Self {
        let mut chart = Self {
            first: run.reported_before().next().map_or(run.first(), |reported| reported.quarter).index(),
            run_from: run.first().index(),
            last: run.last().index(),
            period: shown.period,
            plots,
            ribbon: vec![],
            awaits_fans: false,
        };
        for series in chart.plots.iter_mut().flat_map(|plot| &mut plot.series) {
            series.fill(run, base, shown.period);
        }
        chart
    }

    /// Shows the years of a zoom alone, as far as there are any in it.
    pub(super) fn zoomed(mut self, zoom: Option<Zoom>) -> Self {
        let years =
            zoom.and_then(|zoom| Some((Quarter::new(zoom.first(), 1)?, Quarter::new(zoom.last(), 4)?)));
        let (first, last) = years.map_or((self.first, self.last), |(from, to)| (from.index(), to.index()));
        let (first, last) = (first.max(self.first), last.min(self.last));
        if first >= last {
            return self;
        }
        (self.first, self.last) = (first, last);
        for plot in &mut self.plots {
            plot.marks.retain(|mark| (first..=last).contains(&mark.quarter));
            for series in &mut plot.series {
                series.keep(first, last);
            }
        }
        self.ribbon.retain(|(quarter, _)| (first..=last).contains(quarter));
        self
    }

    /// Every series, plot after plot.
    pub fn series(&self) -> impl Iterator<Item = (&Plot, &Series)> {
        self.plots.iter().flat_map(|plot| plot.series.iter().map(move |series| (plot, series)))
    }
}
