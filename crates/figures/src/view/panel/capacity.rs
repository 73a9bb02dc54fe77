//! Capacity: power against the goal, the IT power that it carries, and the limit that binds.

use crate::{
    format::{figure, number},
    view::{Mark, Plot, Run, Series, series::Colour},
};
use buildout_model::{Figures, Limit, Output, Quarter};
use buildout_scenario::Language;

pub(super) const COLUMNS: &[Output] = &[
    Output::Power,
    Output::ItRoom,
    Output::CoreIt,
    Output::AiIt,
    Output::FreeIt,
    Output::Waiting,
    Output::Binding,
];

/// The goal that Amazon named: four times the power of 2022 by the end of 2027.
const GOAL_MULTIPLE: f64 = 4.0;

pub(super) fn plots(run: &Run, language: Language) -> Vec<Plot> {
    let mut plot = Plot::new(
        "GW",
        "",
        vec![
            Series::band(Output::CoreIt, language.pick("Core IT", "核心云 IT"), Colour::Core),
            Series::band(Output::AiIt, language.pick("AI IT", "AI IT"), Colour::Ai),
            Series::band(Output::Waiting, language.pick("Chips waiting", "等电芯片"), Colour::Waiting),
            Series::line(Output::ItRoom, language.pick("Room for IT", "IT 可用电力"), Colour::Total),
            Series::line(Output::Power, language.pick("Power", "通电电力"), Colour::Power),
        ],
    );
    let goal = Quarter::new(2027, 4).map(|quarter| Mark {
        quarter: quarter.index(),
        value: GOAL_MULTIPLE * run.scenario.inputs().power_2022,
        label: language.pick("goal: 4 × 2022", "目标：2022 年的 4 倍").to_owned(),
    });
    plot.marks.extend(goal);
    vec![plot]
}

pub(super) fn summary(run: &Run, end: &Figures<f64>, language: Language) -> String {
    let quarters_bound =
        |limit| run.trajectory.figures().iter().filter(|figures| figures.binding_limit() == limit).count();
    let [power, chips, capital, demand] = Limit::ALL.map(quarters_bound);
    let (start, end) = (run.scenario.inputs().power_start, end.power);
    let growth = number(end / start, 1);
    let (start, end) = (figure("GW", start, language), figure("GW", end, language));
    let last = run.last();
    language.pick(
        format!(
            "Power goes from {start} to {end} by {last}, {growth} times as much. The tightest limit on buying AI chips: \
             power in {power} quarters, chips in {chips}, capital in {capital}, demand in {demand}."
        ),
        format!(
            "到 {last}，通电电力由 {start} 增至 {end}，为期初的 {growth} 倍。采购 AI 芯片最紧的约束：\
             电力 {power} 个季度、芯片 {chips} 个、资本 {capital} 个、需求 {demand} 个。"
        ),
    )
}
