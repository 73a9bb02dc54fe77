//! Where a chart is drawn.

use crate::view::Chart;

/// From this width on, lines are labelled at their ends; below, the legend beside the chart names them.
const LABELLED_FROM_PX: f64 = 480.0;
/// Room for the labels of the vertical axis, CSS pixels.
const LEFT_PX: f64 = 44.0;
/// Room beside a plot without labels, CSS pixels.
const RIGHT_PX: f64 = 12.0;

/// Where a chart is drawn, in CSS pixels, and the words on it.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// Width, CSS pixels.
    pub width_px: f64,
    /// Height, CSS pixels.
    pub height_px: f64,
    /// Pixels of the backend for each CSS pixel.
    pub scale: f64,
    /// What the backend takes for a text of size 1: 1 for a canvas.
    pub text_scale: f64,
    /// Font family, as in a style sheet.
    pub font: &'a str,
    /// Word over the reported quarters.
    pub reported: &'a str,
    /// Word over the run.
    pub run: &'a str,
    /// The quarter that the reader points at.
    pub cursor: Option<i32>,
}

impl Frame<'_> {
    /// Whether lines are labelled at their ends.
    #[must_use]
    pub fn is_labelled(&self) -> bool {
        self.width_px >= LABELLED_FROM_PX
    }

    /// The left and right end of the plots, CSS pixels.
    #[must_use]
    pub fn plot_ends_px(&self, chart: &Chart) -> (f64, f64) {
        let room = if self.is_labelled() { label_room_px(chart) } else { RIGHT_PX };
        (LEFT_PX, self.width_px - room)
    }
}

/// Width of a text, CSS pixels. Estimated, because measuring text would force a layout on every frame.
#[must_use]
pub fn text_width_px(text: &str) -> f64 {
    text.chars().map(|c| if c.is_ascii() { 6.6 } else { 12.0 }).sum()
}

/// Room for the labels of a chart, CSS pixels.
fn label_room_px(chart: &Chart) -> f64 {
    chart.series().map(|(_, series)| text_width_px(series.label)).fold(0.0, f64::max) + 16.0
}
