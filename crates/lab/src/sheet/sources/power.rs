//! The two anchors of total power, which disagree by a factor of two, and the run between them.

use super::anchors::{Anchor, Estimate, anchors};
use crate::{
    html::Html,
    picture::{self, Scale},
    sheet::{Subject, table},
};
use buildout_figures::{format, text};
use buildout_model::{Input, Quarter, Trajectory};

const HEIGHT_PX: f64 = 280.0;
const LEFT_PX: f64 = 62.0;
const RIGHT_PX: f64 = 14.0;
const TOP_PX: f64 = 12.0;
const BOTTOM_PX: f64 = 28.0;

/// Power at the end of a year in this run, or at its start.
fn of_run(subject: &Subject, trajectory: &Trajectory<f64>, year: i32) -> Option<f64> {
    let quarter = Quarter::new(year, 4)?;
    if year == 2022 {
        return Some(subject.link.scenario.get(Input::Power2022));
    }
    Some(trajectory.at(quarter)?.power)
}

pub(super) fn write(html: &mut Html, subject: &Subject) {
    let language = subject.language;
    let trajectory = subject.link.scenario.run(subject.quarters());
    let anchors = anchors();
    html.words(
        "p",
        &[("data-finding", "")],
        subject.say(
            "Amazon has never published its total power. Two third parties put it about a factor of two apart: an anchor from Morgan Stanley's 5 GW at the end of 2024, and one from BofA's 12.3 GW. The stated ratios (twice 2022 in autumn 2025, twice that again by the end of 2027) are firmer than either level. This model starts from the low anchor and draws its start widely.",
            "亚马逊从未公布其电力总量。两家第三方的估计相差约一倍：摩根士丹利称 2024 年底为 5 GW，美银称为 12.3 GW。已公开的倍数（2025 年秋为 2022 年的两倍，2027 年底再翻一倍）比任何一个绝对数都可靠。本模型从较低的估计起步，并以较宽的范围抽取期初值。",
        ),
    );
    drawing(html, subject, &anchors, &trajectory);
    table::wide(html, "power", |html| {
        table::head(
            html,
            &[
                subject.say("End of", "年底"),
                subject.say("low anchor", "较低估计"),
                subject.say("high anchor", "较高估计"),
                subject.say("high over low", "高 / 低"),
                subject.say("this run", "本次运行"),
            ],
        );
        html.element("tbody", &[], |html| {
            for anchor in &anchors {
                html.element("tr", &[("data-year", &*anchor.year.to_string())], |html| {
                    html.words("th", &[("scope", "row")], &anchor.year.to_string());
                    for estimate in [&anchor.low, &anchor.high] {
                        cell(html, subject, estimate.as_ref());
                    }
                    let ratio = anchor.low.as_ref().zip(anchor.high.as_ref());
                    let ratio = ratio
                        .map(|(low, high)| format::figure("ratio", high.power_gw / low.power_gw, language));
                    html.words("td", &[], ratio.as_deref().unwrap_or("–"));
                    let run = of_run(subject, &trajectory, anchor.year);
                    let says = run.map_or("–".to_owned(), |power| format::figure("GW", power, language));
                    html.words("td", &[], &says);
                });
            }
        });
    });
    let start = subject.link.scenario.get(Input::PowerStart);
    let declared = Input::PowerStart.declaration();
    let [says, low, high] =
        [start, declared.min, declared.max].map(|value| text::input_value(declared.unit, value, language));
    html.words(
        "p",
        &[("class", "quiet")],
        &language.pick(
            format!(
                "Power at the start of this run: {says}; it can be set to anything from {low} to {high}."
            ),
            format!("本次运行的期初电力：{says}；可在 {low} 至 {high} 之间任意设定。"),
        ),
    );
}

fn cell(html: &mut Html, subject: &Subject, estimate: Option<&Estimate>) {
    let Some(Estimate { power_gw, source }) = estimate else { return html.words("td", &[], "–") };
    html.element("td", &[("data-value", &*power_gw.to_string())], |html| {
        html.text(&format::figure("GW", *power_gw, subject.language));
        html.words("p", &[("class", "quiet"), ("lang", "en")], source);
    });
}

fn drawing(html: &mut Html, subject: &Subject, anchors: &[Anchor], trajectory: &Trajectory<f64>) {
    let (Some(first), Some(last)) = (anchors.first(), anchors.last()) else { return };
    let title = subject.say("Total power at year's end, GW", "年底电力总量（GW）");
    let width = subject.choices.width_px().min(720.0);
    let years = || anchors.iter().map(|anchor| anchor.year);
    let run: Vec<(i32, f64)> =
        years().filter_map(|year| Some((year, of_run(subject, trajectory, year)?))).collect();
    let of = |pick: &dyn Fn(&Anchor) -> Option<f64>| -> Vec<(i32, f64)> {
        anchors.iter().filter_map(|anchor| Some((anchor.year, pick(anchor)?))).collect()
    };
    let low = of(&|anchor| Some(anchor.low.as_ref()?.power_gw));
    let high = of(&|anchor| Some(anchor.high.as_ref()?.power_gw));
    let (_, top) = picture::extent([&low, &high, &run].into_iter().flatten().map(|(_, value)| *value));
    html.element("figure", &[("data-anchors", "")], |html| {
        html.words("figcaption", &[], title);
        picture::picture(html, width, HEIGHT_PX, title, |html| {
            let x = Scale::new(f64::from(first.year), f64::from(last.year), LEFT_PX, width - RIGHT_PX);
            let y = Scale::new(0.0, top, HEIGHT_PX - BOTTOM_PX, TOP_PX);
            picture::value_lines(html, &y, "GW", (LEFT_PX, width - RIGHT_PX), |value| {
                format::figure("GW", value, subject.language)
            });
            for year in years() {
                picture::words(
                    html,
                    "tick",
                    (x.px(f64::from(year)), HEIGHT_PX - 8.0),
                    "middle",
                    &year.to_string(),
                );
            }
            for (class, points) in
                [("thread thread-1", &low), ("thread thread-3", &high), ("thread thread-0", &run)]
            {
                let through: Vec<_> =
                    points.iter().map(|(year, value)| (x.px(f64::from(*year)), y.px(*value))).collect();
                picture::path(html, class, &through, false);
            }
        });
        html.element("ul", &[("class", "limits")], |html| {
            for (class, words) in [
                (
                    "swatch swatch-1",
                    subject.say(
                        "low anchor (Morgan Stanley, and the stated ratios)",
                        "较低估计（摩根士丹利及已公开的倍数）",
                    ),
                ),
                ("swatch swatch-3", subject.say("high anchor (BofA)", "较高估计（美银）")),
                ("swatch swatch-0", subject.say("this run", "本次运行")),
            ] {
                html.element("li", &[], |html| {
                    html.words("span", &[("class", class)], "");
                    html.text(words);
                });
            }
        });
    });
}
