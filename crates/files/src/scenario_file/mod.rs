//! A scenario as a file.

mod batch_line;
mod date;
mod error;
mod json;
mod read;
mod write;

pub use batch_line::{BatchLine, BatchLineError, read_batch_line};
pub use date::Date;
pub use error::{Allowed, ScenarioFileError, ScenarioFileNotice};
pub use read::{OpenedScenario, read_scenario_file};
pub(crate) use write::Changes;

use buildout_scenario::{Link, Preset, clean_name};

/// What `format` says in a scenario file.
pub const SCENARIO_FORMAT: &str = "buildout-scenario";

/// The version of the format that [`ScenarioFile::write`] writes.
pub const SCENARIO_VERSION: u32 = 1;

/// The most bytes of a file that are read; the longest file written is a tenth of that.
pub const LONGEST_FILE: usize = 200_000;

/// The JSON Schema of a scenario file, as `data/schema/scenario-1.json` publishes it.
pub const SCENARIO_SCHEMA: &str = include_str!("../../../../data/schema/scenario-1.json");

/// The name of the schema, which every file that is written carries.
const SCHEMA_ID: &str = "urn:buildout:schema:scenario-1";

/// The name of a scenario that nobody has named.
const UNNAMED: &str = "Scenario";

/// The fields of a file.
mod field {
    pub(super) const SCHEMA: &str = "$schema";
    pub(super) const FORMAT: &str = "format";
    pub(super) const VERSION: &str = "version";
    pub(super) const NAME: &str = "name";
    pub(super) const BASELINE: &str = "baseline";
    pub(super) const SET: &str = "set";
    pub(super) const HORIZON: &str = "horizon";
    pub(super) const COMPARED: &str = "compared";
    pub(super) const MADE: &str = "made";
    pub(super) const LINK: &str = "link";

    /// Every field of a file.
    pub(super) const ALL: &[&str] =
        &[SCHEMA, FORMAT, VERSION, NAME, BASELINE, SET, HORIZON, COMPARED, MADE, LINK];
    /// Every field of a compared scenario.
    pub(super) const OF_COMPARED: &[&str] = &[NAME, BASELINE, SET];
    /// Every field of a line of a batch.
    pub(super) const OF_BATCH_LINE: &[&str] = OF_COMPARED;
}

/// A scenario with a name, as a file holds it: with its horizon, perhaps a second scenario to compare with, the day it
/// was made, and a link that carries what of the page was shown and the receipt.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioFile {
    name: String,
    link: Link,
    compared_name: Option<String>,
    made: Option<Date>,
}

impl ScenarioFile {
    /// A file of what a link holds. The name is cut to one line of text; where nothing is left, it is that of the preset
    /// that the scenario is, or says that there is none.
    #[must_use]
    pub fn new(name: &str, link: Link) -> Self {
        let mut name = clean_name(name);
        if name.is_empty() {
            name = Preset::of(&link.scenario).map_or(UNNAMED, |preset| preset.label_en).to_owned();
        }
        Self { name, link, compared_name: None, made: None }
    }

    /// The same with a name for the compared scenario, where there is one.
    #[must_use]
    pub fn with_compared_name(mut self, name: &str) -> Self {
        self.compared_name = self.link.compared.map(|_| clean_name(name)).filter(|name| !name.is_empty());
        self
    }

    /// The same, made on a day.
    #[must_use]
    pub fn made_on(mut self, day: Date) -> Self {
        self.made = Some(day);
        self
    }

    /// Its name: one line of text, never empty.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it holds, to run or to show.
    #[must_use]
    pub fn link(&self) -> &Link {
        &self.link
    }

    /// The name of the compared scenario.
    #[must_use]
    pub fn compared_name(&self) -> Option<&str> {
        self.compared_name.as_deref()
    }

    /// The day it was made.
    #[must_use]
    pub fn made(&self) -> Option<Date> {
        self.made
    }
}
