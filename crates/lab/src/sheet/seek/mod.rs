//! What an input must be for a figure to reach a value: found over the whole range; with a second input, the region that
//! does; and the free cash flow to draw the target on.

mod curve;
mod findings;
mod region;
mod target_chart;

use super::{Subject, Work, Written, figure};
use crate::{
    controls,
    html::Html,
    job::{Job, Progress},
};
use buildout_analysis::{Condition, GridPlan, GridRows, Requirement, Sought, Target, seek};
use buildout_figures::format;
use buildout_model::Input;

/// Values along each input of the region.
const NODES: usize = 25;
const ROWS_A_STEP: usize = 4;

/// The sheet at work.
pub(super) struct Seek {
    subject: Subject,
    target: Target,
    /// What the scenario gives now.
    now: Option<f64>,
    input: Input,
    requirement: Requirement,
    sought: Option<Sought>,
    /// The region of two inputs, where a second one was chosen.
    plan: Option<GridPlan>,
    rows: Vec<GridRows>,
}

impl Seek {
    pub(super) fn new(subject: Subject) -> Self {
        let target = figure::chosen(&subject);
        let now = figure::now(target, &subject);
        let input = subject.choices.input("input").unwrap_or(Input::CapexNextYear);
        let chosen = subject.choices.get("condition");
        let condition = Condition::ALL.into_iter().find(|condition| Some(condition.id()) == chosen);
        let value = subject.choices.number("value").unwrap_or_else(|| first_wish(now));
        let requirement = Requirement { condition: condition.unwrap_or(Condition::AtLeast), value };
        let second = subject.choices.input("second").filter(|second| *second != input);
        let plan = second.and_then(|second| {
            let scenario = &subject.link.scenario;
            GridPlan::new(scenario, subject.quarters(), input, second, target, NODES, NODES).ok()
        });
        Self { subject, target, now, input, requirement, sought: None, plan, rows: vec![] }
    }
}

/// What is wished for before the reader says: a tenth better, rounded to two digits.
fn first_wish(now: Option<f64>) -> f64 {
    let Some(now) = now.filter(|now| *now != 0.0) else { return 0.0 };
    let wish = now + 0.1 * now.abs();
    let unit = 10_f64.powf(wish.abs().max(1e-6).log10().floor() - 1.0);
    (wish / unit).round() * unit
}

impl Job for Seek {
    fn step(&mut self) -> Progress {
        let Requirement { value, .. } = self.requirement;
        let subject = &self.subject;
        if self.sought.is_none() {
            self.sought =
                Some(seek(&subject.link.scenario, subject.quarters(), self.input, self.target, value));
        } else if let Some(plan) = &self.plan {
            let done = self.rows.len() * ROWS_A_STEP;
            if done < plan.row_count() {
                self.rows.push(plan.rows(done..(done + ROWS_A_STEP).min(plan.row_count())));
                return Progress::Under(done as f64 / plan.row_count() as f64);
            }
            return Progress::Done;
        }
        if self.plan.is_none() { Progress::Done } else { Progress::Under(0.0) }
    }
}

impl Work for Seek {
    fn write(&self) -> Written {
        let subject = &self.subject;
        let mut html = Html::default();
        html.element("div", &[("class", "sheet-controls")], |html| {
            figure::controls(html, subject);
            let conditions = [
                (Condition::AtLeast, subject.say("at least", "不低于")),
                (Condition::AtMost, subject.say("at most", "不高于")),
                (Condition::Equal, subject.say("exactly", "恰为")),
            ];
            let options = conditions.map(|(condition, words)| (condition.id(), words));
            let chosen = self.requirement.condition.id();
            controls::select(html, "condition", subject.say("should be", "应"), chosen, options);
            let label = subject.say("value", "数值");
            controls::number(html, "value", label, &self.value_as_typed(), false);
            controls::inputs(
                html,
                "input",
                subject.say("by moving", "调整参数"),
                Some(self.input),
                subject.language,
            );
            let second = self.plan.as_ref().and(subject.choices.input("second"));
            controls::second_input(
                html,
                "second",
                subject.say("and perhaps", "以及"),
                second,
                subject.language,
            );
        });
        if let Some(sought) = &self.sought {
            findings::write(&mut html, self, sought);
            html.element("div", &[("class", "sheet-pictures")], |html| {
                curve::write(html, self, sought);
                target_chart::write(html, self);
            });
        }
        if let Some(plan) = &self.plan
            && let Ok(grid) = plan.grid(self.rows.clone())
        {
            region::write(&mut html, self, &plan.feasible(grid, self.requirement));
        }
        Written::Html(html.into_text())
    }
}

impl Seek {
    /// The value wished for as a reader types it: shares as percentages.
    fn value_as_typed(&self) -> String {
        let value = self.requirement.value;
        if format::is_share(self.target.unit()) {
            format!("{} %", format::exact((value * 1e6).round() / 1e4))
        } else {
            format::exact((value * 1e6).round() / 1e6)
        }
    }

    fn say(&self, value: Option<f64>) -> String {
        figure::say(self.target, value, &self.subject)
    }

    /// Half the width, where there is room for two pictures.
    fn width_px(&self) -> f64 {
        let width = self.subject.choices.width_px();
        if width >= 760.0 { width / 2.0 - 8.0 } else { width }
    }
}
