//! The model, explained: the chain, every step with its equations as the run writes them down, what carries each mechanism of the
//! article, and what a step leaves out. Words come from the tables that `docs/model.md` is held against.

mod chain;
mod explained;
mod mechanisms;
mod steps;
#[cfg(test)]
mod tests;

use super::{Subject, Work, Written};
use crate::{
    controls,
    html::Html,
    job::{Job, Progress},
};
use buildout_figures::text;
use buildout_trace::Trace;
use explained::{STEPS, StepWords};

/// Name of the control.
const SECTION: &str = "section";
/// Sections besides the steps.
const CHAIN: &str = "chain";
const MECHANISMS: &str = "mechanisms";

/// The quarter whose equations are shown: late enough that everything looked back on is of the run.
const SHOWN_QUARTER: usize = 8;

/// The sheet at work.
pub(super) struct Model {
    subject: Subject,
    trace: Option<Trace>,
}

impl Model {
    pub(super) fn new(subject: Subject) -> Self {
        Self { subject, trace: None }
    }

    /// The section chosen.
    fn section(&self) -> &str {
        self.subject.choices.get(SECTION).unwrap_or(CHAIN)
    }

    fn pick(&self, words: [&'static str; 2]) -> &'static str {
        let [english, chinese] = words;
        self.subject.language.pick(english, chinese)
    }

    /// A button that leads to the section of a step.
    fn step_button(&self, html: &mut Html, step: &StepWords) {
        let choices = format!("{SECTION}={}", step.step);
        html.words(
            "button",
            &[("type", "button"), ("class", "plain"), ("data-choose", &*choices)],
            self.pick(step.title),
        );
    }

    fn controls(&self, html: &mut Html) {
        let subject = &self.subject;
        let named = |step: &StepWords| {
            let title = self.pick(step.title);
            if step.step.parse::<u8>().is_ok() { format!("{} {title}", step.step) } else { title.to_owned() }
        };
        let steps: Vec<(&str, String)> = STEPS.iter().map(|step| (step.step, named(step))).collect();
        let ends = [
            (CHAIN, subject.say("The chain", "全链条")),
            (MECHANISMS, subject.say("Mechanisms of the article", "文章中的机制")),
        ];
        html.element("div", &[("class", "sheet-controls")], |html| {
            let [first, last] = ends;
            let options = std::iter::once(first)
                .chain(steps.iter().map(|(step, title)| (*step, title.as_str())))
                .chain([last]);
            controls::select(html, SECTION, subject.say("Part", "部分"), self.section(), options);
        });
    }
}

impl Job for Model {
    fn step(&mut self) -> Progress {
        let scenario = &self.subject.link.scenario;
        let quarters = (SHOWN_QUARTER + 1).min(self.subject.quarters());
        self.trace = Some(Trace::of(scenario.baseline(), scenario.inputs(), quarters));
        Progress::Done
    }
}

impl Work for Model {
    fn write(&self) -> Written {
        let mut html = Html::default();
        self.controls(&mut html);
        if let Some(trace) = &self.trace {
            match (self.section(), STEPS.iter().find(|step| step.step == self.section())) {
                (_, Some(step)) => steps::write(&mut html, self, trace, step),
                (MECHANISMS, _) => mechanisms::write(&mut html, self),
                _ => chain::write(&mut html, self),
            }
        }
        html.words(
            "p",
            &[("class", "quiet")],
            &text::as_of(self.subject.link.scenario.baseline(), self.subject.language),
        );
        Written::Html(html.into_text())
    }
}
