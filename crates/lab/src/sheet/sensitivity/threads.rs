//! The spider: the figure over the ranges of the inputs that move it most.

use super::Sensitivity;
use crate::{
    html::Html,
    picture::{self, Scale},
};
use buildout_analysis::{Gust, spider};
use buildout_figures::text;

const HEIGHT_PX: f64 = 300.0;
const LEFT_PX: f64 = 62.0;
const RIGHT_PX: f64 = 14.0;
const TOP_PX: f64 = 12.0;
const BOTTOM_PX: f64 = 30.0;
/// Inputs shown, each with a colour of its own.
const MOST: usize = 6;
const POINTS: usize = 21;

pub(super) fn write(html: &mut Html, sheet: &Sensitivity, now: f64, widest: &[Gust]) {
    let subject = &sheet.subject;
    let ranges: Vec<_> = widest.iter().take(MOST).map(|gust| (gust.input, gust.low, gust.high)).collect();
    let lines = spider(&subject.link.scenario, subject.quarters(), sheet.target, &ranges, POINTS);
    let figures = lines.iter().flat_map(|line| line.points.iter().copied().flatten()).chain([now]);
    let (low, high) = picture::extent(figures);
    let title = subject.say("The most important ones over their ranges", "最重要的参数在其范围内");
    let width = sheet.width_px();
    html.element("figure", &[], |html| {
        html.words("figcaption", &[], title);
        picture::picture(html, width, HEIGHT_PX, title, |html| {
            let x = Scale::new(0.0, 1.0, LEFT_PX, width - RIGHT_PX);
            let y = Scale::new(low, high, HEIGHT_PX - BOTTOM_PX, TOP_PX);
            let sides = (LEFT_PX, width - RIGHT_PX);
            picture::value_lines(html, &y, sheet.target.unit(), sides, |value| sheet.say(Some(value)));
            let ends = [
                (0.0, "start", subject.say("lower end", "下限")),
                (1.0, "end", subject.say("upper end", "上限")),
            ];
            for (share, anchor, words) in ends {
                picture::words(html, "tick", (x.px(share), HEIGHT_PX - 10.0), anchor, words);
            }
            for (place, line) in lines.iter().enumerate() {
                let last = (POINTS - 1) as f64;
                let point = |(place, figure): (usize, &Option<f64>)| {
                    Some((x.px(place as f64 / last), y.px((*figure)?)))
                };
                let through: Vec<_> = line.points.iter().enumerate().filter_map(point).collect();
                picture::path(html, &format!("thread thread-{place}"), &through, false);
                if (0.0..=1.0).contains(&line.now) {
                    let [cx, cy] = [x.px(line.now), y.px(now)].map(picture::px);
                    html.element(
                        "circle",
                        &[("class", "knot"), ("cx", &cx), ("cy", &cy), ("r", "3")],
                        |_| {},
                    );
                }
            }
        });
        html.element("ul", &[("class", "limits")], |html| {
            for (place, line) in lines.iter().enumerate() {
                html.element("li", &[], |html| {
                    html.words("span", &[("class", &format!("swatch swatch-{place}"))], "");
                    html.text(text::input_label(line.input, subject.language));
                });
            }
        });
    });
}
