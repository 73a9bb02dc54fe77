//! Every headline figure with its quantiles and its sampling error.

use super::{Counted, of_goal, of_run, say_figure};
use crate::{
    html::Html,
    sheet::{Subject, table},
};
use buildout_analysis::{FAN, Goal, Side, Target};
use buildout_figures::{
    text,
    traced::{Asked, RunOf},
};

pub(super) fn write(html: &mut Html, subject: &Subject, counted: &Counted) {
    let language = subject.language;
    html.element("div", &[("class", "scroll"), ("tabindex", "0")], |html| {
        html.element("table", &[("data-sheet-table", "headline")], |html| {
            html.words("caption", &[], subject.say("Every headline figure", "全部核心指标"));
            html.element("thead", &[], |html| {
                html.element("tr", &[], |html| {
                    html.element("td", &[], |_| {});
                    html.words("th", &[("scope", "col")], subject.say("Run", "推演"));
                    for share in FAN {
                        html.words("th", &[("scope", "col")], &format!("{:.0} %", 100.0 * share));
                    }
                    html.words("th", &[("scope", "col")], subject.say("± of the median", "中位数 ±"));
                });
            });
            html.element("tbody", &[], |html| {
                for goal in Goal::ALL {
                    html.element("tr", &[("data-row", goal.id())], |html| {
                        html.words("th", &[("scope", "row")], text::headline_label(goal.id(), language));
                        run_cell(html, subject, goal);
                        let histogram = of_goal(counted, goal);
                        for share in FAN {
                            cell(
                                html,
                                subject,
                                goal,
                                histogram.and_then(|histogram| histogram.quantile(share)),
                            );
                        }
                        let median = |draws: &buildout_analysis::Histogram| draws.quantile(0.5);
                        cell(
                            html,
                            subject,
                            goal,
                            counted.survey.error(&counted.tally, Side::Scenario, goal, median),
                        );
                    });
                }
            });
        });
    });
}

/// The figure of the run, which alone of a row has an equation: the others are counted from draws.
fn run_cell(html: &mut Html, subject: &Subject, goal: Goal) {
    let value = of_run(subject, goal);
    let says = say_figure(goal.unit(), value, subject);
    match value {
        Some(value) => {
            let asked = Asked::point(Target::Headline(goal).point(), RunOf::Scenario);
            table::traced_value(html, value, &asked, &says);
        }
        None => cell(html, subject, goal, None),
    }
}

fn cell(html: &mut Html, subject: &Subject, goal: Goal, value: Option<f64>) {
    let exact = value.map_or(String::new(), |value| value.to_string());
    html.words("td", &[("data-value", &exact)], &say_figure(goal.unit(), value, subject));
}
