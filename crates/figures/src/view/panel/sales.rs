//! Sales of AWS by part with advertising apart, and growth.

use crate::{
    format::figure,
    view::{Plot, Run, Series, series::Colour},
};
use buildout_model::{Figures, Output};
use buildout_scenario::Language;

pub(super) const COLUMNS: &[Output] = &[
    Output::CoreRevenue,
    Output::TrainingRevenue,
    Output::RawInferenceRevenue,
    Output::ManagedRevenue,
    Output::DeveloperToolsRevenue,
    Output::AwsRevenue,
    Output::AwsGrowth,
    Output::AdsRevenue,
];

pub(super) fn plots(language: Language) -> Vec<Plot> {
    let stack = Plot::new(
        "B$/quarter",
        "",
        vec![
            Series::band(Output::CoreRevenue, language.pick("Core cloud", "核心云"), Colour::Core),
            Series::band(Output::TrainingRevenue, language.pick("Training", "训练"), Colour::Training),
            Series::band(
                Output::RawInferenceRevenue,
                language.pick("Raw inference", "裸推理"),
                Colour::RawInference,
            ),
            Series::band(
                Output::ManagedRevenue,
                language.pick("Managed services", "托管服务"),
                Colour::Managed,
            ),
            Series::band(
                Output::DeveloperToolsRevenue,
                language.pick("Developer tools", "开发者工具"),
                Colour::Tools,
            ),
            Series::line(Output::AwsRevenue, language.pick("AWS", "AWS 合计"), Colour::Total),
            Series::line(Output::AdsRevenue, language.pick("Advertising", "广告"), Colour::Ads),
        ],
    );
    let growth = Plot::new(
        "share",
        language.pick("Growth on a year before, %", "同比增速，%"),
        vec![Series::line(Output::AwsGrowth, language.pick("AWS growth", "AWS 增速"), Colour::Total)],
    );
    vec![stack.weighing(2.6), growth]
}

pub(super) fn summary(run: &Run, end: &Figures<f64>, language: Language) -> String {
    let last = run.last();
    let aws = figure("B$", end.aws_revenue, language);
    let ai_share = figure("share", end.ai_revenue / end.aws_revenue, language);
    let growth = figure("share", end.aws_growth, language);
    let ads = figure("B$", end.ads_revenue, language);
    language.pick(
        format!(
            "In {last} AWS sells {aws}, {growth} more than a year before and {ai_share} of it AI services; advertising \
             sells {ads} beside it."
        ),
        format!("{last} 单季 AWS 收入 {aws}，同比增长 {growth}，其中 AI 服务占 {ai_share}；另有广告收入 {ads}。"),
    )
}
