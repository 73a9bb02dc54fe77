//! What the analyses take.

use super::{Choice, Format, Length};
use buildout_analysis::{Condition, MOST_GRID_VALUES, Requirement, Target};
use buildout_model::Input;
use clap::{Args, ValueEnum};

/// What `seek` looks for.
#[derive(Args)]
pub(crate) struct Seek {
    #[command(flatten)]
    pub(crate) about: About,
    /// The input to move over its whole range, of data/inputs.csv.
    #[arg(long, value_name = "ID", value_parser = Input::from_id)]
    pub(crate) input: Input,
    /// The value that the figure should reach, in its unit; shares are fractions.
    #[arg(long, value_name = "NUMBER", value_parser = finite, allow_negative_numbers = true)]
    pub(crate) value: f64,
    /// How to print what is found.
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    pub(crate) format: Format,
}

/// What `grid` computes.
#[derive(Args)]
pub(crate) struct Grid {
    #[command(flatten)]
    pub(crate) about: About,
    /// The input from left to right, of data/inputs.csv.
    #[arg(long, value_name = "ID", value_parser = Input::from_id)]
    pub(crate) x: Input,
    /// The input from bottom to top.
    #[arg(long, value_name = "ID", value_parser = Input::from_id)]
    pub(crate) y: Input,
    /// Values of x, evenly over its range; 9 in a table, else 41.
    #[arg(long, value_name = "N", value_parser = nodes(), allow_negative_numbers = true)]
    pub(crate) nx: Option<u16>,
    /// Values of y; 9 in a table, else 41.
    #[arg(long, value_name = "N", value_parser = nodes(), allow_negative_numbers = true)]
    pub(crate) ny: Option<u16>,
    /// Print one map only; a table prints that of the values where this is not given.
    #[arg(long, value_enum)]
    pub(crate) map: Option<Map>,
    #[command(flatten)]
    pub(crate) required: Required,
    /// How to print the grid.
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    pub(crate) format: Format,
}

/// What a grid can show of a point.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Map {
    /// The figure, and with JSON its contour lines.
    Value,
    /// The limit that binds in most quarters.
    Binding,
}

/// The region to mark on a grid.
#[derive(Args)]
#[group(multiple = false)]
pub(crate) struct Required {
    /// Mark where the figure is at least this, and the nearest place where it is.
    #[arg(long, value_name = "NUMBER", value_parser = finite, allow_negative_numbers = true)]
    at_least: Option<f64>,
    /// Mark where the figure is at most this, and the nearest place where it is.
    #[arg(long, value_name = "NUMBER", value_parser = finite, allow_negative_numbers = true)]
    at_most: Option<f64>,
    /// Mark where the figure is this, and the nearest place where it is.
    #[arg(long, value_name = "NUMBER", value_parser = finite, allow_negative_numbers = true)]
    equal: Option<f64>,
}

impl Required {
    /// What is required, if anything.
    pub(crate) fn requirement(&self) -> Option<Requirement> {
        let of = |condition, value: Option<f64>| value.map(|value| Requirement { condition, value });
        of(Condition::AtLeast, self.at_least)
            .or(of(Condition::AtMost, self.at_most))
            .or(of(Condition::Equal, self.equal))
    }
}

/// What an analysis is about: a figure of a scenario's run.
#[derive(Args)]
pub(crate) struct About {
    #[command(flatten)]
    pub(crate) choice: Choice,
    #[command(flatten)]
    pub(crate) length: Length,
    /// A figure of the headline, such as fcf_trough, or an output at a quarter, such as fcf_ttm@2028Q4.
    #[arg(long, value_name = "FIGURE", default_value_t = Target::default())]
    pub(crate) target: Target,
}

fn nodes() -> clap::builder::RangedI64ValueParser<u16> {
    clap::value_parser!(u16).range(2..=MOST_GRID_VALUES as i64)
}

pub(super) fn finite(text: &str) -> Result<f64, String> {
    let value: f64 = text.parse().map_err(|_| format!("'{text}' is not a number"))?;
    if value.is_finite() { Ok(value) } else { Err(format!("{value} is not a finite number")) }
}
