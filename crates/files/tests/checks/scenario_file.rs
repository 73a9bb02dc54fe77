//! What holds for any text that is opened as a scenario file.

// Named by path: the fuzz target takes this file alone. What holds for links is checked in the same words.
#[path = "../../../scenario/tests/fuzz/figures.rs"]
mod figures;
#[path = "told.rs"]
mod told;
#[path = "values.rs"]
mod values;

use buildout_files::{Date, LONGEST_FILE, OpenedScenario, ScenarioFile, read_scenario_file};
use buildout_scenario::{Horizon, Scenario};
use serde_json::Value;

/// Opens `text` and returns whether it is a scenario.
///
/// # Errors
/// What does not hold.
pub fn check(text: &str) -> Result<bool, String> {
    match read_scenario_file(text) {
        Err(errors) => told::check(text, &errors).map(|()| false),
        Ok(opened) => taken(text, &opened).map(|()| true),
    }
}

fn taken(text: &str, OpenedScenario { file, notices }: &OpenedScenario) -> Result<(), String> {
    for notice in notices {
        told::line(notice)?;
    }
    as_written(text, file)?;
    let link = file.link();
    for scenario in [Some(link.scenario), link.compared].into_iter().flatten() {
        scenario.inputs().check().map_err(|error| error.to_string())?;
        figures::run(&scenario, link.view.horizon.quarters(scenario.baseline()))?;
    }
    let written = file.write();
    if written.len() > LONGEST_FILE {
        return Err(format!("{} bytes were written, more than are read", written.len()));
    }
    match read_scenario_file(&written) {
        Ok(again) if again.file == *file && again.notices.is_empty() => Ok(()),
        other => Err(format!("{written} is read as {other:?}")),
    }
}

/// Whether the file is what another reader of JSON finds in the text, field by field, and nothing else.
fn as_written(text: &str, file: &ScenarioFile) -> Result<(), String> {
    let value = values::parse(text)?;
    let link = file.link();
    scenario("", &value, &link.scenario)?;
    let compared = value.get("compared");
    if compared.is_some() != link.compared.is_some() {
        return Err("the compared scenario was lost or made up".to_owned());
    }
    if let Some((value, compared)) = compared.zip(link.compared) {
        scenario("compared.", value, &compared)?;
    }
    let name = compared.and_then(|value| value.get("name"));
    let same = [
        ("format", value.get("format") == Some(&Value::from("buildout-scenario"))),
        ("version", value.get("version").and_then(Value::as_f64) == Some(1.0)),
        ("name", value.get("name").and_then(Value::as_str) == Some(file.name())),
        ("compared.name", name.and_then(Value::as_str) == file.compared_name()),
        ("made", value.get("made").and_then(Value::as_str) == file.made().map(text_of).as_deref()),
        ("horizon", horizon(&value, &link.scenario) == Some(link.view.horizon)),
    ];
    match same.into_iter().find(|(_, is_same)| !is_same) {
        Some((field, _)) => Err(format!("{field} was not taken as it stands")),
        None => Ok(()),
    }
}

fn text_of(date: Date) -> String {
    date.to_string()
}

fn horizon(value: &Value, scenario: &Scenario) -> Option<Horizon> {
    match value.get("horizon") {
        None => Some(Horizon::FULL),
        Some(year) => Horizon::to_year(year.as_f64()? as i32, scenario.baseline()).ok(),
    }
}

fn scenario(parent: &str, value: &Value, scenario: &Scenario) -> Result<(), String> {
    let baseline = value.get("baseline").and_then(Value::as_str);
    if baseline != Some(scenario.baseline().id()) {
        return Err(format!("{parent}baseline was not taken as it stands"));
    }
    values::changes(value, scenario)
}
