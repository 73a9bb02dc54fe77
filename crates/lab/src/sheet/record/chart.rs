//! A figure over some quarters, as several have it.

use super::Against;
use crate::{
    html::Html,
    picture::{self, Scale},
};
use buildout_figures::text;
use buildout_model::{Output, Quarter};

const HEIGHT_PX: f64 = 230.0;
const LEFT_PX: f64 = 78.0;
const RIGHT_PX: f64 = 22.0;
const TOP_PX: f64 = 12.0;
const BOTTOM_PX: f64 = 26.0;
/// Room for the name of a quarter.
const QUARTER_PX: f64 = 56.0;
/// Air above and below the lines, as a share of their span.
const AIR: f64 = 0.08;

/// What one has of the figure.
pub(super) struct Line {
    /// The colour, as the style sheet numbers them.
    colour: &'static str,
    name: &'static str,
    points: Vec<(Quarter, f64)>,
}

impl Line {
    pub(super) fn new(colour: &'static str, name: &'static str, points: Vec<(Quarter, f64)>) -> Self {
        Self { colour, name, points }
    }
}

pub(super) fn write(html: &mut Html, sheet: &Against, name: &str, output: Output, lines: &[Line]) {
    let points = || lines.iter().flat_map(|line| line.points.iter().copied());
    let (low, high) = picture::extent(points().map(|(_, value)| value));
    let (Some(first), Some(last)) =
        (points().map(|(quarter, _)| quarter).min(), points().map(|(quarter, _)| quarter).max())
    else {
        return;
    };
    let air = AIR * (high - low);
    let width = sheet.subject.choices.width_px().min(760.0);
    let (left, right, bottom) = (LEFT_PX, width - RIGHT_PX, HEIGHT_PX - BOTTOM_PX);
    let x = Scale::new(f64::from(first.index()), f64::from(last.index()), left, right);
    let y = Scale::new(low - air, high + air, bottom, TOP_PX);
    let title = sheet.label(output);
    let (unit, language) = (text::output_unit(output, sheet.subject.language), sheet.subject.language);
    let caption = language.pick(format!("{title} ({unit})"), format!("{title}（{unit}）"));
    html.element("figure", &[("data-record-chart", name)], |html| {
        html.words("figcaption", &[], &caption);
        picture::picture(html, width, HEIGHT_PX, &says(sheet, output, &title, lines), |html| {
            picture::value_lines(html, &y, output.declaration().unit, (left, right), |value| {
                sheet.say(output, value)
            });
            let count = last.index() - first.index() + 1;
            let every = (f64::from(count) * QUARTER_PX / (right - left)).ceil().max(1.0) as i32;
            // The last quarter has its name, and every so many before it.
            for quarter in (0..count).filter(|ago| ago % every == 0).map(|ago| last.plus(-ago)) {
                let at = (x.px(f64::from(quarter.index())), HEIGHT_PX - 8.0);
                picture::words(html, "tick", at, "middle", &quarter.to_string());
            }
            for line in lines {
                let class = format!("thread thread-{}", line.colour);
                let place =
                    |(quarter, value): &(Quarter, f64)| (x.px(f64::from(quarter.index())), y.px(*value));
                let through: Vec<_> = line.points.iter().map(place).collect();
                picture::path(html, &class, &through, false);
                for (point, (cx, cy)) in line.points.iter().zip(&through) {
                    let says = format!("{}, {}: {}", line.name, point.0, sheet.say(output, point.1));
                    dot(html, &class, (*cx, *cy), &says);
                }
            }
        });
        html.element("ul", &[("class", "limits")], |html| {
            for line in lines.iter().filter(|line| !line.points.is_empty()) {
                html.element("li", &[], |html| {
                    let class = format!("swatch swatch-{}", line.colour);
                    html.element("span", &[("class", &class)], |_| {});
                    html.text(line.name);
                });
            }
        });
    });
}

fn dot(html: &mut Html, class: &str, (x, y): (f64, f64), says: &str) {
    let [cx, cy] = [x, y].map(picture::px);
    let attributes = [("class", class), ("cx", &*cx), ("cy", &*cy), ("r", "2.5")];
    html.element("circle", &attributes, |html| html.words("title", &[], says));
}

/// The picture in words: where each line ends.
fn says(sheet: &Against, output: Output, title: &str, lines: &[Line]) -> String {
    let end = |line: &Line| {
        let (quarter, value) = line.points.last()?;
        Some(format!("{} {quarter} {}", line.name, sheet.say(output, *value)))
    };
    let ends: Vec<String> = lines.iter().filter_map(end).collect();
    sheet
        .subject
        .language
        .pick(format!("{title}: {}", ends.join(", ")), format!("{title}：{}", ends.join("，")))
}
