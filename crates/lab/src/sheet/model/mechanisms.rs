//! The mechanisms of the article, and what carries each.

use super::{
    Model,
    explained::{MECHANISMS, Mechanism, STEPS},
};
use crate::{
    html::Html,
    sheet::{about, table},
};
use buildout_evidence::About;
use buildout_model::{Input, Output};

pub(super) fn write(html: &mut Html, sheet: &Model) {
    let subject = &sheet.subject;
    let whole = MECHANISMS.iter().filter(|mechanism| mechanism.is_whole).count();
    let all = MECHANISMS.len();
    html.words(
        "p",
        &[("data-finding", "")],
        &subject.language.pick(
            format!(
                "The article on the call of 30 October 2025 names {all} mechanisms. The model carries {whole} of them, and {} in part, for the reason given.",
                all - whole
            ),
            format!(
                "关于 2025 年 10 月 30 日电话会的文章提出 {all} 项机制：模型完整体现 {whole} 项，部分体现 {} 项，并说明原因。",
                all - whole
            ),
        ),
    );
    list(html, sheet, MECHANISMS.iter());
}

/// The mechanisms that a step carries.
pub(super) fn of_step(html: &mut Html, sheet: &Model, step: &str) {
    let mut of_step = MECHANISMS.iter().filter(|mechanism| mechanism.steps.contains(&step)).peekable();
    if of_step.peek().is_some() {
        html.words(
            "h3",
            &[],
            sheet.subject.say("Mechanisms of the article that it carries", "体现的文章机制"),
        );
        list(html, sheet, of_step);
    }
}

fn list(html: &mut Html, sheet: &Model, mechanisms: impl Iterator<Item = &'static Mechanism>) {
    let subject = &sheet.subject;
    table::wide(html, "mechanisms", |html| {
        table::head(
            html,
            &[
                "",
                subject.say("Mechanism", "机制"),
                subject.say("carried", "体现"),
                subject.say("figures", "指标"),
                subject.say("inputs", "参数"),
                subject.say("steps", "步骤"),
            ],
        );
        html.element("tbody", &[], |html| mechanisms.for_each(|mechanism| row(html, sheet, mechanism)));
    });
}

fn row(html: &mut Html, sheet: &Model, mechanism: &Mechanism) {
    let subject = &sheet.subject;
    html.element("tr", &[("data-mechanism", mechanism.id)], |html| {
        html.words("td", &[], mechanism.id);
        html.element("th", &[("scope", "row")], |html| {
            html.text(sheet.pick(mechanism.mechanism));
            html.words("q", &[("lang", "zh"), ("class", "phrase")], mechanism.phrase);
            html.words("p", &[("class", "source")], sheet.pick(mechanism.carried));
        });
        let (class, words) = if mechanism.is_whole {
            ("good", subject.say("yes", "是"))
        } else {
            ("quiet", subject.say("in part", "部分"))
        };
        html.words("td", &[("class", class)], words);
        let outputs = mechanism.figures.iter().filter_map(|id| Output::from_id(id)).map(About::Output);
        html.element("td", &[], |html| about::buttons(html, subject, outputs));
        let inputs = mechanism.inputs.iter().filter_map(|id| Input::from_id(id).ok()).map(About::Input);
        html.element("td", &[], |html| about::buttons(html, subject, inputs));
        html.element("td", &[], |html| {
            for step in STEPS.iter().filter(|step| mechanism.steps.contains(&step.step)) {
                html.element("p", &[], |html| sheet.step_button(html, step));
            }
        });
    });
}
