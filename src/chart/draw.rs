//! Draws a chart: series → sized → placed → rendered.

use super::{
    axis::{nice_ticks, year_ticks},
    labels::spread,
    palette::Palette,
};
use crate::{
    format::number,
    view::{Chart, Point, Series, Shape},
};
use plotters::{
    coord::Shift,
    drawing::{DrawingArea, DrawingAreaErrorKind},
    element::{Circle, DashedPathElement, PathElement, Polygon, Rectangle},
    prelude::{DrawingBackend, IntoDrawingArea},
    style::{
        Color, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle,
        text_anchor::{HPos, Pos, VPos},
    },
};

type Drawn<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// From this width on, lines are labelled at their ends; below, a legend is shown beside the chart.
const LABELLED_FROM_PX: f64 = 480.0;
const FONT_PX: f64 = 11.5;
const LABEL_GAP_PX: f64 = 14.0;
const TICK_GAP_PX: f64 = 46.0;
const YEAR_GAP_PX: f64 = 52.0;

/// Where a chart is drawn, in CSS pixels, and the words on it.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// Width, CSS pixels.
    pub width_px: f64,
    /// Height, CSS pixels.
    pub height_px: f64,
    /// Pixels of the backend for each CSS pixel.
    pub scale: f64,
    /// Font family, as in a style sheet.
    pub font: &'a str,
    /// Word over the reported quarters.
    pub reported: &'a str,
    /// Word over the run.
    pub run: &'a str,
}

impl Frame<'_> {
    /// Whether lines are labelled at their ends.
    #[must_use]
    pub fn is_labelled(&self) -> bool {
        self.width_px >= LABELLED_FROM_PX
    }
}

/// The plot within its frame, and how data is placed in it.
struct Placed<'a> {
    chart: &'a Chart,
    frame: &'a Frame<'a>,
    palette: &'a Palette,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    ticks: Vec<f64>,
    low: f64,
    high: f64,
}

impl<'a> Placed<'a> {
    fn new(chart: &'a Chart, frame: &'a Frame<'a>, palette: &'a Palette) -> Self {
        let (top, bottom) = (22.0, frame.height_px - 22.0);
        let (low, high) = with_air(chart.value_range());
        let ticks = nice_ticks(low, high, ((bottom - top) / TICK_GAP_PX) as usize);
        let label_room = if frame.is_labelled() { label_room_px(chart) } else { 12.0 };
        Self {
            chart,
            frame,
            palette,
            left: 44.0,
            right: frame.width_px - label_room,
            top,
            bottom,
            ticks,
            low,
            high,
        }
    }

    /// Horizontal place of a quarter, CSS pixels.
    fn x_px(&self, quarter: f64) -> f64 {
        let span = f64::from(self.chart.last - self.chart.first).max(1.0);
        self.left + (quarter - f64::from(self.chart.first)) / span * (self.right - self.left)
    }

    /// Vertical place of a value, CSS pixels.
    fn y_px(&self, value: f64) -> f64 {
        self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)
    }

    /// CSS pixels as pixels of the backend.
    fn px(&self, x: f64, y: f64) -> (i32, i32) {
        ((x * self.frame.scale).round() as i32, (y * self.frame.scale).round() as i32)
    }

    fn point(&self, &(quarter, value): &Point) -> (i32, i32) {
        self.px(self.x_px(f64::from(quarter)), self.y_px(value))
    }

    fn points(&self, points: &[Point]) -> Vec<(i32, i32)> {
        points.iter().map(|point| self.point(point)).collect()
    }

    fn stroke(&self, colour: impl Color, width_px: f64) -> ShapeStyle {
        colour.stroke_width(((width_px * self.frame.scale).round() as u32).max(1))
    }

    fn words(&self, colour: RGBColor, is_strong: bool, horizontal: HPos, vertical: VPos) -> TextStyle<'a> {
        let style = if is_strong { FontStyle::Bold } else { FontStyle::Normal };
        let font = (FontFamily::Name(self.frame.font), FONT_PX * self.frame.scale, style);
        let mut words = TextStyle::from(font).pos(Pos::new(horizontal, vertical));
        words.color = colour.to_backend_color();
        words
    }
}

