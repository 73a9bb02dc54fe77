//! A scenario under uncertainty: many draws of its inputs, and how widely its figures spread.
//!
//! A [`Study`] says what is asked, a [`Survey`] runs it part by part, a [`Tally`] is what the draws gave. Parts can be
//! computed in any order by any number of workers: which draws belong to a part depends on the seed alone, and tallies add
//! up to the same whatever the order. Memory does not grow with the draws, but for those of small studies, which are kept for
//! the studies that follow.

pub(crate) mod design;
pub(crate) mod drawn;
pub(crate) mod hash;
mod histogram;
mod kernel;
mod knots;
mod normal;
mod permutation;
mod pert;
mod points;
mod study;
mod survey;

pub use histogram::Histogram;
pub use pert::Pert;
pub use study::{SeriesError, StudiedSeries, Study};
pub use survey::{FAN, Side, Survey, Tally};
