//! What a link says about uncertainty.

use crate::ranges::Ranges;

/// Whether a page shows how uncertain its figures are, and which draws that is read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Uncertain {
    /// Whether fans are shown.
    pub is_shown: bool,
    /// The seed of the draws: the same seed gives the same draws.
    pub seed: u32,
    /// Draws, [`Uncertain::FEWEST_DRAWS`] to [`Uncertain::MOST_DRAWS`].
    pub draws: u32,
    /// How the inputs are drawn.
    pub ranges: Ranges,
}

impl Uncertain {
    /// The fewest draws that can be asked for: with fewer, the outer lines of a fan rest on a handful.
    pub const FEWEST_DRAWS: u32 = 500;
    /// The most draws that can be asked for.
    pub const MOST_DRAWS: u32 = 1_000_000;

    /// A number of draws limited to what can be asked for.
    #[must_use]
    pub fn clamp_draws(draws: u32) -> u32 {
        draws.clamp(Self::FEWEST_DRAWS, Self::MOST_DRAWS)
    }
}

impl Default for Uncertain {
    fn default() -> Self {
        Self { is_shown: false, seed: 1, draws: 10_000, ranges: Ranges::default() }
    }
}
