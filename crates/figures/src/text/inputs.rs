//! Names of inputs, their groups, units and evidence.

use buildout_model::{Declaration, Grade, Group, Input, InputError};
use buildout_scenario::Language;

/// Label of an input.
#[must_use]
pub fn input_label(input: Input, language: Language) -> &'static str {
    let declaration = input.declaration();
    language.pick(declaration.label_en, declaration.label_zh)
}

/// What the button that resets an input does.
#[must_use]
pub fn reset_input(input: Input, language: Language) -> String {
    let label = input_label(input, language);
    language.pick(format!("Reset {label} to its base value"), format!("将“{label}”还原为基准值"))
}

/// What the badge of an input opens.
#[must_use]
pub fn open_evidence(input: Input, language: Language) -> String {
    let label = input_label(input, language);
    let grade = input.declaration().grade;
    // What is seen comes first, so that it can be said to open it.
    let (seen, meaning) = (grade_name(grade, language), grade_meaning(grade, language));
    language.pick(
        format!("{seen}: {label}: meaning, source and response curve. {meaning}"),
        format!("{seen}：{label}：含义、来源与响应曲线。{meaning}"),
    )
}

/// Name of a group of inputs.
#[must_use]
pub fn group_name(group: Group, language: Language) -> &'static str {
    match group {
        Group::Capex => language.pick("CapEx", "资本开支"),
        Group::Power => language.pick("Power and data centres", "电力与机房"),
        Group::Chips => language.pick("Chips", "芯片"),
        Group::Demand => language.pick("Demand and backlog", "需求与在手订单"),
        Group::Price => language.pick("Prices and utilisation", "价格与利用率"),
        Group::Services => language.pick("AI services", "AI 服务"),
        Group::Core => language.pick("Core cloud", "核心云"),
        Group::Costs => language.pick("Costs and depreciation", "成本与折旧"),
        Group::AdsRetail => language.pick("Advertising and stores", "广告与零售"),
        Group::Finance => language.pick("Cash, tax, discounting", "现金、税与折现"),
    }
}

/// What a base value rests on.
#[must_use]
pub fn grade_name(grade: Grade, language: Language) -> &'static str {
    match grade {
        Grade::Filed => language.pick("filed", "财报"),
        Grade::Guided => language.pick("guided", "指引"),
        Grade::ThirdParty => language.pick("third party", "第三方"),
        Grade::Assumed => language.pick("assumed", "假设"),
    }
}

/// What a grade means.
#[must_use]
pub fn grade_meaning(grade: Grade, language: Language) -> &'static str {
    match grade {
        Grade::Filed => language.pick("From a filing of the company", "来自公司财报"),
        Grade::Guided => language.pick("Said by the company's management", "来自公司管理层"),
        Grade::ThirdParty => language.pick("Estimated by a third party", "第三方估计"),
        Grade::Assumed => language.pick("Assumed here, to be questioned", "本模型假设，可质疑"),
    }
}

/// Unit of an input.
#[must_use]
pub fn input_unit(unit: &'static str, language: Language) -> &'static str {
    match unit {
        "B$" => language.pick("B$", "十亿美元"),
        "B$/yr" => language.pick("B$ a year", "十亿美元/年"),
        "B$/quarter" => language.pick("B$ a quarter", "十亿美元/季"),
        "B$/GW" => language.pick("B$ per GW", "十亿美元/GW"),
        "B$/GW-yr" => language.pick("B$ per GW and year", "十亿美元/GW·年"),
        "B$/yr per million h" => language.pick("B$ a year per million hours", "十亿美元/年·百万工时"),
        "GW/yr" => language.pick("GW a year", "GW/年"),
        "GW/quarter" => language.pick("GW a quarter", "GW/季"),
        "share/yr" => language.pick("share a year", "比例/年"),
        "share" => language.pick("share", "比例"),
        "ratio" => language.pick("ratio", "倍"),
        "years" => language.pick("years", "年"),
        "year" => language.pick("year", "年份"),
        "quarters" => language.pick("quarters", "季度"),
        "quarters of supply" => language.pick("quarters of supply", "季度供给"),
        "million" => language.pick("million", "百万"),
        "million h/yr" => language.pick("million hours a year", "百万工时/年"),
        "exponent" => language.pick("exponent", "指数"),
        "$/MWh" => language.pick("$ per MWh", "美元/MWh"),
        "$/seat-month" => language.pick("$ per seat and month", "美元/席位·月"),
        other => other,
    }
}

/// What an input is and what raising it does.
#[must_use]
pub fn input_meaning(input: Input, language: Language) -> &'static str {
    let declaration = input.declaration();
    language.pick(declaration.meaning_en, declaration.meaning_zh)
}

/// A grade with what it means.
#[must_use]
pub fn grade_in_words(grade: Grade, language: Language) -> String {
    let (name, meaning) = (grade_name(grade, language), grade_meaning(grade, language));
    language.pick(format!("{name}: {meaning}"), format!("{name}：{meaning}"))
}

/// A typed value that was refused.
#[must_use]
pub fn input_error(error: &InputError, language: Language) -> String {
    match error {
        InputError::OutOfRange { input, value } => {
            let Declaration { min, max, unit, .. } = input.declaration();
            let unit = input_unit(unit, language);
            language.pick(
                format!("{value} is outside {min} to {max} {unit}. The value was kept."),
                format!("{value} 超出范围 {min} 至 {max} {unit}，数值未变。"),
            )
        }
        InputError::Unknown(id) => {
            language.pick(format!("There is no input '{id}'."), format!("没有名为“{id}”的输入。"))
        }
    }
}

/// Something typed that is not a number.
#[must_use]
pub fn not_a_number(declaration: &Declaration, language: Language) -> String {
    let Declaration { min, max, unit, .. } = declaration;
    let unit = input_unit(unit, language);
    language.pick(
        format!("That is not a number. Allowed: {min} to {max} {unit}."),
        format!("这不是数字。允许范围：{min} 至 {max} {unit}。"),
    )
}

/// An opening fleet that does not fit.
#[must_use]
pub fn overfull(overfull: &buildout_model::Overfull, language: Language) -> String {
    let (has, fits) = (overfull.ai_it_start, crate::format::number(overfull.fits, 2));
    language.pick(
        format!(
            "The opening does not fit: {has} GW of AI stand in a room with place for {fits} GW beside the core, so free room is negative at first."
        ),
        format!("期初位置不自洽：AI 已装机 {has} GW，而核心云之外只容得下 {fits} GW，因此期初空闲电力为负。"),
    )
}
