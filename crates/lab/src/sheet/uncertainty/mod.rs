//! How widely the headline spreads, and how likely what is.

mod comparison;
mod ranges;
mod spread;
mod statements;
mod table;

use super::{Subject, Work, Written};
use crate::{
    controls,
    html::Html,
    job::{Job, Progress},
};
use buildout_analysis::{Goal, Side, Study, Survey, Tally};
use buildout_figures::{format, text};
use buildout_model::Output;
use buildout_scenario::Uncertain;

/// Parts of the survey counted in a step: some milliseconds.
const PARTS_A_STEP: u32 = 2;

/// The sheet at work.
pub(super) struct Uncertainty {
    subject: Subject,
    counted: Option<Counted>,
    /// Where the reader goes instead, having changed the ranges or the draws.
    go: Option<String>,
}

/// A survey with what it has counted.
pub(super) struct Counted {
    survey: Survey,
    tally: Tally,
    next: u32,
}

impl Uncertainty {
    pub(super) fn new(subject: Subject) -> Self {
        let go = changed(&subject);
        let counted = go.is_none().then(|| {
            let of_link = Study::of_link(&subject.link);
            let survey = Survey::new(&Study { series: vec![Output::FcfTtm.into()], ..of_link });
            Counted { tally: survey.tally(), survey, next: 0 }
        });
        Self { subject, counted, go }
    }
}

/// The link that what the reader changed leads to.
fn changed(subject: &Subject) -> Option<String> {
    let mut link = subject.link.clone();
    let choices = &subject.choices;
    if let Some(draws) = choices.number("draws") {
        link.uncertain.draws = Uncertain::clamp_draws(draws.clamp(0.0, f64::from(u32::MAX)) as u32);
    }
    if let Some(seed) = choices.number("seed") {
        link.uncertain.seed = seed.clamp(0.0, f64::from(u32::MAX)) as u32;
    }
    ranges::change(&mut link.uncertain.ranges, choices);
    (link.uncertain != subject.link.uncertain).then(|| link.encode())
}

impl Job for Uncertainty {
    fn step(&mut self) -> Progress {
        let Some(counted) = &mut self.counted else { return Progress::Done };
        let parts = counted.survey.parts();
        for _ in 0..PARTS_A_STEP {
            if counted.next >= parts {
                return Progress::Done;
            }
            counted.survey.count(counted.next, &mut counted.tally);
            counted.next += 1;
        }
        Progress::Under(f64::from(counted.next) / f64::from(parts))
    }
}

impl Work for Uncertainty {
    fn write(&self) -> Written {
        match (&self.go, &self.counted) {
            (None, Some(counted)) => {
                let mut html = Html::default();
                self.sheet(counted, &mut html);
                Written::Html(html.into_text())
            }
            (go, _) => Written::Go(go.clone().unwrap_or_default()),
        }
    }
}

impl Uncertainty {
    fn sheet(&self, counted: &Counted, html: &mut Html) {
        let subject = &self.subject;
        let language = subject.language;
        let uncertain = &subject.link.uncertain;
        let goal = subject.choices.get("goal").and_then(Goal::from_id).unwrap_or_default();
        html.element("div", &[("class", "sheet-controls")], |html| {
            let options = Goal::ALL.map(|goal| (goal.id(), text::headline_label(goal.id(), language)));
            controls::select(html, "goal", subject.say("Figure", "指标"), goal.id(), options);
            let draws = format::exact(f64::from(uncertain.draws));
            controls::number(html, "draws", subject.say("Draws", "抽样次数"), &draws, true);
            let seed = uncertain.seed.to_string();
            controls::number(html, "seed", subject.say("Seed", "随机种子"), &seed, true);
        });
        spread::write(html, subject, counted, goal);
        html.element("div", &[("class", "sheet-columns")], |html| {
            statements::write(html, subject, counted);
            if subject.link.compared.is_some() {
                comparison::write(html, subject, counted);
            }
        });
        table::write(html, subject, counted);
        ranges::write(html, subject);
        html.words("p", &[("class", "quiet")], &self.method(counted));
    }

    fn method(&self, counted: &Counted) -> String {
        let draws = format::number(f64::from(counted.tally.draws()), 0);
        self.subject.language.pick(
            format!(
                "{draws} draws by Latin hypercube; each uncertain input is its value times a PERT draw around 1, or plus one; \
                 five rank correlations tie power to money, compute to prices, demand to prices, chips to prices and managed \
                 services to inference. The ranges lean, so the median of the draws is not the run."
            ),
            format!(
                "以拉丁超立方抽样 {draws} 次；每个不确定参数为其数值乘以（或加上）一个 PERT 随机数；五组秩相关分别联系电力与资金、\
                 算力与价格、需求与价格、芯片与价格、托管服务与推理占比。区间并不对称，因此抽样的中位数并不等于情景推演本身。"
            ),
        )
    }
}

/// A share as a reader says it: whole percentages, and never certain where a draw says otherwise.
pub(super) fn percent(share: f64) -> String {
    if share > 0.0 && share < 0.005 {
        "< 1 %".to_owned()
    } else if share < 1.0 && share > 0.995 {
        "> 99 %".to_owned()
    } else {
        format!("{:.0} %", 100.0 * share)
    }
}

/// The distribution of a headline figure of the scenario.
fn of_goal(counted: &Counted, goal: Goal) -> Option<&buildout_analysis::Histogram> {
    counted.survey.goal(&counted.tally, Side::Scenario, goal)
}

/// The figure of the run itself.
fn of_run(subject: &Subject, goal: Goal) -> Option<f64> {
    let scenario = &subject.link.scenario;
    goal.read(scenario.inputs(), &scenario.run(subject.link.quarters()))
}

/// A figure as words, or that there is none.
fn say_figure(unit: &str, value: Option<f64>, subject: &Subject) -> String {
    value.map_or_else(
        || text::none(subject.language).to_owned(),
        |value| format::figure(unit, value, subject.language),
    )
}
