//! The series of a plot: bands, lines, named points and labels.

use super::{draw::Drawn, frame::text_width_px, labels::spread, placed::Placed};
use crate::view::{FanPoint, Point, Series, Shape};
use plotters::{
    coord::Shift,
    drawing::DrawingArea,
    element::{Circle, DashedPathElement, PathElement, Polygon, Rectangle},
    prelude::DrawingBackend,
    style::{
        Color,
        text_anchor::{HPos, VPos},
    },
};

const LABEL_GAP_PX: f64 = 14.0;

pub(super) fn draw_bands<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    placed: &Placed<'_>,
) -> Drawn<DB> {
    for (series, lower, upper) in placed.plot.bands() {
        let edge = upper.iter().chain(lower.iter().rev()).map(|point| placed.point(point));
        let colour = placed.palette.idea(series.colour);
        area.draw(&Polygon::new(edge.collect::<Vec<_>>(), colour.mix(0.82).filled()))?;
        // A hair of paper between bands keeps neighbours apart without relying on colour.
        area.draw(&PathElement::new(placed.points(&upper), placed.stroke(placed.palette.paper, 1.0)))?;
    }
    // What it is compared with: the edges of its bands alone, over all of them.
    for (_, edge) in placed.plot.compared_edges() {
        let style = placed.stroke(placed.palette.ink.mix(0.55), 1.0);
        area.draw(&DashedPathElement::new(
            placed.points(&edge),
            placed.length(5.0),
            placed.length(4.0),
            style,
        ))?;
    }
    Ok(())
}

/// How widely the figures spread: the middle half of the draws, nine tenths of them, and their median.
pub(super) fn draw_fans<DB: DrawingBackend>(area: &DrawingArea<DB, Shift>, placed: &Placed<'_>) -> Drawn<DB> {
    let lines = placed.plot.series.iter().map(|series| (&series.fan, placed.palette.idea(series.colour)));
    for (fan, colour) in lines.chain([(&placed.plot.stack_fan, placed.palette.ink)]) {
        if fan.is_empty() {
            continue;
        }
        let line = |share: usize| -> Vec<_> {
            let point = |(quarter, values): &FanPoint| Some(placed.point(&(*quarter, *values.get(share)?)));
            fan.iter().filter_map(point).collect()
        };
        for (low, high, strength) in [(0, 4, 0.13), (1, 3, 0.2)] {
            let edge: Vec<_> = line(low).into_iter().chain(line(high).into_iter().rev()).collect();
            area.draw(&Polygon::new(edge, colour.mix(strength).filled()))?;
        }
        let style = placed.stroke(colour.mix(0.85), 1.25);
        area.draw(&DashedPathElement::new(line(2), placed.length(1.5), placed.length(3.0), style))?;
    }
    Ok(())
}

pub(super) fn draw_lines<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    placed: &Placed<'_>,
) -> Drawn<DB> {
    let lines = placed.plot.series.iter().filter(|series| series.shape != Shape::Stacked);
    lines.into_iter().try_for_each(|series| draw_line(area, placed, series))
}

fn draw_line<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    placed: &Placed<'_>,
    series: &Series,
) -> Drawn<DB> {
    let colour = placed.palette.idea(series.colour);
    let is_leading = series.shape == Shape::LeadingLine;
    let width_px = if is_leading { 3.0 } else { 2.0 };

    if !series.base.is_empty() {
        let style = placed.stroke(colour.mix(0.6), 1.25);
        let points = placed.points(&series.base);
        area.draw(&DashedPathElement::new(points, placed.length(5.0), placed.length(4.0), style))?;
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
        area.draw(&Circle::new(placed.point(point), placed.length(2.2), colour.filled()))?;
    }
    for point in &series.since {
        area.draw(&Circle::new(placed.point(point), placed.length(3.6), placed.palette.paper.filled()))?;
        area.draw(&Circle::new(placed.point(point), placed.length(3.2), placed.stroke(colour, 1.5)))?;
    }
    for point in &series.own {
        let (x, y) = placed.point(point);
        let reach = placed.length(5.0);
        let diamond = [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)];
        area.draw(&Polygon::new(diamond, placed.palette.paper.filled()))?;
        let [first, ..] = diamond;
        let outline: Vec<_> = diamond.into_iter().chain([first]).collect();
        area.draw(&PathElement::new(outline, placed.stroke(colour, 1.75)))?;
    }
    Ok(())
}

/// Named points: goals, lows, steps.
pub(super) fn draw_marks<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    placed: &Placed<'_>,
) -> Drawn<DB> {
    for mark in &placed.plot.marks {
        let (x, y) = (placed.x_px(f64::from(mark.quarter)), placed.y_px(mark.value));
        let ink = placed.palette.ink;
        for (dx, dy) in [(1.0, 1.0), (1.0, -1.0)] {
            let path = [placed.px(x - 4.0 * dx, y - 4.0 * dy), placed.px(x + 4.0 * dx, y + 4.0 * dy)];
            area.draw(&PathElement::new(path, placed.stroke(ink, 1.5)))?;
        }
        let is_low = y + 20.0 > placed.bottom;
        let width = text_width_px(&mark.label);
        let is_right = x + width + 8.0 > placed.right;
        let (from, horizontal) = if is_right { (x - 6.0, HPos::Right) } else { (x + 6.0, HPos::Left) };
        let (over, vertical) = if is_low { (y - 4.0, VPos::Bottom) } else { (y + 4.0, VPos::Top) };
        // A ground of paper, so that the name can be read over bands and lines.
        let left = if is_right { from - width } else { from };
        let top = if is_low { over - 13.0 } else { over };
        let ground = [placed.px(left - 2.0, top - 1.0), placed.px(left + width + 2.0, top + 14.0)];
        if !mark.label.is_empty() {
            area.draw(&Rectangle::new(ground, placed.palette.paper.mix(0.78).filled()))?;
        }
        let words = placed.words(ink, false, horizontal, vertical);
        area.draw_text(&mark.label, &words, placed.px(from, over))?;
    }
    Ok(())
}

/// Names beside the ends of lines and the middles of bands.
pub(super) fn draw_labels<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    placed: &Placed<'_>,
) -> Drawn<DB> {
    let bands = placed.plot.bands().filter_map(|(series, lower, upper)| {
        let (&(_, low), &(_, high)) = (lower.last()?, upper.last()?);
        // A band too thin to see needs no name; its figures are in the table.
        (placed.y_px(low) - placed.y_px(high) > 2.0).then_some((series, (low + high) / 2.0))
    });
    let lines = placed.plot.series.iter().filter(|series| series.shape != Shape::Stacked);
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