/// A range with some air beyond its ends; an end at zero stays there.
fn with_air((low, high): (f64, f64)) -> (f64, f64) {
    const AIR: f64 = 0.05;
    let span = high - low;
    if span.is_nan() || span <= 0.0 {
        return (0.0, 1.0);
    }
    (if low < 0.0 { low - AIR * span } else { low }, high + AIR * span)
}

/// Room for the labels of a chart, CSS pixels. Estimated, because measuring text would force a layout on every frame.
fn label_room_px(chart: &Chart) -> f64 {
    let width = |label: &str| -> f64 { label.chars().map(|c| if c.is_ascii() { 6.6 } else { 12.0 }).sum() };
    chart.series.iter().map(|series| width(series.label)).fold(0.0, f64::max) + 16.0
}

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
    let placed = Placed::new(chart, frame, palette);
    area.fill(&palette.paper)?;
    draw_ground(&area, &placed)?;
    draw_bands(&area, &placed)?;
    for series in chart.series.iter().filter(|series| series.shape != Shape::Stacked) {
        draw_line(&area, &placed, series)?;
    }
    draw_axes(&area, &placed)?;
    if frame.is_labelled() {
        draw_labels(&area, &placed)?;
    }
    area.present()
}

/// The reported quarters' ground and the grid.
fn draw_ground<DB: DrawingBackend>(area: &DrawingArea<DB, Shift>, placed: &Placed<'_>) -> Drawn<DB> {
    let Placed { chart, palette, left, right, top, bottom, .. } = *placed;
    // The last reported quarter is the one before the run.
    let boundary = placed.x_px(f64::from(chart.run_from) - 1.0);
    if boundary > left {
        let corners = [placed.px(left, top), placed.px(boundary, bottom)];
        area.draw(&Rectangle::new(corners, palette.reported.filled()))?;
    }
    for tick in &placed.ticks {
        let y = placed.y_px(*tick);
        let path = [placed.px(left, y), placed.px(right, y)];
        area.draw(&PathElement::new(path, placed.stroke(palette.grid, 1.0)))?;
    }
    if boundary > left {
        let path = [placed.px(boundary, top - 14.0), placed.px(boundary, bottom)];
        area.draw(&PathElement::new(path, placed.stroke(palette.quiet.mix(0.7), 1.0)))?;
        let (before, after) = (placed.px(boundary - 5.0, top - 10.0), placed.px(boundary + 5.0, top - 10.0));
        area.draw_text(
            placed.frame.reported,
            &placed.words(palette.quiet, false, HPos::Right, VPos::Center),
            before,
        )?;
        area.draw_text(
            placed.frame.run,
            &placed.words(palette.quiet, false, HPos::Left, VPos::Center),
            after,
        )?;
    }
    Ok(())
}

fn draw_bands<DB: DrawingBackend>(area: &DrawingArea<DB, Shift>, placed: &Placed<'_>) -> Drawn<DB> {
    for (series, lower, upper) in placed.chart.bands() {
        let edge = upper.iter().chain(lower.iter().rev()).map(|point| placed.point(point));
        let colour = placed.palette.idea(series.colour);
        area.draw(&Polygon::new(edge.collect::<Vec<_>>(), colour.mix(0.82).filled()))?;
        // A hair of paper between bands keeps neighbours apart without relying on colour.
        area.draw(&PathElement::new(placed.points(&upper), placed.stroke(placed.palette.paper, 1.0)))?;
    }
    Ok(())
}

