//! What is worth saying about a run: oddities, limits, the four curves.

use crate::format::{change, figure, number, visible_change};
use buildout_analysis::{Oddity, OneMore, OneMoreNow, Span, Verdict, Watched, WatchedCurve};
use buildout_model::Limit;
use buildout_scenario::Language;

/// Spans of quarters, one after the other.
fn spans(when: &[Span]) -> String {
    let span = |Span { first, last, .. }: &Span| {
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    };
    when.iter().map(span).collect::<Vec<_>>().join(", ")
}

/// Something odd about a run.
#[must_use]
pub fn oddity(oddity: &Oddity, language: Language) -> String {
    match oddity {
        Oddity::OpeningOverfull(overfull) => super::overfull(overfull, language),
        Oddity::ChipsWaiting { when, peak } => {
            let (when, peak) = (spans(when), figure("GW", *peak, language));
            language.pick(
                format!("Chips are paid for and wait for power, {peak} of them at most: {when}."),
                format!("有已付款的芯片在等电，最多 {peak}：{when}。"),
            )
        }
        Oddity::DemandUnserved { when, peak_ratio: Some(ratio) } => {
            let (when, ratio) = (spans(when), number(*ratio, 1));
            language.pick(
                format!("AI demand is far above what is sold, up to {ratio} times as much: {when}."),
                format!("AI 需求远超实际销售，最高达 {ratio} 倍：{when}。"),
            )
        }
        Oddity::DemandUnserved { when, peak_ratio: None } => {
            let when = spans(when);
            language.pick(
                format!("There is AI demand and nothing to sell: {when}."),
                format!("有 AI 需求而无产能可售：{when}。"),
            )
        }
        Oddity::CapacityIdle { when, lowest_use } => {
            let (when, lowest) = (spans(when), figure("share", *lowest_use, language));
            language.pick(
                format!("AI capacity stands idle, as little as {lowest} of it is sold: {when}."),
                format!("AI 产能闲置，最低仅售出 {lowest}：{when}。"),
            )
        }
        Oddity::CashAtFloor { when, peak_debt } => {
            let (when, debt) = (spans(when), figure("B$", *peak_debt, language));
            language.pick(
                format!("Cash is at its floor and the build is paid with debt, up to {debt}: {when}."),
                format!("现金触及下限，建设靠举债支付，债务最高 {debt}：{when}。"),
            )
        }
        Oddity::CoreSqueezed { when, .. } => {
            let when = spans(when);
            language.pick(
                format!(
                    "The core cloud has less room than it wants and leaves none for new AI chips: {when}."
                ),
                format!("核心云所需空间不足，也没有给新 AI 芯片留下空间：{when}。"),
            )
        }
    }
}

/// Name of a limit.
#[must_use]
pub fn limit(limit: Limit, language: Language) -> &'static str {
    super::limit_name(limit.id(), language)
}

/// What a unit more of a limit would bring, as a row: what is added, and the two changes.
#[must_use]
pub fn one_more(more: &OneMore, language: Language) -> [String; 3] {
    let unit = number(more.unit, 0);
    let added = match more.limit {
        Limit::Power => {
            language.pick(format!("+{unit} GW of power a year"), format!("每年多 {unit} GW 电力"))
        }
        Limit::Chips => {
            language.pick(format!("+{unit} GW of chips a year"), format!("每年多 {unit} GW 芯片"))
        }
        Limit::Capital => {
            language.pick(format!("+{unit} B$ of CapEx next year"), format!("次年多 {unit}0 亿美元资本开支"))
        }
        Limit::Demand => {
            language.pick(format!("+{unit} B$ a year of demand"), format!("每年多 {unit}0 亿美元需求"))
        }
    };
    let shown = |value: Option<f64>| match value {
        Some(value) => visible_change("B$", value, language).unwrap_or_else(|| "≈ 0".to_owned()),
        None => super::none(language).to_owned(),
    };
    [added, shown(more.ai_sales_2030), shown(more.fcf_2030)]
}

