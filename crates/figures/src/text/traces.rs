//! Words about traced figures.

use super::{limit, none, output_unit};
use buildout_analysis::Residual;
use buildout_model::{Baseline, DATA_AS_OF, Limit, Output, Quarter, REPORTED};
use buildout_scenario::Language;

/// Any unit of the data, as it is written behind a number.
#[must_use]
pub fn any_unit(unit: &'static str, language: Language) -> &'static str {
    // Outputs have words for theirs, and other figures share most of them.
    match Output::ALL.into_iter().find(|output| output.declaration().unit == unit) {
        Some(_) if crate::format::is_share(unit) => language.pick("as a fraction", "（小数）"),
        Some(output) => output_unit(output, language),
        None => match unit {
            "share" | "share/yr" => language.pick("as a fraction", "（小数）"),
            "quarters" => language.pick("quarters", "个季度"),
            "million h/yr" => language.pick("million hours a year", "百万工时/年"),
            other => other,
        },
    }
}

/// The limit of a number as it stands in figures, with that number.
#[must_use]
pub fn limit_by_number(number: f64, language: Language) -> String {
    let limit = Limit::from_place(number).map_or_else(|| none(language), |of| limit(of, language));
    language.pick(format!("{limit} (number {number})"), format!("{limit}（编号 {number}）"))
}

/// A step of the model, by the name that the data give it.
#[must_use]
pub fn model_step(step: &str, language: Language) -> String {
    match step {
        "plans" => language.pick("the plans", "“计划”").to_owned(),
        "opening" => language.pick("the opening position", "“期初状态”").to_owned(),
        number => language.pick(format!("step {number}"), format!("第 {number} 步")),
    }
}

/// What a button says that asks where a figure comes from.
#[must_use]
pub fn trace_this(language: Language) -> &'static str {
    language.pick("Where does this come from?", "这个数值从何而来？")
}

/// The same of a figure that is named.
#[must_use]
pub fn trace_of(label: &str, language: Language) -> String {
    language.pick(format!("{label}: where does it come from?"), format!("{label}：从何而来？"))
}

/// What closes a sheet.
#[must_use]
pub fn close(language: Language) -> &'static str {
    language.pick("Close", "关闭")
}

/// What leads from an input to the equations that it is in.
#[must_use]
pub fn what_it_feeds(language: Language) -> &'static str {
    language.pick("The equations it feeds", "参与的方程")
}

/// Where reported figures stand.
#[must_use]
pub fn reported_source(quarter: Quarter, language: Language) -> String {
    language.pick(
        format!("Reported by Amazon for {quarter}; each figure leads to its source. Quarter to"),
        format!("亚马逊 {quarter} 财报数据，点按数值可查看来源。季度截止日"),
    )
}

/// Whether the accounts of a run add up.
#[must_use]
pub fn reconciled(residuals: &[Residual], language: Language) -> String {
    let all = residuals.len();
    let kept = residuals.iter().filter(|residual| residual.holds()).count();
    let largest = residuals.iter().map(|residual| residual.residual).fold(0.0, f64::max);
    if kept < all {
        return language.pick(
            format!("✗ {} of {all} identities of the accounts do not hold", all - kept),
            format!("✗ {all} 项账目恒等式中有 {} 项不成立", all - kept),
        );
    }
    language.pick(
        format!("✓ The accounts add up: {all} identities in every quarter, largest residual {largest:.0e}"),
        format!("✓ 账目勾稽一致：每季 {all} 项恒等式，最大残差 {largest:.0e}"),
    )
}

/// Up to when the data go, and where this run starts.
#[must_use]
pub fn as_of(baseline: Baseline, language: Language) -> String {
    let (start, data) = (baseline.history_end(), DATA_AS_OF);
    let latest = REPORTED.last().map_or(String::new(), |latest| latest.quarter.to_string());
    language.pick(
        format!("Data gathered up to {data}; the latest quarter reported in them is {latest}. This run knows what was reported up to {start} and computes what follows."),
        format!("数据收集截至 {data}，其中最近的已公布季度为 {latest}。本次运行采用截至 {start} 的财报数据，其后均为推演。"),
    )
}

/// What leads to the limits of the model.
#[must_use]
pub fn what_it_cannot_tell(language: Language) -> &'static str {
    language.pick("What this cannot tell you", "本模型不能告诉你什么")
}
