//! What `sensitivity` and `bridge` take.

use super::{About, Format};
use clap::{Args, ValueEnum};

/// What `sensitivity` computes.
#[derive(Args)]
pub(crate) struct Sensitivity {
    #[command(flatten)]
    pub(crate) about: About,
    /// Over which ranges the inputs are moved.
    #[arg(long, value_enum, default_value_t = Ranged::Drawn)]
    pub(crate) ranges: Ranged,
    /// Rows of the design for shares of the variance, each some thirty runs; 0 leaves them out.
    #[arg(long, value_name = "N", default_value_t = 1_024, value_parser = clap::value_parser!(u32).range(0..=1_000_000), allow_negative_numbers = true)]
    pub(crate) rows: u32,
    /// The same seed gives the same shares; that of the link, or 1, where it is not given.
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u32>,
    /// How to print the inputs.
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    pub(crate) format: Format,
}

/// Over which ranges inputs are moved.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Ranged {
    /// Those that the uncertain inputs are drawn from; with shares of the variance.
    Drawn,
    /// The whole ranges of the primary inputs.
    Primary,
    /// The whole ranges of all inputs.
    All,
}

/// What `bridge` takes apart.
#[derive(Args)]
pub(crate) struct Bridge {
    #[command(flatten)]
    pub(crate) about: About,
    /// The link of the scenario to start from; the second one of the link, or the base case, where it is not given.
    #[arg(long, value_name = "LINK")]
    pub(crate) against: Option<String>,
    /// The seed of the orders that are drawn where more than 12 inputs differ; that of the link, or 1, where it is not given.
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u32>,
    /// How to print the changes.
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    pub(crate) format: Format,
}
