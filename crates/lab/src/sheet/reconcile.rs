//! The identities that a run must keep, each with its residual, and its opening against the filing.

use super::{Subject, Work, Written, table};
use crate::{
    html::Html,
    job::{Job, Progress},
};
use buildout_analysis::{Identity, RECONCILED, Residual, opening_position, reconcile};
use buildout_figures::{format, text};
use buildout_model::{Input, Output, Quarter, ReportedQuarter};
use buildout_scenario::Language;

/// The sheet at work.
pub(super) struct Reconciliation {
    subject: Subject,
    residuals: Vec<Residual>,
}

impl Reconciliation {
    pub(super) fn new(subject: Subject) -> Self {
        Self { subject, residuals: vec![] }
    }
}

impl Job for Reconciliation {
    fn step(&mut self) -> Progress {
        let scenario = &self.subject.link.scenario;
        self.residuals = reconcile(scenario.inputs(), &scenario.run(self.subject.quarters()));
        Progress::Done
    }
}

impl Work for Reconciliation {
    fn write(&self) -> Written {
        let subject = &self.subject;
        let mut html = Html::default();
        let kept = self.residuals.iter().filter(|residual| residual.holds()).count();
        let all = self.residuals.len();
        html.words(
            "p",
            &[("data-finding", ""), ("class", if kept == all { "good" } else { "bad" })],
            &subject.language.pick(
                format!(
                    "{kept} of {all} identities hold in every quarter of this run, each to {RECONCILED:e} of the larger side."
                ),
                format!("本次运行的每个季度中，{all} 项恒等式有 {kept} 项成立（误差不超过较大一侧的 {RECONCILED:e}）。"),
            ),
        );
        self.identities(&mut html);
        self.opening(&mut html);
        Written::Html(html.into_text())
    }
}

impl Reconciliation {
    fn identities(&self, html: &mut Html) {
        let subject = &self.subject;
        let language = subject.language;
        table::wide(html, "reconcile", |html| {
            table::head(
                html,
                &[
                    subject.say("Identity", "恒等式"),
                    subject.say("Largest residual", "最大残差"),
                    subject.say("in", "所在季度"),
                    subject.say("holds", "成立"),
                ],
            );
            html.element("tbody", &[], |html| {
                for Residual { identity, residual, quarter } in &self.residuals {
                    let holds = *residual <= RECONCILED;
                    html.element("tr", &[("data-identity", identity.id())], |html| {
                        html.words("th", &[("scope", "row")], in_words(*identity, language));
                        html.words("td", &[("data-value", &residual.to_string())], &scientific(*residual));
                        html.words("td", &[], &quarter.to_string());
                        let class = if holds { "good" } else { "bad" };
                        html.words("td", &[("class", class)], if holds { "✓" } else { "✗" });
                    });
                }
            });
        });
    }

    fn opening(&self, html: &mut Html) {
        let subject = &self.subject;
        let language = subject.language;
        let scenario = &subject.link.scenario;
        let (quarter, figures) = opening_position(scenario.inputs(), &scenario.run(0));
        html.element("section", &[], |html| {
            html.words(
                "h3",
                &[],
                &language.pick(
                    format!("The opening position against the filing of {quarter}"),
                    format!("期初状态与 {quarter} 财报对照"),
                ),
            );
            table::wide(html, "opening", |html| {
                table::head(
                    html,
                    &[
                        subject.say("Figure, of the quarter", "该季度指标"),
                        subject.say("opening of this run", "本次运行期初"),
                        subject.say("reported", "财报"),
                        subject.say("difference", "差异"),
                    ],
                );
                html.element("tbody", &[], |html| {
                    for figure in figures {
                        let unit = figure.output.declaration().unit;
                        html.element("tr", &[("data-opening", figure.output.id())], |html| {
                            html.words(
                                "th",
                                &[("scope", "row")],
                                text::output_label(figure.output, language),
                            );
                            let attributes = [("data-value", &*figure.opening.to_string())];
                            html.words("td", &attributes, &format::figure(unit, figure.opening, language));
                            self.reported(html, figure.output, quarter, figure.reported);
                            let difference = figure.difference().map(relative);
                            html.words("td", &[], difference.as_deref().unwrap_or("–"));
                        });
                    }
                    for input in [Input::CashStart, Input::DebtStart] {
                        self.input(html, input);
                    }
                });
            });
            let words = text::reported_source(quarter, language);
            let dated = ReportedQuarter::at(quarter).and_then(ReportedQuarter::evidence);
            let dated = dated.map_or(String::new(), |evidence| evidence.period_end.to_owned());
            html.words("p", &[("class", "quiet")], &format!("{words} {dated}"));
        });
    }

