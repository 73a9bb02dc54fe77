//! Which assumptions move a figure most: over their ranges, and where they stand.

mod bars;
mod shares;
mod table;
mod threads;

use super::{Subject, Work, Written, figure};
use crate::{
    controls,
    html::Html,
    job::{Job, Progress},
};
use buildout_analysis::{Gust, Slope, Target, VariancePart, VariancePlan, slopes, tornado, tornado_of};
use buildout_figures::text;
use buildout_model::{Input, Level};

/// Which ranges: those that the inputs are drawn from, or the whole ranges of the sliders.
const RANGES: &str = "ranges";
const WHOLE: &str = "whole";

/// Rows of the design for shares of the variance: errors of a few per cent.
const VARIANCE_ROWS: u32 = 1_024;

/// The sheet at work.
pub(super) struct Sensitivity {
    subject: Subject,
    target: Target,
    /// What the scenario gives.
    now: Option<f64>,
    is_whole: bool,
    /// The widest first.
    gusts: Option<Vec<Gust>>,
    slopes: Vec<Slope>,
    /// Who explains the variance; only of the ranges that are drawn from.
    plan: Option<VariancePlan>,
    parts: Vec<VariancePart>,
}

impl Sensitivity {
    pub(super) fn new(subject: Subject) -> Self {
        let target = figure::chosen(&subject);
        let now = figure::now(target, &subject);
        let is_whole = subject.choices.get(RANGES) == Some(WHOLE);
        let link = &subject.link;
        let plan = (!is_whole && now.is_some()).then(|| {
            let uncertain = &link.uncertain;
            VariancePlan::new(
                &link.scenario,
                link.quarters(),
                target,
                &uncertain.ranges,
                uncertain.seed,
                VARIANCE_ROWS,
            )
        });
        Self { subject, target, now, is_whole, gusts: None, slopes: vec![], plan, parts: vec![] }
    }

    fn gusts(&self) -> Vec<Gust> {
        let link = &self.subject.link;
        if !self.is_whole {
            return tornado(&link.scenario, link.quarters(), self.target, &link.uncertain.ranges);
        }
        let of_input = |input: Input| {
            let declaration = input.declaration();
            (declaration.level == Level::Primary).then_some((input, declaration.min, declaration.max))
        };
        let ranges: Vec<_> = Input::ALL.into_iter().filter_map(of_input).collect();
        tornado_of(&link.scenario, link.quarters(), self.target, &ranges)
    }
}

impl Job for Sensitivity {
    fn step(&mut self) -> Progress {
        let Some(gusts) = &self.gusts else {
            self.gusts = Some(self.gusts());
            return Progress::Under(0.0);
        };
        if self.slopes.is_empty() {
            let inputs: Vec<_> = gusts.iter().map(|gust| gust.input).collect();
            let link = &self.subject.link;
            self.slopes = slopes(&link.scenario, link.quarters(), self.target, &inputs);
        }
        let Some(plan) = &self.plan else { return Progress::Done };
        let done = self.parts.len() as u32;
        if done >= plan.parts() {
            return Progress::Done;
        }
        self.parts.push(plan.part(done));
        Progress::Under(f64::from(done) / f64::from(plan.parts()))
    }
}

impl Work for Sensitivity {
    fn write(&self) -> Written {
        let subject = &self.subject;
        let mut html = Html::default();
        html.element("div", &[("class", "sheet-controls")], |html| {
            figure::controls(html, subject);
            let options = [
                ("drawn", subject.say("uncertain ranges", "不确定区间")),
                (WHOLE, subject.say("whole ranges of the primary levers", "主要参数全范围")),
            ];
            let chosen = if self.is_whole { WHOLE } else { "drawn" };
            controls::select(html, RANGES, subject.say("over their", "变动范围"), chosen, options);
        });
        let gusts = self.gusts.as_deref().unwrap_or_default();
        let widest: Vec<_> = gusts.iter().filter(|gust| gust.width() > 0.0).copied().collect();
        match (self.now, widest.as_slice()) {
            (Some(now), [first, ..]) => {
                html.words("p", &[("class", "sheet-sentence")], &self.sentence(now, first, widest.get(1)));
                html.element("div", &[("class", "sheet-pictures")], |html| {
                    bars::write(html, self, now, &widest);
                    threads::write(html, self, now, &widest);
                });
                if let Some(shares) = self.plan.as_ref().and_then(|plan| plan.shares(self.parts.clone())) {
                    shares::write(&mut html, self, &shares);
                }
                table::write(&mut html, self, gusts);
            }
            (None, _) => html.words("p", &[], subject.say("There is no such figure.", "不存在该指标。")),
            (Some(_), []) => {
                html.words(
                    "p",
                    &[],
                    subject.say("None of these inputs moves it.", "这些参数都不影响该指标。"),
                );
            }
        }
        Written::Html(html.into_text())
    }
}

impl Sensitivity {
    fn say(&self, value: Option<f64>) -> String {
        figure::say(self.target, value, &self.subject)
    }

    /// An end of a range in words.
    fn say_input(&self, input: Input, value: f64) -> String {
        text::input_value(input.declaration().unit, value, self.subject.language)
    }

    fn sentence(&self, now: f64, first: &Gust, second: Option<&Gust>) -> String {
        let language = self.subject.language;
        let label = figure::label(self.target, &self.subject);
        let one = |gust: &Gust| {
            let name = text::input_label(gust.input, language);
            let (low, high) = (self.say_input(gust.input, gust.low), self.say_input(gust.input, gust.high));
            let (at_low, at_high) = (self.say(gust.at_low), self.say(gust.at_high));
            language.pick(
                format!("{name} ({low} to {high}) takes it from {at_low} to {at_high}"),
                format!("{name}（{low} 至 {high}）使其从 {at_low} 变为 {at_high}"),
            )
        };
        let now = self.say(Some(now));
        let first = one(first);
        match second.map(one) {
            Some(second) => language.pick(
                format!("{label} is {now}. {first}; {second}."),
                format!("{label}为 {now}。{first}；{second}。"),
            ),
            None => {
                language.pick(format!("{label} is {now}. {first}."), format!("{label}为 {now}。{first}。"))
            }
        }
    }

    /// Half the width, where there is room for two pictures.
    fn width_px(&self) -> f64 {
        let width = self.subject.choices.width_px();
        if width >= 820.0 { width / 2.0 - 8.0 } else { width }
    }
}
