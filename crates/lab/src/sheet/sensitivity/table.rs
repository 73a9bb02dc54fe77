//! Every input with what both ends of its range give, its exact slope and what it rests on.

use super::Sensitivity;
use crate::{html::Html, sheet::table};
use buildout_analysis::Gust;
use buildout_figures::{
    format, text,
    traced::{Asked, RunOf},
};

pub(super) fn write(html: &mut Html, sheet: &Sensitivity, gusts: &[Gust]) {
    let subject = &sheet.subject;
    let language = subject.language;
    html.element("div", &[("class", "scroll"), ("tabindex", "0")], |html| {
        html.element("table", &[("data-sheet-table", "sensitivity")], |html| {
            html.element("thead", &[], |html| {
                html.element("tr", &[], |html| {
                    for words in [
                        subject.say("Input", "参数"),
                        subject.say("at the lower end", "取下限时"),
                        subject.say("at the upper end", "取上限时"),
                        subject.say("for 1 % more", "每增加 1%"),
                        subject.say("rests on", "依据"),
                    ] {
                        html.words("th", &[("scope", "col")], words);
                    }
                });
            });
            html.element("tbody", &[], |html| {
                for gust in gusts {
                    html.element("tr", &[("data-row", gust.input.id())], |html| {
                        html.words("th", &[("scope", "row")], text::input_label(gust.input, language));
                        end(html, sheet, gust, gust.low, gust.at_low);
                        end(html, sheet, gust, gust.high, gust.at_high);
                        slope(html, sheet, gust);
                        html.words("td", &[], text::grade_name(gust.input.declaration().grade, language));
                    });
                }
            });
        });
    });
    html.words(
        "p",
        &[("class", "quiet")],
        subject.say(
            "The last figure is the exact slope where the scenario stands, not a difference; the ends move one input alone.",
            "“每增加 1%”为情景所在处的精确斜率，而非差分；上下限每次只变动一个参数。",
        ),
    );
}

/// What an end of the range gives, and the way there.
fn end(html: &mut Html, sheet: &Sensitivity, gust: &Gust, value: f64, figure: Option<f64>) {
    let exact = figure.map_or(String::new(), |value| value.to_string());
    let link = sheet.subject.with(&[(gust.input, value)]);
    html.element("td", &[("data-value", &exact)], |html| {
        table::traced(html, figure.map(|_| at_end(sheet, gust, value)).as_ref(), &sheet.say(figure));
        html.text(" ");
        let words = sheet.say_input(gust.input, value);
        html.words("button", &[("type", "button"), ("class", "plain"), ("data-go", &link)], &words);
    });
}

/// The figure with an input at the end of its range, as it is traced.
fn at_end(sheet: &Sensitivity, gust: &Gust, value: f64) -> Asked {
    Asked::point(sheet.target.point(), RunOf::With(vec![(gust.input, value)]))
}

fn slope(html: &mut Html, sheet: &Sensitivity, gust: &Gust) {
    let subject = &sheet.subject;
    let slope = sheet.slopes.iter().find(|slope| slope.input == gust.input);
    let change = slope.and_then(|slope| slope.per_percent(subject.link.scenario.get(gust.input)));
    let exact = change.map_or(String::new(), |value| value.to_string());
    let unit = sheet.target.unit();
    let words = change.map_or_else(
        || text::none(subject.language).to_owned(),
        |change| format::visible_change(unit, change, subject.language).unwrap_or_else(|| "≈ 0".to_owned()),
    );
    html.words("td", &[("data-value", &exact)], &words);
}
