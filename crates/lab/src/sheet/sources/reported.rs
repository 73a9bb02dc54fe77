//! Every reported quarter, its figures and what they rest on.

use crate::{
    html::Html,
    sheet::{Subject, table},
};
use buildout_figures::{format, text};
use buildout_model::{Output, REPORTED, ReportedQuarter};

/// The figures that are disclosed for some quarter.
fn disclosed() -> Vec<Output> {
    let is_disclosed =
        |output: &Output| REPORTED.iter().any(|reported| reported.disclosed(*output).is_some());
    Output::ALL.into_iter().filter(is_disclosed).collect()
}

pub(super) fn write(html: &mut Html, subject: &Subject) {
    let language = subject.language;
    let outputs = disclosed();
    html.words(
        "p",
        &[],
        subject.say(
            "US dollars, as filed, newest first; a figure leads to what it rests on. Each quarter's sources are below.",
            "单位为美元，按财报口径，最近的季度在前；点按数值可查看依据。各季度来源列于下方。",
        ),
    );
    table::wide(html, "reported", |html| {
        let labels = outputs.iter().map(|output| text::output_label(*output, language));
        let columns: Vec<&str> =
            [subject.say("Quarter", "季度"), subject.say("to", "截止日")].into_iter().chain(labels).collect();
        table::head(html, &columns);
        html.element("tbody", &[], |html| {
            for reported in REPORTED.iter().rev() {
                row(html, subject, reported, &outputs);
            }
        });
    });
    html.element("section", &[], |html| {
        html.words("h3", &[], subject.say("Sources by quarter", "各季度来源"));
        REPORTED.iter().rev().for_each(|reported| sources(html, reported));
    });
}

fn row(html: &mut Html, subject: &Subject, reported: &ReportedQuarter, outputs: &[Output]) {
    let quarter = reported.quarter.to_string();
    html.element("tr", &[("data-quarter", &*quarter)], |html| {
        html.words("th", &[("scope", "row")], &quarter);
        html.words("td", &[], reported.evidence().map_or("–", |evidence| evidence.period_end));
        for output in outputs {
            match reported.disclosed(*output) {
                Some(value) => html.element("td", &[("data-value", &*value.to_string())], |html| {
                    let choices = format!("sheet=trace\ntrace=reported:{}@{quarter}\ntrail=", output.id());
                    let attributes = [("type", "button"), ("class", "plain"), ("data-choose", &*choices)];
                    let says = format::figure(output.declaration().unit, value, subject.language);
                    html.words("button", &attributes, &says);
                }),
                None => html.words("td", &[], "–"),
            }
        }
    });
}

fn sources(html: &mut Html, reported: &ReportedQuarter) {
    let Some(evidence) = reported.evidence() else { return };
    let name = format!("sources-{}", reported.quarter);
    html.element("details", &[("data-keep-open", &*name)], |html| {
        html.element("summary", &[], |html| {
            html.text(&format!("{} · ", reported.quarter));
            html.words("span", &[("lang", "en")], evidence.confidence);
        });
        for words in [evidence.source, evidence.rounded, evidence.notes] {
            if !words.is_empty() {
                html.words("p", &[("lang", "en"), ("class", "quiet")], words);
            }
        }
    });
}
