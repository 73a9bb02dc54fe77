//! What is told of a text that is refused.

#[path = "../../../scenario/tests/fuzz/message.rs"]
mod message;

pub use message::line;

use buildout_files::ScenarioFileError;
use buildout_model::Declaration;

/// Fields that can be missing, and what can be wrong with the whole; every other mistake takes two characters at least.
const MISTAKES_OF_NOTHING: usize = 8;

/// Whether every mistake is told in a line that names the field, the value and what is allowed, and there are no more of them than the
/// text has place for.
///
/// # Errors
/// What does not hold.
pub fn check(text: &str, errors: &[ScenarioFileError]) -> Result<(), String> {
    if errors.is_empty() || errors.len() > text.len() / 2 + MISTAKES_OF_NOTHING {
        return Err(format!("{} mistakes in {} bytes", errors.len(), text.len()));
    }
    for error in errors {
        let told = line(error)?;
        if let Some(part) = parts(error).into_iter().find(|part| !told.contains(part.as_str())) {
            return Err(format!("'{told}' does not name '{part}'"));
        }
        if let ScenarioFileError::NotJson { line, column, .. } = error {
            let lines: Vec<_> = text.split('\n').collect();
            let length = line.checked_sub(1).and_then(|place| lines.get(place)).map(|line| line.len());
            if length.is_none_or(|length| *column > length + 1) {
                return Err(format!("there is no line {line}, column {column}"));
            }
        }
    }
    Ok(())
}

/// What a message must say of a mistake.
fn parts(error: &ScenarioFileError) -> Vec<String> {
    match error {
        ScenarioFileError::TooLong { length } => vec![length.to_string()],
        ScenarioFileError::NotJson { line, column, what } => {
            vec![line.to_string(), column.to_string(), what.clone()]
        }
        ScenarioFileError::UnknownField { field, allowed } => vec![field.clone(), allowed.join(", ")],
        ScenarioFileError::UnknownInput { field } | ScenarioFileError::Repeated { field } => {
            vec![field.clone()]
        }
        ScenarioFileError::Missing { field, allowed } => vec![field.clone(), allowed.to_string()],
        ScenarioFileError::Refused { field, found, allowed } => {
            vec![field.clone(), found.clone(), allowed.to_string()]
        }
        ScenarioFileError::OutOfRange { field, input, value } => {
            let Declaration { id, min, max, unit, .. } = input.declaration();
            let range = format!("{min} to {max} {unit}");
            vec![field.clone(), (*id).to_owned(), value.to_string(), range]
        }
    }
}
