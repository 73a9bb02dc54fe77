//! The capacity chart: energised power, and the IT power of core and AI with chips that wait for it.

use super::{
    chart::{Colour, Series, Shape},
    run::Run,
};
use crate::{
    format::{figure, number},
    text,
};
use buildout_model::{Limit, Output};
use buildout_scenario::Language;

pub(super) fn series(language: Language) -> Vec<Series> {
    let band = |output, label, colour| Series::new(output, label, colour, Shape::Stacked);
    vec![
        band(Output::CoreIt, language.pick("Core IT", "核心云 IT"), Colour::Core),
        band(Output::AiIt, language.pick("AI IT", "AI IT"), Colour::Ai),
        band(Output::Waiting, language.pick("Chips waiting", "等电芯片"), Colour::Waiting),
        Series::new(Output::ItRoom, language.pick("Room for IT", "IT 可用电力"), Colour::Total, Shape::Line),
        Series::new(Output::Power, language.pick("Power", "通电电力"), Colour::Power, Shape::Line),
    ]
}

pub(super) fn summary(run: &Run, language: Language) -> String {
    let Some(end) = run.trajectory.figures().last() else { return text::nothing_run(language).to_owned() };
    let quarters_bound =
        |limit| run.trajectory.figures().iter().filter(|figures| figures.binding_limit() == limit).count();
    let [power, chips, capital, demand] = Limit::ALL.map(quarters_bound);
    let (start, end) = (run.scenario.inputs().power_start, end.power);
    let growth = number(end / start, 1);
    let (start, end) = (figure("GW", start, language), figure("GW", end, language));
    let last = run.last();
    language.pick(
        format!(
            "Power goes from {start} to {end} by {last}, {growth} times as much. What limits the purchase of AI chips: \
             power in {power} quarters, chips in {chips}, capital in {capital}, demand in {demand}."
        ),
        format!(
            "到 {last},通电电力由 {start} 增至 {end},为期初的 {growth} 倍。AI 芯片采购的约束:\
             电力 {power} 个季度、芯片 {chips} 个、资本 {capital} 个、需求 {demand} 个。"
        ),
    )
}
