//! Chips: the AI fleet by kind, the share of Trainium, its count, and what a gigawatt costs and earns.

use crate::{
    format::figure,
    view::{Mark, Plot, Run, Series, series::Colour},
};
use buildout_model::{Figures, Output, Quarter};
use buildout_scenario::Language;

pub(super) const COLUMNS: &[Output] = &[
    Output::GpuIt,
    Output::TrainiumIt,
    Output::TrainiumFleetShare,
    Output::TrainiumMix,
    Output::TrainiumChipsMillion,
    Output::CostPerGw,
    Output::EarnsPerGw,
];

pub(super) fn plots(run: &Run, language: Language) -> Vec<Plot> {
    let fleet = Plot::new(
        "GW",
        language.pick("AI fleet, GW of IT", "AI 机群，IT 电力 GW"),
        vec![
            Series::band(Output::TrainiumIt, language.pick("Trainium", "Trainium"), Colour::Trainium),
            Series::band(Output::GpuIt, language.pick("GPU (Nvidia)", "GPU（英伟达）"), Colour::Gpu),
            Series::line(Output::AiIt, language.pick("AI fleet", "AI 机群"), Colour::Total),
        ],
    );
    let share = Plot::new(
        "share",
        language.pick("Trainium, %", "Trainium 占比，%"),
        vec![
            Series::line(
                Output::TrainiumFleetShare,
                language.pick("of the fleet", "占机群"),
                Colour::Trainium,
            ),
            Series::line(Output::TrainiumMix, language.pick("of new power", "占新增"), Colour::Capex),
        ],
    );
    let mut count = Plot::new(
        "million",
        language.pick("Trainium chips, millions", "Trainium 芯片，百万颗"),
        vec![Series::line(Output::TrainiumChipsMillion, language.pick("chips", "芯片"), Colour::Trainium)],
    );
    // Project Rainier: nearly half a million chips in October 2025, a million by the end of that year.
    let rainier = [
        (2025, 3, 0.5, ""),
        (2025, 4, 1.0, language.pick("Rainier: 0.5 M, then 1 M", "Rainier：50 万颗，后 100 万颗")),
    ];
    count.marks.extend(rainier.into_iter().filter_map(|(year, quarter, value, label)| {
        let quarter = Quarter::new(year, quarter)?.index();
        (quarter >= run.first().index() - 4).then(|| Mark { quarter, value, label: label.to_owned() })
    }));
    let economics = Plot::new(
        "B$/GW",
        language.pick("New chips, B$ per GW", "新增芯片，十亿美元/GW"),
        vec![
            Series::line(Output::CostPerGw, language.pick("cost", "造价"), Colour::Capex),
            Series::line(Output::EarnsPerGw, language.pick("earn a year", "年收入"), Colour::Ocf),
        ],
    );
    vec![fleet.weighing(1.6), share, count, economics]
}

pub(super) fn summary(run: &Run, end: &Figures<f64>, language: Language) -> String {
    let last = run.last();
    let fleet = figure("GW", end.ai_it, language);
    let share = figure("share", end.trainium_fleet_share, language);
    let chips = figure("million", end.trainium_chips_million, language);
    language.pick(
        format!(
            "In {last} the AI fleet holds {fleet} of IT; {share} of it is Trainium, about {chips} chips."
        ),
        format!("{last} AI 机群 IT 电力为 {fleet}，其中 Trainium 占 {share}，约 {chips}颗芯片。"),
    )
}
