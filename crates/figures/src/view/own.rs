//! A reader's own reported quarters, over the charts.

use super::{
    chart::Chart,
    series::{Measure, Point, Shape, added_up},
};
use buildout_model::{Output, REPORTED};
use buildout_scenario::Period;

/// A figure that the reader brought.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OwnFigure {
    /// The quarter, by its place on the axis of quarters.
    pub quarter: i32,
    /// What it is a figure of.
    pub output: Output,
    /// The figure, in the unit of the output.
    pub value: f64,
}

impl Chart {
    /// Lays the reader's figures over the lines of a chart. Over a year, quarters that the reader did not bring are those that
    /// Amazon reported; a year that is not whole is left out.
    #[must_use]
    pub fn with_own(mut self, own: &[OwnFigure]) -> Self {
        let (first, last, period) = (self.first, self.last, self.period);
        for series in self.plots.iter_mut().flat_map(|plot| &mut plot.series) {
            // A band lies on others, so a figure of its own has no place in it.
            if series.shape != Shape::Stacked {
                let period = if series.measure.is_flow() { period } else { Period::Quarter };
                series.own = own_points(series.measure, own, period);
                series.own.retain(|point| (first..=last).contains(&point.0));
            }
        }
        self
    }
}

fn own_points(measure: Measure, own: &[OwnFigure], period: Period) -> Vec<Point> {
    let brought = |quarter: i32| {
        measure.of(|output| {
            own.iter()
                .find(|figure| figure.quarter == quarter && figure.output == output)
                .map(|figure| figure.value)
        })
    };
    let mut quarters: Vec<i32> = own.iter().map(|figure| figure.quarter).collect();
    quarters.sort_unstable();
    quarters.dedup();
    let mut points: Vec<Point> =
        quarters.into_iter().filter_map(|quarter| Some((quarter, brought(quarter)?))).collect();
    if matches!(period, Period::Quarter | Period::Natural) {
        return points;
    }
    let is_own = |quarter: i32| brought(quarter).is_some();
    points.extend(REPORTED.iter().filter_map(|reported| {
        let quarter = reported.quarter.index();
        Some((quarter, measure.of_reported(reported)?)).filter(|_| !is_own(quarter))
    }));
    points.sort_by_key(|point| point.0);
    let (_, mut years) = added_up(&[], &points, period);
    years.retain(|point| is_own(point.0));
    years
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{Run, ShownAs, chart};
    use buildout_model::Quarter;
    use buildout_scenario::{Horizon, Language, Panel, Scenario};

    fn own(output: Output) -> Vec<OwnFigure> {
        let quarter = Quarter::new(2026, 3).unwrap().index();
        vec![
            OwnFigure { quarter, output, value: 60.0 },
            OwnFigure { quarter: quarter + 1, output, value: 70.0 },
        ]
    }

    #[test]
    fn own_quarters_lie_over_their_line_and_add_up_with_reported_ones() {
        let run = Run::of(Scenario::default(), Horizon::FULL);
        let reported = |quarter: &str| {
            let quarter = Quarter::parse(quarter).unwrap();
            REPORTED.iter().find(|reported| reported.quarter == quarter).unwrap().capex
        };
        let year = 60.0 + reported("2026Q2") + reported("2026Q1") + reported("2025Q4");
        for (period, want) in [
            (Period::Quarter, vec![60.0, 70.0]),
            (Period::TrailingYear, vec![year, year - reported("2025Q4") + 70.0]),
            (Period::CalendarYear, vec![year - reported("2025Q4") + 70.0]),
        ] {
            let shown = ShownAs { period, zoom: None };
            let chart =
                chart(Panel::CashFlow, &run, &run, shown, Language::English).with_own(&own(Output::Capex));
            let lines: Vec<_> = chart.series().filter(|(_, series)| !series.own.is_empty()).collect();
            assert_eq!(lines.len(), 1, "{period:?}");
            let values: Vec<_> = lines[0].1.own.iter().map(|point| point.1).collect();
            assert_eq!(values.len(), want.len());
            assert!(
                values.iter().zip(&want).all(|(a, b)| (a - b).abs() < 1e-9),
                "{period:?}: {values:?} {want:?}"
            );
        }
    }
}
