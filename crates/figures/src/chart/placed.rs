//! How data is placed in a plot.

use super::{axis::nice_ticks, frame::Frame, palette::Palette};
use crate::view::{Chart, Plot, Point};
use plotters::style::{
    Color, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle,
    text_anchor::{HPos, Pos, VPos},
};

const FONT_PX: f64 = 11.5;
const TICK_GAP_PX: f64 = 42.0;

/// A plot within its frame.
pub(super) struct Placed<'a> {
    pub(super) chart: &'a Chart,
    pub(super) plot: &'a Plot,
    pub(super) frame: &'a Frame<'a>,
    pub(super) palette: &'a Palette,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) ticks: Vec<f64>,
    /// What a value is multiplied by on the axis: shares are shown as percentages.
    pub(super) shown_per_value: f64,
    scale: Scale,
}

/// The vertical axis of a plot.
#[derive(Clone, Copy)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    top_px: f64,
    bottom_px: f64,
}

impl Scale {
    /// The axis of a plot between two heights, CSS pixels.
    pub(super) fn of(plot: &Plot, (top_px, bottom_px): (f64, f64)) -> Self {
        let (low, high) = with_air(plot.value_range());
        Self { low, high, top_px, bottom_px }
    }

    /// Vertical place of a value, CSS pixels.
    pub(super) fn y_px(&self, value: f64) -> f64 {
        self.bottom_px - (value - self.low) / (self.high - self.low) * (self.bottom_px - self.top_px)
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

impl<'a> Placed<'a> {
    /// A plot between two heights of its frame, CSS pixels.
    pub(super) fn new(
        chart: &'a Chart,
        plot: &'a Plot,
        frame: &'a Frame<'a>,
        palette: &'a Palette,
        (top, bottom): (f64, f64),
    ) -> Self {
        let scale = Scale::of(plot, (top, bottom));
        let Scale { low, high, .. } = scale;
        let shown_per_value = if crate::format::is_share(plot.unit) { 100.0 } else { 1.0 };
        let count = ((bottom - top) / TICK_GAP_PX).max(2.0) as usize;
        let shown = nice_ticks(low * shown_per_value, high * shown_per_value, count);
        let ticks = shown.into_iter().map(|tick| tick / shown_per_value).collect();
        let (left, right) = frame.plot_ends_px(chart);
        Self { chart, plot, frame, palette, left, right, top, bottom, ticks, shown_per_value, scale }
    }

    /// Horizontal place of a quarter, CSS pixels.
    pub(super) fn x_px(&self, quarter: f64) -> f64 {
        let span = f64::from(self.chart.last - self.chart.first).max(1.0);
        self.left + (quarter - f64::from(self.chart.first)) / span * (self.right - self.left)
    }

    /// Vertical place of a value, CSS pixels.
    pub(super) fn y_px(&self, value: f64) -> f64 {
        self.scale.y_px(value)
    }

    /// CSS pixels as pixels of the backend.
    pub(super) fn px(&self, x: f64, y: f64) -> (i32, i32) {
        ((x * self.frame.scale).round() as i32, (y * self.frame.scale).round() as i32)
    }

    pub(super) fn point(&self, &(quarter, value): &Point) -> (i32, i32) {
        self.px(self.x_px(f64::from(quarter)), self.y_px(value))
    }

    pub(super) fn points(&self, points: &[Point]) -> Vec<(i32, i32)> {
        points.iter().map(|point| self.point(point)).collect()
    }

    /// A length in CSS pixels as one of the backend.
    pub(super) fn length(&self, px: f64) -> i32 {
        (px * self.frame.scale).round() as i32
    }

    pub(super) fn stroke(&self, colour: impl Color, width_px: f64) -> ShapeStyle {
        colour.stroke_width(((width_px * self.frame.scale).round() as u32).max(1))
    }

    pub(super) fn words(
        &self,
        colour: RGBColor,
        is_strong: bool,
        horizontal: HPos,
        vertical: VPos,
    ) -> TextStyle<'a> {
        let style = if is_strong { FontStyle::Bold } else { FontStyle::Normal };
        let font =
            (FontFamily::Name(self.frame.font), FONT_PX * self.frame.scale * self.frame.text_scale, style);
        let mut words = TextStyle::from(font).pos(Pos::new(horizontal, vertical));
        words.color = colour.to_backend_color();
        words
    }
}
