//! Presets: scenarios with a name and a reason.

use crate::scenario::Scenario;
use buildout_model::{Baseline, Input};

/// A scenario of `data/presets.csv`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Preset {
    /// Name in links, files and on the command line.
    pub id: &'static str,
    /// The baseline that it belongs to.
    pub baseline: Baseline,
    /// English label.
    pub label_en: &'static str,
    /// Chinese label.
    pub label_zh: &'static str,
    /// What it changes.
    pub changes: &'static [(Input, f64)],
    /// What it is for.
    pub why: &'static str,
    /// The story that it tells, in English; from `data/words/presets.csv`.
    pub sentence_en: &'static str,
    /// The same in Chinese.
    pub sentence_zh: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/presets.rs"));

impl Preset {
    /// The preset of that name, if there is one.
    #[must_use]
    pub fn from_id(id: &str) -> Option<&'static Self> {
        PRESETS.iter().find(|preset| preset.id == id)
    }

    /// The preset that a scenario is, if it is one unchanged.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Option<&'static Self> {
        PRESETS.iter().find(|preset| preset.scenario() == *scenario)
    }

    /// Its scenario.
    #[must_use]
    pub fn scenario(&self) -> Scenario {
        let mut scenario = Scenario::base(self.baseline);
        for (input, value) in self.changes {
            // The build has checked every change, so this never refuses.
            let _ = scenario.set(*input, *value);
        }
        scenario
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_preset_is_found_by_name_and_by_scenario() {
        for preset in &PRESETS {
            assert_eq!(Preset::from_id(preset.id), Some(preset));
            assert_eq!(Preset::of(&preset.scenario()), Some(preset));
            assert_eq!(
                preset.scenario().changes().count(),
                preset.changes.len(),
                "{}: a change to the base",
                preset.id
            );
        }
    }
}
