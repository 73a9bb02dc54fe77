//! What a reader asks to have traced, as the page writes it into `data-trace` and the sheet of traces reads it.
//!
//! A point alone, such as `output:fcf@2027Q1`, is of the run on the screen. `output:fcf@2027Q1!other` is the same point of
//! the run that it is compared with, and `change:output:fcf@2027Q1!power_slip=2!!1` what two quarters of slip change of it.

mod asked;
mod run_of;

pub use asked::{Asked, Change};
pub use run_of::RunOf;
