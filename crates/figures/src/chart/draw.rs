//! Draws a chart: series → sized → placed → rendered.

use super::{frame::Frame, ground, palette::Palette, placed::Placed, series};
use crate::view::Chart;
use plotters::{
    coord::Shift,
    drawing::{DrawingArea, DrawingAreaErrorKind},
    prelude::{DrawingBackend, IntoDrawingArea},
};

/// What drawing gives.
pub(crate) type Drawn<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// Over the first plot, for the words "reported" and "run".
const TOP_PX: f64 = 20.0;
/// Under the last plot, for the years.
const BOTTOM_PX: f64 = 22.0;
/// Over a plot with a name of its own.
const NAME_PX: f64 = 20.0;
/// The ribbon of limits with the gap above it.
const RIBBON_PX: f64 = 16.0;

/// Draws a chart.
///
/// # Errors
/// Where the backend refuses to draw.
pub fn draw<DB: DrawingBackend>(
    backend: DB,
    frame: &Frame<'_>,
    chart: &Chart,
    palette: &Palette,
) -> Drawn<DB> {
    let area = backend.into_drawing_area();
    draw_on(&area, frame, chart, palette)?;
    area.present()
}

/// Draws a chart onto a part of a drawing.
pub(crate) fn draw_on<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    frame: &Frame<'_>,
    chart: &Chart,
    palette: &Palette,
) -> Drawn<DB> {
    area.fill(&palette.paper)?;
    let heights = heights(frame, chart);
    for (place, (plot, heights)) in chart.plots.iter().zip(heights).enumerate() {
        let placed = Placed::new(chart, plot, frame, palette, heights);
        ground::draw_ground(area, &placed)?;
        series::draw_bands(area, &placed)?;
        series::draw_fans(area, &placed)?;
        series::draw_lines(area, &placed)?;
        ground::draw_values(area, &placed)?;
        series::draw_marks(area, &placed)?;
        if frame.is_labelled() {
            series::draw_labels(area, &placed)?;
        }
        if place == 0 {
            ground::draw_boundary_words(area, &placed)?;
        }
        if place + 1 == chart.plots.len() {
            ground::draw_ribbon(area, &placed)?;
            ground::draw_years(area, &placed, frame.height_px - BOTTOM_PX)?;
        }
        ground::draw_cursor(area, &placed)?;
    }
    Ok(())
}

/// The upper and lower end of each plot, CSS pixels.
pub(super) fn heights(frame: &Frame<'_>, chart: &Chart) -> Vec<(f64, f64)> {
    let name_px = |label: &str| if label.is_empty() { 0.0 } else { NAME_PX };
    let names: f64 = chart.plots.iter().map(|plot| name_px(plot.label)).sum();
    let ribbon = if chart.ribbon.is_empty() { 0.0 } else { RIBBON_PX };
    let room = (frame.height_px - TOP_PX - BOTTOM_PX - ribbon - names).max(1.0);
    let weights: f64 = chart.plots.iter().map(|plot| plot.weight).sum();
    let mut top = TOP_PX;
    let mut heights = Vec::with_capacity(chart.plots.len());
    for plot in &chart.plots {
        top += name_px(plot.label);
        let bottom = top + room * plot.weight / weights;
        heights.push((top, bottom));
        top = bottom;
    }
    heights
}
