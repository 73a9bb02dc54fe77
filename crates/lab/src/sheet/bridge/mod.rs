//! Why the scenario differs from the pinned one, or from its base case: what each change contributes.

mod table;
mod waterfall;

use super::{Subject, Work, Written, figure};
use crate::{
    html::Html,
    job::{Job, Progress},
};
use buildout_analysis::{Bar, Bridge, BridgePart, BridgePlan, Player, Target};
use buildout_figures::{format, text};
use buildout_scenario::Scenario;

/// The sheet at work.
pub(super) struct Why {
    subject: Subject,
    target: Target,
    from: Scenario,
    plan: BridgePlan,
    parts: Vec<BridgePart>,
}

impl Why {
    pub(super) fn new(subject: Subject) -> Self {
        let target = figure::chosen(&subject);
        let link = &subject.link;
        let from = link.compared.unwrap_or_else(|| Scenario::base(link.scenario.baseline()));
        let plan = BridgePlan::new(&from, &link.scenario, link.quarters(), target, link.uncertain.seed);
        Self { subject, target, from, plan, parts: vec![] }
    }
}

impl Job for Why {
    fn step(&mut self) -> Progress {
        if self.parts.len() >= self.plan.parts() {
            return Progress::Done;
        }
        self.parts.push(self.plan.part(self.parts.len()));
        Progress::Under(self.parts.len() as f64 / self.plan.parts() as f64)
    }
}

impl Work for Why {
    fn write(&self) -> Written {
        let subject = &self.subject;
        let mut html = Html::default();
        html.element("div", &[("class", "sheet-controls")], |html| figure::controls(html, subject));
        if self.plan.players().is_empty() {
            let words = if subject.link.compared.is_some() {
                subject.say("The pinned scenario is the same as this one.", "固定情景与本情景相同。")
            } else {
                subject.say(
                    "Nothing is changed against the base case. Move a lever, or pin a scenario to compare with.",
                    "与基准情景没有差异。请调整参数，或固定一个情景以作比较。",
                )
            };
            html.words("p", &[("data-bridge", "none")], words);
            return Written::Html(html.into_text());
        }
        match self.plan.bridge(self.parts.clone()) {
            Ok(bridge) => {
                html.words("p", &[("class", "sheet-sentence")], &self.sentence(&bridge));
                waterfall::write(&mut html, self, &bridge);
                table::write(&mut html, self, &bridge);
                html.words("p", &[("class", "quiet")], self.method(&bridge));
            }
            Err(_) => html.words(
                "p",
                &[],
                subject.say(
                    "This figure does not exist on the whole way between the two; choose another.",
                    "该指标在两者之间并非始终存在，请另选一个。",
                ),
            ),
        }
        Written::Html(html.into_text())
    }
}

impl Why {
    fn say(&self, value: f64) -> String {
        figure::say(self.target, Some(value), &self.subject)
    }

    /// A contribution with its sign.
    fn say_change(&self, value: f64) -> String {
        format::change(self.target.unit(), value, self.subject.language)
    }

    /// What is changed.
    fn name(&self, player: Player) -> String {
        match player {
            Player::Input(input) => text::input_label(input, self.subject.language).to_owned(),
            Player::Baseline => self.subject.say("Baseline and its base values", "基线及其基准值").to_owned(),
        }
    }

    fn against(&self) -> &'static str {
        if self.subject.link.compared.is_some() {
            self.subject.say("pinned scenario", "固定情景")
        } else {
            self.subject.say("base case", "基准情景")
        }
    }

    fn sentence(&self, bridge: &Bridge) -> String {
        let language = self.subject.language;
        let label = figure::label(self.target, &self.subject);
        let (from, to) = (self.say(bridge.from), self.say(bridge.to));
        let difference = self.say_change(bridge.to - bridge.from);
        let against = self.against();
        let first =
            bridge.bars.first().map(|bar: &Bar| (self.name(bar.player), self.say_change(bar.contribution)));
        let (name, contribution) = first.unwrap_or_default();
        language.pick(
            format!(
                "{label} is {to} instead of {from} in the {against}: {difference}. Most of it comes from {name}: {contribution}."
            ),
            format!("{label}为 {to}，{against}为 {from}，相差 {difference}。其中影响最大的是{name}：{contribution}。"),
        )
    }

    fn method(&self, bridge: &Bridge) -> &'static str {
        if bridge.is_exact {
            self.subject.say(
                "Shapley values: what each change adds, averaged over every order in which they could be made. Exact.",
                "沙普利值：每项改动在所有先后次序下的平均贡献。精确计算。",
            )
        } else {
            self.subject.say(
                "Shapley values: what each change adds, averaged over 400 random orders in which they could be made; ± is a standard error.",
                "沙普利值：每项改动在 400 种随机先后次序下的平均贡献；± 为标准误。",
            )
        }
    }
}
