//! A map of two inputs: cells, lines over them, the point where the reader stands; a cell leads there.

use super::Subject;
use crate::{
    html::Html,
    picture::{self, Scale},
};
use buildout_analysis::{Contour, Grid, GridCell, Place};
use buildout_figures::{format, text};
use buildout_model::Input;

const LEFT_PX: f64 = 52.0;
const RIGHT_PX: f64 = 10.0;
const TOP_PX: f64 = 8.0;
const BOTTOM_PX: f64 = 40.0;

/// How a cell looks and what it says.
pub(super) struct Look {
    pub(super) class: &'static str,
    /// Strength of its colour, 0 to 1.
    pub(super) strength: f64,
    pub(super) says: String,
}

/// A map of a grid.
pub(super) struct Map<'a> {
    pub(super) grid: &'a Grid,
    pub(super) width_px: f64,
    pub(super) height_px: f64,
    pub(super) says: &'a str,
}

impl Map<'_> {
    /// Draws the map; `contours` with the words that name each.
    pub(super) fn write(
        &self,
        html: &mut Html,
        subject: &Subject,
        look: impl Fn(&GridCell) -> Look,
        contours: &[(Contour, String)],
        marks: &[(Place, &str, &str)],
    ) {
        let grid = self.grid;
        let (x_input, y_input) = (grid.x(), grid.y());
        let (bottom, right) = (self.height_px - BOTTOM_PX, self.width_px - RIGHT_PX);
        let x = scale(grid.x_values(), LEFT_PX, right);
        let y = scale(grid.y_values(), bottom, TOP_PX);
        let half = (half_cell(grid.x_values()), half_cell(grid.y_values()));
        picture::picture(html, self.width_px, self.height_px, self.says, |html| {
            for cell in grid.cells() {
                let Look { class, strength, says } = look(cell);
                let link = subject.with(&[(x_input, cell.x), (y_input, cell.y)]);
                let strength = format!("{strength:.2}");
                picture::rectangle(
                    html,
                    class,
                    (x.px(cell.x - half.0), x.px(cell.x + half.0)),
                    (y.px(cell.y - half.1), y.px(cell.y + half.1)),
                    &[("data-go", &link), ("fill-opacity", &strength)],
                    &says,
                );
            }
            let place = |place: &Place| (x.px(place.x), y.px(place.y));
            for (contour, name) in contours {
                for line in &contour.lines {
                    let points: Vec<_> = line.iter().map(place).collect();
                    picture::path(html, "contour", &points, false);
                }
                let longest = contour.lines.iter().max_by_key(|line| line.len());
                if let Some(middle) = longest.and_then(|line| line.get(line.len() / 2)) {
                    let (at, over) = place(middle);
                    picture::words(
                        html,
                        "contour-name",
                        (at.clamp(LEFT_PX + 24.0, right - 24.0), over - 3.0),
                        "middle",
                        name,
                    );
                }
            }
            for (at, class, name) in marks {
                let (across, down) = place(at);
                let [cx, cy] = [across, down].map(picture::px);
                html.element("circle", &[("class", class), ("cx", &cx), ("cy", &cy), ("r", "6")], |html| {
                    html.words("title", &[], name);
                });
            }
            self.axes(html, subject, (x_input, &x), (y_input, &y));
        });
    }

    fn axes(
        &self,
        html: &mut Html,
        subject: &Subject,
        (x_input, x): (Input, &Scale),
        (y_input, y): (Input, &Scale),
    ) {
        let language = subject.language;
        let bottom = self.height_px - BOTTOM_PX;
        let say = |input: Input, value: f64| {
            let unit = input.declaration().unit;
            if format::is_share(unit) {
                format!("{} %", format::number(100.0 * value, 0))
            } else {
                plain(value)
            }
        };
        for tick in x.ticks(x_input.declaration().unit, 64.0) {
            picture::words(html, "tick", (x.px(tick), bottom + 14.0), "middle", &say(x_input, tick));
        }
        for tick in y.ticks(y_input.declaration().unit, 44.0) {
            picture::words(html, "tick", (LEFT_PX - 5.0, y.px(tick) + 4.0), "end", &say(y_input, tick));
        }
        let name = |input: Input| {
            let unit = text::typed_unit(input.declaration().unit, language);
            format!("{} ({unit})", text::input_label(input, language))
        };
        let across = (LEFT_PX + self.width_px - RIGHT_PX) / 2.0;
        picture::words(
            html,
            "name",
            (across, self.height_px - 8.0),
            "middle",
            &format!("→ {}", name(x_input)),
        );
        picture::words(html, "name up", (LEFT_PX, TOP_PX - 12.0), "start", &format!("↑ {}", name(y_input)));
    }
}

fn plain(value: f64) -> String {
    let text = format::number(value, 2);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// From the outer edge of the first cell to that of the last.
fn scale(values: &[f64], from_px: f64, to_px: f64) -> Scale {
    let half = half_cell(values);
    let (first, last) = values.first().zip(values.last()).map_or((0.0, 1.0), |(first, last)| (*first, *last));
    Scale::new(first - half, last + half, from_px, to_px)
}

fn half_cell(values: &[f64]) -> f64 {
    values.first().zip(values.get(1)).map_or(0.5, |(first, second)| (second - first) / 2.0)
}
