//! How the model has done: a run against what was reported after it.
//!
//! - [`record`]: a scenario against the later reports of its baseline, with its own inputs and with CapEx and power as they
//!   turned out.
//!
//! Nothing here lists figures or quarters: both follow from what is disclosed.

mod compared;
mod later;
mod score;

pub use compared::Compared;
pub use later::{FigureRecord, Record, record, what_happened};
pub use score::{Score, Yardstick};
