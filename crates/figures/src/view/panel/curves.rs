//! The four curves to watch: power and capacity, Trainium, managed services, advertising.

use super::SHARE;
use crate::{
    format::{figure, number},
    view::{Measure, Plot, Run, Series, Shape, series::Colour},
};
use buildout_model::{Figures, Output};
use buildout_scenario::Language;

pub(super) const COLUMNS: &[Output] = &[
    Output::PowerMultiple2022,
    Output::PowerAdded,
    Output::TrainiumFleetShare,
    Output::ManagedRevenue,
    Output::AiRevenue,
    Output::AdsGrowth,
];

pub(super) fn plots(language: Language) -> Vec<Plot> {
    let power = Plot::new(
        "ratio",
        language.pick("1 Power against 2022", "1 电力相对 2022 年"),
        vec![Series::line(Output::PowerMultiple2022, language.pick("Power", "电力"), Colour::Power)],
    );
    let trainium = Plot::new(
        SHARE,
        language.pick("2 Trainium in the fleet, %", "2 机群 Trainium 占比，%"),
        vec![Series::line(
            Output::TrainiumFleetShare,
            language.pick("Trainium", "Trainium"),
            Colour::Trainium,
        )],
    );
    let managed = Plot::new(
        SHARE,
        language.pick("3 Bedrock and AgentCore in AI sales, %", "3 Bedrock/AgentCore 占 AI 收入，%"),
        vec![Series::new(
            Measure::Share(Output::ManagedRevenue, Output::AiRevenue),
            language.pick("Managed", "托管服务"),
            Colour::Managed,
            Shape::Line,
        )],
    );
    let ads = Plot::new(
        SHARE,
        language.pick("4 Advertising growth, %", "4 广告同比增速，%"),
        vec![Series::line(Output::AdsGrowth, language.pick("Advertising", "广告"), Colour::Ads)],
    );
    vec![power, trainium, managed, ads]
}

pub(super) fn summary(run: &Run, end: &Figures<f64>, language: Language) -> String {
    let last = run.last();
    let power = number(end.power_multiple_2022, 1);
    let trainium = figure("share", end.trainium_fleet_share, language);
    let managed = figure("share", end.managed_revenue / end.ai_revenue, language);
    let ads = figure("share", end.ads_growth, language);
    language.pick(
        format!(
            "In {last} power is {power} times 2022, Trainium {trainium} of the fleet, managed services {managed} of AI \
             sales, and advertising grows by {ads}."
        ),
        format!(
            "{last} 电力为 2022 年的 {power} 倍，Trainium 占机群 {trainium}，托管服务占 AI 收入 {managed}，广告同比增长 {ads}。"
        ),
    )
}
