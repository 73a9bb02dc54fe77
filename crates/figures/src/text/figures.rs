//! Names and units of headline figures, charts and outputs.

use crate::format::{change, figure};
use buildout_analysis::Goal;
use buildout_model::{Headline, Output};
use buildout_scenario::{Language, Panel, Period};

/// Unit of a headline figure, as declared in `data/headlines.csv`.
#[must_use]
pub fn headline_unit(name: &str) -> &'static str {
    match Goal::from_id(name) {
        Some(goal) => goal.unit(),
        None if name.ends_with("_quarter") => "quarter",
        None => "B$",
    }
}

/// Label of a headline figure.
#[must_use]
pub fn headline_label(name: &str, language: Language) -> &'static str {
    match name {
        "fcf_trough" => language.pick("Free cash flow, lowest year run", "自由现金流最低年度"),
        "fcf_trough_quarter" => language.pick("in the year to", "截至"),
        "margin_trough" => language.pick("AWS margin, lowest quarter", "AWS 利润率谷底"),
        "margin_trough_quarter" => language.pick("in", "季度"),
        "npv" => language.pick("NPV of the AI build", "AI 建设净现值"),
        "npv_without_book" => language.pick("without closing book value", "不计期末账面"),
        "irr" => language.pick("IRR of the AI build", "AI 建设内部收益率"),
        "peak_need" => language.pick("AI build, deepest in cash", "AI 建设最大资金缺口"),
        "payback_quarter" => language.pick("paid back in", "回本"),
        "power_multiple_2027" => language.pick("Power end-2027 against 2022", "2027 年底电力 / 2022 年底"),
        "aws_2030" => language.pick("AWS run-rate, end of 2030", "2030 年底 AWS 年化收入"),
        "fcf_2030" => language.pick("Free cash flow 2030", "2030 年自由现金流"),
        _ => "",
    }
}

/// Name of a headline figure that stands alone in a table.
#[must_use]
pub fn headline_name(name: &str, language: Language) -> &'static str {
    match name {
        "fcf_trough_quarter" => language.pick("Lowest year of free cash flow, to", "自由现金流最低年度截至"),
        "margin_trough_quarter" => language.pick("Lowest AWS margin, in", "AWS 利润率谷底季度"),
        "npv_without_book" => language.pick("NPV without closing book value", "净现值（不计期末账面）"),
        "payback_quarter" => language.pick("AI build paid back in", "AI 建设回本季度"),
        other => headline_label(other, language),
    }
}

/// What a headline figure means.
#[must_use]
pub fn headline_meaning(name: &str, language: Language) -> &'static str {
    match name {
        "fcf_trough" => language.pick(
            "Lowest trailing-year free cash flow, from the fourth quarter run on",
            "自第四个推演季度起，四个季度合计的最低自由现金流",
        ),
        "margin_trough" => language.pick(
            "Lowest AWS operating margin of the run: depreciation comes first, profit later",
            "推演期内 AWS 经营利润率最低值：折旧在先，利润在后",
        ),
        "npv" => language.pick(
            "Discounted cash flow of chips and facilities bought from here on, after tax; their book value less deferred tax is added at the end",
            "此后购入的芯片与机房的税后折现现金流，期末加回账面价值并扣除递延税款",
        ),
        "irr" => language.pick(
            "The yearly rate at which that value is zero",
            "使该净现值为零的年化收益率",
        ),
        "peak_need" => language.pick(
            "Lowest running total of the AI build's cash flow, and the first quarter in which it is back at zero",
            "AI 建设累计现金流的最低点，以及其后首次回到零的季度",
        ),
        "power_multiple_2027" => language.pick(
            "Energised power at the end of 2027 as a multiple of end-2022; the goal is 4",
            "2027 年底通电电力为 2022 年底的倍数；目标为 4 倍",
        ),
        "aws_2030" => language.pick("Four times AWS sales of 2030Q4", "2030Q4 单季 AWS 收入的四倍"),
        "fcf_2030" => language.pick("Free cash flow of the four quarters of 2030", "2030 年四个季度合计自由现金流"),
        _ => "",
    }
}

/// A quarter that comes earlier or later than in the other run.
#[must_use]
pub fn quarters_moved(moved: i32, language: Language) -> String {
    let count = moved.unsigned_abs();
    match (moved > 0, count) {
        (true, 1) => language.pick("1 quarter later".to_owned(), "推迟 1 个季度".to_owned()),
        (false, 1) => language.pick("1 quarter earlier".to_owned(), "提前 1 个季度".to_owned()),
        (true, _) => language.pick(format!("{count} quarters later"), format!("推迟 {count} 个季度")),
        (false, _) => language.pick(format!("{count} quarters earlier"), format!("提前 {count} 个季度")),
    }
}

/// Title of a panel.
#[must_use]
pub fn panel_title(panel: Panel, language: Language) -> &'static str {
    match panel {
        Panel::CashFlow => language.pick("Cash flow", "现金流"),
        Panel::Capex => language.pick("CapEx by use", "资本开支构成"),
        Panel::Capacity => language.pick("Power and what it carries", "电力与承载"),
        Panel::Chips => language.pick("The AI fleet by chip", "AI 机群构成"),
        Panel::Sales => language.pick("Sales of AWS, and advertising", "AWS 收入与广告"),
        Panel::Services => language.pick("AI services", "AI 服务"),
        Panel::Margin => language.pick("AWS margin and depreciation", "AWS 利润率与折旧"),
        Panel::Backlog => language.pick("Backlog and coverage", "在手订单与覆盖"),
        Panel::AdsStores => language.pick("Advertising and stores", "广告与零售"),
        Panel::Cash => language.pick("Cash, debt, returned", "现金、债务、返还"),
        Panel::AiBuild => language.pick("The AI build on its own", "单看 AI 建设"),
        Panel::Curves => language.pick("The four curves to watch", "值得跟踪的四条曲线"),
    }
}

