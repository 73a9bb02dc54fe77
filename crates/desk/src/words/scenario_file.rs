//! What is wrong with a scenario file.

use super::lines;
use buildout_figures::text;
use buildout_files::{
    Allowed, LONGEST_FILE, SCENARIO_FORMAT, SCENARIO_VERSION, ScenarioFileError, ScenarioFileNotice,
};
use buildout_model::{Baseline, Declaration, INPUT_COUNT};
use buildout_scenario::{LONGEST_NAME, Language};

/// Everything that is wrong with a file, a line each.
pub(crate) fn file_errors(errors: &[ScenarioFileError], language: Language) -> String {
    lines(errors, language, |error| match language {
        Language::English => error.to_string(),
        Language::Chinese => error_zh(error),
    })
}

/// Something in a file that was not taken.
pub(crate) fn file_notice(notice: &ScenarioFileNotice, language: Language) -> String {
    match notice {
        ScenarioFileNotice::LinkSaysOther => language.pick(
            "The file's link says something else than its other fields; they count, and the link was left out.".to_owned(),
            "文件中的链接与其他字段不一致；以其他字段为准，链接未采用。".to_owned(),
        ),
        ScenarioFileNotice::Link(notice) => text::notice(notice, language),
    }
}

fn error_zh(error: &ScenarioFileError) -> String {
    match error {
        ScenarioFileError::TooLong { length } => {
            format!("文件有 {length} 字节；情景文件最多 {LONGEST_FILE} 字节")
        }
        ScenarioFileError::NotJson { line, column, what } => {
            format!("第 {line} 行第 {column} 列：不是 JSON（{what}）")
        }
        ScenarioFileError::UnknownField { field, allowed } => {
            format!("{field}：没有这个字段；可用的有 {}", allowed.join("、"))
        }
        ScenarioFileError::UnknownInput { field } => {
            format!("{field}：没有这个输入；data/inputs.csv 列有全部 {INPUT_COUNT} 个")
        }
        ScenarioFileError::Repeated { field } => format!("{field} 出现多次"),
        ScenarioFileError::Missing { field, allowed } => {
            format!("缺少 {field}；应为{}", allowed_zh(*allowed))
        }
        ScenarioFileError::Refused { field, found, allowed } if field.is_empty() => {
            format!("文件是 {found}；应为{}", allowed_zh(*allowed))
        }
        ScenarioFileError::Refused { field, found, allowed } => {
            format!("{field} 为 {found}；应为{}", allowed_zh(*allowed))
        }
        ScenarioFileError::OutOfRange { field, input, value } => {
            let Declaration { min, max, unit, .. } = input.declaration();
            let unit = text::input_unit(unit, Language::Chinese);
            format!("{field} 为 {value}，超出 {min} 至 {max}（{unit}）")
        }
    }
}

fn allowed_zh(allowed: Allowed) -> String {
    match allowed {
        Allowed::Object => "对象".to_owned(),
        Allowed::Number => "数字".to_owned(),
        Allowed::Text => "文本".to_owned(),
        Allowed::Format => format!("“{SCENARIO_FORMAT}”"),
        Allowed::Version => {
            format!(" 1 至 {SCENARIO_VERSION} 的整数（此处可读的最新版本为 {SCENARIO_VERSION}）")
        }
        Allowed::Name => format!("一行 1 至 {LONGEST_NAME} 个字符、首尾无空格的文字"),
        Allowed::Baseline => {
            format!("下列之一：{}", Baseline::ALL.map(|baseline| baseline.to_string()).join("、"))
        }
        Allowed::Horizon { first, last } => format!(" {first} 至 {last} 之间的年份"),
        Allowed::Date => "日期，如 2026-11-25".to_owned(),
    }
}
