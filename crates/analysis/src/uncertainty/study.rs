//! What is asked of many draws.

use buildout_model::Output;
use buildout_scenario::{Ranges, Scenario};

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
/// The most draws of a study.
pub const MOST_DRAWS: u32 = 1_000_000;

impl Study {
    /// A study of a scenario with the declared ranges and no series yet.
    #[must_use]
    pub fn new(scenario: Scenario, quarters: usize) -> Self {
        let ranges = Ranges::default();
        Self { scenario, other: None, ranges, seed: 1, draws: 10_000, quarters, series: vec![] }
    }

    /// Hypercubes that the draws are laid out in.
    #[must_use]
    pub fn hypercubes(&self) -> u32 {
        if self.draws < ENOUGH_DRAWS { 1 } else { HYPERCUBES }
    }

    /// Draws of one hypercube.
    #[must_use]
    pub fn slices(&self) -> u32 {
        self.draws.clamp(1, MOST_DRAWS).div_ceil(self.hypercubes())
    }

    /// The draws that are made: those asked for, up to [`MOST_DRAWS`], rounded up to whole hypercubes.
    #[must_use]
    pub fn draws_in_full(&self) -> u32 {
        self.slices() * self.hypercubes()
    }
}
