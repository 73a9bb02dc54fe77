//! The scenario that the options choose.

use crate::{
    args::{Choice, Length},
    failure::Failure,
};
use buildout_model::{Baseline, Input};
use buildout_scenario::{Link, Notice, Preset, Scenario};

/// A scenario with its view, and what of its link could not be taken.
pub(crate) struct Chosen {
    pub(crate) link: Link,
    pub(crate) notices: Vec<Notice>,
}

pub(crate) fn baseline(id: &str) -> Result<Baseline, Failure> {
    Baseline::from_id(id).ok_or_else(|| Failure::UnknownBaseline(id.to_owned()))
}

/// A link or a preset or the base, moved to the baseline asked for, then changed.
pub(crate) fn chosen(choice: &Choice) -> Result<Chosen, Failure> {
    let read = Link::decode(choice.link.as_deref().unwrap_or_default());
    let mut link = read.link;
    if let Some(id) = &choice.preset {
        let preset = Preset::from_id(id).ok_or_else(|| Failure::UnknownPreset(id.clone()))?;
        if let Some(asked) = choice.baseline.as_ref().filter(|asked| asked.as_str() != preset.baseline.id()) {
            let belongs = preset.baseline.id();
            return Err(Failure::PresetBaseline { preset: preset.id, belongs, asked: asked.clone() });
        }
        link.scenario = preset.scenario();
    } else if let Some(id) = &choice.baseline {
        let baseline = baseline(id)?;
        link.scenario = link.scenario.rebased(baseline);
        link.view.horizon = link.view.horizon.rebased(baseline);
    }
    for change in &choice.changes {
        apply(&mut link.scenario, change)?;
    }
    Ok(Chosen { link, notices: read.notices })
}

fn apply(scenario: &mut Scenario, change: &str) -> Result<(), Failure> {
    let (id, text) = change.split_once('=').ok_or_else(|| Failure::NotAChange(change.to_owned()))?;
    let (id, text) = (id.trim(), text.trim());
    let input = Input::from_id(id)?;
    let value = text.parse().map_err(|_| Failure::NotANumber { id: id.to_owned(), text: text.to_owned() })?;
    Ok(scenario.set(input, value)?)
}

impl Length {
    /// The quarters asked for, or `otherwise`.
    pub(crate) fn or(&self, otherwise: usize) -> usize {
        self.quarters.map_or(otherwise, usize::from)
    }
}
