//! How widely a series spreads under uncertainty, beside its run.

use super::{
    chart::{Chart, Plot},
    series::{Measure, Series, Shape},
};
use buildout_analysis::{FAN, Side, StudiedSeries, Study, Survey};
use buildout_model::Output;
use buildout_scenario::{Link, Period};

/// The values of a quarter below which the shares [`FAN`] of the draws lie, by its place on the axis of quarters.
pub type FanPoint = (i32, [f64; FAN.len()]);

/// What is studied of a chart, plot after plot: each line, and the top of each stack.
#[must_use]
pub fn studied(chart: &Chart) -> Vec<StudiedSeries> {
    chart.plots.iter().flat_map(|plot| of_plot(plot, chart.period)).collect()
}

fn of_plot(plot: &Plot, period: Period) -> Vec<StudiedSeries> {
    let lines = plot.series.iter().filter(|series| series.shape != Shape::Stacked);
    let stacked = plot.series.iter().filter(|series| series.shape == Shape::Stacked);
    let outputs: Vec<Output> = stacked.filter_map(output).collect();
    let stack = (!outputs.is_empty()).then(|| StudiedSeries {
        is_trailing: is_added_up(plot.series.first(), period),
        outputs,
        over: None,
    });
    lines
        .map(|series| {
            let (outputs, over) = match series.measure {
                Measure::Output(output) => (vec![output], None),
                Measure::Share(part, whole) => (vec![part], Some(whole)),
            };
            StudiedSeries { outputs, over, is_trailing: is_added_up(Some(series), period) }
        })
        .chain(stack)
        .collect()
}

fn output(series: &Series) -> Option<Output> {
    match series.measure {
        Measure::Output(output) => Some(output),
        Measure::Share(..) => None,
    }
}

fn is_added_up(series: Option<&Series>, period: Period) -> bool {
    matches!(period, Period::TrailingYear | Period::CalendarYear)
        && series.is_some_and(|series| series.measure.is_flow())
}

impl Chart {
    /// The chart with the fans of what [`studied`] asked for, in its order; `None` leaves one out.
    #[must_use]
    pub fn with_fans(mut self, fans: impl IntoIterator<Item = Option<Vec<FanPoint>>>) -> Self {
        let mut fans = fans.into_iter();
        let (first, last, period) = (self.first, self.last, self.period);
        let mut shown = |is_flow: bool| {
            let mut fan = fans.next().flatten().unwrap_or_default();
            // A year has one figure, at its end.
            let is_yearly = period == Period::CalendarYear && is_flow;
            fan.retain(|(quarter, _)| {
                (first..=last).contains(quarter) && (!is_yearly || quarter.rem_euclid(4) == 3)
            });
            fan
        };
        for plot in &mut self.plots {
            let has_stack =
                plot.series.iter().any(|series| series.shape == Shape::Stacked && output(series).is_some());
            for series in plot.series.iter_mut().filter(|series| series.shape != Shape::Stacked) {
                series.fan = shown(series.measure.is_flow());
            }
            if has_stack {
                let is_flow = plot.series.first().is_some_and(|series| series.measure.is_flow());
                plot.stack_fan = shown(is_flow);
            }
        }
        self
    }
}

/// A chart with the fans of what it shows, where its link shows fans; counted here and now, which takes a while.
#[must_use]
pub fn fanned(chart: Chart, link: &Link) -> Chart {
    if !link.uncertain.is_shown {
        return chart;
    }
    let series = studied(&chart);
    let quarters = usize::try_from(chart.last - chart.run_from + 1).unwrap_or(0);
    let study = Study { other: None, quarters, series: series.clone(), ..Study::of_link(link) };
    let survey = Survey::new(&study);
    let mut tally = survey.tally();
    (0..survey.parts()).for_each(|part| survey.count(part, &mut tally));
    let first = chart.run_from;
    let fan = |place| {
        let quarters = survey.fan(&tally, Side::Scenario, place);
        Some((first..).zip(quarters).filter_map(|(quarter, fan)| Some((quarter, fan?))).collect())
    };
    chart.with_fans((0..series.len()).map(fan))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{Run, ShownAs, chart};
    use buildout_scenario::{Horizon, Language, Panel, Scenario};

    #[test]
    fn every_chart_has_something_to_study_and_takes_its_fans() {
        let run = Run::of(Scenario::default(), Horizon::FULL);
        for panel in Panel::ALL {
            for period in Period::ALL {
                let shown = ShownAs { period, zoom: None };
                let chart = chart(panel, &run, &run, shown, Language::English);
                let studied = studied(&chart);
                assert!(!studied.is_empty(), "{}", panel.id());
                let fan: Vec<FanPoint> =
                    (chart.run_from..=chart.last).map(|quarter| (quarter, [1.0; 5])).collect();
                let chart = chart.with_fans(studied.iter().map(|_| Some(fan.clone())));
                let lines = chart.series().filter(|(_, series)| !series.fan.is_empty()).count();
                let stacks = chart.plots.iter().filter(|plot| !plot.stack_fan.is_empty()).count();
                assert_eq!(lines + stacks, studied.len(), "{} {period:?}", panel.id());
            }
        }
    }

    #[test]
    fn what_is_studied_is_what_is_drawn() {
        // A fan of what is certain lies on the run.
        let run = Run::of(Scenario::default(), Horizon::FULL);
        for panel in [Panel::CashFlow, Panel::Sales, Panel::Capex] {
            let shown = ShownAs { period: Period::TrailingYear, zoom: None };
            let chart = chart(panel, &run, &run, shown, Language::English);
            let mut studied = studied(&chart).into_iter();
            for plot in &chart.plots {
                for series in plot.series.iter().filter(|series| series.shape != Shape::Stacked) {
                    let studied = studied.next().unwrap();
                    assert_eq!(Some(studied.outputs[0]), output(series).or(Some(studied.outputs[0])));
                    assert_eq!(studied.is_trailing, series.measure.is_flow(), "{}", series.label);
                }
                if plot.series.iter().any(|series| series.shape == Shape::Stacked) {
                    let stack = studied.next().unwrap();
                    let (_, last) = *plot.bands().last().unwrap().2.last().unwrap();
                    let of_quarter = |ago: usize| {
                        let figures = &run.trajectory.figures()[run.trajectory.figures().len() - 1 - ago];
                        stack.outputs.iter().map(|output| figures.get(*output)).sum::<f64>()
                    };
                    let total: f64 =
                        if stack.is_trailing { (0..4).map(of_quarter).sum() } else { of_quarter(0) };
                    assert!((total - last).abs() < 1e-9 * last.abs(), "{total} is not {last}");
                }
            }
        }
    }
}
