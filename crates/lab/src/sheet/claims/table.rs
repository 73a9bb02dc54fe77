//! The claims as rows.

use super::verdict;
use crate::{
    html::Html,
    sheet::{Subject, about},
};
use buildout_evidence::{Claim, Filed, Sense, Stated};
use buildout_figures::{format, text};

pub(super) fn write<'a>(html: &mut Html, subject: &Subject, claims: impl Iterator<Item = &'a Claim>) {
    html.element("div", &[("class", "scroll"), ("tabindex", "0")], |html| {
        html.element("table", &[("class", "prose"), ("data-sheet-table", "claims")], |html| {
            html.element("thead", &[], |html| {
                html.element("tr", &[], |html| {
                    for words in [
                        subject.say("No.", "序号"),
                        subject.say("Phrase", "原文"),
                        subject.say("Meaning for the model", "对模型的含义"),
                        subject.say("Stated", "所述"),
                        subject.say("Reported since", "其后公布"),
                        subject.say("Verdict", "结论"),
                        subject.say("Inputs and outputs", "参数与输出"),
                    ] {
                        html.words("th", &[("scope", "col")], words);
                    }
                });
            });
            html.element("tbody", &[], |html| claims.for_each(|claim| row(html, subject, claim)));
        });
    });
}

fn row(html: &mut Html, subject: &Subject, claim: &Claim) {
    let language = subject.language;
    let number = claim.number.to_string();
    html.element("tr", &[("data-claim", &number)], |html| {
        html.words("td", &[], &number);
        html.element("th", &[("scope", "row")], |html| {
            html.words("q", &[("lang", "zh")], claim.phrase);
            if let Some(gloss) = language.pick(Some(claim.gloss_en), None) {
                html.words("p", &[("class", "quiet")], gloss);
            }
        });
        html.words("td", &[], language.pick(claim.meaning.en, claim.meaning.zh));
        html.element("td", &[], |html| {
            if let Some(stated) = claim.stated {
                let value = stated.value.to_string();
                html.words("span", &[("data-value", &value)], &say_stated(subject, claim.unit, stated));
                html.text(language.pick(", ", "，"));
            }
            html.words("span", &[("data-date", claim.date)], claim.date);
        });
        html.element("td", &[], |html| {
            if let Some(filed) = claim.reported {
                write_filed(html, subject, claim, filed);
            }
            html.words("p", &[], language.pick(claim.since.en, claim.since.zh));
            html.words("p", &[("class", "quiet")], &say_sources(subject, claim.source));
        });
        let id = claim.verdict.id();
        html.element("td", &[], |html| {
            html.words("strong", &[("data-verdict", id)], verdict::name(claim.verdict, subject));
        });
        html.element("td", &[], |html| about::buttons(html, subject, claim.about.iter().copied()));
    });
}

/// The figure of a filing, with its name and its quarter.
fn write_filed(html: &mut Html, subject: &Subject, claim: &Claim, filed: Filed) {
    let (Some(value), Some(quarter)) = (filed.value(), filed.quarter()) else { return };
    let language = subject.language;
    html.element("p", &[], |html| {
        let label = text::output_label(filed.output, language);
        let times = if filed.factor == 1.0 { String::new() } else { format!(" × {}", filed.factor) };
        let less = filed.less_quarter().map_or(String::new(), |less| format!(" − {less}"));
        let over = if filed.output.id().ends_with("_ttm") {
            language.pick(" (four quarters)", "（四个季度合计）")
        } else {
            ""
        };
        html.text(&format!("{label}{over} {quarter}{less}{times}{}", language.pick(": ", "：")));
        let figure = format::figure(claim.unit, value, language);
        html.words("strong", &[("data-filed", &value.to_string())], &figure);
    });
}

/// The value as the phrase states it.
fn say_stated(subject: &Subject, unit: &'static str, stated: Stated) -> String {
    let language = subject.language;
    let value = |value| text::input_value(unit, value, language);
    let low = value(stated.value);
    match stated.sense {
        Sense::Is => low,
        Sense::About => language.pick(format!("about {low}"), format!("约 {low}")),
        Sense::AtLeast => language.pick(format!("at least {low}"), format!("至少 {low}")),
        Sense::Above => language.pick(format!("above {low}"), format!("高于 {low}")),
        Sense::Range => {
            language.pick(format!("{low} to {}", value(stated.to)), format!("{low} 至 {}", value(stated.to)))
        }
    }
}

fn say_sources(subject: &Subject, source: &'static str) -> String {
    let language = subject.language;
    let say = |source: text::Source| match source.detail {
        Some(detail) => {
            language.pick(format!("{}: {detail}", source.document), format!("{}：{detail}", source.document))
        }
        None => source.document,
    };
    let documents: Vec<_> = text::sources(source, language).into_iter().map(say).collect();
    let documents = documents.join(language.pick("; ", "；"));
    language.pick(format!("Source: {documents}"), format!("来源：{documents}"))
}
