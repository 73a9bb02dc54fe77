//! A scenario in words, and what stands under a picture of it.

use buildout_model::{Baseline, Input};
use buildout_scenario::{Change, Language, Preset, Scenario};

/// Changes named one by one; of more, the number.
const NAMED: usize = 4;

/// A value of an input with its unit, as a text names it.
fn value(input: Input, value: f64, language: Language) -> String {
    super::input_value(input.declaration().unit, value, language)
}

/// A scenario in words: its preset, or what differs from its base case.
#[must_use]
pub fn scenario_words(scenario: &Scenario, language: Language) -> String {
    let baseline = scenario.baseline();
    let from = language.pick(baseline.label_en(), baseline.label_zh());
    if let Some(preset) = Preset::of(scenario) {
        let (label, sentence) =
            language.pick((preset.label_en, preset.sentence_en), (preset.label_zh, preset.sentence_zh));
        if label == from {
            return language.pick(format!("{label}. {sentence}"), format!("{label}。{sentence}"));
        }
        return language
            .pick(format!("{label} ({from}). {sentence}"), format!("{label}（{from}）。{sentence}"));
    }
    let change = |Change { input, base, value: now }: Change| {
        let label = super::input_label(input, language);
        let (now, base) = (value(input, now, language), value(input, base, language));
        language.pick(format!("{label} {now} (base {base})"), format!("{label}：{now}（基准 {base}）"))
    };
    let count = scenario.changes().count();
    let named: Vec<_> = scenario.changes().take(NAMED).map(change).collect();
    let named = named.join(language.pick("; ", "；"));
    match count.saturating_sub(NAMED) {
        0 if count == 0 => language.pick(format!("Base case: {from}"), format!("基础情景：{from}")),
        0 => language.pick(format!("{from}. {named}"), format!("{from}。{named}")),
        more => language.pick(
            format!("{from}. {named}; and {more} more {}", if more == 1 { "change" } else { "changes" }),
            format!("{from}。{named}；另有 {more} 项改动"),
        ),
    }
}

/// Under a picture: what is reported, what is run, when, and what it is not.
#[must_use]
pub fn picture_source(baseline: Baseline, made: &str, language: Language) -> String {
    let reported_to = baseline.history_end();
    language.pick(
        format!(
            "Reported to {reported_to} by Amazon's filings, US dollars; later quarters are a run of the Buildout model, made {made}. \
             Conditional, not a forecast; not investment advice; not affiliated with Amazon."
        ),
        format!(
            "截至 {reported_to} 为亚马逊财报数据（美元）；其后为 Buildout 模型推演，制作日期 {made}。条件推演，不是预测，不构成投资建议，与亚马逊公司无关。"
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scenario_is_its_preset_or_what_it_changes() {
        let mut scenario = Scenario::default();
        assert!(
            scenario_words(&scenario, Language::English).starts_with(Preset::of(&scenario).unwrap().label_en)
        );
        scenario.set(Input::CapexNextYear, 180.0).unwrap();
        scenario.set(Input::PowerSlip, 2.5).unwrap();
        let words = scenario_words(&scenario, Language::English);
        assert!(words.contains("$180 B (base $150 B); ") && words.contains("2.5 quarters"), "{words}");
        for (input, value) in
            [(Input::CapexGrowth, 0.2), (Input::TrainiumMix, 0.8), (Input::InferenceShare, 0.8)]
        {
            scenario.set(input, value).unwrap();
        }
        assert!(scenario_words(&scenario, Language::English).ends_with("; and 1 more change"));
        for (place, input) in Input::ALL.into_iter().enumerate().take(20) {
            let declaration = input.declaration();
            let value = declaration.clamp(if place % 2 == 0 { declaration.min } else { declaration.max });
            scenario.set(input, value).unwrap();
        }
        let more = scenario.changes().count() - NAMED;
        for language in Language::ALL {
            let words = scenario_words(&scenario, language);
            assert!(words.contains(&more.to_string()) && words.chars().count() < 400, "{words}");
        }
    }
}
