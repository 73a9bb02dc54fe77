//! A line of a batch: a scenario under a name, as programs write them by the thousand.

use super::{ScenarioFileError, read::Reader};
use crate::quote::quote;
use buildout_scenario::Scenario;
use core::fmt;

/// A scenario under a name.
///
/// ```
/// use buildout_files::read_batch_line;
///
/// let line = read_batch_line(r#"{"name": "late", "baseline": "2026q2", "set": {"power_slip": 4}}"#)?;
/// assert_eq!((line.name.as_str(), line.scenario.changes().count()), ("late", 1));
///
/// let error = read_batch_line(r#"{"name": "later", "set": {"power_slip": 40}}"#).unwrap_err();
/// assert!(error.to_string().starts_with("later: set.power_slip is 40, outside 0 to"));
/// # Ok::<(), buildout_files::BatchLineError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct BatchLine {
    /// The name: any text.
    pub name: String,
    /// The scenario.
    pub scenario: Scenario,
}

/// Why a line is refused.
#[derive(Clone, Debug, PartialEq)]
pub struct BatchLineError {
    /// The name, where the line has one.
    pub name: Option<String>,
    /// Everything that is wrong; one thing at least.
    pub errors: Vec<ScenarioFileError>,
}

impl fmt::Display for BatchLineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(name) = &self.name {
            write!(f, "{}: ", quote(name))?;
        }
        for (place, error) in self.errors.iter().enumerate() {
            f.write_str(if place == 0 { "" } else { "; " })?;
            match error {
                // Of a line, whoever prints this has the number.
                ScenarioFileError::NotJson { column, what, .. } => {
                    write!(f, "column {column}: this is not JSON: {what}")?;
                }
                error => error.fmt(f)?,
            }
        }
        Ok(())
    }
}

impl std::error::Error for BatchLineError {}

/// Reads a line of a batch: an object with `name` and perhaps `baseline` and `set`, which are those of a scenario file. Without a
/// baseline, or with `null` as programs write for none, it is the first.
///
/// # Errors
/// Everything that is wrong with it; then nothing of it is taken.
pub fn read_batch_line(text: &str) -> Result<BatchLine, BatchLineError> {
    let mut reader = Reader::default();
    let (name, scenario) = reader.batch_line(text);
    match (name, scenario, reader.errors) {
        (Some(name), Some(scenario), errors) if errors.is_empty() => Ok(BatchLine { name, scenario }),
        (name, _, errors) => Err(BatchLineError { name, errors }),
    }
}
