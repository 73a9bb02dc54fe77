//! Words about uncertainty.

use buildout_scenario::Language;

/// Between which values nine tenths of the draws lie.
#[must_use]
pub fn spread(low: &str, high: &str, language: Language) -> String {
    // A line may end between the figures, not within one: neither before its unit nor after its sign.
    let [low, high] = [low, high].map(|figure| figure.replace(' ', "\u{a0}").replace('−', "−\u{2060}"));
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

/// A worker failed at its work, whichever it is.
#[must_use]
pub fn worker_crashed(language: Language) -> &'static str {
    language.pick(
        "The part of the page that was at work on this failed and was stopped. Nothing is lost; ask again and it starts afresh.",
        "处理此任务的部分出错并已停止。没有丢失任何内容；再次操作即会重新启动。",
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
