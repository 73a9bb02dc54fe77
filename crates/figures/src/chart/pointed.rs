//! Which figure of which run is drawn under a place.

use super::{draw::heights, frame::Frame, placed::Scale};
use crate::{
    traced::{Asked, RunOf},
    view::{Chart, Plot, Series, Shape},
};
use buildout_model::Quarter;
use buildout_scenario::Period;

/// A line is as near as this to its middle, so that the edge of the other run is found on top of a band.
const HALF_LINE_PX: f64 = 4.0;

/// What of a series is drawn at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Curve {
    /// The run, or what was reported before it.
    Run,
    /// The run that it is compared with.
    Other,
    /// What was reported since.
    Since,
}

/// What is drawn nearest to a height in a quarter, as it is traced; none where nothing is drawn.
#[must_use]
pub fn traced_at(frame: &Frame<'_>, chart: &Chart, quarter: i32, y_px: f64) -> Option<Asked> {
    let (series, curve) = curve_at(frame, chart, quarter, y_px)?;
    let quarter = Quarter::from_index(quarter);
    let point = series.measure.point(quarter, chart.period);
    Some(match curve {
        Curve::Run => Asked::point(point, RunOf::Scenario),
        Curve::Other => Asked::point(point, RunOf::Other),
        Curve::Since => Asked::point(series.measure.reported(quarter).unwrap_or(point), RunOf::Scenario),
    })
}

fn curve_at<'a>(frame: &Frame<'_>, chart: &'a Chart, quarter: i32, y_px: f64) -> Option<(&'a Series, Curve)> {
    let distance = |(top, bottom): (f64, f64)| (top - y_px).max(y_px - bottom).max(0.0);
    let plots = chart.plots.iter().zip(heights(frame, chart));
    let (plot, ends_px) = plots.min_by(|(_, a), (_, b)| distance(*a).total_cmp(&distance(*b)))?;
    // Sums of a year hold quarters of the run too, so that no filing has them.
    let has_filings = matches!(chart.period, Period::Quarter | Period::Natural);
    nearest(plot, &Scale::of(plot, ends_px), quarter, y_px, has_filings)
}

fn nearest<'a>(
    plot: &'a Plot,
    scale: &Scale,
    quarter: i32,
    y_px: f64,
    has_filings: bool,
) -> Option<(&'a Series, Curve)> {
    let at = |points: &[(i32, f64)]| points.iter().find(|point| point.0 == quarter).map(|point| point.1);
    let bands = plot.bands().filter_map(|(series, lower, upper)| {
        let (lower_px, upper_px) = (scale.y_px(at(&lower)?), scale.y_px(at(&upper)?));
        Some(((upper_px - y_px).max(y_px - lower_px).max(0.0), series, Curve::Run))
    });
    let edges = plot.compared_edges().into_iter().filter_map(|(series, edge)| {
        Some(((scale.y_px(at(&edge)?) - y_px).abs() - HALF_LINE_PX, series, Curve::Other))
    });
    let lines = plot.series.iter().filter(|series| series.shape != Shape::Stacked).flat_map(|series| {
        let run = series.at(quarter).map(|(value, _)| value);
        let since = at(&series.since).filter(|_| has_filings);
        let curves = [(run, Curve::Run), (at(&series.base), Curve::Other), (since, Curve::Since)];
        curves.map(|(value, curve)| Some(((scale.y_px(value?) - y_px).abs(), series, curve)))
    });
    // Of equals the first: the run before what it is compared with.
    let all = lines.flatten().chain(bands).chain(edges);
    all.min_by(|(a, ..), (b, ..)| a.total_cmp(b)).map(|(_, series, curve)| (series, curve))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{Measure, Run, ShownAs, chart};
    use buildout_model::{Input, Output};
    use buildout_scenario::{Horizon, Language, Panel, Scenario};

    const FRAME: Frame<'static> = Frame {
        width_px: 900.0,
        height_px: 320.0,
        scale: 1.0,
        text_scale: 1.0,
        font: "",
        reported: "",
        run: "",
        cursor: None,
    };

    /// Where a series is drawn, it is found.
    #[test]
    fn a_series_is_found_where_it_is_drawn() {
        let run = Run::of(Scenario::default(), Horizon::default());
        for panel in Panel::ALL {
            let chart = chart(panel, &run, &run, ShownAs::default(), Language::English);
            let mut found = 0;
            for (plot, ends_px) in chart.plots.iter().zip(heights(&FRAME, &chart)) {
                let scale = Scale::of(plot, ends_px);
                for quarter in [chart.run_from + 2, chart.last - 3] {
                    let lines = plot.series.iter().filter(|series| series.shape != Shape::Stacked);
                    for (value, series) in lines.filter_map(|series| Some((series.at(quarter)?.0, series))) {
                        let (at, curve) = curve_at(&FRAME, &chart, quarter, scale.y_px(value)).unwrap();
                        assert_eq!(curve, Curve::Run, "{panel:?} {}", series.label);
                        let got = at.at(quarter).unwrap().0;
                        assert!(
                            (got - value).abs() < 1e-9 || plot.bands().count() > 0,
                            "{panel:?} {}",
                            series.label
                        );
                        found += 1;
                    }
                    for (series, lower, upper) in plot.bands() {
                        let of =
                            |points: &[(i32, f64)]| points.iter().find(|point| point.0 == quarter).unwrap().1;
                        let (lower_px, upper_px) = (scale.y_px(of(&lower)), scale.y_px(of(&upper)));
                        // Another line may cross a band that is thin.
                        if lower_px - upper_px > 12.0 {
                            let middle_px = lower_px.midpoint(upper_px);
                            let (at, _) = curve_at(&FRAME, &chart, quarter, middle_px).unwrap();
                            assert_eq!(at.label, series.label, "{panel:?} {quarter}");
                            found += 1;
                        }
                    }
                }
            }
            assert!(found > 0, "{panel:?}");
        }
    }

    /// The line of the other run leads to the other run, that of the run to it, and a reported dot to its filing.
    #[test]
    fn what_is_compared_and_what_was_reported_since_are_found() {
        let run = Run::of(Scenario::default(), Horizon::default());
        let mut other = Scenario::default();
        other.set(Input::CapexNextYear, 260.0).unwrap();
        let other = Run::of(other, Horizon::default());
        let shown = ShownAs { period: Period::Quarter, ..ShownAs::default() };
        let chart = chart(Panel::CashFlow, &run, &other, shown, Language::English);
        let plot = &chart.plots[0];
        let scale = Scale::of(plot, heights(&FRAME, &chart)[0]);
        let series =
            plot.series.iter().find(|series| series.measure == Measure::Output(Output::Fcf)).unwrap();
        let traced = |points: &[(i32, f64)], quarter: &str| {
            let quarter = Quarter::parse(quarter).unwrap().index();
            let value = points.iter().find(|point| point.0 == quarter).unwrap().1;
            traced_at(&FRAME, &chart, quarter, scale.y_px(value)).unwrap().to_string()
        };
        assert_eq!(traced(&series.run, "2027Q2"), "output:fcf@2027Q2");
        assert_eq!(traced(&series.base, "2027Q2"), "output:fcf@2027Q2!other");
        assert_eq!(traced(&series.since, "2026Q2"), "reported:fcf@2026Q2");
        assert_eq!(traced(&series.reported, "2025Q1"), "output:fcf@2025Q1");
    }
}
