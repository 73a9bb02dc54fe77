//! Runs as CSV and JSON, in full precision and under the names of the specification.

mod headline_json;
mod quarters_csv;
mod quarters_json;
mod run_export;

pub use headline_json::HeadlineJson;
pub use quarters_csv::QuartersCsv;
pub use quarters_json::QuartersJson;
pub use run_export::RunExport;
