//! What lies under and around the series: grid, values, years, the reported quarters, the ribbon and the cursor.

use super::{draw::Drawn, placed::Placed};
use crate::{format::number, view::Colour};
use buildout_model::Limit;
use plotters::{
    coord::Shift,
    drawing::DrawingArea,
    element::{Circle, PathElement, Rectangle},
    prelude::DrawingBackend,
    style::{
        Color,
        text_anchor::{HPos, VPos},
    },
};

const YEAR_GAP_PX: f64 = 52.0;

impl Placed<'_> {
    /// Where the reported quarters end: at the one before the run.
    fn boundary_px(&self) -> Option<f64> {
        let boundary = self.x_px(f64::from(self.chart.run_from) - 1.0);
        (boundary > self.left && boundary < self.right).then_some(boundary)
    }
}

/// The colour of a limit on the ribbon, that of the idea which it stands for.
#[must_use]
pub fn limit_colour(limit: Limit) -> Colour {
    match limit {
        Limit::Power => Colour::Power,
        Limit::Chips => Colour::Gpu,
        Limit::Capital => Colour::Capex,
        Limit::Demand => Colour::Managed,
    }
}

/// The reported quarters' ground, the grid, and the name of a plot that has one.
pub(super) fn draw_ground<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    placed: &Placed<'_>,
) -> Drawn<DB> {
    let Placed { plot, palette, left, right, top, bottom, .. } = *placed;
    if let Some(boundary) = placed.boundary_px() {
        let corners = [placed.px(left, top), placed.px(boundary, bottom)];
        area.draw(&Rectangle::new(corners, palette.reported.filled()))?;
    }
    for tick in &placed.ticks {
        let y = placed.y_px(*tick);
        area.draw(&PathElement::new(
            [placed.px(left, y), placed.px(right, y)],
            placed.stroke(palette.grid, 1.0),
        ))?;
    }
    if let Some(boundary) = placed.boundary_px() {
        let path = [placed.px(boundary, top), placed.px(boundary, bottom)];
        area.draw(&PathElement::new(path, placed.stroke(palette.quiet.mix(0.7), 1.0)))?;
    }
    if !plot.label.is_empty() {
        let words = placed.words(palette.ink, false, HPos::Left, VPos::Bottom);
        area.draw_text(plot.label, &words, placed.px(left, top - 5.0))?;
    }
    Ok(())
}

/// The words on either side of the boundary, over the first plot.
pub(super) fn draw_boundary_words<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    placed: &Placed<'_>,
) -> Drawn<DB> {
    let Some(boundary) = placed.boundary_px() else { return Ok(()) };
    let Placed { palette, frame, .. } = *placed;
    let path = [placed.px(boundary, 4.0), placed.px(boundary, placed.top)];
    area.draw(&PathElement::new(path, placed.stroke(palette.quiet.mix(0.7), 1.0)))?;
    let (before, after) = (placed.px(boundary - 5.0, 9.0), placed.px(boundary + 5.0, 9.0));
    if boundary - placed.left > 54.0 {
        area.draw_text(
            frame.reported,
            &placed.words(palette.quiet, false, HPos::Right, VPos::Center),
            before,
        )?;
    }
    area.draw_text(frame.run, &placed.words(palette.quiet, false, HPos::Left, VPos::Center), after)
}

/// The values of the vertical axis and the zero line.
pub(super) fn draw_values<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    placed: &Placed<'_>,
) -> Drawn<DB> {
    let Placed { palette, left, right, shown_per_value, .. } = *placed;
    let zero = placed.y_px(0.0);
    area.draw(&PathElement::new(
        [placed.px(left, zero), placed.px(right, zero)],
        placed.stroke(palette.ink, 1.0),
    ))?;
    let step = placed.ticks.first().zip(placed.ticks.get(1)).map_or(1.0, |(a, b)| (b - a) * shown_per_value);
    let decimals = match step {
        step if step >= 0.999 && step.fract() < 0.001 => 0,
        step if step >= 0.0999 && step != 0.25 => 1,
        _ => 2,
    };
    let words = placed.words(palette.quiet, false, HPos::Right, VPos::Center);
    for tick in &placed.ticks {
        let text = number(tick * shown_per_value, decimals);
        area.draw_text(&text, &words, placed.px(left - 6.0, placed.y_px(*tick)))?;
    }
    Ok(())
}

/// The years under the last plot.
pub(super) fn draw_years<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    placed: &Placed<'_>,
    y: f64,
) -> Drawn<DB> {
    let Placed { chart, palette, left, right, .. } = *placed;
    let words = placed.words(palette.quiet, false, HPos::Center, VPos::Top);
    let most = ((right - left) / YEAR_GAP_PX) as usize;
    for (quarter, year) in super::year_ticks(chart.first, chart.last, most) {
        let x = placed.x_px(f64::from(quarter));
        area.draw(&PathElement::new(
            [placed.px(x, y), placed.px(x, y + 4.0)],
            placed.stroke(palette.quiet, 1.0),
        ))?;
        area.draw_text(&year.to_string(), &words, placed.px(x, y + 7.0))?;
    }
    Ok(())
}

/// The limit that binds in each quarter, as a ribbon under the plot.
pub(super) fn draw_ribbon<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    placed: &Placed<'_>,
) -> Drawn<DB> {
    let (top, bottom) = (placed.bottom + 4.0, placed.bottom + 14.0);
    for (quarter, limit) in &placed.chart.ribbon {
        let quarter = f64::from(*quarter);
        let (from, to) =
            (placed.x_px(quarter - 0.5).max(placed.left), placed.x_px(quarter + 0.5).min(placed.right));
        let colour = placed.palette.idea(limit_colour(*limit));
        area.draw(&Rectangle::new([placed.px(from, top), placed.px(to, bottom)], colour.filled()))?;
    }
    Ok(())
}

/// The quarter that the reader points at.
pub(super) fn draw_cursor<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    placed: &Placed<'_>,
) -> Drawn<DB> {
    let Placed { chart, palette, .. } = *placed;
    let Some(quarter) = placed.frame.cursor.filter(|quarter| (chart.first..=chart.last).contains(quarter))
    else {
        return Ok(());
    };
    let x = placed.x_px(f64::from(quarter));
    let path = [placed.px(x, placed.top), placed.px(x, placed.bottom)];
    area.draw(&PathElement::new(path, placed.stroke(palette.ink.mix(0.6), 1.0)))?;
    for series in placed.plot.series.iter().filter(|series| series.shape != crate::view::Shape::Stacked) {
        if let Some((value, _)) = series.at(quarter) {
            let centre = placed.point(&(quarter, value));
            area.draw(&Circle::new(centre, placed.length(4.2), palette.paper.filled()))?;
            area.draw(&Circle::new(centre, placed.length(3.2), palette.idea(series.colour).filled()))?;
        }
    }
    Ok(())
}
