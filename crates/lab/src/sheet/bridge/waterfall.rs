//! The waterfall from one figure to the other.

use super::Why;
use crate::{
    html::Html,
    picture::{self, Scale},
};
use buildout_analysis::Bridge;

const ROW_PX: f64 = 36.0;
const BAR_PX: f64 = 14.0;
const TOP_PX: f64 = 4.0;
const BOTTOM_PX: f64 = 24.0;
const SIDE_PX: f64 = 16.0;
/// Room beside a bar for its figure.
const FIGURE_PX: f64 = 86.0;
/// Changes with a bar of their own.
const MOST: usize = 12;

/// A row: its name, where its bar starts and ends, its class and its figure.
struct Row {
    name: String,
    from: f64,
    to: f64,
    class: &'static str,
    says: String,
}

pub(super) fn write(html: &mut Html, sheet: &Why, bridge: &Bridge) {
    let rows = rows(sheet, bridge);
    let ends = rows.iter().flat_map(|row| [row.from, row.to]);
    let (low, high) = picture::extent(ends);
    let width = sheet.subject.choices.width_px().min(760.0);
    let height = TOP_PX + ROW_PX * rows.len() as f64 + BOTTOM_PX;
    let title = sheet.subject.say("From one figure to the other", "由一个数值到另一个");
    html.element("figure", &[("data-waterfall", "")], |html| {
        html.words("figcaption", &[], title);
        picture::picture(html, width, height, title, |html| {
            let x = Scale::new(low, high, SIDE_PX, width - SIDE_PX - FIGURE_PX);
            let bottom = height - BOTTOM_PX;
            picture::value_columns(html, &x, (sheet.target.unit(), 84.0), (TOP_PX, bottom), |value| {
                sheet.say(value)
            });
            let mut before: Option<f64> = None;
            for (place, row) in rows.iter().enumerate() {
                let top = TOP_PX + ROW_PX * place as f64;
                let y = (top + 18.0, top + 18.0 + BAR_PX);
                if let Some(before) = before {
                    picture::line(
                        html,
                        "connector",
                        (x.px(before), y.0 - ROW_PX + BAR_PX),
                        (x.px(before), y.0),
                    );
                }
                before = Some(row.to);
                picture::words(html, "label", (SIDE_PX, top + 13.0), "start", &row.name);
                let says = format!("{}: {}", row.name, row.says);
                picture::rectangle(html, row.class, (x.px(row.from), x.px(row.to)), y, &[], &says);
                let beside = x.px(row.from.max(row.to)) + 6.0;
                picture::words(html, "label", (beside, y.1 - 2.0), "start", &row.says);
            }
        });
    });
}

fn rows(sheet: &Why, bridge: &Bridge) -> Vec<Row> {
    let subject = &sheet.subject;
    // The two figures are bars from zero where zero is near, else marks where they stand.
    let span = (bridge.to - bridge.from).abs();
    let is_zero_near = bridge.from.abs().max(bridge.to.abs()) <= 6.0 * span;
    let foot = |value: f64| if is_zero_near { 0.0 } else { value - 0.02 * span.max(f64::MIN_POSITIVE) };
    let whole = |name: &str, value: f64| Row {
        name: name.to_owned(),
        from: foot(value),
        to: value,
        class: "whole",
        says: sheet.say(value),
    };
    let mut rows = vec![whole(sheet.against(), bridge.from)];
    let mut at = bridge.from;
    let mut add = |rows: &mut Vec<Row>, name: String, by: f64| {
        let class = if by < 0.0 { "less" } else { "more" };
        rows.push(Row { name, from: at, to: at + by, class, says: sheet.say_change(by) });
        at += by;
    };
    let shown = if bridge.bars.len() > MOST { MOST - 1 } else { MOST };
    for bar in bridge.bars.iter().take(shown) {
        add(&mut rows, sheet.name(bar.player), bar.contribution);
    }
    let others = bridge.bars.get(shown..).unwrap_or_default();
    if !others.is_empty() {
        let count = others.len();
        let name = subject.language.pick(format!("{count} others"), format!("其余 {count} 项"));
        add(&mut rows, name, others.iter().map(|bar| bar.contribution).sum());
    }
    rows.push(whole(subject.say("this scenario", "本情景"), bridge.to));
    rows
}
