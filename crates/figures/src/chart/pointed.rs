//! Which series of a chart a point of its drawing belongs to.

use super::{draw::heights, frame::Frame, placed::Scale};
use crate::view::{Chart, Plot, Series};

/// The series of a quarter that is drawn nearest to a height of the drawing, CSS pixels; a stacked one where the height is
/// within its band. None where no series has a figure there.
#[must_use]
pub fn series_at<'a>(frame: &Frame<'_>, chart: &'a Chart, quarter: i32, y_px: f64) -> Option<&'a Series> {
    let distance = |(top, bottom): (f64, f64)| (top - y_px).max(y_px - bottom).max(0.0);
    let plots = chart.plots.iter().zip(heights(frame, chart));
    let (plot, ends_px) = plots.min_by(|(_, a), (_, b)| distance(*a).total_cmp(&distance(*b)))?;
    nearest(plot, &Scale::of(plot, ends_px), quarter, y_px)
}

fn nearest<'a>(plot: &'a Plot, scale: &Scale, quarter: i32, y_px: f64) -> Option<&'a Series> {
    let at = |points: &[(i32, f64)]| points.iter().find(|point| point.0 == quarter).map(|point| point.1);
    let bands = plot.bands().filter_map(|(series, lower, upper)| {
        let (lower_px, upper_px) = (scale.y_px(at(&lower)?), scale.y_px(at(&upper)?));
        Some(((upper_px - y_px).max(y_px - lower_px).max(0.0), series))
    });
    let lines = plot
        .series
        .iter()
        .filter(|series| series.shape != crate::view::Shape::Stacked)
        .filter_map(|series| Some(((scale.y_px(series.at(quarter)?.0) - y_px).abs(), series)));
    lines.chain(bands).min_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, series)| series)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{Run, ShownAs, chart};
    use buildout_scenario::{Horizon, Language, Panel, Scenario};

    /// Where a series is drawn, it is found.
    #[test]
    fn a_series_is_found_where_it_is_drawn() {
        let run = Run::of(Scenario::default(), Horizon::default());
        let frame = Frame {
            width_px: 900.0,
            height_px: 320.0,
            scale: 1.0,
            text_scale: 1.0,
            font: "",
            reported: "",
            run: "",
            cursor: None,
        };
        for panel in Panel::ALL {
            let chart = chart(panel, &run, &run, ShownAs::default(), Language::English);
            let mut found = 0;
            for (plot, ends_px) in chart.plots.iter().zip(heights(&frame, &chart)) {
                let scale = Scale::of(plot, ends_px);
                for quarter in [chart.run_from + 2, chart.last - 3] {
                    let lines =
                        plot.series.iter().filter(|series| series.shape != crate::view::Shape::Stacked);
                    for (value, series) in lines.filter_map(|series| Some((series.at(quarter)?.0, series))) {
                        let at = series_at(&frame, &chart, quarter, scale.y_px(value)).unwrap();
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
                            let at = series_at(&frame, &chart, quarter, middle_px).unwrap();
                            assert_eq!(at.label, series.label, "{panel:?} {quarter}");
                            found += 1;
                        }
                    }
                }
            }
            assert!(found > 0, "{panel:?}");
        }
    }
}
