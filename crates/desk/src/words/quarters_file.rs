//! What is wrong with a reader's own quarters.

use super::lines;
use buildout_figures::text;
use buildout_files::{
    LONGEST_QUARTERS_TEXT, MOST_QUARTERS_ROWS, OWN_COLUMNS, OwnQuartersError, OwnQuartersProblem,
};
use buildout_scenario::Language;

/// Everything that is wrong with a table of quarters, a line each.
pub(crate) fn quarters_errors(errors: &[OwnQuartersError], language: Language) -> String {
    lines(errors, language, |error| match language {
        Language::English => error.to_string(),
        Language::Chinese => error_zh(error),
    })
}

fn error_zh(error: &OwnQuartersError) -> String {
    let OwnQuartersError { line, column, problem } = error;
    let problem = problem_zh(problem);
    match column.as_deref() {
        Some("") => format!("第 {line} 行，无名列：{problem}"),
        Some(column) => format!("第 {line} 行，{column}：{problem}"),
        None => format!("第 {line} 行：{problem}"),
    }
}

fn problem_zh(problem: &OwnQuartersProblem) -> String {
    let columns = || OWN_COLUMNS.map(|column| column.output.id()).join("、");
    match problem {
        OwnQuartersProblem::Empty => {
            format!("没有任何季度数据；表头须有 quarter 以及下列至少一列：{}", columns())
        }
        OwnQuartersProblem::TooLong { length } => {
            format!("文本有 {length} 字节；季度表最多 {LONGEST_QUARTERS_TEXT} 字节")
        }
        OwnQuartersProblem::TooManyRows => format!("超过 {MOST_QUARTERS_ROWS} 行；其余未读取"),
        OwnQuartersProblem::NoQuarterColumn => "缺少 quarter 列".to_owned(),
        OwnQuartersProblem::UnknownColumn => format!("没有这一列；可用的有 quarter、{}", columns()),
        OwnQuartersProblem::RepeatedColumn => "该列重复".to_owned(),
        OwnQuartersProblem::Cells { found, wanted } => format!("本行有 {found} 格，表头有 {wanted} 格"),
        OwnQuartersProblem::BadQuarter { text } => format!("“{text}”不是季度（应如 2026Q3）"),
        OwnQuartersProblem::QuarterOutside { quarter, first, last } => {
            format!("{quarter} 超出 {first} 至 {last}")
        }
        OwnQuartersProblem::RepeatedQuarter { quarter, first_line } => {
            format!("{quarter} 已在第 {first_line} 行出现")
        }
        OwnQuartersProblem::NotANumber { text } => {
            format!("“{text}”不是数字（应如 35.1，不带货币符号和千位分隔符）")
        }
        OwnQuartersProblem::Implausible { value, allowed, is_thousandfold } => {
            let unit = text::output_unit(allowed.output, Language::Chinese);
            let outside = format!("{value} 超出 {} 至 {}（{unit}）", allowed.min, allowed.max);
            if *is_thousandfold {
                format!("{outside}；若单位为 {}，请写 {}", allowed.smaller_unit(), value / 1000.0)
            } else {
                outside
            }
        }
        OwnQuartersProblem::FreeCashFlow { given, difference } => {
            format!("{given} 不等于 ocf 减 capex（{difference:.3}）")
        }
    }
}
