//! Headings of steps, and the paragraphs of the first sheet.

use buildout_scenario::Language;

/// The heading of a step.
pub(crate) fn step(step: &str, language: Language) -> &'static str {
    match step {
        "plans" => language.pick("Plans", "计划"),
        "opening" => language.pick("Opening position", "期初状况"),
        "1" => language.pick("1  A gigawatt of chips", "1  每 GW 芯片"),
        "2" => language.pick("2  Order shells", "2  订购机房"),
        "3" => language.pick("3  Power", "3  电力"),
        "4" => language.pick("4  The core cloud is served first", "4  优先供给核心云"),
        "5" => language.pick("5  Demand, prices, services", "5  需求、价格与服务"),
        "6" => language.pick("6  Buy chips up to the tightest limit", "6  按最紧约束购入芯片"),
        "7" => language.pick("7  Sell", "7  销售"),
        "8" => language.pick("8  Depreciation", "8  折旧"),
        "9" => language.pick("9  AWS income", "9  AWS 利润"),
        "10" => language.pick("10  The rest of Amazon", "10  亚马逊其他业务"),
        "11" => language.pick("11  Cash", "11  现金"),
        "12" => language.pick("12  The AI build from here", "12  自此开始的 AI 建设"),
        _ => "",
    }
}

/// What a reader should know before anything else.
pub(crate) fn paragraphs(language: Language) -> [(&'static str, &'static str); 5] {
    [
        (
            language.pick("What it is", "这是什么"),
            language.pick(
                "A run of Buildout, a scenario explorer of Amazon's AI build-out: from power to data centres, chips, services and free cash flow, quarter by quarter. Every figure on the sheet Model is a live formula over the inputs and the reported quarters.",
                "Buildout 的一次运行。Buildout 是亚马逊 AI 建设的情景推演工具：从电力到机房、芯片、服务与自由现金流，逐季推演。“模型”表中的每个数字都是基于输入和已公布季度的实时公式。",
            ),
        ),
        (
            language.pick("What it is not", "这不是什么"),
            language.pick(
                "Conditional: it says what follows if the inputs held. It is not a forecast, not investment advice, and not affiliated with Amazon. Many inputs are assumptions; each is marked as filed, guided, third party or assumed, with its source.",
                "有条件的推演：只说明在这些输入成立时会得出什么。不是预测，不是投资建议，与亚马逊没有关联。许多输入是假设；每项都注明是财报、公司指引、第三方还是假设，并附来源。",
            ),
        ),
        (
            language.pick("How to use it", "如何使用"),
            language.pick(
                "Change a marked value on the sheet Inputs, within its range; shares can be typed as 15% or 0.15. Model and Headline follow. Each input has its name as a defined name, so formulas read like the equations they are. The length of the run is fixed; open the link for another.",
                "在“输入”表中修改标色的数值，须在允许范围内；比例可输入 15% 或 0.15。“模型”和“要点”随之变化。每项输入都以其名称定义，因此公式读起来就是方程本身。运行长度固定；如需其他长度，请打开链接。",
            ),
        ),
        (
            language.pick("What it is checked against", "核对"),
            language.pick(
                "The sheet Check compares every formula with the engine's figure for the scenario of the link. As made, there are no differences. Once an input is changed, the engine's figures are still those of that scenario, so differences are what the change does.",
                "“核对”表把每个公式与引擎对链接中情景的计算结果逐一比较。生成时没有差异。修改输入后，引擎数字仍是原情景的，因此差异就是修改带来的变化。",
            ),
        ),
        (
            language.pick("Units", "单位"),
            language.pick(
                "Money is US dollars, in billions. Flows are a quarter's, stocks are at quarter end, power is GW. Free cash flow is operating cash flow less cash CapEx, as Amazon defines it; the trailing year has four quarters.",
                "金额为十亿美元。流量为单季数，存量为季末数，电力以 GW 计。自由现金流为经营现金流减现金资本开支，与亚马逊定义一致；过去一年指四个季度。",
            ),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::step;
    use crate::layout::STEPS;
    use buildout_model::{Baseline, Inputs};
    use buildout_scenario::Language;
    use buildout_trace::{Figure, Trace};

    #[test]
    fn every_step_has_a_heading() {
        for (language, id) in Language::ALL.into_iter().flat_map(|language| STEPS.map(|id| (language, id))) {
            assert!(!step(id, language).is_empty(), "{id}");
        }
        let baseline = Baseline::default();
        for cell in Trace::of(baseline, &Inputs::base(baseline), 3).cells() {
            let is_given = matches!(cell.figure, Figure::Input(_) | Figure::Reported(_));
            assert!(is_given || STEPS.contains(&cell.figure.step()), "{}", cell.figure);
        }
    }
}
