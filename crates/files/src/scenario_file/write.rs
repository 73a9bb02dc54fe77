//! Writing a scenario file.

use super::{Date, SCENARIO_FORMAT, SCENARIO_VERSION, SCHEMA_ID, ScenarioFile};
use buildout_scenario::Scenario;
use serde::{
    Serialize, Serializer,
    ser::{Error, SerializeMap},
};
use serde_json::value::RawValue;

/// The fields, in the order in which they are written.
#[derive(Serialize)]
struct Fields<'a> {
    #[serde(rename = "$schema")]
    schema: &'a str,
    format: &'a str,
    version: u32,
    name: &'a str,
    baseline: &'a str,
    set: Changes<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    horizon: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    compared: Option<Compared<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    made: Option<Date>,
    link: String,
}

#[derive(Serialize)]
struct Compared<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    baseline: &'a str,
    set: Changes<'a>,
}

/// What a scenario changes, by id, in registry order.
pub(crate) struct Changes<'a>(pub(crate) &'a Scenario);

impl Serialize for Changes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for change in self.0.changes() {
            // As the standard library writes it: the shortest text that reads back the same, without an exponent, and
            // whole numbers without a point. The writer of numbers that comes with serde_json would be a second one in
            // the page.
            let number = RawValue::from_string(change.value.to_string()).map_err(S::Error::custom)?;
            map.serialize_entry(change.input.id(), &number)?;
        }
        map.end()
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The fields of the file.
impl Serialize for ScenarioFile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let fields = Fields {
            schema: SCHEMA_ID,
            format: SCENARIO_FORMAT,
            version: SCENARIO_VERSION,
            name: &self.name,
            baseline: self.link.scenario.baseline().id(),
            set: Changes(&self.link.scenario),
            horizon: self.link.view.horizon.year(),
            compared: self.link.compared.as_ref().map(|scenario| Compared {
                name: self.compared_name.as_deref(),
                baseline: scenario.baseline().id(),
                set: Changes(scenario),
            }),
            made: self.made,
            link: format!("#{}", self.link.encode()),
        };
        fields.serialize(serializer)
    }
}

impl ScenarioFile {
    /// The text of the file.
    #[must_use]
    pub fn write(&self) -> String {
        // Texts and finite numbers under text keys cannot fail to be written as JSON.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}
