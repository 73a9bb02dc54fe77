//! Cash flow: operating cash flow, CapEx and free cash flow, Amazon's definition.

use super::only;
use crate::{
    format::figure,
    view::{Measure, Plot, Run, Series, Shape, series::Colour},
};
use buildout_model::{Headline, Output};
use buildout_scenario::{Language, Period};

pub(super) const COLUMNS: &[Output] =
    &[Output::OcfTtm, Output::CapexTtm, Output::FcfTtm, Output::Ocf, Output::Capex, Output::Fcf];

pub(super) fn plots(period: Period, language: Language) -> Vec<Plot> {
    // The trailing year is an output of the model; other periods are added up from its quarters.
    let (ocf, capex, fcf, unit) = match period {
        Period::Natural => (Output::OcfTtm, Output::CapexTtm, Output::FcfTtm, "B$"),
        _ => (Output::Ocf, Output::Capex, Output::Fcf, "B$/quarter"),
    };
    only(
        unit,
        vec![
            Series::line(ocf, language.pick("Operating cash flow", "经营现金流"), Colour::Ocf),
            Series::line(capex, language.pick("CapEx", "资本开支"), Colour::Capex),
            Series::new(
                Measure::Output(fcf),
                language.pick("Free cash flow", "自由现金流"),
                Colour::Fcf,
                Shape::LeadingLine,
            ),
        ],
    )
}

pub(super) fn summary(run: &Run, headline: &Headline, language: Language) -> String {
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
            "截至 {history_end} 的四个季度自由现金流为 {before}；完整推演的各年度中，截至 {low_quarter} 的一年最低，为 {low}；\
             截至 {last} 的一年为 {end}。"
        ),
    )
}
