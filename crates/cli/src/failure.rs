//! What can go wrong, and the exit status it gives.

use buildout_analysis::{BridgeError, GridError, Target};
use buildout_files::{BatchLineError, ScenarioFileError};
use buildout_model::{InputError, Quarter};
use buildout_scenario::{PRESETS, RangeError};
use std::{fmt, io, path::PathBuf, process::ExitCode};

/// Why nothing, or not all, was printed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// No baseline has this id.
    UnknownBaseline(String),
    /// No preset has this id.
    UnknownPreset(String),
    /// The preset starts from another baseline than the one asked for.
    PresetBaseline { preset: &'static str, belongs: &'static str, asked: String },
    /// A change is not written ID=VALUE.
    NotAChange(String),
    /// The value of a change is not a number.
    NotANumber { id: String, text: String },
    /// An unknown input, or a value outside its range.
    Input(InputError),
    /// A file cannot be read.
    File { path: PathBuf, error: io::Error },
    /// A file is no scenario.
    ScenarioFile { path: PathBuf, errors: Vec<ScenarioFileError> },
    /// Two kinds of output go to the same place.
    SameTarget(PathBuf),
    /// A line of a batch is wrong.
    Line { number: usize, error: BatchLineError },
    /// A picture or a workbook cannot be made.
    NotMade(String),
    /// The run does not reach the quarter of a figure.
    NotReached { target: Target, first: Quarter, last: Quarter },
    /// A range that an input cannot be drawn from.
    Range(RangeError),
    /// Two inputs that make no grid.
    Grid(GridError),
    /// A figure that does not exist on the whole way between two scenarios.
    Bridge(BridgeError),
    /// The output cannot be written.
    Output(io::Error),
}

impl Failure {
    /// 2 for wrong usage, 1 where a run failed.
    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Failure::Line { .. }
            | Failure::Output(_)
            | Failure::File { .. }
            | Failure::ScenarioFile { .. }
            | Failure::Bridge(_)
            | Failure::NotMade(_) => ExitCode::from(1),
            _ => ExitCode::from(2),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::UnknownBaseline(id) => {
                let ids: Vec<_> =
                    buildout_model::Baseline::ALL.iter().map(|baseline| baseline.id()).collect();
                write!(f, "there is no baseline '{id}'; there are {}", ids.join(", "))
            }
            Failure::UnknownPreset(id) => {
                let ids: Vec<_> = PRESETS.iter().map(|preset| preset.id).collect();
                write!(f, "there is no preset '{id}'; there are {}", ids.join(", "))
            }
            Failure::PresetBaseline { preset, belongs, asked } => {
                write!(f, "preset '{preset}' belongs to baseline {belongs}, not to '{asked}'")
            }
            Failure::NotAChange(text) => write!(f, "'{text}' is not ID=VALUE, such as capex_next_year=180"),
            Failure::NotANumber { id, text } => write!(f, "{id}: '{text}' is not a number"),
            Failure::Input(error) => error.fmt(f),
            Failure::File { path, error } => write!(f, "{}: {error}", path.display()),
            Failure::ScenarioFile { path, errors } => {
                write!(f, "{} is no scenario:", path.display())?;
                errors.iter().try_for_each(|error| write!(f, "\n  {error}"))
            }
            Failure::SameTarget(path) => {
                write!(
                    f,
                    "'{}' is given for two kinds of output; each needs a place of its own",
                    path.display()
                )
            }
            Failure::Line { number, error } => write!(f, "line {number}: {error}"),
            Failure::NotMade(why) => f.write_str(why),
            Failure::NotReached { target, first, last } => {
                write!(f, "{target} is outside the run, which goes from {first} to {last}")
            }
            Failure::Range(error) => error.fmt(f),
            Failure::Grid(error) => error.fmt(f),
            Failure::Bridge(error) => error.fmt(f),
            Failure::Output(error) => write!(f, "cannot write: {error}"),
        }
    }
}

impl From<InputError> for Failure {
    fn from(error: InputError) -> Self {
        Failure::Input(error)
    }
}

impl From<RangeError> for Failure {
    fn from(error: RangeError) -> Self {
        Failure::Range(error)
    }
}

impl From<GridError> for Failure {
    fn from(error: GridError) -> Self {
        Failure::Grid(error)
    }
}

impl From<BridgeError> for Failure {
    fn from(error: BridgeError) -> Self {
        Failure::Bridge(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Output(error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Failure::Output(error.into())
    }
}

impl From<csv::Error> for Failure {
    fn from(error: csv::Error) -> Self {
        // The failure of writing itself, whose kind tells a reader who has gone away.
        Failure::Output(match error.into_kind() {
            csv::ErrorKind::Io(error) => error,
            other => io::Error::other(format!("{other:?}")),
        })
    }
}
