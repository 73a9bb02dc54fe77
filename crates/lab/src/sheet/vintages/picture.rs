//! The vintages on top of each other, over the run.

use super::{Shown, Vintages, YearCohort};
use crate::{
    html::Html,
    picture::{self, Scale},
};
use buildout_figures::format;

const HEIGHT_PX: f64 = 300.0;
const LEFT_PX: f64 = 66.0;
const RIGHT_PX: f64 = 14.0;
const TOP_PX: f64 = 12.0;
const BOTTOM_PX: f64 = 28.0;

pub(super) fn write(html: &mut Html, sheet: &Vintages) {
    let subject = &sheet.subject;
    let shown = sheet.shown;
    // What stood before the run was paid for before the run, so it has no place among what the run pays.
    let stacked: Vec<&YearCohort> =
        sheet.all.iter().filter(|cohort| shown != Shown::Book || cohort.year.is_some()).collect();
    let quarters = stacked.first().map_or(0, |cohort| cohort.chips.quarters.len());
    if quarters < 2 {
        return;
    }
    let title = shown.label(subject);
    let width = subject.choices.width_px().min(900.0);
    let figure_of = |cohort: &YearCohort, place: usize| shown.of(&cohort.at(place));
    let mut edges: Vec<Vec<f64>> = vec![vec![0.0; quarters]];
    for cohort in &stacked {
        let below = edges.last().cloned().unwrap_or_default();
        edges.push(below.iter().enumerate().map(|(place, below)| below + figure_of(cohort, place)).collect());
    }
    let (_, high) = picture::extent(edges.iter().flatten().copied());
    html.element("figure", &[("data-vintages", shown.id())], |html| {
        html.words("figcaption", &[], title);
        picture::picture(html, width, HEIGHT_PX, title, |html| {
            let x = Scale::new(0.0, (quarters - 1) as f64, LEFT_PX, width - RIGHT_PX);
            let y = Scale::new(0.0, high, HEIGHT_PX - BOTTOM_PX, TOP_PX);
            picture::value_lines(html, &y, shown.unit(), (LEFT_PX, width - RIGHT_PX), |value| {
                format::figure(shown.unit(), value, subject.language)
            });
            for (at, pair) in edges.windows(2).enumerate() {
                let [below, above] = pair else { continue };
                let point = |(place, value): (usize, &f64)| (x.px(place as f64), y.px(*value));
                let through: Vec<_> = below
                    .iter()
                    .enumerate()
                    .map(point)
                    .chain(above.iter().enumerate().rev().map(point))
                    .collect();
                picture::path(html, &format!("band band-{at}"), &through, true);
            }
            years(html, sheet, quarters, &x);
        });
        html.element("ul", &[("class", "limits")], |html| {
            for (at, cohort) in stacked.iter().enumerate() {
                html.element("li", &[], |html| {
                    html.words("span", &[("class", &format!("swatch band-{at}"))], "");
                    html.text(&sheet.name(cohort.year, subject.say("Before the run", "运行之前")));
                });
            }
        });
    });
}

/// The first quarter of each year, as far apart as their words need.
fn years(html: &mut Html, sheet: &Vintages, quarters: usize, x: &Scale) {
    let first = sheet.first().index();
    let most = ((x.px(f64::MAX) - x.px(f64::MIN)) / 44.0) as usize;
    for (quarter, year) in buildout_figures::chart::year_ticks(first, first + quarters as i32 - 1, most) {
        let at = x.px(f64::from(quarter - first));
        picture::line(html, "grid", (at, HEIGHT_PX - BOTTOM_PX), (at, HEIGHT_PX - BOTTOM_PX + 4.0));
        picture::words(html, "tick", (at, HEIGHT_PX - 8.0), "middle", &year.to_string());
    }
}
