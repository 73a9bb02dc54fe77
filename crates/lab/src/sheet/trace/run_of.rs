//! The run in which a point is traced, where it is not the scenario as it stands.

use super::{Sheet, Subject, TRACE};
use crate::html::Html;
use buildout_analysis::{OneMoreNow, unit_of};
use buildout_figures::{
    text,
    traced::{Asked, RunOf},
};
use buildout_model::Quarter;
use buildout_scenario::Scenario;

/// What the scenario is compared with: the pinned one, else the base case of its baseline.
fn other(subject: &Subject) -> Scenario {
    subject.link.compared.unwrap_or_else(|| Scenario::base(subject.link.scenario.baseline()))
}

/// The scenario of a run.
pub(super) fn scenario(subject: &Subject, of: &RunOf) -> Scenario {
    of.scenario(&subject.link.scenario, &other(subject))
}

/// What a run is called.
pub(super) fn words(subject: &Subject, of: &RunOf) -> String {
    let language = subject.language;
    match of {
        RunOf::Scenario => subject.say("this scenario", "本情景").to_owned(),
        RunOf::Other if subject.link.compared.is_some() => {
            subject.say("the pinned scenario", "固定的情景").to_owned()
        }
        RunOf::Other => subject.say("the base case", "基准情景").to_owned(),
        RunOf::With(values) => {
            let value = |(input, value): &(buildout_model::Input, f64)| {
                let says = text::input_value(input.declaration().unit, *value, language);
                format!("{} {says}", text::input_label(*input, language))
            };
            let values: Vec<_> = values.iter().map(value).collect();
            let values = values.join(language.pick(", ", "、"));
            language.pick(format!("this scenario with {values}"), format!("本情景，{values}"))
        }
        RunOf::Relieved(limit, quarter) => {
            let (more, at) = (unit_more(subject, *limit, *quarter), quarter);
            language.pick(format!("this scenario with {more} ({at})"), format!("本情景，{more}（{at}）"))
        }
    }
}

/// One unit more of a limit, in words.
fn unit_more(subject: &Subject, limit: buildout_model::Limit, quarter: Quarter) -> String {
    let unit = unit_of(limit);
    let more = OneMoreNow { quarter, limit, unit, ai_it: 0.0, ai_sales: None, then: limit };
    text::one_more_unit(&more, subject.language)
}

/// Says in which run a point is traced, and leads to the same point of the scenario.
pub(super) fn write(html: &mut Html, sheet: &Sheet<'_>) {
    let Asked::Point { point, of } = Asked::read(sheet.name) else { return };
    if of == RunOf::Scenario {
        return;
    }
    let subject = sheet.subject;
    html.element("p", &[("class", "run-of"), ("data-run-of", &*of.to_string())], |html| {
        let run = words(subject, &of);
        html.text(&subject.language.pick(format!("In {run}. "), format!("取自{run}。")));
        let choices = format!("{TRACE}={point}");
        let attributes = [("type", "button"), ("class", "plain"), ("data-choose", &*choices)];
        html.words("button", &attributes, subject.say("The same in this scenario", "查看本情景中的同一数值"));
    });
}
