//! Words about traced figures.

use super::{limit, none, output_unit};
use buildout_model::{Limit, Output};
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