    fn reported(&self, html: &mut Html, output: Output, quarter: Quarter, reported: Option<f64>) {
        let language = self.subject.language;
        match reported {
            Some(value) => html.element("td", &[("data-value", &*value.to_string())], |html| {
                let choices = format!("sheet=trace\ntrace=reported:{}@{quarter}\ntrail=", output.id());
                let attributes = [("type", "button"), ("class", "plain"), ("data-choose", &*choices)];
                html.words(
                    "button",
                    &attributes,
                    &format::figure(output.declaration().unit, value, language),
                );
            }),
            None => html.words("td", &[], self.subject.say("not disclosed", "未披露")),
        }
    }

    /// What the quarterly data do not hold: then what the input rests on.
    fn input(&self, html: &mut Html, input: Input) {
        let language = self.subject.language;
        let declared = input.declaration();
        let scenario = &self.subject.link.scenario;
        let base = declared.base(scenario.baseline());
        html.element("tr", &[("data-opening", input.id())], |html| {
            html.words("th", &[("scope", "row")], text::input_label(input, language));
            let value = scenario.get(input);
            let say = |value| text::input_value(declared.unit, value, language);
            html.words("td", &[("data-value", &*value.to_string())], &say(value));
            let document = text::sources(declared.source, language);
            let document = document.first().map(|source| source.document.clone()).unwrap_or_default();
            html.words(
                "td",
                &[],
                &format!("{} ({}, {document})", say(base), text::grade_name(declared.grade, language)),
            );
            html.words("td", &[], &relative(value / base - 1.0));
        });
    }
}

/// How much more one figure is than another, in percent of that.
fn relative(share: f64) -> String {
    let says = format!("{} %", format::number(share * 100.0, 1));
    if share > 0.0005 { format!("+{says}") } else { says }
}

fn scientific(residual: f64) -> String {
    if residual == 0.0 { "0".to_owned() } else { format!("{residual:.1e}").replace('-', "−") }
}

fn in_words(identity: Identity, language: Language) -> &'static str {
    match identity {
        Identity::FreeCashFlow => language
            .pick("Free cash flow = operating cash flow − CapEx", "自由现金流 = 经营现金流 − 资本开支"),
        Identity::Capex => language.pick(
            "CapEx = chips + facilities + core servers + everything outside AWS",
            "资本开支 = 芯片 + 机房 + 核心云服务器 + AWS 以外",
        ),
        Identity::CapexWithinPlan => language.pick(
            "CapEx ≤ the budget, or what was committed if that is more",
            "资本开支 ≤ 预算（或已承诺额，取较大者）",
        ),
        Identity::AwsSales => language.pick(
            "AWS sales = core + training + raw inference + managed services + developer tools",
            "AWS 收入 = 核心云 + 训练 + 原始推理 + 托管服务 + 开发者工具",
        ),
        Identity::Sales => {
            language.pick("Sales = AWS + advertising + stores and other", "总收入 = AWS + 广告 + 零售及其他")
        }
        Identity::OperatingIncome => {
            language.pick("Operating income = AWS + all else", "经营利润 = AWS + 其他")
        }
        Identity::Cash => language.pick(
            "Cash = cash before + free cash flow − stakes − leases + borrowed − repaid − returned",
            "现金 = 上期现金 + 自由现金流 − 股权投资 − 租赁 + 借款 − 还款 − 回报股东",
        ),
        Identity::RunningTotal => language.pick(
            "Running total of the AI build = the total before + its cash flow",
            "AI 建设累计 = 上期累计 + 本期现金流",
        ),
        Identity::Fleet => language.pick("AI fleet = GPU + Trainium", "AI 机群 = GPU + Trainium"),
        Identity::FleetRollForward => language.pick(
            "AI fleet = what is left of the opening fleet and of every vintage",
            "AI 机群 = 期初机群余量 + 各年批次余量",
        ),
        Identity::DepreciationRollForward => language.pick(
            "Depreciation of chips = what all vintages are written off by",
            "芯片折旧 = 各年批次折旧之和",
        ),
        Identity::AwsDepreciationRollForward => language.pick(
            "AWS depreciation = the opening books + every year's chips, facilities and core servers",
            "AWS 折旧 = 期初资产 + 各年芯片、机房与核心云服务器",
        ),
        Identity::PowerRollForward => language.pick(
            "Power = opening power + what is energised of every year's orders",
            "电力 = 期初电力 + 各年订单已通电部分",
        ),
        Identity::Room => language.pick("Room for IT = core + AI + free", "IT 可用电力 = 核心云 + AI + 空闲"),
        Identity::Installed => language.pick("Chips installed ≤ free room", "装机芯片 ≤ 空闲可用电力"),
        Identity::Use => language.pick("Use ≤ the highest use", "利用率 ≤ 上限"),
        Identity::NotBelowZero => {
            language.pick("No stock and no charge is below zero", "任何存量与摊销均不为负")
        }
    }
}
