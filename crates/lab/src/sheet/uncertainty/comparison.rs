//! The scenario against the pinned one, draw by draw.

use super::{Counted, percent, say_figure};
use crate::{html::Html, sheet::Subject};
use buildout_analysis::{Goal, Side};
use buildout_figures::text;

pub(super) fn write(html: &mut Html, subject: &Subject, counted: &Counted) {
    html.element("section", &[("class", "statements")], |html| {
        html.words(
            "h3",
            &[],
            subject.say("Against the pinned scenario, in the same draws", "与固定情景逐次抽样比较"),
        );
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
