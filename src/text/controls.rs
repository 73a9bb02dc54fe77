//! Titles, buttons and messages.

use buildout_scenario::Language;

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident: $english:expr, $chinese:expr;)*) => {
        $($(#[$doc])* #[must_use] pub fn $name(language: Language) -> &'static str { language.pick($english, $chinese) })*
    };
}

texts! {
    /// Title of the document.
    document_title: "Buildout: Amazon's AI build-out, from power to free cash flow", "Buildout:亚马逊 AI 建设,从电力到自由现金流";
    /// What the page asks.
    question: "What does Amazon's AI build-out do to free cash flow?", "亚马逊的 AI 建设如何影响自由现金流?";
    /// Label of the baseline.
    baseline: "Baseline", "基准";
    /// Label of the preset.
    preset: "Scenario", "情景";
    /// The choice of a preset where the scenario is none.
    own_scenario: "Your own", "自定义";
    /// Label of the horizon.
    horizon: "Run to", "运行至";
    /// Copies the link.
    share: "Copy link", "复制链接";
    /// The link itself.
    share_link: "Link to this scenario", "本情景的链接";
    /// The link has been copied.
    link_copied: "The link is copied.", "链接已复制。";
    /// The link could not be copied.
    link_not_copied: "The browser did not let the page copy. The link is in the address bar and here:", "浏览器不允许复制。链接在地址栏,也在这里:";
    /// Resets every input.
    reset_all: "Reset all", "全部还原";
    /// Turns to the dark theme.
    to_dark: "Dark theme", "深色主题";
    /// Turns to the light theme.
    to_light: "Light theme", "浅色主题";
    /// Closes a message.
    dismiss: "Dismiss", "关闭";
    /// Heading of the inputs.
    inputs: "Levers", "调节项";
    /// The three levers first met.
    main_levers: "CapEx, power, chips", "资本开支、电力、芯片";
    /// The other primary levers.
    more_levers: "Demand, prices, services, costs", "需求、价格、服务、成本";
    /// The inputs that are not primary.
    other_inputs: "All other inputs, by group", "其他全部输入(按组)";
    /// Heading of the headline.
    headline: "Headline", "要点";
    /// What changes are measured against.
    against_base: "Change against the base case of this baseline", "与本基准的基础情景相比";
    /// A table of the figures of a chart.
    figures: "Figures", "数据表";
    /// Column of the quarter.
    quarter: "Quarter", "季度";
    /// Where the reported quarters end.
    reported: "reported", "已公布";
    /// Where the run starts.
    run: "run", "推演";
    /// Reported quarters drawn on a run.
    reported_since: "Dots: reported since. Dashed: base case.", "圆点:此后公布的数据。虚线:基础情景。";
    /// There is no such figure.
    none: "none", "无";
    /// A run without quarters.
    nothing_run: "Nothing was run.", "没有运行任何季度。";
    /// Heading of what a link could not say.
    link_trouble: "Not everything in the link could be used:", "链接中有些内容无法采用:";
    /// What the figures are.
    disclaimer: "A conditional explorer, not a forecast, and not investment advice. Not affiliated with Amazon. Figures of third parties and assumptions are marked at each input; reported quarters are from Amazon's filings, in US dollars.",
        "这是条件推演工具,不是预测,也不构成投资建议;与亚马逊公司无关。第三方数据与假设均在各输入处标注;已公布季度来自亚马逊财报,单位为美元。";
    /// Where the model is explained.
    method: "Cash CapEx is purchases of property and equipment less proceeds and incentives; free cash flow is operating cash flow less that, as Amazon defines it.",
        "现金资本开支为购置物业和设备减去处置及激励所得;自由现金流按亚马逊定义,为经营现金流减去该项。";
    /// Skips to the charts.
    skip: "Skip to the charts", "跳到图表";
    /// Resets one input.
    reset_one: "Reset to base", "还原";
}

/// The other language, as the button that turns to it.
#[must_use]
pub fn other_language(language: Language) -> Language {
    language.pick(Language::Chinese, Language::English)
}
