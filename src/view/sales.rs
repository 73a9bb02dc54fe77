//! The sales chart: AWS by part, advertising apart.

use super::{
    chart::{Colour, Series, Shape},
    run::Run,
};
use crate::{format::figure, text};
use buildout_model::Output;
use buildout_scenario::Language;

pub(super) fn series(language: Language) -> Vec<Series> {
    let band = |output, label, colour| Series::new(output, label, colour, Shape::Stacked);
    vec![
        band(Output::CoreRevenue, language.pick("Core cloud", "核心云"), Colour::Core),
        band(Output::TrainingRevenue, language.pick("Training", "训练"), Colour::Training),
        band(Output::RawInferenceRevenue, language.pick("Raw inference", "裸推理"), Colour::RawInference),
        band(Output::ManagedRevenue, language.pick("Managed services", "托管服务"), Colour::Managed),
        band(Output::DeveloperToolsRevenue, language.pick("Developer tools", "开发者工具"), Colour::Tools),
        Series::new(Output::AwsRevenue, language.pick("AWS", "AWS 合计"), Colour::Total, Shape::Line),
        Series::new(Output::AdsRevenue, language.pick("Advertising", "广告"), Colour::Ads, Shape::Line),
    ]
}

pub(super) fn summary(run: &Run, language: Language) -> String {
    let Some(end) = run.trajectory.figures().last() else { return text::nothing_run(language).to_owned() };
    let last = run.last();
    let aws = figure("B$", end.aws_revenue, language);
    let ai_share = figure("share", end.ai_revenue / end.aws_revenue, language);
    let ads = figure("B$", end.ads_revenue, language);
    language.pick(
        format!(
            "In {last} AWS sells {aws}, {ai_share} of it AI services; advertising sells {ads} beside it."
        ),
        format!("{last} 单季 AWS 收入 {aws},其中 AI 服务占 {ai_share};另有广告收入 {ads}。"),
    )
}
