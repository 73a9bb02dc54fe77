//! The scenario that the options choose.

use crate::{
    args::{Choice, Length},
    failure::Failure,
    stream,
};
use buildout_files::{ScenarioFile, read_scenario_file};
use buildout_model::{Baseline, Input, overfull_opening};
use buildout_scenario::{Link, Preset, Scenario};
use std::{io::Read, path::Path};

/// A scenario with its view, and what of its link or file could not be taken.
pub(crate) struct Chosen {
    pub(crate) link: Link,
    /// The name that its file gives it.
    pub(crate) name: Option<String>,
    /// The name that its file gives the compared scenario.
    pub(crate) compared_name: Option<String>,
    pub(crate) notices: Vec<String>,
}

impl Chosen {
    fn of_link(text: &str) -> Self {
        let read = Link::decode(text);
        let notices = read.notices.iter().map(ToString::to_string).collect();
        Self { link: read.link, name: None, compared_name: None, notices }
    }

    /// What a scenario file holds.
    pub(crate) fn of_file(path: &Path) -> Result<Self, Failure> {
        let in_file = |error| Failure::File { path: path.to_owned(), error };
        let mut text = String::new();
        stream::reader(path).and_then(|mut file| file.read_to_string(&mut text)).map_err(in_file)?;
        let opened = read_scenario_file(&text)
            .map_err(|errors| Failure::ScenarioFile { path: path.to_owned(), errors })?;
        Ok(Self {
            link: opened.file.link().clone(),
            name: Some(opened.file.name().to_owned()),
            compared_name: opened.file.compared_name().map(str::to_owned),
            notices: opened.notices.iter().map(ToString::to_string).collect(),
        })
    }

    /// What a text holds that names a scenario file or is a link.
    pub(crate) fn of_link_or_file(text: &str) -> Result<Self, Failure> {
        let path = Path::new(text);
        // No link ends like that: what follows its last '.' is a figure or the name of a panel.
        let is_file = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
        if is_file { Self::of_file(path) } else { Ok(Self::of_link(text)) }
    }

    /// As a file, under the name asked for or the one it was read with.
    pub(crate) fn into_file(self, name: Option<&str>) -> ScenarioFile {
        let file = ScenarioFile::new(name.or(self.name.as_deref()).unwrap_or_default(), self.link);
        file.with_compared_name(self.compared_name.as_deref().unwrap_or_default())
    }

    /// Says what could not be taken, and what is odd about the scenario.
    pub(crate) fn tell(&self, quiet: bool) {
        if quiet {
            return;
        }
        for notice in &self.notices {
            eprintln!("buildout: {notice}");
        }
        if let Some(overfull) = overfull_opening(self.link.scenario.inputs()) {
            eprintln!("buildout: {overfull}");
        }
    }
}

pub(crate) fn baseline(id: &str) -> Result<Baseline, Failure> {
    Baseline::from_id(id).ok_or_else(|| Failure::UnknownBaseline(id.to_owned()))
}

/// A link, a file, a preset or the base, moved to the baseline asked for, then changed.
pub(crate) fn chosen(choice: &Choice) -> Result<Chosen, Failure> {
    let mut chosen = match &choice.file {
        Some(path) => Chosen::of_file(path)?,
        None => Chosen::of_link(choice.link.as_deref().unwrap_or_default()),
    };
    // A receipt goes where the options make another scenario of the link.
    chosen.link.change(|link| change(link, choice))?;
    Ok(chosen)
}

fn change(link: &mut Link, choice: &Choice) -> Result<(), Failure> {
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
    choice.changes.iter().try_for_each(|change| apply(&mut link.scenario, change))
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
