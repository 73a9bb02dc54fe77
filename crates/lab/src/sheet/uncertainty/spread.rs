//! The spread of one headline figure: how dense its draws are, and how many lie above each value.

use super::{Counted, of_goal, of_run, say_figure};
use crate::{
    html::Html,
    picture::{self, Scale},
    sheet::Subject,
};
use buildout_analysis::{Goal, Histogram, Side};
use buildout_figures::{format, text};

const HEIGHT_PX: f64 = 210.0;
const LEFT_PX: f64 = 44.0;
const RIGHT_PX: f64 = 12.0;
const TOP_PX: f64 = 22.0;
const BOTTOM_PX: f64 = 26.0;
/// Columns of the density.
const COLUMNS: usize = 48;

pub(super) fn write(html: &mut Html, subject: &Subject, counted: &Counted, goal: Goal) {
    let language = subject.language;
    let Some(histogram) = of_goal(counted, goal).filter(|histogram| histogram.total() > 0) else {
        html.words("p", &[], subject.say("No draw has such a figure.", "没有任何一次抽样给出该指标。"));
        return;
    };
    let run = of_run(subject, goal);
    let sentence = sentence(subject, counted, goal, histogram, run);
    let columns = subject.choices.width_px() >= 640.0;
    let width = if columns { subject.choices.width_px() / 2.0 - 8.0 } else { subject.choices.width_px() };
    html.element("div", &[("class", "sheet-pictures")], |html| {
        figure(html, subject.say("How dense the draws are", "抽样的密度"), |html| {
            density(html, width, goal, histogram, run, &sentence, subject);
        });
        figure(html, subject.say("Share of draws above each value", "高于各值的抽样占比"), |html| {
            exceedance(html, width, goal, histogram, run, &sentence, subject);
        });
    });
    let missing = f64::from(histogram.missing());
    let all = missing + f64::from(histogram.total());
    html.words("p", &[("class", "sheet-sentence")], &sentence);
    if missing > 0.0 {
        let share = super::percent(missing / all);
        let label = text::headline_label(goal.id(), language);
        html.words(
            "p",
            &[],
            &language.pick(
                format!("In {share} of the draws there is no such figure ({label})."),
                format!("{share} 的抽样不存在该指标（{label}）。"),
            ),
        );
    }
}

fn figure(html: &mut Html, title: &str, inside: impl FnOnce(&mut Html)) {
    html.element("figure", &[], |html| {
        html.words("figcaption", &[], title);
        inside(html);
    });
}

fn sentence(
    subject: &Subject,
    counted: &Counted,
    goal: Goal,
    histogram: &Histogram,
    run: Option<f64>,
) -> String {
    let language = subject.language;
    let unit = goal.unit();
    let say = |share: f64| say_figure(unit, histogram.quantile(share), subject);
    let error = counted.survey.error(&counted.tally, Side::Scenario, goal, |draws| draws.quantile(0.5));
    let error = error.map_or(String::new(), |error| format!(" ± {}", format::figure(unit, error, language)));
    let run = say_figure(unit, run, subject);
    let label = text::headline_label(goal.id(), language);
    language.pick(
        format!(
            "{label}: nine draws in ten lie between {} and {}, half between {} and {}; the median is {}{error}, the run itself gives {run}.",
            say(0.05), say(0.95), say(0.25), say(0.75), say(0.5)
        ),
        format!(
            "{label}：九成抽样落在 {} 至 {} 之间，半数在 {} 至 {} 之间；中位数 {}{error}，情景推演本身为 {run}。",
            say(0.05), say(0.95), say(0.25), say(0.75), say(0.5)
        ),
    )
}

/// The horizontal scale, with its values written under it.
fn horizontal(html: &mut Html, width: f64, goal: Goal, (low, high): (f64, f64), subject: &Subject) -> Scale {
    let scale = Scale::new(low, high, LEFT_PX, width - RIGHT_PX);
    let say = |value| format::figure(goal.unit(), value, subject.language);
    picture::value_columns(html, &scale, (goal.unit(), 78.0), (TOP_PX, HEIGHT_PX - BOTTOM_PX), say);
    scale
}

/// The run and the median as lines, named above.
fn marks(html: &mut Html, scale: &Scale, histogram: &Histogram, run: Option<f64>, subject: &Subject) {
    let bottom = HEIGHT_PX - BOTTOM_PX;
    let median = histogram.quantile(0.5);
    let places =
        [(run, "run", subject.say("run", "推演")), (median, "median", subject.say("median", "中位数"))];
    let is_run_left = run.zip(median).is_none_or(|(run, median)| run < median);
    for (value, class, name) in places {
        let Some(value) = value else { continue };
        let at = scale.px(value);
        picture::line(html, class, (at, TOP_PX), (at, bottom));
        let (anchor, beside) =
            if is_run_left == (class == "run") { ("end", at - 3.0) } else { ("start", at + 3.0) };
        picture::words(html, "name", (beside, TOP_PX - 8.0), anchor, name);
    }
}

fn density(
    html: &mut Html,
    width: f64,
    goal: Goal,
    histogram: &Histogram,
    run: Option<f64>,
    says: &str,
    subject: &Subject,
) {
    let Some((low, column, shares)) = histogram.columns(COLUMNS) else { return };
    let ends = histogram.ends().unwrap_or((low, low));
    let most = shares.iter().copied().fold(0.0, f64::max);
    picture::picture(html, width, HEIGHT_PX, says, |html| {
        let x = horizontal(html, width, goal, ends, subject);
        let y = Scale::new(0.0, most, HEIGHT_PX - BOTTOM_PX, TOP_PX);
        for (place, share) in shares.iter().enumerate() {
            let (from, to) = (low + column * place as f64, low + column * (place + 1) as f64);
            let middle = (from + to) / 2.0;
            let is_outer = histogram.quantile(0.05).is_some_and(|low| middle < low)
                || histogram.quantile(0.95).is_some_and(|high| middle > high);
            let class = if is_outer { "bar outer" } else { "bar" };
            picture::rectangle(html, class, (x.px(from), x.px(to) - 0.5), (y.px(0.0), y.px(*share)), &[], "");
        }
        picture::line(
            html,
            "axis",
            (LEFT_PX, HEIGHT_PX - BOTTOM_PX),
            (width - RIGHT_PX, HEIGHT_PX - BOTTOM_PX),
        );
        marks(html, &x, histogram, run, subject);
    });
}

fn exceedance(
    html: &mut Html,
    width: f64,
    goal: Goal,
    histogram: &Histogram,
    run: Option<f64>,
    says: &str,
    subject: &Subject,
) {
    let Some((low, high)) = histogram.ends() else { return };
    picture::picture(html, width, HEIGHT_PX, says, |html| {
        let x = horizontal(html, width, goal, (low, high), subject);
        let y = Scale::new(0.0, 1.0, HEIGHT_PX - BOTTOM_PX, TOP_PX);
        for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
            let at = y.px(share);
            picture::line(html, "grid", (LEFT_PX, at), (width - RIGHT_PX, at));
            picture::words(
                html,
                "tick",
                (LEFT_PX - 5.0, at + 4.0),
                "end",
                &format!("{:.0} %", 100.0 * share),
            );
        }
        let steps = 120;
        let points: Vec<_> = (0..=steps)
            .filter_map(|step| {
                let value = low + (high - low) * f64::from(step) / f64::from(steps);
                let above = if step == 0 { 1.0 } else { histogram.share_above(value)? };
                Some((x.px(value), y.px(above)))
            })
            .collect();
        picture::path(html, "curve", &points, false);
        marks(html, &x, histogram, run, subject);
    });
}
