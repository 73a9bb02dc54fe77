//! What the command line takes.

use buildout_model::MAX_QUARTERS;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// What does Amazon's AI build-out, from power to chips to services, do to free cash flow?
///
/// A conditional explorer, not a forecast.
#[derive(Parser)]
#[command(name = "buildout", version)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// Say nothing but errors on standard error.
    #[arg(long, global = true)]
    pub(crate) quiet: bool,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Run a scenario and print its quarters, or its headline.
    Run(Run),
    /// Run a scenario for each line of a file and print one CSV.
    Batch(Batch),
    /// Print the link of a scenario.
    Link(Choice),
    /// Print the scenario that a link holds, and what of the link could not be taken.
    Explain(Explain),
}

/// Which scenario: a link or a preset, then changes.
#[derive(Args)]
pub(crate) struct Choice {
    /// A link, or what follows its '#'.
    #[arg(value_name = "LINK", conflicts_with = "preset")]
    pub(crate) link: Option<String>,
    /// What was known at which date: 2025q3 or 2026q2.
    #[arg(long, value_name = "ID")]
    pub(crate) baseline: Option<String>,
    /// A scenario of data/presets.csv.
    #[arg(long, value_name = "ID")]
    pub(crate) preset: Option<String>,
    /// Sets an input of data/inputs.csv; may be given again.
    #[arg(long = "set", value_name = "ID=VALUE")]
    pub(crate) changes: Vec<String>,
}

#[derive(Args)]
pub(crate) struct Run {
    #[command(flatten)]
    pub(crate) choice: Choice,
    #[command(flatten)]
    pub(crate) length: Length,
    /// How to print the quarters.
    #[arg(long, value_enum, default_value_t = Format::Csv, conflicts_with = "headline")]
    pub(crate) format: Format,
    /// Print the headline as JSON instead of the quarters.
    #[arg(long)]
    pub(crate) headline: bool,
}

/// How long a run is.
#[derive(Args)]
pub(crate) struct Length {
    /// Quarters to run, 1 to 41; the horizon of the link, or all of them, where it is not given.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=MAX_QUARTERS as i64))]
    pub(crate) quarters: Option<u8>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Every output, full precision.
    Csv,
    /// Every output, full precision.
    Json,
    /// A few outputs to read on a terminal.
    Table,
}

#[derive(Args)]
pub(crate) struct Batch {
    /// Lines of {"name": …, "baseline": …, "set": {…}}; '-' reads standard input.
    #[arg(value_name = "FILE.jsonl")]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) length: Length,
}

#[derive(Args)]
pub(crate) struct Explain {
    /// A link, or what follows its '#'.
    #[arg(value_name = "LINK")]
    pub(crate) link: String,
}
