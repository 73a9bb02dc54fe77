//! Backlog and how many years of sales it covers.

use crate::{
    format::{figure, number},
    view::{Plot, Run, Series, series::Colour},
};
use buildout_model::{Figures, Output};
use buildout_scenario::Language;

pub(super) const COLUMNS: &[Output] =
    &[Output::Backlog, Output::BacklogYears, Output::Contracted, Output::AiDemand, Output::Use];

pub(super) fn plots(language: Language) -> Vec<Plot> {
    let backlog = Plot::new(
        "B$",
        language.pick("Backlog, B$", "在手订单，十亿美元"),
        vec![Series::line(Output::Backlog, language.pick("Backlog", "在手订单"), Colour::Managed)],
    );
    let coverage = Plot::new(
        "years",
        language.pick("Coverage, years of AWS sales", "覆盖 AWS 收入年数"),
        vec![Series::line(Output::BacklogYears, language.pick("Coverage", "覆盖年数"), Colour::Managed)],
    );
    let contracted = Plot::new(
        "share",
        language.pick("Sold at contracted prices, %", "锁价占比，%"),
        vec![Series::line(Output::Contracted, language.pick("Contracted", "锁价"), Colour::Core)],
    );
    vec![backlog.weighing(1.6), coverage, contracted]
}

pub(super) fn summary(run: &Run, end: &Figures<f64>, language: Language) -> String {
    let last = run.last();
    let (backlog, years) = (figure("B$", end.backlog, language), number(end.backlog_years, 1));
    let contracted = figure("share", end.contracted, language);
    language.pick(
        format!(
            "The backlog is {backlog} in {last}, {years} years of AWS sales; {contracted} of AI capacity is sold at \
             contracted prices."
        ),
        format!("{last} 在手订单 {backlog}，相当于 AWS {years} 年收入；AI 产能中 {contracted} 按合同价出售。"),
    )
}
