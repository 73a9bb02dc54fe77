//! The figure that a sheet is about: one of the headline, or an output of a quarter.

use super::Subject;
use crate::{controls, html::Html};
use buildout_analysis::{Goal, Target};
use buildout_figures::{format, text};
use buildout_model::{Output, Quarter};

/// Names of the controls.
const FIGURE: &str = "figure";
const QUARTER: &str = "quarter";

/// The figure chosen, or the first of all.
pub(super) fn chosen(subject: &Subject) -> Target {
    let Some(name) = subject.choices.get(FIGURE) else { return Target::default() };
    let of_quarter = || Some(Target::Figure { output: Output::from_id(name)?, quarter: quarter(subject)? });
    Goal::from_id(name).map(Target::Headline).or_else(of_quarter).unwrap_or_default()
}

/// The quarter chosen if the run has it, else the last of the run; none for a run without quarters.
fn quarter(subject: &Subject) -> Option<Quarter> {
    let quarters = quarters(subject);
    let asked = subject.choices.get(QUARTER).and_then(Quarter::parse);
    asked.filter(|asked| quarters.contains(asked)).or_else(|| quarters.last().copied())
}

/// The quarters of the run.
pub(super) fn quarters(subject: &Subject) -> Vec<Quarter> {
    let first = subject.link.scenario.baseline().first_quarter();
    (0..subject.quarters() as i32).map(|place| first.plus(place)).collect()
}

/// The controls that choose it.
pub(super) fn controls(html: &mut Html, subject: &Subject) {
    let language = subject.language;
    let target = chosen(subject);
    let name = match target {
        Target::Headline(goal) => goal.id(),
        Target::Figure { output, .. } => output.id(),
    };
    html.element("label", &[], |html| {
        html.words("span", &[], subject.say("Figure", "指标"));
        html.element("select", &[("data-choice", FIGURE)], |html| {
            html.element("optgroup", &[("label", subject.say("Headline", "核心指标"))], |html| {
                for goal in Goal::ALL {
                    let label = text::headline_label(goal.id(), language);
                    controls::option(html, goal.id(), label, goal.id() == name);
                }
            });
            html.element(
                "optgroup",
                &[("label", subject.say("Of one quarter", "某一季度的数值"))],
                |html| {
                    for output in Output::ALL.into_iter().filter(|output| *output != Output::Binding) {
                        controls::option(
                            html,
                            output.id(),
                            &text::output_name(output, language),
                            output.id() == name,
                        );
                    }
                },
            );
        });
    });
    if let Target::Figure { quarter, .. } = target {
        let quarters: Vec<String> = quarters(subject).iter().map(ToString::to_string).collect();
        let options = quarters.iter().map(|quarter| (quarter.as_str(), quarter.as_str()));
        controls::select(html, QUARTER, subject.say("Quarter", "季度"), &quarter.to_string(), options);
    }
}

/// What it is called.
pub(super) fn label(target: Target, subject: &Subject) -> String {
    let language = subject.language;
    match target {
        Target::Headline(goal) => text::headline_label(goal.id(), language).to_owned(),
        Target::Figure { output, quarter } => {
            let label = text::output_name(output, language);
            language.pick(format!("{label}, {quarter}"), format!("{quarter} {label}"))
        }
    }
}

/// A value of it in words, or that there is none.
pub(super) fn say(target: Target, value: Option<f64>, subject: &Subject) -> String {
    let language = subject.language;
    value.map_or_else(
        || text::none(language).to_owned(),
        |value| format::figure(target.unit(), value, language),
    )
}

/// What the scenario itself gives.
pub(super) fn now(target: Target, subject: &Subject) -> Option<f64> {
    let scenario = &subject.link.scenario;
    let quarters = target.quarters_needed(scenario.baseline(), subject.quarters());
    target.read(scenario.inputs(), &scenario.run(quarters))
}