/// The unit over a chart; flows of a quarter follow the period chosen.
#[must_use]
pub fn axis_unit(unit: &str, period: Period, language: Language) -> &'static str {
    match (unit, period) {
        ("B$/quarter", Period::TrailingYear) => {
            language.pick("B$, trailing four quarters", "十亿美元，最近四个季度合计")
        }
        ("B$/quarter", Period::CalendarYear) => language.pick("B$ a calendar year", "十亿美元 / 日历年"),
        ("B$/quarter", _) => language.pick("B$ a quarter", "十亿美元 / 季度"),
        ("GW", _) => "GW",
        ("share", _) => "%",
        _ => "",
    }
}

/// Amazon's own measure of cash flow, over the chart that shows it.
#[must_use]
pub fn trailing_unit(language: Language) -> &'static str {
    language.pick("B$, trailing four quarters, Amazon's definition", "十亿美元，最近四个季度合计，亚马逊口径")
}

/// What the figures of a panel are counted in; nothing where its plots name their own units.
#[must_use]
pub fn panel_unit(panel: Panel, period: Period, language: Language) -> &'static str {
    match (panel, period) {
        (Panel::CashFlow, Period::Natural | Period::TrailingYear) => trailing_unit(language),
        (Panel::CashFlow | Panel::Capex | Panel::Sales | Panel::Services | Panel::AdsStores, _) => {
            axis_unit("B$/quarter", period, language)
        }
        (Panel::Capacity, _) => axis_unit("GW", period, language),
        (Panel::Margin, _) => axis_unit("share", period, language),
        _ => "",
    }
}

/// Name of a period.
#[must_use]
pub fn period_name(period: Period, language: Language) -> &'static str {
    match period {
        Period::Natural => language.pick("As suits each chart", "按各图习惯"),
        Period::Quarter => language.pick("Quarter", "单季"),
        Period::TrailingYear => language.pick("Trailing year", "最近四季"),
        Period::CalendarYear => language.pick("Calendar year", "日历年"),
    }
}

/// Label of an output.
#[must_use]
pub fn output_label(output: Output, language: Language) -> &'static str {
    let declaration = output.declaration();
    language.pick(declaration.label_en, declaration.label_zh)
}

/// Name of an output where others stand beside it: a sum over four quarters says so, as it has the label of its quarter.
#[must_use]
pub fn output_name(output: Output, language: Language) -> String {
    let label = output_label(output, language);
    if output.id().ends_with("_ttm") {
        language.pick(format!("{label}, four quarters"), format!("{label}（四个季度合计）"))
    } else {
        label.to_owned()
    }
}

/// Unit of an output, as a column of a table shows it.
#[must_use]
pub fn output_unit(output: Output, language: Language) -> &'static str {
    match output.declaration().unit {
        "share" | "share/yr" => "%",
        "B$" => language.pick("B$", "十亿美元"),
        "B$/quarter" => language.pick("B$ a quarter", "十亿美元/季"),
        "B$/yr" => language.pick("B$ a year", "十亿美元/年"),
        "B$/GW" => language.pick("B$ per GW", "十亿美元/GW"),
        "B$/GW-yr" => language.pick("B$ per GW and year", "十亿美元/GW·年"),
        "GW/quarter" => language.pick("GW a quarter", "GW/季"),
        "million" => language.pick("million", "百万"),
        "ratio" => language.pick("ratio", "倍"),
        "years" => language.pick("years", "年"),
        "limit" => "",
        other => other,
    }
}

/// A name that stands in a cell: the limit that binds.
#[must_use]
pub fn limit_name(id: &str, language: Language) -> &'static str {
    match id {
        "power" => language.pick("power", "电力"),
        "chips" => language.pick("chips", "芯片"),
        "capital" => language.pick("capital", "资本"),
        _ => language.pick("demand", "需求"),
    }
}

/// What is said aloud once after a change is released: how the lowest year of free cash flow moved.
#[must_use]
pub fn announcement(before: &Headline, now: &Headline, language: Language) -> String {
    let (from, to) = (before.fcf_trough_quarter, now.fcf_trough_quarter);
    let trough = figure("B$", now.fcf_trough, language);
    let by = change("B$", now.fcf_trough - before.fcf_trough, language);
    if from == to {
        language.pick(
            format!("Lowest free cash flow is {trough} in the year to {to}, a change of {by}."),
            format!("自由现金流最低为截至 {to} 的一年 {trough}，变动 {by}。"),
        )
    } else {
        language.pick(
            format!("Lowest free cash flow moves from {from} to {to}; it is {trough}, a change of {by}."),
            format!("自由现金流谷底由 {from} 移至 {to}，为 {trough}，变动 {by}。"),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headline_figures_have_the_unit_that_the_data_declare() {
        let rows: Vec<Vec<&str>> = include_str!("../../../../data/headlines.csv")
            .lines()
            .skip(1)
            .map(|row| row.split(',').collect())
            .collect();
        assert_eq!(rows.len(), 12);
        for row in rows {
            let (name, unit) = (row[0], row[1]);
            assert_eq!(headline_unit(name), unit, "{name}");
            for language in Language::ALL {
                assert!(!headline_label(name, language).is_empty(), "{name}");
            }
        }
    }
}
