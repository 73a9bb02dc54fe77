//! Cash, debt and what is returned to holders.

use crate::{
    format::figure,
    view::{Plot, Run, Series, series::Colour},
};
use buildout_model::{Figures, Output};
use buildout_scenario::Language;

pub(super) const COLUMNS: &[Output] =
    &[Output::Cash, Output::Debt, Output::Returned, Output::Fcf, Output::Interest, Output::Tax];

pub(super) fn plots(language: Language) -> Vec<Plot> {
    let stocks = Plot::new(
        "B$",
        language.pick("At quarter end, B$", "季末，十亿美元"),
        vec![
            Series::line(Output::Cash, language.pick("Cash", "现金"), Colour::Ocf),
            Series::line(Output::Debt, language.pick("Debt", "债务"), Colour::Capex),
        ],
    );
    let returned = Plot::new(
        "B$/quarter",
        language.pick("Returned to holders", "返还股东"),
        vec![Series::line(Output::Returned, language.pick("Returned", "返还"), Colour::Fcf)],
    );
    vec![stocks.weighing(1.8), returned]
}

pub(super) fn summary(run: &Run, end: &Figures<f64>, language: Language) -> String {
    let money = |value| figure("B$", value, language);
    let most_debt = run.trajectory.series(Output::Debt).fold(0.0, f64::max);
    let returned = run.trajectory.series(Output::Returned).sum::<f64>();
    let (cash, debt, most_debt, returned) =
        (money(end.cash), money(end.debt), money(most_debt), money(returned));
    let last = run.last();
    language.pick(
        format!(
            "In {last} Amazon holds {cash} of cash and {debt} of debt, which was {most_debt} at most; {returned} is \
             returned to holders over the run."
        ),
        format!("{last} 现金 {cash}，债务 {debt}，期间债务最高 {most_debt}；推演期内累计返还股东 {returned}。"),
    )
}
