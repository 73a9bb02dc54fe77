//! The figure over the whole range of the input, with what is wished for and where it is reached.

use super::Seek;
use crate::{
    html::Html,
    picture::{self, Scale},
};
use buildout_analysis::{Finding, Sought, Target, response_curve};
use buildout_figures::{format, text};

const HEIGHT_PX: f64 = 240.0;
const LEFT_PX: f64 = 58.0;
const RIGHT_PX: f64 = 14.0;
const TOP_PX: f64 = 18.0;
const BOTTOM_PX: f64 = 30.0;
/// Points of the curve.
const POINTS: usize = 81;

pub(super) fn write(html: &mut Html, seek: &Seek, sought: &Sought) {
    let subject = &seek.subject;
    let language = subject.language;
    let points = points(seek);
    let results = points.iter().filter_map(|(_, result)| *result).chain([sought.wanted]);
    let (low, high) = picture::extent(results);
    let declaration = seek.input.declaration();
    let label = text::input_label(seek.input, language);
    let title = language.pick(format!("Over the whole range of {label}"), format!("{label}全范围"));
    html.element("figure", &[], |html| {
        html.words("figcaption", &[], &title);
        let width = seek.width_px();
        picture::picture(html, width, HEIGHT_PX, &title, |html| {
            let x = Scale::new(declaration.min, declaration.max, LEFT_PX, width - RIGHT_PX);
            let y = Scale::new(low, high, HEIGHT_PX - BOTTOM_PX, TOP_PX);
            let bottom = HEIGHT_PX - BOTTOM_PX;
            let ends = (LEFT_PX, width - RIGHT_PX);
            picture::value_lines(html, &y, seek.target.unit(), ends, |value| seek.say(Some(value)));
            for tick in x.ticks(declaration.unit, 78.0) {
                let words = short(declaration.unit, tick);
                picture::words(html, "tick", (x.px(tick), HEIGHT_PX - 10.0), "middle", &words);
            }
            picture::line(html, "axis", (LEFT_PX, bottom), (width - RIGHT_PX, bottom));
            // The curve breaks where there is no figure.
            for part in points.split(|(_, result)| result.is_none()) {
                let through: Vec<_> = part
                    .iter()
                    .filter_map(|(value, result)| Some((x.px(*value), y.px((*result)?))))
                    .collect();
                picture::path(html, "curve", &through, false);
            }
            let wanted = y.px(sought.wanted);
            picture::line(html, "wanted", (LEFT_PX, wanted), (width - RIGHT_PX, wanted));
            let now = x.px(subject.link.scenario.get(seek.input));
            picture::line(html, "run", (now, TOP_PX), (now, bottom));
            picture::words(html, "name", (now, TOP_PX - 6.0), "middle", subject.say("now", "当前"));
            for finding in &sought.findings {
                match finding {
                    Finding::Solution(reached) => circle(html, (x.px(reached.value), wanted)),
                    Finding::Flat { from, to } => {
                        picture::line(html, "flat", (x.px(*from), wanted), (x.px(*to), wanted));
                    }
                    Finding::Jump { .. } | Finding::Missing { .. } => {}
                }
            }
        });
    });
}

/// A value of the input beside an axis, whose unit stands in the control.
fn short(unit: &str, value: f64) -> String {
    if format::is_share(unit) {
        return format!("{} %", format::number(100.0 * value, 0));
    }
    let text = format::number(value, 2);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn circle(html: &mut Html, (x, y): (f64, f64)) {
    let [cx, cy] = [x, y].map(picture::px);
    html.element("circle", &[("class", "found"), ("cx", &cx), ("cy", &cy), ("r", "5")], |_| {});
}

/// Values of the input with what they give.
fn points(seek: &Seek) -> Vec<(f64, Option<f64>)> {
    let (scenario, quarters) = (&seek.subject.link.scenario, seek.subject.quarters());
    if let Target::Headline(goal) = seek.target {
        let curve = response_curve(scenario, quarters, seek.input, goal, POINTS);
        return curve.into_iter().map(|point| (point.value, point.result)).collect();
    }
    let declaration = seek.input.declaration();
    let quarters = seek.target.quarters_needed(scenario.baseline(), quarters);
    (0..POINTS)
        .map(|place| {
            let share = place as f64 / (POINTS - 1) as f64;
            let value = declaration.clamp(declaration.min + share * (declaration.max - declaration.min));
            let mut moved = *scenario;
            // Within its range, so this never refuses.
            let _ = moved.set(seek.input, value);
            (value, seek.target.read(moved.inputs(), &moved.run(quarters)))
        })
        .collect()
}
