//! How much of the variance rests on which inputs, and how much of the answer is fact, guidance, estimate and assumption.

use super::Sensitivity;
use crate::{
    html::Html,
    picture::{self, Scale},
};
use buildout_analysis::{Estimate, VarianceShares};
use buildout_figures::text;
use buildout_model::Grade;

const ROW_PX: f64 = 32.0;
const BAR_PX: f64 = 11.0;
const TOP_PX: f64 = 4.0;
const BOTTOM_PX: f64 = 24.0;
const SIDE_PX: f64 = 16.0;
/// Inputs shown.
const MOST: usize = 12;

pub(super) fn write(html: &mut Html, sheet: &Sensitivity, shares: &VarianceShares) {
    let subject = &sheet.subject;
    html.element("section", &[("data-shares", "")], |html| {
        html.words("h3", &[], subject.say("How much of the uncertainty rests on what", "不确定性来自何处"));
        html.words("p", &[("class", "sheet-sentence")], &sentence(sheet, shares));
        html.element("div", &[("class", "sheet-pictures")], |html| {
            inputs(html, sheet, shares);
            grades(html, sheet, shares);
        });
        html.words(
            "p",
            &[("class", "quiet")],
            subject.say(
                "Shares of the variance: dark what an input explains alone, light with its interactions. Inputs are drawn \
                 independently here: shares of inputs that move together would have no meaning of their own.",
                "方差占比：深色为该参数单独解释的部分，浅色含交互作用。此处各参数独立抽样：若相互关联，各自的占比便无从定义。",
            ),
        );
    });
}

fn percent(estimate: Estimate) -> String {
    format!("{:.0} % ± {:.0}", 100.0 * estimate.share.max(0.0), (100.0 * estimate.error).ceil())
}

fn grade_name(sheet: &Sensitivity, grade: Grade) -> &'static str {
    text::grade_name(grade, sheet.subject.language)
}

fn sentence(sheet: &Sensitivity, shares: &VarianceShares) -> String {
    let language = sheet.subject.language;
    let largest = shares.inputs.first();
    let name = largest.map_or("", |input| text::input_label(input.input, language));
    let share = largest.map_or(String::new(), |input| percent(input.total));
    let fact = shares.grades.iter().filter(|grade| matches!(grade.grade, Grade::Filed | Grade::Guided));
    let fact = format!("{:.0} %", 100.0 * fact.map(|grade| grade.first.share.max(0.0)).sum::<f64>());
    let assumed = shares.grades.iter().find(|grade| grade.grade == Grade::Assumed);
    let assumed = assumed.map_or(String::new(), |grade| percent(grade.first));
    language.pick(
        format!("{name} explains {share} of the variance. Of all of it, {fact} rests on filed or guided inputs and {assumed} on assumptions."),
        format!("{name}解释了 {share} 的方差。其中 {fact} 来自已披露或公司指引的参数，{assumed} 来自假设。"),
    )
}

fn inputs(html: &mut Html, sheet: &Sensitivity, shares: &VarianceShares) {
    let subject = &sheet.subject;
    let shown: Vec<_> = shares.inputs.iter().take(MOST).filter(|input| input.total.share > 0.002).collect();
    let title = subject.say("By input", "按参数");
    let width = sheet.width_px();
    let height = TOP_PX + ROW_PX * shown.len() as f64 + BOTTOM_PX;
    let most = shown.iter().map(|input| input.total.share).fold(0.01, f64::max);
    html.element("figure", &[], |html| {
        html.words("figcaption", &[], title);
        picture::picture(html, width, height, title, |html| {
            let x = Scale::new(0.0, most, SIDE_PX, width - SIDE_PX - 78.0);
            for (place, input) in shown.iter().enumerate() {
                let top = TOP_PX + ROW_PX * place as f64;
                let y = (top + 17.0, top + 17.0 + BAR_PX);
                let label = text::input_label(input.input, subject.language);
                let says = format!("{label}: {} · {}", percent(input.first), percent(input.total));
                picture::words(html, "label", (SIDE_PX, top + 12.0), "start", label);
                picture::rectangle(html, "bar outer", (x.px(0.0), x.px(input.total.share)), y, &[], &says);
                picture::rectangle(html, "bar", (x.px(0.0), x.px(input.first.share.max(0.0))), y, &[], &says);
                let beside = (x.px(input.total.share.max(input.first.share)) + 6.0, y.1 - 1.0);
                picture::words(html, "label", beside, "start", &percent(input.total));
            }
        });
    });
}

fn grades(html: &mut Html, sheet: &Sensitivity, shares: &VarianceShares) {
    let subject = &sheet.subject;
    html.element("table", &[("data-sheet-table", "grades")], |html| {
        html.words("caption", &[], subject.say("By what the inputs rest on", "按依据"));
        html.element("thead", &[], |html| {
            html.element("tr", &[], |html| {
                html.element("td", &[], |_| {});
                let heads = [
                    subject.say("inputs", "参数数"),
                    subject.say("alone", "单独"),
                    subject.say("with interactions", "含交互"),
                ];
                heads.into_iter().for_each(|words| html.words("th", &[("scope", "col")], words));
            });
        });
        html.element("tbody", &[], |html| {
            for grade in &shares.grades {
                html.element("tr", &[("data-row", grade.grade.id())], |html| {
                    html.words("th", &[("scope", "row")], grade_name(sheet, grade.grade));
                    html.words("td", &[], &grade.inputs.to_string());
                    for estimate in [grade.first, grade.total] {
                        html.words("td", &[("data-value", &estimate.share.to_string())], &percent(estimate));
                    }
                });
            }
        });
    });
}
