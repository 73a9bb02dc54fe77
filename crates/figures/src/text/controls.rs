//! Titles, buttons and messages.

use crate::view::Readout;
use buildout_scenario::{Language, MOST_SAVED, SaveError};

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident: $english:expr, $chinese:expr;)*) => {
        $($(#[$doc])* #[must_use] pub fn $name(language: Language) -> &'static str { language.pick($english, $chinese) })*
    };
}

pub(super) use texts;

texts! {
    /// Title of the document.
    document_title: "Buildout: Amazon's AI build-out, from power to free cash flow", "Buildout：亚马逊 AI 建设，从电力到自由现金流";
    /// What the page asks.
    question: "What does Amazon's AI build-out do to free cash flow?", "亚马逊的 AI 建设如何影响自由现金流？";
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
    link_not_copied: "The browser did not let the page copy. The link is in the address bar and here:", "浏览器不允许复制。链接在地址栏，也在这里：";
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
    other_inputs: "All other inputs, by group", "其他全部输入（按组）";
    /// Heading of the headline.
    headline: "Headline", "要点";
    /// What changes are measured against.
    against_base: "Change against the base case, or the pinned scenario", "与基础情景或固定情景相比";
    /// A table of the figures of a chart.
    figures: "Figures", "数据表";
    /// Column of the quarter.
    quarter: "Quarter", "季度";
    /// Where the reported quarters end.
    reported: "reported", "已公布";
    /// Where the run starts.
    run: "run", "推演";
    /// What the second line and the hollow dots of a chart are.
    chart_key: "Hollow dots: reported since the baseline. Dashed: what this is compared with.", "空心点：基准日之后公布的数据。虚线：用来比较的情景。";
    /// There is no such figure.
    none: "none", "无";
    /// A run without quarters.
    nothing_run: "Nothing was run.", "没有运行任何季度。";
    /// Heading of what a link could not say.
    link_trouble: "Not everything in the link could be used:", "链接中有些内容无法采用：";
    /// What the figures are.
    disclaimer: "A conditional explorer, not a forecast, and not investment advice. Not affiliated with Amazon. Figures of third parties and assumptions are marked at each input; reported quarters are from Amazon's filings, in US dollars.",
        "这是条件推演工具，不是预测，也不构成投资建议；与亚马逊公司无关。第三方数据与假设均在各输入处标注；已公布季度来自亚马逊财报，单位为美元。";
    /// Where the model is explained.
    method: "Cash CapEx is purchases of property and equipment less proceeds and incentives; free cash flow is operating cash flow less that, as Amazon defines it.",
        "现金资本开支为购置物业和设备减去处置及激励所得；自由现金流按亚马逊定义，为经营现金流减去该项。";
    /// Skips to the charts.
    skip: "Skip to the charts", "跳到图表";
    /// Name of the tools of a scenario.
    tools: "This scenario", "本情景";
    /// Takes the last change back.
    undo: "Undo", "撤销";
    /// Makes it again.
    redo: "Redo", "重做";
    /// Shows the last change again.
    replay: "Replay last change", "重放上次改动";
    /// Keeps the scenario to compare with.
    pin: "Pin", "固定";
    /// What pinning does.
    pin_meaning: "Keep this scenario as the one that charts and figures are compared with", "把当前情景固定为图表与数字的比较对象";
    /// Exchanges both scenarios.
    swap: "Swap", "互换";
    /// Compares with the base again.
    unpin: "Unpin", "取消固定";
    /// The list of saved scenarios.
    saved: "Saved scenarios", "已存情景";
    /// Label of the name.
    save_as: "Name for this scenario", "为本情景命名";
    /// Saves the scenario.
    save: "Save", "保存";
    /// Storage is blocked or full.
    not_stored: "The browser did not let the page store this; it is kept until the page is closed.", "浏览器不允许存储；关闭页面前仍然有效。";
    /// Heading of the comparison.
    comparison: "Side by side", "并排比较";
    /// Column of the scenario.
    this_scenario: "This scenario", "本情景";
    /// Column of the pinned one.
    pinned_scenario: "Pinned", "固定情景";
    /// Column of the difference.
    difference: "Difference", "差异";
    /// Label of the period.
    period: "Figures by", "统计口径";
    /// First year shown.
    zoom_from: "Show from", "起始年";
    /// Last year shown.
    zoom_to: "to", "结束年";
    /// The choice of panels.
    panels: "Choose panels", "选择图表";
    /// Moves a panel up.
    panel_up: "Move this panel up", "上移此图";
    /// Closes a panel.
    panel_close: "Close this panel", "关闭此图";
    /// Fills the window with a panel.
    full_screen: "Full window (Escape returns)", "全窗显示（Esc 返回）";
    /// Heading of a gigawatt.
    gigawatt_title: "One gigawatt of IT, bought a year from the start, before tax", "期初一年后购入 1 GW IT（税前）";
    /// Cost of chips.
    gigawatt_chips: "Chips and network", "芯片与网络";
    /// Cost of the facility.
    gigawatt_facility: "Facility", "机房设施";
    /// Earnings of the first year.
    gigawatt_first_year: "Earns in the first year", "首年收益";
    /// Rate of return.
    gigawatt_irr: "IRR", "内部收益率";
    /// Years until it is paid back.
    gigawatt_payback: "Payback, years", "回本年数";
    /// Heading of the four curves.
    curves_title: "Slope over the first two years run, and verdict", "推演前两年的斜率与判断";
    /// Heading of one unit more.
    one_more_title: "What one unit more of each limit would bring by 2030 (the ribbon shows the tightest of the four)", "各约束放宽一个单位到 2030 年的影响（色带为四者中最紧的约束）";
    /// Heading of one unit more, quarter by quarter.
    one_more_quarters: "What one unit more of the tightest limit would bring, quarter by quarter", "各季度最紧约束放宽一个单位的影响";
    /// Column of AI power put in service.
    one_more_power: "AI in service by its end", "季末投用 AI";
    /// Column of AI sales in a year.
    one_more_sales: "AI sales in four quarters", "四个季度 AI 收入";
    /// Column of the limit that is then the tightest.
    one_more_then: "Then tightest", "之后最紧";
    /// Opens the scenario of the last visit.
    reopen: "Reopen the scenario of your last visit", "打开上次访问时的情景";
    /// The limit that binds in a quarter.
    tightest_limit: "Tightest limit", "最紧约束";
    /// Column of the limit.
    limit_heading: "Limit", "约束";
    /// Column of what is added.
    one_more_heading: "One more", "放宽";
    /// Column of AI sales.
    ai_sales_2030: "AI run-rate 2030", "2030 年 AI 年化收入";
    /// Column of free cash flow.
    fcf_2030: "FCF 2030", "2030 年自由现金流";
    /// Heading of the oddities.
    oddities_title: "Worth knowing about this scenario", "关于本情景需注意";
    /// Resets one input.
    reset_one: "Reset to base", "还原";
}

/// Removes a saved scenario.
#[must_use]
pub fn remove_saved(name: &str, language: Language) -> String {
    language.pick(format!("Remove {name}"), format!("删除“{name}”"))
}

/// A scenario that was not saved.
#[must_use]
pub fn save_error(error: &SaveError, language: Language) -> String {
    match error {
        SaveError::NoName => language.pick("Give the scenario a name first.", "请先为情景命名。").to_owned(),
        SaveError::NotALink => language.pick("This scenario cannot be saved.", "此情景无法保存。").to_owned(),
        SaveError::Full => language.pick(
            format!("{MOST_SAVED} scenarios are saved already; remove one first."),
            format!("已保存 {MOST_SAVED} 个情景；请先删除一个。"),
        ),
    }
}

/// Saved scenarios that cannot be read here.
#[must_use]
pub fn saved_unread(lines: usize, language: Language) -> String {
    language.pick(
        format!("{lines} more cannot be read by this version of the page; kept as they are."),
        format!("另有 {lines} 个无法被本版本读取，已原样保留。"),
    )
}

/// What a chart says of the quarter pointed at, for whoever hears it.
#[must_use]
pub fn readout_spoken(readout: &Readout) -> String {
    let entries = readout.entries.iter().map(|entry| {
        let own = entry.own.as_ref().map(|own| format!("◆ {own}"));
        let beside = [entry.change.clone(), own, entry.spread.clone()];
        let beside: Vec<_> = beside.into_iter().flatten().collect();
        match beside.is_empty() {
            true => format!("{} {}", entry.label, entry.value),
            false => format!("{} {} ({})", entry.label, entry.value, beside.join(", ")),
        }
    });
    [readout.quarter.clone()].into_iter().chain(entries).collect::<Vec<_>>().join("; ")
}

/// The other language, as the button that turns to it.
#[must_use]
pub fn other_language(language: Language) -> Language {
    language.pick(Language::Chinese, Language::English)
}
