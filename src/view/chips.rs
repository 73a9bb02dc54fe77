//! The chips chart: the AI fleet by kind of chip.

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
            Output::TrainiumIt,
            language.pick("Trainium", "Trainium"),
            Colour::Trainium,
            Shape::Stacked,
        ),
        Series::new(Output::GpuIt, language.pick("GPU (Nvidia)", "GPU(英伟达)"), Colour::Gpu, Shape::Stacked),
        Series::new(Output::AiIt, language.pick("AI fleet", "AI 机群"), Colour::Total, Shape::Line),
    ]
}

pub(super) fn summary(run: &Run, language: Language) -> String {
    let Some(end) = run.trajectory.figures().last() else { return text::nothing_run(language).to_owned() };
    let last = run.last();
    let fleet = figure("GW", end.ai_it, language);
    let share = figure("share", end.trainium_fleet_share, language);
    let chips = figure("million", end.trainium_chips_million, language);
    language.pick(
        format!(
            "In {last} the AI fleet holds {fleet} of IT; {share} of it is Trainium, about {chips} chips."
        ),
        format!("{last} AI 机群 IT 电力为 {fleet},其中 Trainium 占 {share},约 {chips}颗芯片。"),
    )
}
