//! Every input with what its base values rest on.

use super::Sources;
use crate::{html::Html, sheet::table};
use buildout_figures::{format, text};
use buildout_model::{Baseline, Grade, Input, Uncertainty};

pub(super) fn write(html: &mut Html, sheet: &Sources) {
    let subject = &sheet.subject;
    let language = subject.language;
    let count = sheet.inputs().count();
    let of_grade =
        |grade: Grade| Input::ALL.into_iter().filter(|input| input.declaration().grade == grade).count();
    let grades: Vec<String> = Grade::ALL
        .into_iter()
        .map(|grade| format!("{} {}", of_grade(grade), text::grade_name(grade, language)))
        .collect();
    let grades = grades.join(language.pick(", ", "、"));
    let all = Input::ALL.len();
    html.words(
        "p",
        &[("data-finding", "")],
        &language.pick(
            format!("{count} of {all} inputs shown. Of all: {grades}."),
            format!("显示 {count} 个参数，共 {all} 个，其中 {grades}。"),
        ),
    );
    html.element("dl", &[("class", "given")], |html| {
        for grade in Grade::ALL {
            html.words("dt", &[], text::grade_name(grade, language));
            html.words("dd", &[], text::grade_meaning(grade, language));
        }
    });
    table::wide(html, "sources", |html| {
        html.element("thead", &[], |html| {
            html.element("tr", &[], |html| {
                html.words(
                    "th",
                    &[("scope", "col")],
                    subject.say("Input, and what it rests on", "参数及其依据"),
                );
                html.words("th", &[("scope", "col")], subject.say("Grade", "证据等级"));
                for baseline in Baseline::ALL {
                    let words = language.pick(
                        format!("Base, as of {}", baseline.history_end()),
                        format!("基准值（截至 {}）", baseline.history_end()),
                    );
                    html.words("th", &[("scope", "col")], &words);
                }
                for words in [subject.say("Range", "取值范围"), subject.say("Drawn as", "抽样方式")] {
                    html.words("th", &[("scope", "col")], words);
                }
                html.element("td", &[], |_| {});
            });
        });
        html.element("tbody", &[], |html| sheet.inputs().for_each(|input| row(html, sheet, input)));
    });
}

fn row(html: &mut Html, sheet: &Sources, input: Input) {
    let subject = &sheet.subject;
    let language = subject.language;
    let declared = input.declaration();
    html.element("tr", &[("data-source-of", declared.id)], |html| {
        html.element("th", &[("scope", "row")], |html| {
            let choices = format!("sheet=trace\ntrace=input:{}\ntrail=", declared.id);
            let attributes = [("type", "button"), ("class", "plain"), ("data-choose", &*choices)];
            html.words("button", &attributes, text::input_label(input, language));
            html.element("div", &[("class", "source")], |html| {
                for source in text::sources(declared.source, language) {
                    let detail = source
                        .detail
                        .map(|detail| language.pick(format!(": “{detail}”"), format!("：“{detail}”")));
                    html.words("p", &[], &format!("{}{}", source.document, detail.unwrap_or_default()));
                }
                if !declared.note.is_empty() {
                    // The notes of the data are kept as they are written there.
                    html.words("p", &[("class", "quiet"), ("lang", "en")], declared.note);
                }
            });
        });
        html.words("td", &[("data-grade", declared.grade.id())], text::grade_name(declared.grade, language));
        for baseline in Baseline::ALL {
            let base = declared.base(baseline);
            let says = text::input_value(declared.unit, base, language);
            html.words("td", &[("data-value", &*base.to_string())], &says);
        }
        let [low, high] =
            [declared.min, declared.max].map(|value| text::input_value(declared.unit, value, language));
        html.words("td", &[], &format!("{low} – {high}"));
        html.words("td", &[], &drawn(sheet, declared.unit, declared.uncertainty));
        html.element("td", &[], |html| {
            let attributes = [("type", "button"), ("data-control-of", declared.id)];
            html.words("button", &attributes, subject.say("To its control", "转到其控件"));
        });
    });
}

fn drawn(sheet: &Sources, unit: &str, uncertainty: Option<Uncertainty>) -> String {
    let language = sheet.subject.language;
    match uncertainty {
        None => "–".to_owned(),
        Some(Uncertainty::Scale { low, high }) => {
            format!("× {} – {}", format::number(low, 2), format::number(high, 2))
        }
        Some(Uncertainty::Add { low, high }) => {
            let say = |value| text::input_value(unit, value, language);
            format!("+ {} – {}", say(low), say(high))
        }
    }
}
