//! Pictures of a sheet: SVG in CSS pixels, coloured by the style sheet of the page.

use crate::html::Html;
use buildout_figures::{chart::nice_ticks, format};

/// A scale from values to pixels.
#[derive(Clone, Copy)]
pub(crate) struct Scale {
    low: f64,
    high: f64,
    from_px: f64,
    to_px: f64,
}

impl Scale {
    /// From `low` at `from_px` to `high` at `to_px`; where both are the same, around them.
    pub(crate) fn new(low: f64, high: f64, from_px: f64, to_px: f64) -> Self {
        let (low, high) = if high > low { (low, high) } else { (low - 1.0, low + 1.0) };
        Self { low, high, from_px, to_px }
    }

    /// The place of a value, kept within the scale.
    pub(crate) fn px(&self, value: f64) -> f64 {
        let share = ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0);
        self.from_px + share * (self.to_px - self.from_px)
    }

    /// Round values on it, about one every `gap_px`; shares at round percentages.
    pub(crate) fn ticks(&self, unit: &str, gap_px: f64) -> Vec<f64> {
        let factor = if format::is_share(unit) { 100.0 } else { 1.0 };
        let count = ((self.to_px - self.from_px).abs() / gap_px).max(2.0) as usize;
        nice_ticks(self.low * factor, self.high * factor, count)
            .into_iter()
            .map(|tick| tick / factor)
            .collect()
    }
}

/// The lowest and the highest of some values.
pub(crate) fn extent(values: impl IntoIterator<Item = f64>) -> (f64, f64) {
    let both = |(low, high): (f64, f64), value: f64| (low.min(value), high.max(value));
    values.into_iter().fold((f64::INFINITY, f64::NEG_INFINITY), both)
}

/// Round values of a vertical scale as lines from `left` to `right`, each with its words before it; the line of zero is an axis.
pub(crate) fn value_lines(
    html: &mut Html,
    scale: &Scale,
    unit: &str,
    (left, right): (f64, f64),
    say: impl Fn(f64) -> String,
) {
    for tick in scale.ticks(unit, 44.0) {
        let at = scale.px(tick);
        line(html, if tick == 0.0 { "axis" } else { "grid" }, (left, at), (right, at));
        words(html, "tick", (left - 5.0, at + 4.0), "end", &say(tick));
    }
}

/// Round values of a horizontal scale as lines from `top` to `bottom`, about one every `gap_px`, each with its words under it.
pub(crate) fn value_columns(
    html: &mut Html,
    scale: &Scale,
    (unit, gap_px): (&str, f64),
    (top, bottom): (f64, f64),
    say: impl Fn(f64) -> String,
) {
    for tick in scale.ticks(unit, gap_px) {
        let at = scale.px(tick);
        line(html, "grid", (at, top), (at, bottom));
        words(html, "tick", (at, bottom + 17.0), "middle", &say(tick));
    }
}

/// A number as an attribute: tenths of a pixel are enough.
pub(crate) fn px(value: f64) -> String {
    format!("{:.1}", value + 0.0)
}

/// A picture of a width and a height, that says what it shows.
pub(crate) fn picture(
    html: &mut Html,
    width_px: f64,
    height_px: f64,
    says: &str,
    inside: impl FnOnce(&mut Html),
) {
    let (width, height) = (px(width_px), px(height_px));
    let view_box = format!("0 0 {width} {height}");
    let attributes = [
        ("role", "img"),
        ("aria-label", says),
        ("width", &*width),
        ("height", &*height),
        ("viewBox", &view_box),
    ];
    html.element("svg", &attributes, inside);
}

/// A rectangle between two corners, of a class.
pub(crate) fn rectangle(
    html: &mut Html,
    class: &str,
    x: (f64, f64),
    y: (f64, f64),
    more: &[(&str, &str)],
    says: &str,
) {
    let (left, top) = (px(x.0.min(x.1)), px(y.0.min(y.1)));
    let (width, height) = (px((x.1 - x.0).abs()), px((y.1 - y.0).abs()));
    let mut attributes =
        vec![("class", class), ("x", &*left), ("y", &*top), ("width", &*width), ("height", &*height)];
    attributes.extend_from_slice(more);
    html.element("rect", &attributes, |html| {
        if !says.is_empty() {
            html.words("title", &[], says);
        }
    });
}

/// A straight line of a class.
pub(crate) fn line(html: &mut Html, class: &str, from: (f64, f64), to: (f64, f64)) {
    let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(px);
    html.element("line", &[("class", class), ("x1", &x1), ("y1", &y1), ("x2", &x2), ("y2", &y2)], |_| {});
}

/// A line through points, of a class; closed where it is an area.
pub(crate) fn path(html: &mut Html, class: &str, points: &[(f64, f64)], is_closed: bool) {
    let mut through = String::new();
    for (place, (x, y)) in points.iter().enumerate() {
        through += &format!("{}{} {}", if place == 0 { "M" } else { "L" }, px(*x), px(*y));
    }
    if is_closed {
        through.push('Z');
    }
    html.element("path", &[("class", class), ("d", &through)], |_| {});
}

/// Words at a place: `start`, `middle` or `end` of them.
pub(crate) fn words(html: &mut Html, class: &str, at: (f64, f64), anchor: &str, text: &str) {
    let (x, y) = (px(at.0), px(at.1));
    html.words("text", &[("class", class), ("x", &x), ("y", &y), ("text-anchor", anchor)], text);
}
