//! Drawing a picture: words from the top and from the bottom, and the chart in what is left between them.

use super::{contents::Picture, wrap::wrap};
use crate::chart::{Drawn, Frame, Palette, draw_on};
use plotters::{
    coord::Shift,
    drawing::DrawingArea,
    prelude::{DrawingBackend, IntoDrawingArea},
    style::{
        Color, FontFamily, FontStyle, RGBColor, TextStyle,
        text_anchor::{HPos, Pos, VPos},
    },
};

/// Fonts of a picture that leaves the page.
pub const SVG_FONT: &str = "'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', 'DejaVu Sans', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";

/// Room around everything, CSS pixels.
const MARGIN_PX: f64 = 22.0;
const TITLE_PX: f64 = 19.0;
const HEADLINE_PX: f64 = 21.0;
const WORDS_PX: f64 = 12.5;
const SMALL_PX: f64 = 10.5;
/// Height of a line over the size of its font.
const LINE: f64 = 1.38;
/// A link is longer than anyone reads; the whole of it is in the address that the picture came with.
const ADDRESS_LINES: usize = 2;

/// How a picture is drawn on a backend.
#[derive(Clone, Copy, Debug)]
pub struct Render<'a> {
    /// Pixels of the backend for each CSS pixel.
    pub scale: f64,
    /// What the backend takes for a text of size 1: 1 for a canvas.
    pub text_scale: f64,
    /// Font family, as in a style sheet.
    pub font: &'a str,
    /// The colours.
    pub palette: &'a Palette,
}

/// A run of words in one style.
struct Words<'a> {
    text: &'a str,
    font_px: f64,
    colour: RGBColor,
    is_strong: bool,
    most_lines: usize,
}

impl Picture {
    /// Draws the picture; the backend has its size times the scale.
    ///
    /// # Errors
    /// Where the backend refuses to draw.
    pub fn draw<DB: DrawingBackend>(&self, backend: DB, render: Render<'_>) -> Drawn<DB> {
        let area = backend.into_drawing_area();
        let Palette { paper, ink, quiet, .. } = *render.palette;
        area.fill(&paper)?;
        let (width, height) = self.size_px;
        let words = |text, font_px, colour| Words { text, font_px, colour, is_strong: false, most_lines: 2 };

        let mut top = MARGIN_PX;
        let title = if self.unit.is_empty() {
            self.title.clone()
        } else {
            format!("{} · {}", self.title, self.unit)
        };
        let title = Words { is_strong: true, ..words(&title, TITLE_PX, ink) };
        top += self.write(&area, render, &title, top)? + 2.0;
        top += self.write(
            &area,
            render,
            &Words { most_lines: 3, ..words(&self.scenario, WORDS_PX, quiet) },
            top,
        )?;
        if !self.headline.is_empty() {
            top += self.draw_headline(&area, render, top + 6.0)? + 6.0;
        }

        if let Some(chart_title) = &self.chart_title {
            let chart_title = Words { is_strong: true, most_lines: 1, ..words(chart_title, WORDS_PX, ink) };
            top += self.write(&area, render, &chart_title, top + 2.0)? + 2.0;
        }

        let mut bottom = height - MARGIN_PX + 6.0;
        let address = Words { most_lines: ADDRESS_LINES, ..words(&self.address, SMALL_PX, ink) };
        for below in [&address, &words(&self.source, SMALL_PX, quiet)] {
            bottom -= self.height_of(below);
            self.write(&area, render, below, bottom)?;
        }
        if let Some(summary) = &self.summary {
            let summary = words(summary, WORDS_PX, ink);
            bottom -= self.height_of(&summary) + 6.0;
            self.write(&area, render, &summary, bottom)?;
        }

        let (left, right) = (MARGIN_PX - 8.0, width - MARGIN_PX + 8.0);
        let px = |length: f64| (length * render.scale).round() as i32;
        let (top, bottom) = (top + 8.0, bottom - 6.0);
        let total = (px(width), px(height));
        let part = area.margin(px(top), total.1 - px(bottom), px(left), total.0 - px(right));
        let (reported, run) = self.reported_and_run;
        let frame = Frame {
            width_px: right - left,
            height_px: bottom - top,
            scale: render.scale,
            text_scale: render.text_scale,
            font: render.font,
            reported,
            run,
            cursor: None,
        };
        draw_on(&part, &frame, &self.chart, render.palette)?;
        area.present()
    }

    fn lines(&self, words: &Words<'_>) -> Vec<String> {
        wrap(words.text, words.font_px, self.size_px.0 - 2.0 * MARGIN_PX, words.most_lines)
    }

    fn height_of(&self, words: &Words<'_>) -> f64 {
        self.lines(words).len() as f64 * words.font_px * LINE
    }

    /// Writes words from `top` on and returns their height.
    fn write<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        render: Render<'_>,
        words: &Words<'_>,
        top: f64,
    ) -> Result<f64, plotters::drawing::DrawingAreaErrorKind<DB::ErrorType>> {
        for (place, line) in self.lines(words).iter().enumerate() {
            let at = (MARGIN_PX, top + place as f64 * words.font_px * LINE);
            write_line(area, render, line, words, at)?;
        }
        Ok(self.height_of(words))
    }

    /// Draws the figures of the headline beside each other and returns their height.
    fn draw_headline<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        render: Render<'_>,
        top: f64,
    ) -> Result<f64, plotters::drawing::DrawingAreaErrorKind<DB::ErrorType>> {
        let Palette { ink, quiet, .. } = *render.palette;
        let width = (self.size_px.0 - 2.0 * MARGIN_PX) / self.headline.len() as f64;
        for (place, (label, figure)) in self.headline.iter().enumerate() {
            let left = MARGIN_PX + place as f64 * width;
            let words =
                |text, font_px, colour, is_strong| Words { text, font_px, colour, is_strong, most_lines: 1 };
            let label = wrap(label, SMALL_PX, width, 1).concat();
            write_line(area, render, &label, &words(&label, SMALL_PX, quiet, false), (left, top))?;
            let below = top + SMALL_PX * LINE;
            write_line(area, render, figure, &words(figure, HEADLINE_PX, ink, true), (left, below))?;
        }
        Ok((SMALL_PX + HEADLINE_PX) * LINE)
    }
}

fn write_line<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    render: Render<'_>,
    line: &str,
    words: &Words<'_>,
    (left_px, top_px): (f64, f64),
) -> Drawn<DB> {
    let Render { scale, text_scale, font, .. } = render;
    let weight = if words.is_strong { FontStyle::Bold } else { FontStyle::Normal };
    let font = (FontFamily::Name(font), words.font_px * scale * text_scale, weight);
    let mut style = TextStyle::from(font).pos(Pos::new(HPos::Left, VPos::Top));
    style.color = words.colour.to_backend_color();
    area.draw_text(line, &style, ((left_px * scale).round() as i32, (top_px * scale).round() as i32))
}
