//! Model checks: every input at both ends of its range against what is expected of it, where figures bend, and whether this
//! build gives the figures of each version of the model. For who maintains the model, and who doubts it.

mod directions;
mod kinks;
mod versions;

use super::{Subject, Work, Written};
use crate::{
    controls,
    html::Html,
    job::{Job, Progress},
};
use buildout_analysis::{
    CheckCase, Ends, Expectation, Goal, Kink, check_cases, ends, expectations, kinks as kinks_of,
};
use buildout_figures::text;
use buildout_model::{Input, Level, MAX_QUARTERS};

/// Name of the control.
const FIGURE: &str = "checks-figure";

/// What an input does to the figure in one scenario.
type OfInputs = Vec<Ends>;

/// The sheet at work.
pub(super) struct Checks {
    subject: Subject,
    goal: Goal,
    expectations: Vec<Expectation>,
    cases: Vec<CheckCase>,
    /// Of every input, in the scenario of the link.
    here: OfInputs,
    /// Of every input, case by case.
    found: Vec<OfInputs>,
    /// Main levers, and their kinks once looked for.
    levers: Vec<Input>,
    kinks: Vec<(Input, Vec<Kink>)>,
}

impl Checks {
    pub(super) fn new(subject: Subject) -> Self {
        let goal = subject.choices.get(FIGURE).and_then(Goal::from_id).unwrap_or_default();
        let levers =
            Input::ALL.into_iter().filter(|input| input.declaration().level == Level::Primary).collect();
        Self {
            subject,
            goal,
            expectations: expectations(),
            cases: check_cases(),
            here: vec![],
            found: vec![],
            levers,
            kinks: vec![],
        }
    }

    /// What every input does to the figure in a scenario.
    fn of_inputs(&self, scenario: &buildout_scenario::Scenario, quarters: usize) -> OfInputs {
        let of = |expectation: &Expectation| {
            let of_goals = ends(scenario, quarters, expectation.input);
            let found = Goal::ALL.into_iter().zip(of_goals).find(|(goal, _)| *goal == self.goal);
            found.map_or(Ends { at_min: None, now: None, at_max: None }, |(_, ends)| ends)
        };
        self.expectations.iter().map(of).collect()
    }
}

impl Job for Checks {
    fn step(&mut self) -> Progress {
        let steps = 1 + self.cases.len() + self.levers.len();
        let quarters = self.subject.quarters();
        if self.here.is_empty() {
            self.here = self.of_inputs(&self.subject.link.scenario, quarters);
        } else if let Some(case) = self.cases.get(self.found.len()).copied() {
            let found = self.of_inputs(&case.scenario, MAX_QUARTERS);
            self.found.push(found);
        } else if let Some(input) = self.levers.get(self.kinks.len()).copied() {
            let found = kinks_of(&self.subject.link.scenario, quarters, input, self.goal);
            self.kinks.push((input, found));
        }
        let done = 1 + self.found.len() + self.kinks.len();
        if done >= steps { Progress::Done } else { Progress::Under(done as f64 / steps as f64) }
    }
}

impl Work for Checks {
    fn write(&self) -> Written {
        let subject = &self.subject;
        let mut html = Html::default();
        html.element("div", &[("class", "sheet-controls")], |html| {
            let options =
                Goal::ALL.map(|goal| (goal.id(), text::headline_label(goal.id(), subject.language)));
            controls::select(html, FIGURE, subject.say("Figure", "指标"), self.goal.id(), options);
        });
        directions::write(&mut html, self);
        kinks::write(&mut html, self);
        versions::write(&mut html, subject);
        Written::Html(html.into_text())
    }
}
