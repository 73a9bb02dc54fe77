//! What the model cannot tell a reader, in plain words.

use super::{Subject, Work, Written};
use crate::{
    html::Html,
    job::{Job, Progress},
};
use buildout_figures::text;
use buildout_model::{Grade, Input};

/// The sheet at work; it needs no work.
pub(super) struct Limits {
    subject: Subject,
}

impl Limits {
    pub(super) fn new(subject: Subject) -> Self {
        Self { subject }
    }
}

impl Job for Limits {
    fn step(&mut self) -> Progress {
        Progress::Done
    }
}

/// What it cannot tell, a sentence each.
const CANNOT: [[&str; 2]; 9] = [
    [
        "It is conditional: it says what follows from inputs, not what will happen. Nothing here is a forecast, and no scenario has a probability but the one that you give its inputs.",
        "它是条件推演：说明由参数可以推出什么，而不是将会发生什么。这里没有任何预测；除了你为参数设定的概率，任何情景都没有概率。",
    ],
    [
        "Amazon has never published its total power, the split of its chips, the price or the cost of its AI capacity, or the margin of AI alone. Those levels are third parties' estimates or assumptions, and they carry much of the answer.",
        "亚马逊从未公布电力总量、芯片构成、AI 产能的价格与成本，或 AI 单独的利润率。这些数值来自第三方估计或假设，却在很大程度上决定结果。",
    ],
    [
        "Competitors, customers and suppliers do not react. The price of compute follows scarcity inside Amazon alone; a price war, a new architecture or a ban on exports is a change of inputs that you have to make.",
        "竞争者、客户与供应商不会作出反应。算力价格只随亚马逊自身的稀缺程度变化；价格战、新架构或出口禁令需要由你改动参数来表达。",
    ],
    [
        "Two customers hold most of the new backlog. The model has one backlog with one life and one chance of default; it does not know their contracts.",
        "新增在手订单主要来自两家客户。模型只有一个订单池、一个期限与一次违约，不了解具体合同。",
    ],
    [
        "Everything happens in whole quarters and in one place: no sites, no regions, no outages, no weather, and a gigawatt of one hall is like any other.",
        "一切按整季度、在同一处发生：没有站点与地区之分，没有停机与天气，每个 GW 都一样。",
    ],
    [
        "Advertising, stores and everything else outside AWS grow at rates that you choose. They pay for the build here and do not feel it.",
        "广告、零售及 AWS 以外的业务按你选定的速度增长。它们为建设出资，却不受建设影响。",
    ],
    [
        "Tax, interest, working capital and what is returned to holders are rules of thumb. Finance leases and stakes in AI laboratories stand outside free cash flow, as in Amazon's own definition.",
        "税、利息、营运资本与股东回报均为经验规则。融资租赁与对 AI 实验室的股权投资不计入自由现金流，与亚马逊自己的定义一致。",
    ],
    [
        "It says nothing of the value of a share. The net present value is that of the AI build alone, at a discount rate that you choose, and most of it can be the book value at the end.",
        "它不涉及股票价值。净现值只针对 AI 建设，按你选定的折现率计算，其中很大一部分可能是期末账面价值。",
    ],
    [
        "The ranges under uncertainty are judgements too. A band of nine tenths is as good as they are, and what nobody thought of is outside it.",
        "不确定性区间同样是判断。九成区间的可靠程度不会超过这些判断本身，没有人想到的情形在区间之外。",
    ],
];

impl Work for Limits {
    fn write(&self) -> Written {
        let language = self.subject.language;
        let mut html = Html::default();
        let assumed = |input: &Input| input.declaration().grade == Grade::Assumed;
        let assumed = Input::ALL.into_iter().filter(assumed).count();
        let all = Input::ALL.len();
        html.element("ul", &[("class", "reading")], |html| {
            for [english, chinese] in CANNOT {
                html.words("li", &[], language.pick(english, chinese));
            }
            html.words(
                "li",
                &[],
                &language.pick(
                    format!("{assumed} of its {all} inputs are assumptions of this model; each says so, and can be changed."),
                    format!("{all} 个参数中有 {assumed} 个是本模型的假设；均已注明，且可改动。"),
                ),
            );
        });
        html.words("p", &[], text::disclaimer(language));
        html.words("p", &[("class", "quiet")], &text::as_of(self.subject.link.scenario.baseline(), language));
        Written::Html(html.into_text())
    }
}
