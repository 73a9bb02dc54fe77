//! What a link could not say, in the reader's language.

use super::input_label;
use buildout_model::Declaration;
use buildout_scenario::{HIGHEST_FACTOR, LINK_VERSION, Language, Notice, RangeError, ReceiptError};

/// A notice in the reader's language.
#[must_use]
pub fn notice(notice: &Notice, language: Language) -> String {
    match notice {
        Notice::NotALink { text } => language.pick(
            format!("“{text}” is not a link to a scenario; the base case is shown."),
            format!("“{text}”不是情景链接；显示基础情景。"),
        ),
        Notice::NewerVersion { version } => language.pick(
            format!("The link is of format {version}, this page reads up to {LINK_VERSION}; what it knows was read."),
            format!("链接格式为第 {version} 版，本页最高支持第 {LINK_VERSION} 版；已读取能识别的部分。"),
        ),
        Notice::UnknownBaseline { id, taken } => language.pick(
            format!("There is no baseline “{id}”; {taken} was taken."),
            format!("没有基准“{id}”；已采用 {taken}。"),
        ),
        Notice::UnknownKey { part } => language.pick(
            format!("“{part}” names nothing that this version knows; it was left out."),
            format!("本版本不认识“{part}”；已略去。"),
        ),
        Notice::BadNumber { input, text } => {
            let (label, key) = (input_label(*input, language), input.declaration().key);
            language.pick(
                format!("{label} ({key}): “{text}” is not a number; the base value was kept."),
                format!("{label}（{key}）：“{text}”不是数字；保留基准值。"),
            )
        }
        Notice::Clamped { input, value, taken } => {
            let label = input_label(*input, language);
            let Declaration { key, min, max, .. } = input.declaration();
            language.pick(
                format!("{label} ({key}): {value} is outside {min} to {max}; {taken} was taken."),
                format!("{label}（{key}）：{value} 超出范围 {min} 至 {max}；已取 {taken}。"),
            )
        }
        Notice::Repeated { input } => {
            let label = input_label(*input, language);
            language.pick(
                format!("{label} is given more than once; the last value counts."),
                format!("{label} 出现多次；以最后一次为准。"),
            )
        }
        Notice::RepeatedKey { key } => language.pick(
            format!("“{key}” is given more than once; the last that can be read counts."),
            format!("“{key}”出现多次；以最后一个可读取的为准。"),
        ),
        Notice::RepeatedRange { input } => {
            let label = input_label(*input, language);
            language.pick(
                format!("The range of {label} is given more than once; the last that can be read counts."),
                format!("{label} 的取值区间出现多次；以最后一个可读取的为准。"),
            )
        }
        Notice::BadRange { error } => {
            let kept = language.pick("the declared range was kept.", "保留原定区间。");
            format!("{}{}{kept}", range_error(error, language), language.pick("; ", "；"))
        }
        Notice::BadReceipt { part, error } => {
            let why = receipt_error(error, language);
            language.pick(
                format!("The figures that the link was sent with, “{part}”, cannot be compared: {why}."),
                format!("链接附带的发送时数字“{part}”无法比较：{why}。"),
            )
        }
        Notice::BadHorizon { text, allowed: (first, last) } => language.pick(
            format!("“{text}” is not a year from {first} to {last}; the full run is shown."),
            format!("“{text}”不是 {first} 至 {last} 之间的年份；显示完整推演。"),
        ),
        Notice::TooLong { read, length } => language.pick(
            format!("The link has {length} characters; only the first {read} were read."),
            format!("链接长达 {length} 个字符；只读取了前 {read} 个。"),
        ),
        Notice::MoreScenarios => language.pick(
            "The link holds more than two scenarios; the first two were read.".to_owned(),
            "链接包含两个以上情景；只读取前两个。".to_owned(),
        ),
    }
}

/// What is wrong with a range that an input is to be drawn from.
#[must_use]
pub fn range_error(error: &RangeError, language: Language) -> String {
    let RangeError { input, low, high } = error;
    let label = input_label(*input, language);
    let Declaration { min, max, unit, .. } = input.declaration();
    let most = max - min;
    if error.adds() {
        language.pick(
            format!("{label} is drawn by adding 0 to {most} {unit}; {low} to {high} is not such a range"),
            format!("{label} 按加上 0 至 {most} {unit} 抽取；{low} 至 {high} 不是这样的区间"),
        )
    } else {
        language.pick(
            format!("{label} is drawn by factors from 0 to 1 and from 1 to {HIGHEST_FACTOR}; {low} to {high} is not such a range"),
            format!("{label} 按 0 至 1 与 1 至 {HIGHEST_FACTOR} 的倍数抽取；{low} 至 {high} 不是这样的区间"),
        )
    }
}

fn receipt_error(error: &ReceiptError, language: Language) -> String {
    match error {
        ReceiptError::Version { text } => language.pick(
            format!("“{text}” is not a version of the model, which is a whole number from 1 on"),
            format!("“{text}”不是模型版本（应为从 1 起的整数）"),
        ),
        ReceiptError::Count { count, wanted } => language.pick(
            format!("it has {count} figures instead of {wanted}"),
            format!("含有 {count} 个数字，应为 {wanted} 个"),
        ),
        ReceiptError::Figure { name, text } => language.pick(
            format!("{name} is “{text}”, which is neither a rounded figure nor “n” for none"),
            format!("{name} 为“{text}”，既不是四舍五入后的数字，也不是表示“无”的“n”"),
        ),
    }
}

/// How many more notices there are.
#[must_use]
pub fn beyond_notices(count: usize, language: Language) -> String {
    language.pick(format!("And {count} more like these."), format!("另有 {count} 条类似提示。"))
}
