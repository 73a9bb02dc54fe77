//! How the model has done: a run against what was reported after it.
//!
//! - [`record`]: a scenario against the later reports of its baseline, with its own inputs and with CapEx and power as they
//!   turned out.
//! - [`hindcast`]: the model from the end of 2023 to 2025, told CapEx and power and no more, against [`NaiveRule`]s.
//!
//! Nothing here lists figures or quarters: both follow from what is disclosed.

mod compared;
mod hindcast;
mod later;
mod naive;
mod opening;
mod score;

pub use compared::Compared;
pub use hindcast::{Contest, Contestant, Hindcast, Ruling, Told, hindcast, hindcast_from, wins_without};
pub use later::{FigureRecord, Record, record, what_happened};
pub use naive::NaiveRule;
pub use opening::{HINDCAST_OPENING, OpeningInput, OpeningKind, hindcast_inputs};
pub use score::{Score, Yardstick};
