//! What is asked of many draws.

use buildout_model::Output;
use buildout_scenario::{Link, Ranges, Scenario, Uncertain};
use core::{fmt, str::FromStr};

/// A figure of every quarter whose spread is wanted: a sum of outputs, perhaps over another, perhaps of four quarters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StudiedSeries {
    /// The outputs that are added up; one, mostly.
    pub outputs: Vec<Output>,
    /// What their sum is divided by.
    pub over: Option<Output>,
    /// Whether four quarters are added up, reported ones included.
    pub is_trailing: bool,
}

impl From<Output> for StudiedSeries {
    fn from(output: Output) -> Self {
        Self { outputs: vec![output], over: None, is_trailing: false }
    }
}

/// What stands before a series of which four quarters are added up.
const TRAILING: char = '~';

impl fmt::Display for StudiedSeries {
    /// `fcf_ttm`; `ai_revenue+core_revenue`; `ai_revenue/aws_revenue`; `~capex` for a trailing year.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_trailing {
            write!(f, "{TRAILING}")?;
        }
        let outputs: Vec<_> = self.outputs.iter().map(|output| output.id()).collect();
        f.write_str(&outputs.join("+"))?;
        self.over.map_or(Ok(()), |over| write!(f, "/{}", over.id()))
    }
}

/// A text that names no series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesError(String);

impl fmt::Display for SeriesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "'{}' is no series: give an output, a sum a+b, a share a/b, or ~a for the sum of four quarters; see data/outputs.csv",
            self.0
        )
    }
}

impl std::error::Error for SeriesError {}

impl FromStr for StudiedSeries {
    type Err = SeriesError;

    fn from_str(text: &str) -> Result<Self, SeriesError> {
        let error = || SeriesError(text.to_owned());
        let rest = text.strip_prefix(TRAILING);
        let (sum, over) = match rest.unwrap_or(text).split_once('/') {
            Some((sum, over)) => (sum, Some(Output::from_id(over).ok_or_else(error)?)),
            None => (rest.unwrap_or(text), None),
        };
        let outputs: Option<Vec<_>> = sum.split('+').map(Output::from_id).collect();
        Ok(Self { outputs: outputs.ok_or_else(error)?, over, is_trailing: rest.is_some() })
    }
}

/// A scenario under uncertainty, perhaps with another to compare it with, draw by draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Study {
    /// The scenario whose values the ranges are about.
    pub scenario: Scenario,
    /// A second one. Each draw moves both alike, so that their difference is not blurred by chance.
    pub other: Option<Scenario>,
    /// How the inputs are drawn.
    pub ranges: Ranges,
    /// The same seed gives the same draws.
    pub seed: u32,
    /// Draws; see [`Study::draws_in_full`].
    pub draws: u32,
    /// Quarters of each run.
    pub quarters: usize,
    /// The series whose spread is wanted.
    pub series: Vec<StudiedSeries>,
}

/// Independent hypercubes that the draws are laid out in, where there are enough: their scatter is the sampling error.
const HYPERCUBES: u32 = 10;
/// Fewer draws than this are laid out in one hypercube, without a sampling error.
const ENOUGH_DRAWS: u32 = 1_000;
impl Study {
    /// A study of a scenario with the declared ranges, and no series yet.
    #[must_use]
    pub fn new(scenario: Scenario, quarters: usize) -> Self {
        let Uncertain { seed, draws, ranges, .. } = Uncertain::default();
        Self { scenario, other: None, ranges, seed, draws, quarters, series: vec![] }
    }

    /// The study that a link asks for: its scenario against the one it compares with, its ranges, draws and seed, to its horizon;
    /// no series yet.
    #[must_use]
    pub fn of_link(link: &Link) -> Self {
        let Uncertain { seed, draws, ranges, .. } = link.uncertain.clone();
        Self { other: link.compared, ranges, seed, draws, ..Self::new(link.scenario, link.quarters()) }
    }

    /// Hypercubes that the draws are laid out in.
    #[must_use]
    pub fn hypercubes(&self) -> u32 {
        if self.draws < ENOUGH_DRAWS { 1 } else { HYPERCUBES }
    }

    /// Draws of one hypercube.
    #[must_use]
    pub fn slices(&self) -> u32 {
        self.draws.clamp(1, Uncertain::MOST_DRAWS).div_ceil(self.hypercubes())
    }

    /// The draws that are made: those asked for, up to [`Uncertain::MOST_DRAWS`], rounded up to whole hypercubes.
    #[must_use]
    pub fn draws_in_full(&self) -> u32 {
        self.slices() * self.hypercubes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_series_is_read_as_it_is_written() {
        for text in [
            "fcf_ttm",
            "~capex",
            "ai_revenue+core_revenue",
            "~chip_capex+core_capex",
            "ai_revenue/aws_revenue",
        ] {
            assert_eq!(text.parse::<StudiedSeries>().unwrap().to_string(), text);
        }
        for text in ["", "~", "fcf_tt", "capex+", "capex/", "/capex", "capex/sales/ocf"] {
            let error = text.parse::<StudiedSeries>().unwrap_err().to_string();
            assert!(error.starts_with(&format!("'{text}' is no series")), "{error}");
        }
    }
}
