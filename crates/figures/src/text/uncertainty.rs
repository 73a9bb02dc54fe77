//! Words about uncertainty.

use buildout_scenario::Language;

/// Between which values nine tenths of the draws lie.
#[must_use]
pub fn spread(low: &str, high: &str, language: Language) -> String {
    language.pick(format!("90 %: {low} to {high}"), format!("90%：{low} 至 {high}"))
}

/// The sum of all bands of a stack.
#[must_use]
pub fn whole_stack(language: Language) -> &'static str {
    language.pick("all together", "合计")
}

/// Turns fans on and off.
#[must_use]
pub fn show_fans(language: Language) -> &'static str {
    language.pick("Uncertainty", "不确定性")
}

/// What a fan is, where fans are shown.
#[must_use]
pub fn fan_key(draws: u32, seed: u32, language: Language) -> String {
    let draws = crate::format::number(f64::from(draws), 0);
    language.pick(
        format!("Fan: 25–75 % and 5–95 % of {draws} draws, dotted the median (seed {seed})."),
        format!("扇形：{draws} 次抽样的 25–75% 与 5–95%，点线为中位数（种子 {seed}）。"),
    )
}

/// How far a computation is.
#[must_use]
pub fn computing(share: f64, language: Language) -> String {
    let percent = (100.0 * share).round();
    language.pick(format!("Computing: {percent} %"), format!("计算中：{percent}%"))
}

/// What is shown belongs to the scenario before the last change.
#[must_use]
pub fn stale(language: Language) -> &'static str {
    language.pick("of the scenario before this change", "为更改前的情景")
}

/// The workers for many runs did not start.
#[must_use]
pub fn lab_unreachable(language: Language) -> &'static str {
    language.pick(
        "The part of the page that does many runs could not be loaded. Everything else works; try again once you are online.",
        "负责大量推演的部分未能加载，其余功能不受影响；联网后请重试。",
    )
}

/// The workers for many runs belong to another version.
#[must_use]
pub fn lab_of_other_version(language: Language) -> &'static str {
    language.pick(
        "The page was updated meanwhile. Reload it to analyse; the link in the address keeps your scenario.",
        "页面已更新。请刷新后再分析；地址中的链接会保留您的情景。",
    )
}

/// An analysis was asked for that there is not.
#[must_use]
pub fn lab_refused(language: Language) -> &'static str {
    language.pick("There is no such analysis of this scenario.", "该情景没有这样的分析。")
}

/// The browser has no vector instructions.
#[must_use]
pub fn lab_is_plain(language: Language) -> &'static str {
    language.pick(
        "This browser has no vector instructions (WebAssembly SIMD), so analyses take about twice as long.",
        "该浏览器不支持向量指令（WebAssembly SIMD），分析耗时约为两倍。",
    )
}

/// The section of analyses.
#[must_use]
pub fn analyses(language: Language) -> &'static str {
    language.pick("Analyses", "分析")
}

/// An analysis, by its name between page and lab.
#[must_use]
pub fn analysis_name(kind: &str, language: Language) -> &'static str {
    match kind {
        "uncertainty" => language.pick("Uncertainty", "不确定性"),
        "sensitivity" => language.pick("What matters most", "敏感性"),
        "seek" => language.pick("What must be", "目标求解"),
        "grid" => language.pick("Two levers", "双参数"),
        "bridge" => language.pick("Why they differ", "差异分解"),
        "claims" => language.pick("The article's claims", "文章中的数字"),
        "model" => language.pick("The model, explained", "模型说明"),
        _ => "",
    }
}

/// What an analysis answers.
#[must_use]
pub fn analysis_question(kind: &str, language: Language) -> &'static str {
    match kind {
        "uncertainty" => language.pick("How sure can one be of the figures?", "这些数字有多确定？"),
        "sensitivity" => language.pick("Which assumptions move the figure most?", "哪些假设影响最大？"),
        "seek" => {
            language.pick("What must an input be for a figure to be reached?", "参数要取何值才能达到目标？")
        }
        "grid" => language.pick("How do two inputs work together?", "两个参数如何共同作用？"),
        "bridge" => language.pick("Which changes explain the difference?", "哪些改动解释了差异？"),
        "claims" => language.pick("Did the article's figures hold?", "文章中的数字应验了吗？"),
        "model" => language.pick("How does the model compute its figures?", "模型如何得出各项数值？"),
        _ => "",
    }
}
