//! What the levers know of themselves: which of them a search finds, how a headline answers to one over its range, and
//! which charts one moves most.
//!
//! Like the view models, this computes no economics and knows no browser.

mod charts_moved;
mod curve;
mod embedded;
mod search;

pub use charts_moved::charts_moved;
pub use curve::{Curve, Scale};
pub use embedded::{MAIN_LEVERS, embedded_levers};
pub use search::Search;
