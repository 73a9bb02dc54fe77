//! The tornado: a bar an input, from what the lower end of its range gives to what the upper end does.

use super::Sensitivity;
use crate::{
    html::Html,
    picture::{self, Scale},
};
use buildout_analysis::Gust;
use buildout_figures::text;

const ROW_PX: f64 = 34.0;
const BAR_PX: f64 = 13.0;
const TOP_PX: f64 = 18.0;
const BOTTOM_PX: f64 = 24.0;
const SIDE_PX: f64 = 16.0;
/// Bars shown.
const MOST: usize = 14;

pub(super) fn write(html: &mut Html, sheet: &Sensitivity, now: f64, widest: &[Gust]) {
    let subject = &sheet.subject;
    let shown: Vec<_> = widest.iter().take(MOST).collect();
    let title =
        subject.say("Each input from the lower to the upper end of its range", "各参数由下限变到上限");
    let figures = shown.iter().flat_map(|gust| [gust.at_low, gust.at_high]).flatten().chain([now]);
    let (low, high) = picture::extent(figures);
    let width = sheet.width_px();
    let height = TOP_PX + ROW_PX * shown.len() as f64 + BOTTOM_PX;
    html.element("figure", &[], |html| {
        html.words("figcaption", &[], title);
        picture::picture(html, width, height, title, |html| {
            let x = Scale::new(low, high, SIDE_PX, width - SIDE_PX);
            let bottom = height - BOTTOM_PX;
            let unit = (sheet.target.unit(), 80.0);
            picture::value_columns(html, &x, unit, (TOP_PX, bottom), |value| sheet.say(Some(value)));
            for (place, gust) in shown.iter().enumerate() {
                bar(html, sheet, &x, now, gust, TOP_PX + ROW_PX * place as f64);
            }
            picture::line(html, "run", (x.px(now), TOP_PX), (x.px(now), bottom));
            let name = format!("{} {}", subject.say("now", "当前"), sheet.say(Some(now)));
            let anchor = if x.px(now) > width / 2.0 { "end" } else { "start" };
            picture::words(html, "name", (x.px(now), TOP_PX - 6.0), anchor, &name);
        });
        html.element("ul", &[("class", "limits")], |html| {
            let ends =
                [("low", subject.say("lower end", "下限")), ("high", subject.say("upper end", "上限"))];
            for (class, words) in ends {
                html.element("li", &[], |html| {
                    html.words("span", &[("class", &format!("swatch {class}"))], "");
                    html.text(words);
                });
            }
        });
    });
}

/// The name of the input over its bar, which has a part for each end.
fn bar(html: &mut Html, sheet: &Sensitivity, x: &Scale, now: f64, gust: &Gust, top: f64) {
    let label = text::input_label(gust.input, sheet.subject.language);
    let says =
        |value: f64, figure| format!("{label} {}: {}", sheet.say_input(gust.input, value), sheet.say(figure));
    let y = (top + 18.0, top + 18.0 + BAR_PX);
    for (class, end, figure) in [("low", gust.low, gust.at_low), ("high", gust.high, gust.at_high)] {
        let Some(at) = figure else { continue };
        let link = sheet.subject.with(&[(gust.input, end)]);
        let class = format!("cell {class}");
        picture::rectangle(html, &class, (x.px(now), x.px(at)), y, &[("data-go", &link)], &says(end, figure));
    }
    picture::words(html, "label", (SIDE_PX, top + 13.0), "start", label);
}