/// One unit more of a limit in a quarter, in a few words.
#[must_use]
pub fn one_more_unit(more: &OneMoreNow, language: Language) -> String {
    let unit = number(more.unit, 0);
    match more.limit {
        Limit::Power => {
            language.pick(format!("{unit} GW of room from then on"), format!("此后多 {unit} GW 可用电力"))
        }
        Limit::Chips => {
            language.pick(format!("{unit} GW of chips that quarter"), format!("当季多 {unit} GW 芯片"))
        }
        Limit::Capital => {
            language.pick(format!("{unit} B$ of budget that quarter"), format!("当季多 {unit}0 亿美元预算"))
        }
        Limit::Demand => language.pick(
            format!("{unit} B$ a year of demand from then on"),
            format!("此后每年多 {unit}0 亿美元需求"),
        ),
    }
}

/// What one unit more of the tightest limit would bring in a quarter, as figures: AI power in service, AI sales in a year.
#[must_use]
pub fn one_more_brings(more: &OneMoreNow, language: Language) -> [String; 2] {
    let shown = |unit, value| visible_change(unit, value, language).unwrap_or_else(|| "≈ 0".to_owned());
    let sales = more.ai_sales.map_or_else(|| super::none(language).to_owned(), |sales| shown("B$", sales));
    [shown("GW", more.ai_it), sales]
}

/// What one unit more of the tightest limit would bring in a quarter, in a sentence.
#[must_use]
pub fn one_more_now(more: &OneMoreNow, language: Language) -> String {
    let (quarter, limit_now, unit) =
        (more.quarter, limit(more.limit, language), one_more_unit(more, language));
    let [power, sales] = one_more_brings(more, language);
    let then = limit(more.then, language);
    match (more.ai_sales.is_some(), more.then == more.limit) {
        (true, true) => language.pick(
            format!("{quarter}: the tightest limit is {limit_now}. {unit} would put {power} of AI to work by its end and bring {sales} of AI sales in four quarters; it would still be the tightest."),
            format!("{quarter}：最紧约束为{limit_now}。{unit}，季末投用 AI {power}，四个季度 AI 收入 {sales}；它仍是最紧约束。"),
        ),
        (true, false) => language.pick(
            format!("{quarter}: the tightest limit is {limit_now}. {unit} would put {power} of AI to work by its end and bring {sales} of AI sales in four quarters; then {then} would be the tightest."),
            format!("{quarter}：最紧约束为{limit_now}。{unit}，季末投用 AI {power}，四个季度 AI 收入 {sales}；之后最紧约束变为{then}。"),
        ),
        (false, _) => language.pick(
            format!("{quarter}: the tightest limit is {limit_now}. {unit} would put {power} of AI to work by its end; the run ends before its sales can be counted over a year."),
            format!("{quarter}：最紧约束为{limit_now}。{unit}，季末投用 AI {power}；推演在满一年之前结束，无法计其收入。"),
        ),
    }
}

/// Name of a curve to watch.
#[must_use]
pub fn watched_curve(curve: WatchedCurve, language: Language) -> &'static str {
    match curve {
        WatchedCurve::Power => language.pick("Power and capacity", "电力与产能"),
        WatchedCurve::Trainium => language.pick("Trainium penetration", "Trainium 渗透率"),
        WatchedCurve::Managed => language.pick("Bedrock and AgentCore adoption", "Bedrock/AgentCore 采用"),
        WatchedCurve::Advertising => language.pick("Advertising with AI conversion", "广告与 AI 转化"),
    }
}

/// How a curve goes on, in a word.
#[must_use]
pub fn verdict(verdict: Verdict, language: Language) -> &'static str {
    match verdict {
        Verdict::Rising => language.pick("rising", "上行"),
        Verdict::Flat => language.pick("flat", "走平"),
        Verdict::Breaking => language.pick("breaking", "转弱"),
    }
}

/// The yearly slope of a curve in its unit.
#[must_use]
pub fn slope(watched: &Watched, language: Language) -> String {
    let unit = match watched.curve {
        WatchedCurve::Power => "GW",
        WatchedCurve::Trainium | WatchedCurve::Managed => "share",
        WatchedCurve::Advertising => "B$",
    };
    let slope = change(unit, watched.slope, language);
    language.pick(format!("{slope} a year"), format!("每年 {slope}"))
}
