//! The article's mechanisms, each with what carries it and the ways there.

use crate::{
    html::Html,
    sheet::{Subject, about},
};
use buildout_evidence::{About, Carried, Carrier, Mechanism, markdown, mechanisms};

pub(super) fn write(html: &mut Html, subject: &Subject) {
    html.words("p", &[("class", "sheet-sentence")], &sentence(subject));
    html.element("div", &[("class", "scroll"), ("tabindex", "0")], |html| {
        html.element("table", &[("class", "prose"), ("data-sheet-table", "mechanisms")], |html| {
            html.element("thead", &[], |html| {
                html.element("tr", &[], |html| {
                    for words in [
                        "#",
                        subject.say("Mechanism", "机制"),
                        subject.say("In the model", "模型中的形式"),
                        subject.say("Carried by", "体现于"),
                        subject.say("Moved by", "相关参数"),
                        subject.say("Watch", "观察"),
                    ] {
                        html.words("th", &[("scope", "col")], words);
                    }
                });
            });
            html.element("tbody", &[], |html| {
                mechanisms().iter().for_each(|mechanism| row(html, subject, mechanism));
            });
        });
    });
}

fn sentence(subject: &Subject) -> String {
    let count = |carried| mechanisms().iter().filter(|mechanism| mechanism.carried() == carried).count();
    let [whole, partly, not] = [Carried::Whole, Carried::Partly, Carried::Not].map(count);
    let all = mechanisms().len();
    subject.language.pick(
        format!(
            "Of {all} mechanisms the model carries {whole} whole and {partly} in part; not carried: {not}."
        ),
        format!("{all} 个机制中，模型完整体现 {whole} 个，部分体现 {partly} 个，没有体现 {not} 个。"),
    )
}

fn row(html: &mut Html, subject: &Subject, mechanism: &Mechanism) {
    let language = subject.language;
    let say = |words: buildout_evidence::Words| language.pick(words.en, words.zh);
    html.element("tr", &[("data-mechanism", mechanism.id)], |html| {
        html.words("td", &[], mechanism.id);
        html.element("th", &[("scope", "row")], |html| {
            html.words("q", &[("lang", "zh")], mechanism.phrase);
            html.words("p", &[], say(mechanism.what));
        });
        html.words("td", &[], say(mechanism.form));
        html.element("td", &[], |html| carried(html, subject, mechanism));
        html.element("td", &[], |html| {
            about::buttons(html, subject, mechanism.inputs.iter().copied().map(About::Input));
        });
        html.words("td", &[], say(mechanism.observable));
    });
}

fn carried(html: &mut Html, subject: &Subject, mechanism: &Mechanism) {
    let language = subject.language;
    let (id, words) = match mechanism.carried() {
        Carried::Whole => ("whole", subject.say("carried", "体现")),
        Carried::Partly => ("partly", subject.say("partly", "部分体现")),
        Carried::Not => ("not", subject.say("not carried", "没有体现")),
    };
    html.element("p", &[], |html| {
        html.words("strong", &[("data-carried", id)], words);
        if !mechanism.steps.is_empty() {
            let name = |step: &&'static str| {
                let name = markdown::step_name(step);
                language.pick(name.en, name.zh)
            };
            let steps: Vec<_> = mechanism.steps.iter().map(name).collect();
            let steps = steps.join(language.pick(", ", "、"));
            html.text(&language.pick(format!(", step {steps}"), format!("，步骤 {steps}")));
        }
    });
    let outputs = mechanism.carried_by.iter().filter_map(|carrier| match carrier {
        Carrier::Output(output) => Some(About::Output(*output)),
        Carrier::Step(_) => None,
    });
    about::buttons(html, subject, outputs);
    for carrier in mechanism.carried_by {
        if let Carrier::Step(id) = carrier {
            let label = carrier.label();
            html.element("p", &[("data-carrier", id)], |html| {
                html.text(language.pick(label.en, label.zh));
                html.text(" ");
                html.words("code", &[], id);
            });
        }
    }
    if let Some(reason) = mechanism.reason {
        html.words("p", &[("data-reason", "")], language.pick(reason.en, reason.zh));
    }
}
