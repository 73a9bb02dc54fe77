//! What `uncertainty` takes.

use super::{Choice, Format, Length, study::finite};
use buildout_analysis::Target;
use buildout_model::{Input, Output};
use buildout_scenario::Uncertain;
use clap::Args;

/// What `uncertainty` draws, and of which figures the spread is printed.
#[derive(Args)]
pub(crate) struct Uncertainty {
    #[command(flatten)]
    pub(crate) choice: Choice,
    #[command(flatten)]
    pub(crate) length: Length,
    /// A figure of the headline, such as fcf_trough, or an output at a quarter, such as fcf_ttm@2028Q4; may be given again.
    /// Every figure of the headline where neither this nor --series is given.
    #[arg(long = "target", value_name = "FIGURE")]
    pub(crate) targets: Vec<Target>,
    /// An output of data/outputs.csv, for its fan over every quarter; may be given again.
    #[arg(long, value_name = "OUTPUT", value_parser = output)]
    pub(crate) series: Vec<Output>,
    /// The value above which the share of draws is printed.
    #[arg(long, value_name = "NUMBER", default_value_t = 0.0, value_parser = finite, allow_negative_numbers = true)]
    pub(crate) above: f64,
    #[command(flatten)]
    pub(crate) draws: Draws,
    /// How to print the figures.
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    pub(crate) format: Format,
}

/// How many draws, which, and from what.
#[derive(Args)]
pub(crate) struct Draws {
    /// Draws, 500 to 1000000; those of the link, or 10000, where it is not given.
    #[arg(long, value_name = "N", value_parser = draws(), allow_negative_numbers = true)]
    pub(crate) draws: Option<u32>,
    /// The same seed gives the same draws; that of the link, or 1, where it is not given.
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub(crate) seed: Option<u32>,
    /// Draws an input from another range than data/inputs.csv declares, factors on its value or additions; 'off' holds it.
    /// May be given again.
    #[arg(long = "range", value_name = "ID=LOW..HIGH|ID=off", value_parser = range)]
    pub(crate) ranges: Vec<Range>,
}

/// A range to draw an input from; none holds it at its value.
#[derive(Clone, Copy)]
pub(crate) struct Range {
    pub(crate) input: Input,
    pub(crate) ends: Option<(f64, f64)>,
}

fn draws() -> clap::builder::RangedI64ValueParser<u32> {
    let most = i64::from(Uncertain::MOST_DRAWS);
    clap::value_parser!(u32).range(i64::from(Uncertain::FEWEST_DRAWS)..=most)
}

fn output(text: &str) -> Result<Output, String> {
    Output::from_id(text)
        .ok_or_else(|| format!("there is no output '{text}'; see data/outputs.csv for the ids"))
}

fn range(text: &str) -> Result<Range, String> {
    let (id, range) =
        text.split_once('=').ok_or("give ID=LOW..HIGH, such as ai_price=0.7..1.2, or ID=off".to_owned())?;
    let input = Input::from_id(id.trim()).map_err(|error| error.to_string())?;
    if range.trim() == "off" {
        return Ok(Range { input, ends: None });
    }
    let ends =
        range.split_once("..").ok_or_else(|| format!("{id}: '{range}' is neither LOW..HIGH nor 'off'"))?;
    let end = |end: &str| finite(end.trim()).map_err(|error| format!("{id}: {error}"));
    Ok(Range { input, ends: Some((end(ends.0)?, end(ends.1)?)) })
}
