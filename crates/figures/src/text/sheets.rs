//! Names of the sheets, and what each answers.

use buildout_scenario::Language;

/// The section of analyses.
#[must_use]
pub fn analyses(language: Language) -> &'static str {
    language.pick("Analyses", "分析")
}

/// The sheets that say why a figure may be believed.
#[must_use]
pub fn evidence_sheets(language: Language) -> &'static str {
    language.pick("Why believe it?", "凭什么相信？")
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
        "trace" => language.pick("Trace a figure", "数值溯源"),
        "model" => language.pick("The model", "模型说明"),
        "reconcile" => language.pick("Does it add up?", "账目勾稽"),
        "vintages" => language.pick("Vintages", "年份批次"),
        "sources" => language.pick("Sources", "数据来源"),
        "checks" => language.pick("Model checks", "模型检验"),
        "limits" => language.pick("Limits", "局限"),
        "record" => language.pick("Against reports", "对照财报"),
        "claims" => language.pick("The article's claims", "文章中的数字"),
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
        "trace" => language.pick("Where does a figure come from?", "这个数值从何而来？"),
        "vintages" => language.pick("What became of each year's CapEx?", "每年的资本开支后来如何？"),
        "checks" => {
            language.pick("Does every input do what one expects of it?", "每个参数的作用是否符合预期？")
        }
        "limits" => language.pick("What can this not tell you?", "它不能告诉你什么？"),
        "model" => language.pick("How does the model work, step by step?", "模型如何逐步运作？"),
        "sources" => language.pick("What does each figure rest on?", "每个数字依据何在？"),
        "reconcile" => language.pick(
            "Do the accounts of the run add up, and do they start at the filing?",
            "各项恒等式是否成立？期初是否与财报一致？",
        ),
        "record" => language.pick("How has the model done?", "模型以往表现如何？"),
        "claims" => language.pick("Did the article's figures hold?", "文章中的数字应验了吗？"),
        _ => "",
    }
}
