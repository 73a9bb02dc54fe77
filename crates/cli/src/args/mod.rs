//! What the command line takes.

mod dependence;
mod study;
mod uncertainty;

pub(crate) use dependence::{Bridge, Ranged, Sensitivity};
pub(crate) use study::{About, Grid, Map, Seek};
pub(crate) use uncertainty::{Draws, Uncertainty};

use buildout_model::{MAX_QUARTERS, MODEL_VERSION};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use std::sync::LazyLock;

/// The version of the program, and that of the model beside it: figures of the same inputs change only with the latter.
static VERSIONS: LazyLock<String> =
    LazyLock::new(|| format!("{}, model {MODEL_VERSION}", env!("CARGO_PKG_VERSION")));

/// What does Amazon's AI build-out, from power to chips to services, do to free cash flow?
///
/// A conditional explorer, not a forecast.
#[derive(Parser)]
#[command(name = "buildout", version = VERSIONS.as_str())]
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
    Link(Link),
    /// Print the scenario that a link or a file holds, what of it could not be taken, and which figures of its receipt
    /// are others today.
    Explain(Explain),
    /// Write a scenario and its run to files.
    Export(Export),
    /// Draw the uncertain inputs many times and print how widely figures spread; where the link compares two scenarios, of
    /// both and of their difference in the same draws.
    Uncertainty(Uncertainty),
    /// Tell which inputs move a figure: at both ends of their ranges, by exact slopes where they stand, and by their shares of
    /// its variance.
    Sensitivity(Sensitivity),
    /// Tell which changed inputs explain the difference of a figure between two scenarios; the parts add up.
    Bridge(Bridge),
    /// Find what an input must be for a figure to reach a value: every solution over the whole range of the input, flat
    /// stretches, jumps, or where it comes nearest.
    Seek(Seek),
    /// Compute a figure over the whole ranges of two inputs, with what holds the build back, contour lines (JSON) and the
    /// region that meets a requirement.
    Grid(Grid),
    /// Print what makes a shell complete this command; a file that the shell reads at its start.
    Completions(Completions),
    /// Print the manual page, or write one for the command and each of its parts into a folder.
    Man(Man),
}

/// For which shell.
#[derive(Args)]
pub(crate) struct Completions {
    /// The shell.
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

/// Where the manual goes.
#[derive(Args)]
pub(crate) struct Man {
    /// A folder for `buildout.1`, `buildout-run.1` and so on; made if it is not there.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) into: Option<PathBuf>,
}

/// Which scenario: a link, a file or a preset, then changes.
#[derive(Args)]
pub(crate) struct Choice {
    /// A link, or what follows its '#'.
    #[arg(value_name = "LINK", conflicts_with = "preset")]
    pub(crate) link: Option<String>,
    /// A scenario file; '-' reads standard input.
    #[arg(long, value_name = "FILE.json", conflicts_with_all = ["link", "preset"])]
    pub(crate) file: Option<PathBuf>,
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
pub(crate) struct Link {
    #[command(flatten)]
    pub(crate) choice: Choice,
    /// Add today's headline, so that whoever opens the link later sees what has changed since.
    #[arg(long)]
    pub(crate) receipt: bool,
}

/// Where to write what. At least one is needed; '-' is standard output.
#[derive(Args)]
#[command(group(clap::ArgGroup::new("targets").required(true).multiple(true)))]
pub(crate) struct Export {
    #[command(flatten)]
    pub(crate) choice: Choice,
    #[command(flatten)]
    pub(crate) length: Length,
    /// Write the quarters reported, of the run and of what it is compared with as one CSV: every output, full precision.
    #[arg(long, value_name = "FILE", group = "targets")]
    pub(crate) csv: Option<PathBuf>,
    /// Write the scenario, and headline and quarters of its run and of what it is compared with, as JSON.
    #[arg(long, value_name = "FILE", group = "targets")]
    pub(crate) json: Option<PathBuf>,
    /// Write the scenario alone, as a file that the page and --file open.
    #[arg(long, value_name = "FILE", group = "targets")]
    pub(crate) scenario: Option<PathBuf>,
    /// Write the run as a workbook of live formulas, checked against the engine.
    #[arg(long, value_name = "FILE", group = "targets")]
    pub(crate) xlsx: Option<PathBuf>,
    /// Write the first chart of the link (V_chips chooses another) as a picture with title, source and link.
    #[arg(long, value_name = "FILE", group = "targets")]
    pub(crate) svg: Option<PathBuf>,
    /// Write the card for posts, 1200 × 675.
    #[arg(long, value_name = "FILE", group = "targets")]
    pub(crate) card: Option<PathBuf>,
    /// Name the scenario.
    #[arg(long, value_name = "TEXT")]
    pub(crate) name: Option<String>,
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
    /// Everything, full precision.
    Csv,
    /// Everything, full precision.
    Json,
    /// The most important, to read on a terminal.
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
    /// A link, or what follows its '#', or the name of a scenario file that ends in '.json'.
    #[arg(value_name = "LINK|FILE.json")]
    pub(crate) link: String,
}
