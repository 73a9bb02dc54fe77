//! Scenarios, reported quarters and runs as files. Text in, text out: no disk, no clock, no browser.
//!
//! - A [`ScenarioFile`] is a scenario as JSON, with a published schema ([`SCENARIO_SCHEMA`]); a [`BatchLine`] is the least of one, in a
//!   line.
//! - [`OwnQuarters`] are a reader's own reported quarters, read from CSV line by line.
//! - [`QuartersCsv`], [`QuartersJson`], [`HeadlineJson`] and [`RunExport`] write what a run has computed, in full precision
//!   and under the names of the specification.
//!
//! `docs/files.md` describes the formats. Nothing is mended in silence: a file is refused as a whole, with every mistake
//! in it named, because whoever wrote it can put it right, and a figure computed from half a file helps nobody.
//!
//! ```
//! use buildout_files::{ScenarioFile, read_scenario_file};
//!
//! let text = r#"{
//!     "format": "buildout-scenario", "version": 1, "name": "Grid a year late",
//!     "baseline": "2026q2", "set": {"power_slip": 4}
//! }"#;
//! let opened = read_scenario_file(text).map_err(|errors| errors[0].clone())?;
//! assert_eq!(opened.file.link().encode(), "1~2026q2~psl_4");
//! assert_eq!(read_scenario_file(&opened.file.write()), Ok(opened));
//!
//! let errors = read_scenario_file(&text.replace(": 4", ": 40, \"pues\": 1.1")).unwrap_err();
//! assert!(errors[0].to_string().contains("set.power_slip is 40, outside 0 to"));
//! assert!(errors[1].to_string().contains("set.pues"));
//! # Ok::<(), buildout_files::ScenarioFileError>(())
//! ```

mod export;
mod own_quarters;
mod quote;
mod scenario_file;

pub use export::{HeadlineJson, QuartersCsv, QuartersJson, RunExport};
pub use own_quarters::{
    LONGEST_QUARTERS_TEXT, MOST_QUARTERS_ROWS, OWN_COLUMNS, OwnColumn, OwnQuarters, OwnQuartersError,
    OwnQuartersProblem, own_quarters_template, read_own_quarters,
};
pub use scenario_file::{
    Allowed, BatchLine, BatchLineError, Date, LONGEST_FILE, OpenedScenario, SCENARIO_FORMAT, SCENARIO_SCHEMA,
    SCENARIO_VERSION, ScenarioFile, ScenarioFileError, ScenarioFileNotice, read_batch_line,
    read_scenario_file,
};
