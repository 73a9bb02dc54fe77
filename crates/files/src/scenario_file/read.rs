//! Reading a scenario file.

use super::{
    Allowed, Date, LONGEST_FILE, SCENARIO_FORMAT, SCENARIO_VERSION, ScenarioFile, ScenarioFileError,
    ScenarioFileNotice, field,
    json::{Fields, Json},
};
use crate::quote::quote;
use buildout_model::{Baseline, Input};
use buildout_scenario::{Horizon, Link, Scenario, clean_name};
use std::collections::BTreeSet;

/// A file that was opened, and what of it was not taken.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenedScenario {
    /// What it holds.
    pub file: ScenarioFile,
    /// What was not taken.
    pub notices: Vec<ScenarioFileNotice>,
}

/// Reads a scenario file.
///
/// # Errors
/// Everything that is wrong with it; then nothing of it is taken.
pub fn read_scenario_file(text: &str) -> Result<OpenedScenario, Vec<ScenarioFileError>> {
    let mut reader = Reader::default();
    match reader.json(text).and_then(|json| reader.file(json)) {
        Some(opened) if reader.errors.is_empty() => Ok(opened),
        _ => Err(reader.errors),
    }
}

/// Reads what is written as a scenario file is, and keeps every mistake.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) errors: Vec<ScenarioFileError>,
}

/// A field of an object, or a missing one.
type Field<'a> = (String, Option<Json<'a>>);

