//! The AI build on its own: what chips and facilities bought from here on cost and bring.

use crate::{
    format::figure,
    text,
    view::{Mark, Measure, Plot, Run, Series, Shape, series::Colour},
};
use buildout_model::{Headline, Output};
use buildout_scenario::Language;

pub(super) const COLUMNS: &[Output] = &[
    Output::BuildEarnings,
    Output::Programme,
    Output::ProgrammeTotal,
    Output::AiBook,
    Output::TaxDeferred,
    Output::ChipCapex,
];

pub(super) fn plots(run: &Run, language: Language) -> Vec<Plot> {
    let total = Series::new(
        Measure::Output(Output::ProgrammeTotal),
        language.pick("Cash to date", "累计现金流"),
        Colour::Fcf,
        Shape::LeadingLine,
    );
    let book = Series::line(Output::AiBook, language.pick("Book value", "账面价值"), Colour::Core);
    let mut stocks =
        Plot::new("B$", language.pick("Since the start, B$", "自期初累计，十亿美元"), vec![total, book]);
    if let Some(headline) = &run.headline {
        let lowest =
            run.trajectory.quarters().find(|(_, figures)| figures.programme_total <= headline.peak_need);
        stocks.marks.extend(lowest.filter(|_| headline.peak_need < 0.0).map(|(quarter, _)| Mark {
            quarter: quarter.index(),
            value: headline.peak_need,
            label: language.pick("peak need", "最大缺口").to_owned(),
        }));
        stocks.marks.extend(headline.payback_quarter.map(|quarter| Mark {
            quarter: quarter.index(),
            value: 0.0,
            label: language.pick("paid back", "回本").to_owned(),
        }));
    }
    let flows = Plot::new(
        "B$/quarter",
        language.pick("A quarter, B$", "每季，十亿美元"),
        vec![
            Series::line(Output::BuildEarnings, language.pick("Earnings", "收益"), Colour::Ocf),
            Series::line(Output::Programme, language.pick("Cash flow", "现金流"), Colour::Capex),
        ],
    );
    vec![stocks.weighing(1.6), flows]
}

pub(super) fn summary(headline: &Headline, language: Language) -> String {
    let money = |value| figure("B$", value, language);
    let (need, npv, bare) =
        (money(headline.peak_need), money(headline.npv), money(headline.npv_without_book));
    let irr =
        headline.irr.map_or_else(|| text::none(language).to_owned(), |irr| figure("share/yr", irr, language));
    match headline.payback_quarter {
        Some(payback) => language.pick(
            format!(
                "The AI build is {need} deep in cash at its lowest and paid back in {payback}; NPV {npv} with its closing \
                 book value, {bare} without; IRR {irr}."
            ),
            format!("AI 建设累计现金流最低为 {need}，于 {payback} 回本；净现值 {npv}（计期末账面），{bare}（不计）；内部收益率 {irr}。"),
        ),
        None => language.pick(
            format!(
                "The AI build is {need} deep in cash at its lowest and not paid back within the run; NPV {npv} with its \
                 closing book value, {bare} without; IRR {irr}."
            ),
            format!("AI 建设累计现金流最低为 {need}，推演期内未回本；净现值 {npv}（计期末账面），{bare}（不计）；内部收益率 {irr}。"),
        ),
    }
}
