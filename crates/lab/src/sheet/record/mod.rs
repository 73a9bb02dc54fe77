//! Against reports: the run beside what was reported after its baseline, and the model from the end of 2023 beside naive rules.

mod cells;
mod chart;
mod contest;
mod later;
mod opening;
mod scores;

use super::{Subject, Work, Written};
use crate::{
    controls,
    html::Html,
    job::{Job, Progress},
};
use buildout_analysis::{HINDCAST_OPENING, Hindcast, Record, hindcast, record, wins_without};
use buildout_figures::text;
use buildout_model::{Baseline, Output};
use buildout_scenario::{Link, Scenario};

/// Names of the controls.
const FIGURE: &str = "figure";
const SCENARIO: &str = "scenario";
/// The base case, as a value of the second.
const BASE: &str = "base";

/// Opening values put back in a step: about a millisecond.
const VALUES_A_STEP: usize = 8;

/// The sheet at work.
pub(super) struct Against {
    subject: Subject,
    /// Whether the base of the baseline is compared in place of the scenario of the link.
    is_base: bool,
    record: Option<Record>,
    hindcast: Option<Hindcast>,
    chosen: Output,
    /// Figures that the model wins with each opening value in turn at its base, as far as it was run.
    wins_without: Vec<Option<usize>>,
}

impl Against {
    pub(super) fn new(subject: Subject) -> Self {
        let own = subject.link.scenario;
        let base = Scenario::base(own.baseline());
        let is_base = own == base || subject.choices.get(SCENARIO) == Some(BASE);
        let (record, hindcast) = (record(if is_base { &base } else { &own }), hindcast());
        let asked = subject.choices.get(FIGURE).and_then(Output::from_id);
        let mut against =
            Self { subject, is_base, record, hindcast, chosen: Output::FcfTtm, wins_without: vec![] };
        if let Some(asked) = asked.filter(|asked| against.figures().contains(asked)) {
            against.chosen = asked;
        }
        against
    }

    /// The figures that can be chosen: those reported after the baseline or within the hindcast.
    fn figures(&self) -> Vec<Output> {
        let later = |output| {
            self.record
                .as_ref()
                .is_some_and(|record| record.figures.iter().any(|figure| figure.output == output))
        };
        let contested = |output| {
            self.hindcast
                .as_ref()
                .is_some_and(|hindcast| hindcast.figures.iter().any(|contest| contest.output == output))
        };
        Output::ALL.into_iter().filter(|output| later(*output) || contested(*output)).collect()
    }

    fn controls(&self, html: &mut Html) {
        let subject = &self.subject;
        html.element("div", &[("class", "sheet-controls")], |html| {
            let named: Vec<(&str, String)> =
                self.figures().into_iter().map(|output| (output.id(), self.label(output))).collect();
            let options = named.iter().map(|(id, label)| (*id, label.as_str()));
            controls::select(html, FIGURE, subject.say("Figure", "指标"), self.chosen.id(), options);
            if subject.link.scenario.changes().next().is_some() {
                let chosen = if self.is_base { BASE } else { "" };
                let options = [
                    ("", subject.say("this scenario", "本情景")),
                    (BASE, subject.say("base case", "基准情景")),
                ];
                controls::select(html, SCENARIO, subject.say("Compared", "对照对象"), chosen, options);
            }
        });
    }

    /// Where reported figures come from.
    fn filings(&self) -> String {
        let named = text::sources("amazon-quarterly.csv", self.subject.language);
        named.into_iter().map(|source| source.document).collect()
    }

    /// Nothing was reported after the baseline: said plainly, with the way to one that has been overtaken.
    fn without_reports(&self, html: &mut Html) {
        let subject = &self.subject;
        let language = subject.language;
        let end = subject.link.scenario.baseline().history_end();
        html.words(
            "p",
            &[("data-record", "none")],
            &language.pick(
                format!("The data hold no quarter reported after {end}, where the history of this baseline ends, so there is nothing to compare its run with yet."),
                format!("数据中没有 {end}（本基线历史的终点）之后公布的季度，暂无可与其推演对照的财报。"),
            ),
        );
        let overtaken =
            Baseline::ALL.into_iter().find(|baseline| record(&Scenario::base(*baseline)).is_some());
        if let Some(baseline) = overtaken {
            let mut link = Link::from(Scenario::base(baseline));
            link.view.clone_from(&subject.link.view);
            let label = language.pick(baseline.label_en(), baseline.label_zh());
            let words = language.pick(format!("Go to: {label}"), format!("前往：{label}"));
            html.words("button", &[("type", "button"), ("data-go", &link.encode())], &words);
        }
    }
}

impl Job for Against {
    fn step(&mut self) -> Progress {
        let done = self.wins_without.len();
        let next = HINDCAST_OPENING.iter().skip(done).take(VALUES_A_STEP);
        self.wins_without.extend(next.map(|opening| wins_without(&[opening.input])));
        if self.wins_without.len() == done {
            return Progress::Done;
        }
        Progress::Under(self.wins_without.len() as f64 / HINDCAST_OPENING.len() as f64)
    }
}

impl Work for Against {
    fn write(&self) -> Written {
        let mut html = Html::default();
        self.controls(&mut html);
        html.element("section", &[], |html| match &self.record {
            Some(record) => later::write(html, self, record),
            None => self.without_reports(html),
        });
        if let Some(hindcast) = &self.hindcast {
            html.element("section", &[], |html| {
                contest::write(html, self, hindcast);
                opening::write(html, self, hindcast);
            });
        }
        html.words(
            "p",
            &[("class", "quiet")],
            self.subject.say(
                "Conditional on its inputs, not a forecast; not investment advice; not affiliated with Amazon.",
                "结果以所设参数为条件，并非预测；不构成投资建议；与亚马逊无关联。",
            ),
        );
        Written::Html(html.into_text())
    }
}
