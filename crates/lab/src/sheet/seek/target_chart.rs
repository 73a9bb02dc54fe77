//! Free cash flow year by year, to draw the target on: each year's point can be dragged to where it should be.

use super::Seek;
use crate::{
    html::Html,
    picture::{self, Scale},
};
use buildout_analysis::Target;
use buildout_figures::format;
use buildout_model::{Output, Quarter};

const HEIGHT_PX: f64 = 240.0;
const LEFT_PX: f64 = 66.0;
const RIGHT_PX: f64 = 14.0;
const TOP_PX: f64 = 18.0;
const BOTTOM_PX: f64 = 30.0;
/// Room above and below the curve to drag into, as a share of its span.
const AIR: f64 = 0.35;

pub(super) fn write(html: &mut Html, seek: &Seek) {
    let subject = &seek.subject;
    let scenario = &subject.link.scenario;
    let run = scenario.run(subject.quarters());
    let points: Vec<(Quarter, f64)> =
        run.quarters().map(|(quarter, figures)| (quarter, figures.fcf_ttm)).collect();
    let [Some((first, _)), Some((last, _))] = [points.first(), points.last()] else { return };
    let (low, high) = picture::extent(points.iter().map(|(_, value)| *value).chain([0.0]));
    let air = AIR * (high - low).max(1.0);
    let wanted = match seek.target {
        Target::Figure { output: Output::FcfTtm, quarter } => Some((quarter, seek.requirement.value)),
        _ => None,
    };
    let wishes = wanted.iter().map(|(_, value)| *value);
    let (low, high) = picture::extent(wishes.chain([low - air, high + air]));
    let title =
        subject.say("Draw the target: drag a year’s free cash flow", "绘制目标：拖动某一年的自由现金流");
    html.element("figure", &[("data-target-chart", "")], |html| {
        html.words("figcaption", &[], title);
        let width = seek.width_px();
        picture::picture(html, width, HEIGHT_PX, title, |html| {
            let x = Scale::new(f64::from(first.index()), f64::from(last.index()), LEFT_PX, width - RIGHT_PX);
            let y = Scale::new(low, high, HEIGHT_PX - BOTTOM_PX, TOP_PX);
            let ends = (LEFT_PX, width - RIGHT_PX);
            picture::value_lines(html, &y, "B$", ends, |value| format::figure("B$", value, subject.language));
            let place = |(quarter, value): &(Quarter, f64)| (x.px(f64::from(quarter.index())), y.px(*value));
            let through: Vec<_> = points.iter().map(place).collect();
            picture::path(html, "curve", &through, false);
            if let Some(wish) = &wanted {
                let (at, to) = place(wish);
                let from =
                    points.iter().find(|(quarter, _)| *quarter == wish.0).map_or(to, |point| place(point).1);
                picture::line(html, "wanted", (at, from), (at, to));
            }
            let per_px = (high - low) / (HEIGHT_PX - BOTTOM_PX - TOP_PX);
            for point in points.iter().filter(|(quarter, _)| quarter.quarter() == 4) {
                let value =
                    wanted.filter(|(quarter, _)| *quarter == point.0).map_or(point.1, |(_, value)| value);
                let (across, down) = place(&(point.0, value));
                handle(html, point.0, value, per_px, (across, down));
                picture::words(
                    html,
                    "tick",
                    (across, HEIGHT_PX - 10.0),
                    "middle",
                    &point.0.year().to_string(),
                );
            }
        });
    });
}

/// A point that can be dragged up and down; on release the figure of its quarter is what is sought.
fn handle(html: &mut Html, quarter: Quarter, value: f64, per_px: f64, (x, y): (f64, f64)) {
    let [cx, cy] = [x, y].map(picture::px);
    let choices = format!("figure={}\nquarter={quarter}\ncondition=equal\nvalue=%", Output::FcfTtm.id());
    let (from, per_px) = (value.to_string(), per_px.to_string());
    let attributes = [
        ("class", "handle"),
        ("cx", &*cx),
        ("cy", &*cy),
        ("r", "8"),
        ("data-drag", &*choices),
        ("data-drag-from", &*from),
        ("data-drag-per-px", &*per_px),
    ];
    html.element("circle", &attributes, |html| {
        html.words("title", &[], &format!("{quarter}: {}", format::number(value, 1)));
    });
}
