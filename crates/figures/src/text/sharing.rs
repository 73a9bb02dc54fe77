//! Words of what leaves the page and comes into it: links, files, pictures, own quarters.

use super::controls::texts;
use buildout_scenario::Language;

texts! {
    /// Opens what can be shared and opened.
    share_more: "Share, save, open", "分享、导出、打开";
    /// What a link will show.
    share_preview: "The link will show", "链接将显示";
    /// The system's share sheet.
    share_system: "Share…", "系统分享…";
    /// A link as a code for a camera.
    qr_code: "QR code of the link", "链接二维码";
    /// Heading of files to keep.
    files: "Files", "文件";
    /// The workbook.
    download_xlsx: "Excel workbook", "Excel 工作簿";
    /// What the workbook is.
    download_xlsx_meaning: "Every quarter as a live formula over the inputs, checked against this page", "各季度均为基于输入的公式，并与本页核对";
    /// All figures.
    download_run_csv: "All figures, CSV", "全部数据 CSV";
    /// The scenario alone.
    download_scenario: "Scenario file", "情景文件";
    /// A card as PNG.
    download_card_png: "Card for posts, PNG", "社交卡片 PNG";
    /// A card as SVG.
    download_card_svg: "Card for posts, SVG", "社交卡片 SVG";
    /// Name of the row of files of a chart.
    chart_files: "This chart as a file", "本图下载";
    /// A chart as PNG.
    as_png: "PNG", "PNG 图片";
    /// A chart as SVG.
    as_svg: "SVG", "SVG 图片";
    /// The figures of a chart as CSV.
    as_csv: "CSV", "CSV 数据";
    /// Opens files.
    open_files: "Open scenario files or your own quarters", "打开情景文件或自有季度数据";
    /// What can be opened.
    open_files_meaning: "Scenario files (.json; two are compared) and tables of reported quarters (.csv). They can be dropped anywhere on the page, and never leave the browser.", "情景文件（.json；两份可作比较）与已公布季度表（.csv）。也可拖放到页面任意位置；文件不会离开浏览器。";
    /// A table to fill in.
    quarters_template: "Table to fill in", "季度表模板";
    /// Takes own quarters away.
    remove_own: "Remove your quarters from the charts", "从图中移除自有季度";
    /// What diamonds are.
    own_key: "Diamonds: your own quarters.", "菱形：自有季度数据。";
    /// Heading of the snippet.
    embed: "Embed this chart and its levers", "嵌入此图及其调节项";
    /// Copies the snippet.
    embed_copy: "Copy the snippet", "复制代码";
    /// Opens the page from an embedded chart.
    embed_open: "Open in Buildout", "在 Buildout 中打开";
    /// Name of the levers of an embedded chart.
    embed_levers: "Levers of this chart", "本图调节项";
    /// Something has been copied.
    copied: "Copied.", "已复制。";
    /// Something could not be copied.
    not_copied: "The browser did not let the page copy; select the text and copy it yourself.", "浏览器不允许复制；请选中文字自行复制。";
    /// The browser refused a file.
    not_offered: "The browser did not let the page save a file.", "浏览器不允许保存文件。";
    /// A picture could not be drawn.
    no_picture: "The browser could not draw the picture; the SVG may still work.", "浏览器无法绘制图片；可改用 SVG。";
    /// The desk did not start.
    desk_unreachable: "The part of the page that makes files could not be loaded. Everything else works; try again once you are online.", "负责生成文件的部分未能加载，其余功能不受影响；联网后请重试。";
    /// The desk belongs to another version.
    desk_other_version: "The page was updated meanwhile. Reload it to make files; the link in the address keeps your scenario.", "页面已更新。请刷新后再生成文件；地址中的链接会保留您的情景。";
    /// A file is being made.
    working: "Working…", "处理中…";
    /// Heading of a file that was not opened.
    file_trouble: "The file was not opened; nothing has changed:", "文件未打开，页面未作改动：";
    /// Heading of files that were not opened, beside others that were.
    files_trouble: "Not every file was opened:", "并非所有文件都已打开：";
    /// A file that cannot be read.
    file_unreadable: "the browser could not read it as text", "浏览器无法将其作为文本读取";
    /// More files than can be compared.
    more_files: "left out, because two scenarios are compared at most", "未打开，因为最多比较两个情景";
    /// Heading of a receipt that differs.
    receipt_title: "The figures of this link have changed since it was sent", "此链接的数字与发送时不同";
    /// Column of the figures then.
    receipt_then: "When sent", "发送时";
    /// Column of the figures now.
    receipt_now: "Now", "现在";
    /// A new version waits.
    update_ready: "A new version of this page is ready.", "本页有新版本。";
    /// Takes the new version.
    update_reload: "Reload", "刷新";
    /// The page is stored.
    stored: "This page is stored in your browser and works without a network.", "本页已存入浏览器，离线也可使用。";
    /// The page is not stored.
    not_stored_offline: "The browser did not let this page be stored, so it needs the network when it is opened.", "浏览器不允许存储本页，打开时需要联网。";
    /// Works without network.
    offline_now: "You are offline; the page keeps working.", "当前离线；页面可继续使用。";
}

/// Why the figures of a link have changed.
#[must_use]
pub fn receipt_why(then: u32, now: u32, language: Language) -> String {
    if then == now {
        return language.pick(
            format!("Both were computed by model version {now}. The link's figures were changed, or do not belong to its scenario."),
            format!("两者同为模型版本 {now}。链接附带的数字被改动过，或不属于其情景。"),
        );
    }
    language.pick(
        format!("The link was sent with model version {then}; this page computes with version {now}."),
        format!("链接发送时为模型版本 {then}；本页为版本 {now}。"),
    )
}

/// A file longer than anything that can be opened; sizes in megabytes.
#[must_use]
pub fn file_too_long(size_mb: f64, most_mb: f64, language: Language) -> String {
    language.pick(
        format!("it has {size_mb:.1} MB; nothing that can be opened here has more than {most_mb:.0} MB"),
        format!("大小为 {size_mb:.1} MB；此处可打开的文件不超过 {most_mb:.0} MB"),
    )
}

/// Own quarters that lie over the charts.
#[must_use]
pub fn own_opened(file: &str, quarters: usize, language: Language) -> String {
    language.pick(
        format!("{file}: {quarters} of your quarters lie over the charts."),
        format!("{file}：{quarters} 个自有季度已叠加到图上。"),
    )
}

/// A scenario file that was opened.
#[must_use]
pub fn scenario_opened(name: &str, language: Language) -> String {
    language.pick(format!("{name} is open."), format!("已打开“{name}”。"))
}

/// The title of an embedded chart.
#[must_use]
pub fn embed_title(panel: &str, language: Language) -> String {
    language.pick(format!("Buildout: {panel}"), format!("Buildout：{panel}"))
}
