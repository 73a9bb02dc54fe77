//! What is no grid.

use buildout_model::Input;
use core::fmt;

/// Most values along an input: a map has no more pixels, and a quarter of a million runs takes seconds.
pub const MOST_GRID_VALUES: usize = 501;

/// Why there is no grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GridError {
    /// One input along both axes.
    SameInput(Input),
    /// Fewer than two values along an input, or more than [`MOST_GRID_VALUES`].
    Nodes {
        /// The input.
        input: Input,
        /// The values asked for.
        count: usize,
    },
    /// A row was not computed.
    MissingRow(usize),
}

impl fmt::Display for GridError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            GridError::SameInput(input) => {
                write!(f, "{input} is given for both axes; a grid needs two different inputs")
            }
            GridError::Nodes { input, count } => {
                write!(f, "{count} values of {input} are outside 2 to {MOST_GRID_VALUES}")
            }
            GridError::MissingRow(row) => {
                write!(f, "row {row} of the grid was not computed; every row is needed, each once")
            }
        }
    }
}

impl std::error::Error for GridError {}
