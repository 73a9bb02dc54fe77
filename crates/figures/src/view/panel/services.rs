//! AI services: training, raw inference, managed services, and how Bedrock compares with EC2.

use crate::{
    format::{figure, number},
    view::{Plot, Run, Series, series::Colour},
};
use buildout_model::{Figures, Output};
use buildout_scenario::Language;

pub(super) const COLUMNS: &[Output] = &[
    Output::TrainingRevenue,
    Output::RawInferenceRevenue,
    Output::ManagedRevenue,
    Output::AgentRevenue,
    Output::AiRevenue,
    Output::BedrockToEc2,
];

pub(super) fn plots(language: Language) -> Vec<Plot> {
    let stack = Plot::new(
        "B$/quarter",
        "",
        vec![
            Series::band(Output::TrainingRevenue, language.pick("Training", "训练"), Colour::Training),
            Series::band(
                Output::RawInferenceRevenue,
                language.pick("Raw inference", "裸推理"),
                Colour::RawInference,
            ),
            Series::band(
                Output::ManagedRevenue,
                language.pick("Bedrock, AgentCore", "Bedrock、AgentCore"),
                Colour::Managed,
            ),
            Series::line(Output::AiRevenue, language.pick("AI services", "AI 服务"), Colour::Total),
            Series::line(
                Output::AgentRevenue,
                language.pick("of it AgentCore", "其中 AgentCore"),
                Colour::Capex,
            ),
        ],
    );
    let ratio = Plot::new(
        "ratio",
        language.pick("Bedrock over EC2", "Bedrock 相对 EC2"),
        vec![Series::line(
            Output::BedrockToEc2,
            language.pick("Bedrock to EC2", "Bedrock / EC2"),
            Colour::Managed,
        )],
    );
    vec![stack.weighing(2.2), ratio]
}

pub(super) fn summary(run: &Run, end: &Figures<f64>, language: Language) -> String {
    let last = run.last();
    let ai = figure("B$", end.ai_revenue, language);
    let managed = figure("share", end.managed_revenue / end.ai_revenue, language);
    let ratio = number(end.bedrock_to_ec2, 2);
    language.pick(
        format!("In {last} AI services sell {ai}, {managed} of it managed; Bedrock is {ratio} times EC2."),
        format!("{last} 单季 AI 服务收入 {ai}，其中托管服务占 {managed}；Bedrock 为 EC2 的 {ratio} 倍。"),
    )
}