impl Reader {
    fn json<'a>(&mut self, text: &'a str) -> Option<Json<'a>> {
        if text.len() > LONGEST_FILE {
            self.errors.push(ScenarioFileError::TooLong { length: text.len() });
            return None;
        }
        // Some editors put a byte order mark before the text.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let told = |error: serde_json::Error| {
            // The position is named once, at the beginning.
            let (line, column) = (error.line(), error.column());
            let what = error.to_string().replace(&format!(" at line {line} column {column}"), "");
            self.errors.push(ScenarioFileError::NotJson { line, column, what });
        };
        Json::parse(text).map_err(told).ok()
    }

    /// The name and the scenario of a line of a batch, as far as they can be read.
    pub(super) fn batch_line(&mut self, text: &str) -> (Option<String>, Option<Scenario>) {
        let Some(fields) = self.json(text).and_then(|json| self.object("the line", json)) else {
            return (None, None);
        };
        self.known(&fields, "", field::OF_BATCH_LINE);
        let get = |name: &str| find(&fields, name);
        let name = self.required(get(field::NAME), Allowed::Text, |json| json.text());
        let baseline = match get(field::BASELINE) {
            (_, None) => Some(Baseline::default()),
            (_, Some(json)) if json.is_null() => Some(Baseline::default()),
            field => self.optional(field, Allowed::Baseline, baseline),
        };
        (name, self.changed(baseline, "", &get))
    }

    fn file(&mut self, json: Json<'_>) -> Option<OpenedScenario> {
        let fields = self.object("", json)?;
        self.known(&fields, "", field::ALL);
        let get = |name: &str| find(&fields, name);

        self.optional(get(field::SCHEMA), Allowed::Text, |json| json.text().map(drop));
        self.required(get(field::FORMAT), Allowed::Format, |json| {
            json.text().filter(|format| *format == SCENARIO_FORMAT).map(drop)
        });
        self.required(get(field::VERSION), Allowed::Version, |json| {
            let version = json.number()?;
            (1..=SCENARIO_VERSION).find(|known| f64::from(*known) == version)
        });
        let name = self.required(get(field::NAME), Allowed::Name, name);
        let scenario = self.scenario("", &get);
        let horizon = self.horizon(get(field::HORIZON), scenario.as_ref());
        let (compared, compared_name) = self.compared(get(field::COMPARED)).unzip();
        let made = self.optional(get(field::MADE), Allowed::Date, |json| Date::parse(&json.text()?));
        let link = self.optional(get(field::LINK), Allowed::Text, |json| Some(Link::decode(&json.text()?)));

        let mut of_fields = Link::from(scenario?);
        of_fields.compared = compared;
        of_fields.view.horizon = horizon;
        let mut notices = Vec::new();
        let link = match link {
            None => of_fields,
            Some(read) if says_the_same(&read.link, &of_fields) => {
                notices.extend(read.notices.into_iter().map(ScenarioFileNotice::Link));
                read.link
            }
            Some(_) => {
                notices.push(ScenarioFileNotice::LinkSaysOther);
                of_fields
            }
        };
        let file = ScenarioFile { name: name?, link, compared_name: compared_name.flatten(), made };
        Some(OpenedScenario { file, notices })
    }

    fn refuse(&mut self, field: &str, found: Json<'_>, allowed: Allowed) {
        let (field, found) = (field.to_owned(), found.to_string());
        self.errors.push(ScenarioFileError::Refused { field, found, allowed });
    }

    fn object<'a>(&mut self, field: &str, json: Json<'a>) -> Option<Fields<'a>> {
        let fields = json.fields();
        if fields.is_none() {
            self.refuse(field, json, Allowed::Object);
        }
        fields
    }

    /// Tells fields of an object that are not known or stand twice.
    fn known(&mut self, fields: &[(String, Json<'_>)], parent: &str, allowed: &'static [&'static str]) {
        let mut seen = BTreeSet::new();
        for (name, _) in fields {
            let field = format!("{parent}{}", quote(name));
            if !allowed.contains(&name.as_str()) {
                self.errors.push(ScenarioFileError::UnknownField { field, allowed });
            } else if !seen.insert(name) {
                self.errors.push(ScenarioFileError::Repeated { field });
            }
        }
    }

    fn optional<T>(
        &mut self,
        (field, json): Field<'_>,
        allowed: Allowed,
        read: impl Fn(Json<'_>) -> Option<T>,
    ) -> Option<T> {
        let json = json?;
        let value = read(json);
        if value.is_none() {
            self.refuse(&field, json, allowed);
        }
        value
    }

    fn required<T>(
        &mut self,
        (field, json): Field<'_>,
        allowed: Allowed,
        read: impl Fn(Json<'_>) -> Option<T>,
    ) -> Option<T> {
        if json.is_none() {
            self.errors.push(ScenarioFileError::Missing { field, allowed });
            return None;
        }
        self.optional((field, json), allowed, read)
    }

    /// Reads the baseline and the changes of the object whose fields `get` finds.
    fn scenario<'a>(&mut self, parent: &str, get: &impl Fn(&str) -> Field<'a>) -> Option<Scenario> {
        let (name, json) = get(field::BASELINE);
        let baseline = self.required((format!("{parent}{name}"), json), Allowed::Baseline, baseline);
        self.changed(baseline, parent, get)
    }

    /// Reads the changes of the object whose fields `get` finds: all of them, even where there is no baseline to change.
    fn changed<'a>(
        &mut self,
        baseline: Option<Baseline>,
        parent: &str,
        get: &impl Fn(&str) -> Field<'a>,
    ) -> Option<Scenario> {
        let mut scenario = Scenario::base(baseline.unwrap_or_default());
        let (set, json) = get(field::SET);
        let set = format!("{parent}{set}");
        let changes = json.and_then(|json| self.object(&set, json)).unwrap_or_default();
        let mut seen = BTreeSet::new();
        for (id, json) in &changes {
            let field = format!("{set}.{}", quote(id));
            let Ok(input) = Input::from_id(id) else {
                self.errors.push(ScenarioFileError::UnknownInput { field });
                continue;
            };
            if !seen.insert(input.id()) {
                self.errors.push(ScenarioFileError::Repeated { field: field.clone() });
            }
            let Some(value) = json.number() else {
                self.refuse(&field, *json, Allowed::Number);
                continue;
            };
            if scenario.set(input, value).is_err() {
                self.errors.push(ScenarioFileError::OutOfRange { field, input, value });
            }
        }
        baseline.map(|_| scenario)
    }

    fn horizon(&mut self, (field, json): Field<'_>, scenario: Option<&Scenario>) -> Horizon {
        // Without a baseline nobody can say which years are allowed.
        let Some(baseline) = scenario.map(Scenario::baseline) else { return Horizon::FULL };
        let (first, last) = Horizon::years(baseline);
        let year_of = |json: Json<'_>| {
            let year = json.number()?;
            (first..=last).find(|allowed| f64::from(*allowed) == year)
        };
        let year = self.optional((field, json), Allowed::Horizon { first, last }, year_of);
        year.and_then(|year| Horizon::to_year(year, baseline).ok()).unwrap_or_default()
    }

    fn compared(&mut self, (field, json): Field<'_>) -> Option<(Scenario, Option<String>)> {
        let fields = self.object(&field, json?)?;
        let parent = format!("{field}.");
        self.known(&fields, &parent, field::OF_COMPARED);
        let get = |name: &str| find(&fields, name);
        let (name_field, json) = get(field::NAME);
        let name = self.optional((format!("{parent}{name_field}"), json), Allowed::Name, name);
        Some((self.scenario(&parent, &get)?, name))
    }
}

/// The first field of that name.
fn find<'a>(fields: &[(String, Json<'a>)], name: &str) -> Field<'a> {
    (name.to_owned(), fields.iter().find(|(known, _)| known == name).map(|(_, json)| *json))
}

fn baseline(json: Json<'_>) -> Option<Baseline> {
    Baseline::from_id(&json.text()?)
}

/// A name as [`ScenarioFile::new`] would leave it.
fn name(json: Json<'_>) -> Option<String> {
    json.text().filter(|name| !name.is_empty() && clean_name(name) == *name)
}

/// Whether two links run the same.
fn says_the_same(one: &Link, other: &Link) -> bool {
    (one.scenario, one.compared, one.view.horizon) == (other.scenario, other.compared, other.view.horizon)
}
