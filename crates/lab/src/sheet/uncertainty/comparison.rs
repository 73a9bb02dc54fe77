//! The scenario against the pinned one, draw by draw.

use super::{Counted, percent, say_figure};
use crate::{
    html::Html,
    picture::{self, Scale},
    sheet::Subject,
};
use buildout_analysis::{FAN, Goal, Side};
use buildout_figures::text;

const HEIGHT_PX: f64 = 200.0;
const LEFT_PX: f64 = 62.0;
const RIGHT_PX: f64 = 12.0;
const TOP_PX: f64 = 10.0;
const BOTTOM_PX: f64 = 26.0;

pub(super) fn write(html: &mut Html, subject: &Subject, counted: &Counted) {
    html.element("section", &[("class", "statements")], |html| {
        html.words(
            "h3",
            &[],
            subject.say("Against the pinned scenario, in the same draws", "与固定情景逐次抽样比较"),
        );
        fan(html, subject, counted);
        html.element("div", &[("class", "scroll"), ("tabindex", "0")], |html| {
            html.element("table", &[("data-sheet-table", "comparison")], |html| {
                html.element("thead", &[], |html| {
                    html.element("tr", &[], |html| {
                        html.element("td", &[], |_| {});
                        for words in [
                            subject.say("this one is higher", "本情景更高"),
                            "5 %",
                            subject.say("median difference", "差额中位数"),
                            "95 %",
                        ] {
                            html.words("th", &[("scope", "col")], words);
                        }
                    });
                });
                html.element("tbody", &[], |html| rows(html, subject, counted));
            });
        });
    });
}

/// The difference of free cash flow, quarter by quarter, as a fan.
fn fan(html: &mut Html, subject: &Subject, counted: &Counted) {
    let fan = counted.survey.fan(&counted.tally, Side::Difference, 0);
    let points: Vec<(f64, [f64; FAN.len()])> =
        fan.iter().enumerate().filter_map(|(place, values)| Some((place as f64, (*values)?))).collect();
    let [Some((first, _)), Some((last, _))] = [points.first(), points.last()] else { return };
    let values = points.iter().flat_map(|(_, values)| *values);
    let (low, high) = picture::extent(values.chain([0.0]));
    let title = subject.say("Difference of trailing-year free cash flow", "滚动四季自由现金流之差");
    html.element("figure", &[("data-difference-fan", "")], |html| {
        html.words("figcaption", &[], title);
        let width = (subject.choices.width_px() / 2.0 - 16.0).max(300.0).min(subject.choices.width_px());
        picture::picture(html, width, HEIGHT_PX, title, |html| {
            let x = Scale::new(*first, *last, LEFT_PX, width - RIGHT_PX);
            let y = Scale::new(low, high, HEIGHT_PX - BOTTOM_PX, TOP_PX);
            let sides = (LEFT_PX, width - RIGHT_PX);
            picture::value_lines(html, &y, "B$", sides, |value| say_figure("B$", Some(value), subject));
            let from = subject.link.scenario.baseline().first_quarter();
            let wide = if width < 420.0 { 4 } else { 2 };
            for (place, _) in &points {
                let quarter = from.plus(*place as i32);
                if quarter.quarter() == 4 && quarter.year() % wide == 0 {
                    let at = (x.px(*place), HEIGHT_PX - 8.0);
                    picture::words(html, "tick", at, "middle", &quarter.year().to_string());
                }
            }
            let line = |share: usize| -> Vec<(f64, f64)> {
                let point = |(place, values): &(f64, [f64; FAN.len()])| {
                    Some((x.px(*place), y.px(*values.get(share)?)))
                };
                points.iter().filter_map(point).collect()
            };
            for (low, high) in [(0, 4), (1, 3)] {
                let edge: Vec<_> = line(low).into_iter().chain(line(high).into_iter().rev()).collect();
                picture::path(html, "blade", &edge, true);
            }
            picture::path(html, "curve", &line(2), false);
        });
    });
}

fn rows(html: &mut Html, subject: &Subject, counted: &Counted) {
    let language = subject.language;
    let difference = |goal| counted.survey.goal(&counted.tally, Side::Difference, goal);
    for goal in Goal::ALL {
        if let Some(histogram) = difference(goal).filter(|histogram| histogram.total() > 0) {
            row(html, subject, text::headline_label(goal.id(), language), goal.unit(), histogram);
        }
    }
    let first = subject.link.scenario.baseline().first_quarter();
    for place in 0..subject.link.quarters() {
        let quarter = first.plus(place as i32);
        let of_quarter = counted.survey.series(&counted.tally, Side::Difference, 0, place);
        if let Some(histogram) =
            of_quarter.filter(|histogram| quarter.quarter() == 4 && histogram.total() > 0)
        {
            let label = language.pick(
                format!("Free cash flow, year to {quarter}"),
                format!("截至 {quarter} 一年的自由现金流"),
            );
            row(html, subject, &label, "B$", histogram);
        }
    }
}

fn row(
    html: &mut Html,
    subject: &Subject,
    label: &str,
    unit: &str,
    histogram: &buildout_analysis::Histogram,
) {
    html.element("tr", &[], |html| {
        html.words("th", &[("scope", "row")], label);
        let share = histogram.share_above(0.0).unwrap_or(0.0);
        html.words("td", &[("data-value", &share.to_string())], &percent(share));
        for share in [0.05, 0.5, 0.95] {
            let value = histogram.quantile(share);
            let exact = value.map_or(String::new(), |value| value.to_string());
            html.words("td", &[("data-value", &exact)], &say_figure(unit, value, subject));
        }
    });
}