fn draw_line<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    placed: &Placed<'_>,
    series: &Series,
) -> Drawn<DB> {
    let scale = placed.frame.scale;
    let colour = placed.palette.idea(series.colour);
    let is_leading = series.shape == Shape::LeadingLine;
    let width_px = if is_leading { 3.0 } else { 2.0 };

    if !series.base.is_empty() {
        let (dash, space) = ((5.0 * scale) as i32, (4.0 * scale) as i32);
        let points = placed.points(&series.base);
        let style = placed.stroke(colour.mix(0.6), 1.25);
        area.draw(&DashedPathElement::new(points, dash, space, style))?;
    }
    // The run starts at the last reported point, so that the line does not break there.
    let joined: Vec<Point> = series.reported.last().into_iter().chain(&series.run).copied().collect();
    if is_leading {
        let last = joined.last().map_or(placed.chart.last, |point| point.0);
        let first = joined.first().map_or(placed.chart.first, |point| point.0);
        let closed = placed.points(&joined).into_iter().chain(placed.points(&[(last, 0.0), (first, 0.0)]));
        area.draw(&Polygon::new(closed.collect::<Vec<_>>(), colour.mix(0.14).filled()))?;
    }
    area.draw(&PathElement::new(placed.points(&joined), placed.stroke(colour, width_px)))?;

    area.draw(&PathElement::new(
        placed.points(&series.reported),
        placed.stroke(colour.mix(0.75), width_px * 0.75),
    ))?;
    for point in &series.reported {
        area.draw(&Circle::new(placed.point(point), (2.2 * scale) as i32, colour.filled()))?;
    }
    for point in &series.since {
        area.draw(&Circle::new(placed.point(point), (3.6 * scale) as i32, placed.palette.paper.filled()))?;
        area.draw(&Circle::new(placed.point(point), (3.2 * scale) as i32, placed.stroke(colour, 1.5)))?;
    }
    Ok(())
}

fn draw_axes<DB: DrawingBackend>(area: &DrawingArea<DB, Shift>, placed: &Placed<'_>) -> Drawn<DB> {
    let Placed { chart, palette, left, right, bottom, .. } = *placed;
    let zero = placed.y_px(0.0);
    let path = [placed.px(left, zero), placed.px(right, zero)];
    area.draw(&PathElement::new(path, placed.stroke(palette.ink, 1.0)))?;

    let step = placed.ticks.first().zip(placed.ticks.get(1)).map_or(1.0, |(a, b)| b - a);
    let decimals = if step >= 1.0 { 0 } else { 1 };
    let words = placed.words(palette.quiet, false, HPos::Right, VPos::Center);
    for tick in &placed.ticks {
        area.draw_text(&number(*tick, decimals), &words, placed.px(left - 6.0, placed.y_px(*tick)))?;
    }
    let words = placed.words(palette.quiet, false, HPos::Center, VPos::Top);
    let most = ((right - left) / YEAR_GAP_PX) as usize;
    for (quarter, year) in year_ticks(chart.first, chart.last, most) {
        let x = placed.x_px(f64::from(quarter));
        let path = [placed.px(x, bottom), placed.px(x, bottom + 4.0)];
        area.draw(&PathElement::new(path, placed.stroke(palette.quiet, 1.0)))?;
        area.draw_text(&year.to_string(), &words, placed.px(x, bottom + 7.0))?;
    }
    Ok(())
}

/// Names beside the ends of lines and the middles of bands.
fn draw_labels<DB: DrawingBackend>(area: &DrawingArea<DB, Shift>, placed: &Placed<'_>) -> Drawn<DB> {
    let bands = placed.chart.bands().filter_map(|(series, lower, upper)| {
        let (&(_, low), &(_, high)) = (lower.last()?, upper.last()?);
        // A band too thin to see needs no name; its figures are in the table.
        (placed.y_px(low) - placed.y_px(high) > 2.0).then_some((series, (low + high) / 2.0))
    });
    let lines = placed.chart.series.iter().filter(|series| series.shape != Shape::Stacked);
    let lines = lines.filter_map(|series| Some((series, series.run.last()?.1)));
    let labelled: Vec<_> = bands.chain(lines).collect();
    let wanted: Vec<_> = labelled.iter().map(|(_, value)| placed.y_px(*value)).collect();
    let places = spread(&wanted, LABEL_GAP_PX, placed.top, placed.bottom);
    for ((series, _), y) in labelled.into_iter().zip(places) {
        let is_strong = series.shape == Shape::LeadingLine;
        let words = placed.words(placed.palette.idea(series.colour), is_strong, HPos::Left, VPos::Center);
        area.draw_text(series.label, &words, placed.px(placed.right + 8.0, y))?;
    }
    Ok(())
}
