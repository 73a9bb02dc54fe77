//! A figure of the headline: which figure of which quarter it is, or the flows that it is worth.

use super::{Sheet, equation::digits, flows};
use crate::html::Html;
use buildout_figures::text;
use buildout_model::{Headline, HeadlineFigure, Output, Quarter};

pub(super) fn write(html: &mut Html, sheet: &Sheet<'_>, name: &'static str) {
    let subject = sheet.subject;
    let language = subject.language;
    let Some(headline) = &sheet.traced.run.headline else { return };
    let figure = headline.figures().into_iter().find(|(of, _)| *of == name).map(|(_, figure)| figure);
    let label = text::headline_label(name, language);
    match figure {
        Some(HeadlineFigure::Number(Some(value))) => {
            sheet.heading(html, label, None, text::headline_unit(name), value);
        }
        Some(HeadlineFigure::Quarter(Some(quarter))) => {
            html.words("h3", &[("tabindex", "-1"), ("data-sheet-focus", "")], label);
            html.element("p", &[("class", "traced")], |html| html.words("b", &[], &quarter.to_string()));
        }
        _ => {
            html.words("h3", &[("tabindex", "-1"), ("data-sheet-focus", "")], label);
            html.words("p", &[("class", "traced")], text::none(language));
        }
    }
    html.words("p", &[("class", "quiet")], text::headline_meaning(name, language));
    match name {
        "fcf_trough" | "fcf_trough_quarter" => {
            is_figure(html, sheet, Output::FcfTtm, headline.fcf_trough_quarter, None);
        }
        "margin_trough" | "margin_trough_quarter" => {
            is_figure(html, sheet, Output::AwsMargin, headline.margin_trough_quarter, None);
        }
        "power_multiple_2027" if headline.power_multiple_2027.is_some() => {
            is_figure(html, sheet, Output::PowerMultiple2022, Headline::POWER_GOAL_QUARTER, None);
        }
        "aws_2030" if headline.aws_2030.is_some() => {
            is_figure(html, sheet, Output::AwsRevenue, Headline::OUTLOOK_QUARTER, Some(4.0));
        }
        "fcf_2030" if headline.fcf_2030.is_some() => {
            is_figure(html, sheet, Output::FcfTtm, Headline::OUTLOOK_QUARTER, None);
        }
        "peak_need" => match lowest_total(sheet) {
            Some((quarter, total)) if total < 0.0 => {
                is_figure(html, sheet, Output::ProgrammeTotal, quarter, None);
            }
            _ => html.words(
                "p",
                &[],
                subject.say("The running total is never below zero.", "累计值从未低于零。"),
            ),
        },
        "payback_quarter" => match headline.payback_quarter {
            Some(quarter) => is_figure(html, sheet, Output::ProgrammeTotal, quarter, None),
            None => html.words(
                "p",
                &[],
                subject.say(
                    "After its low the running total does not come back to zero within the run.",
                    "在运行期内，累计值自最低点后未能回到零。",
                ),
            ),
        },
        "npv" => flows::write(html, sheet, sheet.traced.run.scenario.inputs().discount_rate, true),
        "npv_without_book" => {
            flows::write(html, sheet, sheet.traced.run.scenario.inputs().discount_rate, false);
        }
        "irr" => match headline.irr {
            Some(rate) => flows::write(html, sheet, rate, true),
            None => html.words(
                "p",
                &[],
                subject.say(
                    "There is no such rate: the value does not pass from above zero at −95 % to below zero at 1000 %.",
                    "不存在这样的收益率：现值未在 −95 % 与 1000 % 之间由正转负。",
                ),
            ),
        },
        _ => html.words(
            "p",
            &[],
            subject.say("The run ends before the quarter of this figure.", "运行在该指标所指季度之前结束。"),
        ),
    }
}

/// The quarter in which the running total of the AI build is lowest.
fn lowest_total(sheet: &Sheet<'_>) -> Option<(Quarter, f64)> {
    let totals = sheet.traced.run.trajectory.quarters();
    totals.map(|(quarter, figures)| (quarter, figures.programme_total)).min_by(|a, b| a.1.total_cmp(&b.1))
}

/// It is a figure of one quarter, or a multiple of it.
fn is_figure(html: &mut Html, sheet: &Sheet<'_>, output: Output, quarter: Quarter, times: Option<f64>) {
    let language = sheet.subject.language;
    let Some(figures) = sheet.traced.run.trajectory.at(quarter) else { return };
    html.element("p", &[("class", "equation"), ("data-equation", "headline")], |html| {
        html.text("= ");
        if let Some(times) = times {
            html.words("span", &[("class", "constant")], &digits(times));
            html.text(" · ");
        }
        let words = format!("{} {quarter}", text::output_name(output, language));
        sheet.output_button(html, output, quarter, &words);
        let value = figures.get(output);
        html.words(
            "b",
            &[("data-value", &value.to_string())],
            &format!(" = {}", digits(value * times.unwrap_or(1.0))),
        );
    });
}
