//! Words of the panel of levers: search, what is changed, response curves.

use buildout_scenario::Language;

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident: $english:expr, $chinese:expr;)*) => {
        $($(#[$doc])* #[must_use] pub fn $name(language: Language) -> &'static str { language.pick($english, $chinese) })*
    };
}

texts! {
    /// The search over all inputs.
    search_inputs: "Search all inputs", "搜索全部输入";
    /// What the list of changed inputs is.
    changed_inputs: "Changed inputs", "已改动的输入";
    /// Resets every changed input, at the end of their list.
    reset_changed: "Reset all of them", "全部还原";
    /// The choice of the headline that the curves under the levers show.
    curves_show: "Curves show", "曲线显示";
    /// Term of an input's evidence.
    unit: "Unit", "单位";
    /// Term of an input's evidence.
    range: "Range", "范围";
    /// Term of an input's evidence.
    base_value: "Base", "基准值";
    /// Term of an input's evidence.
    grade: "Grade", "依据等级";
    /// Term of an input's evidence.
    source: "Source", "来源";
    /// Term of an input's evidence: names in links and files.
    written_as: "In links, files", "链接与文件";
    /// Term of an input's evidence: the charts that it moves.
    moves_most: "Moves most", "影响最大的图表";
    /// An input moves no chart.
    moves_nothing: "nothing, as the scenario stands", "当前情景下没有影响";
    /// An opened curve before it is computed.
    curve_to_come: "The curve is being computed.", "正在计算曲线。";
}

/// The button that shows the changed inputs.
#[must_use]
pub fn changed_count(count: usize, language: Language) -> String {
    language.pick(format!("{count} changed"), format!("已改 {count} 项"))
}

/// A change, from the base value to the value.
#[must_use]
pub fn change_of(base: &str, value: &str, language: Language) -> String {
    language.pick(format!("{base} → {value}"), format!("{base} → {value}"))
}

/// Goes from the list of changes to the lever.
#[must_use]
pub fn go_to_input(label: &str, language: Language) -> String {
    language.pick(format!("Go to {label}"), format!("前往“{label}”"))
}

/// What the button that resets a group does.
#[must_use]
pub fn reset_group(group: &str, count: usize, language: Language) -> String {
    match count {
        1 => language
            .pick(format!("Reset the changed input of “{group}”"), format!("还原“{group}”中已改的 1 项")),
        _ => language.pick(
            format!("Reset the {count} changed inputs of “{group}”, main levers included"),
            format!("还原“{group}”中已改的 {count} 项（含主要调节项）"),
        ),
    }
}

/// What a search found.
#[must_use]
pub fn found_count(count: usize, typed: &str, language: Language) -> String {
    match count {
        0 => language.pick(
            format!("No input matches “{typed}”. Search looks at names, link keys and meanings, in English and Chinese."),
            format!("没有与“{typed}”相符的输入。搜索范围为名称、链接键与含义，中英文均可。"),
        ),
        1 => language.pick("1 input found".to_owned(), "找到 1 项输入".to_owned()),
        _ => language.pick(format!("{count} inputs found"), format!("找到 {count} 项输入")),
    }
}

/// A response curve in words; the figures come with their units.
pub struct Response<'a> {
    /// The headline figure.
    pub headline: &'a str,
    /// The value of the input as it stands.
    pub value: &'a str,
    /// The headline as it stands.
    pub now: &'a str,
    /// The lowest value of the input, and the headline there.
    pub at_min: (&'a str, &'a str),
    /// The highest value of the input, and the headline there.
    pub at_max: (&'a str, &'a str),
    /// The lowest and highest headline over the range; none where it stays the same.
    pub between: Option<(&'a str, &'a str)>,
}

/// A response curve in a sentence.
#[must_use]
pub fn response_sentence(response: &Response, language: Language) -> String {
    let Response { headline, value, now, at_min: (min, first), at_max: (max, last), between } = response;
    match between {
        None => language.pick(
            format!("{headline}: {now}, whatever this input is from {min} to {max}."),
            format!("{headline}：{now}；此项从最小值（{min}）到最大值（{max}）均不影响它。"),
        ),
        Some((low, high)) => language.pick(
            format!(
                "{headline}: {now} at {value}. It is {first} at {min} and {last} at {max}, and lies between {low} and {high} over the whole range."
            ),
            format!(
                "{headline}：当前为 {now}（此项为 {value}）；此项取最小值（{min}）则为 {first}，取最大值（{max}）则为 {last}；全程最低 {low}，最高 {high}。"
            ),
        ),
    }
}
