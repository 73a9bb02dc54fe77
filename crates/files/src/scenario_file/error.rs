//! What is wrong with a scenario file.

use super::{LONGEST_FILE, SCENARIO_FORMAT, SCENARIO_VERSION};
use buildout_model::{Baseline, Declaration, INPUT_COUNT, Input};
use buildout_scenario::{LONGEST_NAME, Notice};
use core::fmt;

/// Why a file is refused. A field is named by its path, such as `set.capex_next_year`.
#[derive(Clone, Debug, PartialEq)]
pub enum ScenarioFileError {
    /// It is longer than any scenario file.
    TooLong {
        /// Bytes there are.
        length: usize,
    },
    /// It is not JSON.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What the reader of JSON says.
        what: String,
    },
    /// A field that scenario files do not have.
    UnknownField {
        /// Its path.
        field: String,
        /// The fields allowed in its place.
        allowed: &'static [&'static str],
    },
    /// A change of an input that does not exist.
    UnknownInput {
        /// Its path.
        field: String,
    },
    /// A field given more than once.
    Repeated {
        /// Its path.
        field: String,
    },
    /// A field that every file needs.
    Missing {
        /// Its path.
        field: String,
        /// What it must be.
        allowed: Allowed,
    },
    /// A value that its field does not allow.
    Refused {
        /// The path of the field; empty for the whole file.
        field: String,
        /// The value.
        found: String,
        /// What it must be.
        allowed: Allowed,
    },
    /// A value outside the range of its input.
    OutOfRange {
        /// The path of the field.
        field: String,
        /// The input.
        input: Input,
        /// The value.
        value: f64,
    },
}

/// What a field must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// A JSON object.
    Object,
    /// A JSON number.
    Number,
    /// A text.
    Text,
    /// [`SCENARIO_FORMAT`].
    Format,
    /// A version up to [`SCENARIO_VERSION`].
    Version,
    /// A line of text of up to [`LONGEST_NAME`] characters.
    Name,
    /// A baseline.
    Baseline,
    /// A year that a run of the scenario can end in.
    Horizon {
        /// The first.
        first: i32,
        /// The last.
        last: i32,
    },
    /// A day.
    Date,
}

impl fmt::Display for Allowed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Allowed::Object => f.write_str("an object"),
            Allowed::Number => f.write_str("a number"),
            Allowed::Text => f.write_str("a text"),
            Allowed::Format => write!(f, "\"{SCENARIO_FORMAT}\""),
            Allowed::Version => {
                write!(f, "a whole number from 1 to {SCENARIO_VERSION}, the newest version that is read here")
            }
            Allowed::Name => write!(f, "a line of 1 to {LONGEST_NAME} characters, no spaces around it"),
            Allowed::Baseline => {
                let ids = Baseline::ALL.map(|baseline| format!("\"{baseline}\""));
                write!(f, "one of {}", ids.join(", "))
            }
            Allowed::Horizon { first, last } => write!(f, "a year from {first} to {last}"),
            Allowed::Date => f.write_str("a day such as \"2026-11-25\""),
        }
    }
}

impl fmt::Display for ScenarioFileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ScenarioFileError::TooLong { length } => {
                write!(f, "there are {length} bytes; a scenario has {LONGEST_FILE} at most")
            }
            ScenarioFileError::NotJson { line, column, what } => {
                write!(f, "line {line}, column {column}: this is not JSON: {what}")
            }
            ScenarioFileError::UnknownField { field, allowed } => {
                write!(f, "{field}: there is no such field; there are {}", allowed.join(", "))
            }
            ScenarioFileError::UnknownInput { field } => {
                write!(f, "{field}: there is no such input; data/inputs.csv has the {INPUT_COUNT} ids")
            }
            ScenarioFileError::Repeated { field } => write!(f, "{field} is given more than once"),
            ScenarioFileError::Missing { field, allowed } => {
                write!(f, "{field} is missing; it must be {allowed}")
            }
            ScenarioFileError::Refused { field, found, allowed } if field.is_empty() => {
                write!(f, "the file is {found}; it must be {allowed}")
            }
            ScenarioFileError::Refused { field, found, allowed } => {
                write!(f, "{field} is {found}; it must be {allowed}")
            }
            ScenarioFileError::OutOfRange { field, input, value } => {
                let Declaration { min, max, unit, .. } = input.declaration();
                write!(f, "{field} is {value}, outside {min} to {max} {unit}")
            }
        }
    }
}

impl std::error::Error for ScenarioFileError {}

/// Something in a file that was opened and was not taken.
#[derive(Clone, Debug, PartialEq)]
pub enum ScenarioFileNotice {
    /// The link no longer says what the fields say, as when a field was edited. The fields count; what the link says of
    /// the page, and its receipt, were left out.
    LinkSaysOther,
    /// Something in the link could not be taken.
    Link(Notice),
}

impl fmt::Display for ScenarioFileNotice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ScenarioFileNotice::LinkSaysOther => f.write_str(
                "link: it says something else than the other fields; they count, and the link was left out",
            ),
            ScenarioFileNotice::Link(notice) => write!(f, "link: {notice}"),
        }
    }
}
