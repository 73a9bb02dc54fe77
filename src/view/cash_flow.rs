//! The cash-flow chart: operating cash flow, CapEx and free cash flow of the trailing year, Amazon's definition.

use super::{
    chart::{Colour, Series, Shape},
    run::Run,
};
use crate::{format::figure, text};
use buildout_model::Output;
use buildout_scenario::Language;

pub(super) fn series(language: Language) -> Vec<Series> {
    vec![
        Series::new(
            Output::OcfTtm,
            language.pick("Operating cash flow", "经营现金流"),
            Colour::Ocf,
            Shape::Line,
        ),
        Series::new(Output::CapexTtm, language.pick("CapEx", "资本开支"), Colour::Capex, Shape::Line),
        Series::new(
            Output::FcfTtm,
            language.pick("Free cash flow", "自由现金流"),
            Colour::Fcf,
            Shape::LeadingLine,
        ),
    ]
}

pub(super) fn summary(run: &Run, language: Language) -> String {
    let Some(headline) = &run.headline else { return text::nothing_run(language).to_owned() };
    let money = |value| figure("B$", value, language);
    let reported = run.reported_before().last().and_then(|reported| reported.get(Output::FcfTtm));
    let end = run.trajectory.figures().last().map_or(f64::NAN, |figures| figures.fcf_ttm);
    let history_end = run.scenario.baseline().history_end();
    let (before, low, end) = (money(reported.unwrap_or(f64::NAN)), money(headline.fcf_trough), money(end));
    let (low_quarter, last) = (headline.fcf_trough_quarter, run.last());
    language.pick(
        format!(
            "Free cash flow was {before} in the year to {history_end}; of the years run in full, the one to \
             {low_quarter} is the lowest at {low}; the one to {last} has {end}."
        ),
        format!(
            "截至 {history_end} 的四个季度自由现金流为 {before};完整推演的各年度中,截至 {low_quarter} 的一年最低,为 {low};\
             截至 {last} 的一年为 {end}。"
        ),
    )
}
