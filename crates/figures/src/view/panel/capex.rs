//! CapEx by use: what is spent against the plan.

use super::only;
use crate::{
    format::figure,
    view::{Plot, Run, Series, series::Colour},
};
use buildout_model::Output;
use buildout_scenario::Language;

pub(super) const COLUMNS: &[Output] = &[
    Output::ChipCapex,
    Output::FacilityCapex,
    Output::CoreCapex,
    Output::OtherCapex,
    Output::Capex,
    Output::CapexPlan,
];

pub(super) fn plots(language: Language) -> Vec<Plot> {
    only(
        "B$/quarter",
        vec![
            Series::band(Output::OtherCapex, language.pick("Outside AWS", "AWS 以外"), Colour::Other),
            Series::band(Output::CoreCapex, language.pick("Core servers", "核心云服务器"), Colour::Core),
            Series::band(Output::FacilityCapex, language.pick("Facilities", "机房设施"), Colour::Power),
            Series::band(Output::ChipCapex, language.pick("AI chips", "AI 芯片"), Colour::Ai),
            Series::line(Output::Capex, language.pick("Spent", "实际支出"), Colour::Total),
            Series::line(Output::CapexPlan, language.pick("Plan", "预算"), Colour::Capex),
        ],
    )
}

pub(super) fn summary(run: &Run, language: Language) -> String {
    let figures = run.trajectory.figures();
    let sum = |output| figures.iter().map(|figures| figures.get(output)).sum::<f64>();
    let (spent, plan, chips) = (sum(Output::Capex), sum(Output::CapexPlan), sum(Output::ChipCapex));
    let chips_share = figure("share", chips / spent, language);
    let (spent, left) = (figure("B$", spent, language), figure("B$", plan - spent, language));
    let last = run.last();
    language.pick(
        format!(
            "To {last}, {spent} is spent, {chips_share} of it on AI chips; {left} of the plan is left over."
        ),
        format!("到 {last} 累计支出 {spent}，其中 AI 芯片占 {chips_share}；预算结余 {left}。"),
    )
}
