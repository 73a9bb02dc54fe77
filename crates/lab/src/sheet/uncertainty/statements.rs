//! How likely what a reader asks first is.

use super::{Counted, of_goal, percent};
use crate::{html::Html, sheet::Subject};
use buildout_analysis::{Goal, Side};
use buildout_figures::format;
use buildout_model::Headline;

/// The goal for power of 2027: four times that of 2022.
const POWER_GOAL: f64 = 4.0;

pub(super) fn write(html: &mut Html, subject: &Subject, counted: &Counted) {
    html.element("section", &[("class", "statements")], |html| {
        html.words("h3", &[], subject.say("How likely", "可能性"));
        html.element("table", &[("data-sheet-table", "statements")], |html| {
            html.element("tbody", &[], |html| {
                for (words, share) in statements(subject, counted) {
                    let value = share.to_string();
                    html.element("tr", &[], |html| {
                        html.words("th", &[("scope", "row")], &words);
                        html.words("td", &[("data-value", &value)], &percent(share));
                    });
                }
            });
        });
    });
}

fn statements(subject: &Subject, counted: &Counted) -> Vec<(String, f64)> {
    let language = subject.language;
    let above = |goal: Goal, value: f64| {
        let histogram = of_goal(counted, goal)?;
        // A draw without such a figure is not above anything.
        let all = f64::from(histogram.total() + histogram.missing());
        Some(histogram.share_above(value)? * f64::from(histogram.total()) / all)
    };
    let rate = subject.link.scenario.inputs().discount_rate;
    let rate_words = format::figure("share", rate, language);
    let first = subject.link.scenario.baseline().first_quarter();
    let turned = counted.survey.turned_by(&counted.tally, Side::Scenario);
    let years = turned.into_iter().enumerate().filter_map(|(place, share)| {
        let quarter = first.plus(place as i32);
        (quarter.quarter() == 4).then(|| {
            let words = language.pick(
                format!("Free cash flow is positive for good by {quarter}"),
                format!("自由现金流在 {quarter} 之前转正并保持"),
            );
            (words, share)
        })
    });
    let goal_quarter = Headline::POWER_GOAL_QUARTER;
    let others = [
        (
            language.pick(
                "Free cash flow of some year is below zero".to_owned(),
                "某一年度自由现金流为负".to_owned(),
            ),
            above(Goal::FcfTrough, 0.0).map(|above| 1.0 - above),
        ),
        (
            language.pick(
                format!("Power of {goal_quarter} is at least four times that of 2022"),
                format!("{goal_quarter} 电力达到 2022 年的四倍"),
            ),
            above(Goal::PowerMultiple2027, POWER_GOAL),
        ),
        (
            language.pick(
                "The AI build is worth more than it costs (NPV)".to_owned(),
                "AI 建设净现值为正".to_owned(),
            ),
            above(Goal::Npv, 0.0),
        ),
        (
            language.pick(
                format!("The AI build yields more than {rate_words} a year"),
                format!("AI 建设年收益率高于 {rate_words}"),
            ),
            above(Goal::Irr, rate),
        ),
    ];
    others.into_iter().filter_map(|(words, share)| Some((words, share?))).chain(years).collect()
}
