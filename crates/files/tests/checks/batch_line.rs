//! What holds for any text that is read as a line of a batch.

#[path = "../../../scenario/tests/fuzz/figures.rs"]
mod figures;
#[path = "told.rs"]
mod told;
#[path = "values.rs"]
mod values;

use buildout_files::{
    BatchLine, BatchLineError, QuartersCsv, ScenarioFile, read_batch_line, read_scenario_file,
};
use buildout_model::{Baseline, MAX_QUARTERS, Output, Trajectory};
use buildout_scenario::Link;
use serde_json::{Value, json};

/// Reads `text` and returns whether it is a scenario.
///
/// # Errors
/// What does not hold.
pub fn check(text: &str) -> Result<bool, String> {
    match read_batch_line(text) {
        Err(error) => refused(text, &error).map(|()| false),
        Ok(line) => taken(text, &line).map(|()| true),
    }
}

fn refused(text: &str, error: &BatchLineError) -> Result<(), String> {
    told::check(text, &error.errors)?;
    let whole = error.to_string();
    if whole.chars().any(char::is_control) {
        return Err(format!("{whole:?} is not a line of text"));
    }
    match &error.name {
        Some(name)
            if !whole
                .starts_with(&name.chars().take_while(|c| !c.is_control()).take(40).collect::<String>()) =>
        {
            Err(format!("'{whole}' does not name '{name}'"))
        }
        _ => Ok(()),
    }
}

fn taken(text: &str, line: &BatchLine) -> Result<(), String> {
    let value = values::parse(text)?;
    let baseline = match value.get("baseline") {
        None | Some(Value::Null) => Some(Baseline::default().id()),
        Some(id) => id.as_str(),
    };
    if value.get("name").and_then(Value::as_str) != Some(&line.name)
        || baseline != Some(line.scenario.baseline().id())
    {
        return Err(format!("{value} was taken as {} of {}", line.name, line.scenario.baseline()));
    }
    values::changes(&value, &line.scenario)?;
    line.scenario.inputs().check().map_err(|error| error.to_string())?;
    let trajectory = figures::run(&line.scenario, MAX_QUARTERS)?;
    printed(line, &trajectory)?;
    other_ways(line)
}

/// Whether the rows that are printed have the name, whatever characters it has.
fn printed(line: &BatchLine, trajectory: &Trajectory<f64>) -> Result<(), String> {
    let failed = |error: &dyn std::fmt::Display| format!("the rows of {line:?}: {error}");
    let mut text = Vec::new();
    QuartersCsv::new(&mut text, Some("name"), &[Output::Fcf])
        .and_then(|mut csv| csv.write(Some(&line.name), trajectory))
        .map_err(|error| failed(&error))?;
    let mut rows = 0;
    for (row, figure) in
        csv::Reader::from_reader(text.as_slice()).into_records().zip(trajectory.series(Output::Fcf))
    {
        let row = row.map_err(|error| failed(&error))?;
        if row.get(0) != Some(line.name.as_str()) || row.get(2).map(str::parse) != Some(Ok(figure)) {
            return Err(failed(&format!("{row:?}")));
        }
        rows += 1;
    }
    if rows == MAX_QUARTERS { Ok(()) } else { Err(failed(&format!("there are {rows}"))) }
}

/// Whether a link, a scenario file and a line that say the same are the same scenario.
fn other_ways(line: &BatchLine) -> Result<(), String> {
    let BatchLine { name, scenario } = line;
    let link = Link::from(*scenario);
    if Link::decode(&link.encode()).link.scenario != *scenario {
        return Err(format!("the link {} is another scenario", link.encode()));
    }
    let file = ScenarioFile::new(name, link).write();
    if read_scenario_file(&file).map(|opened| opened.file.link().scenario) != Ok(*scenario) {
        return Err(format!("the file {file} is another scenario"));
    }
    let set: serde_json::Map<_, _> =
        scenario.changes().map(|change| (change.input.id().to_owned(), Value::from(change.value))).collect();
    let again = json!({"name": name, "baseline": scenario.baseline().id(), "set": set}).to_string();
    if read_batch_line(&again).as_ref() != Ok(line) {
        return Err(format!("{again} is another scenario"));
    }
    Ok(())
}
