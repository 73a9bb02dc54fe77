//! What the model rests on: what was claimed, and what became of it.
//!
//! The model grew from an article on Amazon's call of 30 October 2025. Its [`claims`] are figures that somebody else
//! stated; each knows the inputs and outputs that it is about, what was reported since, and a [`Verdict`]. A figure that a
//! filing has is taken from the reported quarters of the model and never written a second time.
//!
//! Its [`mechanisms`] are what it says works: each names the figures whose equations carry it and the inputs that move it,
//! or says why nothing does. The chain from power to cash is a diagram's data ([`nodes`], [`edges`]), drawn by the page and
//! written into `docs/model.md` by [`markdown`].
//!
//! The tables stand in `data/` and are checked when this crate is compiled: a row with an unknown id, a gap in the numbers
//! or a quarter that was never reported stops the build with the file, the row and the value.
//!
//! ```
//! use buildout_evidence::{Verdict, claims};
//!
//! let run_rate = &claims()[6];
//! assert_eq!(run_rate.phrase, "1320亿美元年化");
//! let reported = run_rate.reported.ok_or("a filing has it")?;
//! let stated = run_rate.stated.ok_or("the phrase gives a number")?;
//! assert!(stated.agrees_with(reported.value().ok_or("that quarter was reported")?));
//! assert_eq!(run_rate.verdict, Verdict::Agrees);
//! # Ok::<(), &str>(())
//! ```

mod chain;
mod claim;
pub mod markdown;
mod mechanism;
mod words;

pub use chain::{Edge, EdgeKind, Node, Route, edges, nodes};
pub use claim::{About, Claim, Filed, Sense, Stated, Verdict, claims};
pub use mechanism::{Carried, Carrier, Mechanism, mechanisms};
pub use words::Words;
