//! The lab: what takes many runs, done in workers beside the page.
//!
//! A [`Fan`] is a study under uncertainty for the charts: one worker computes it, or several share its parts and one of them
//! puts the tallies together. A [`Sheet`] is an analysis as a page's section: controls, pictures, tables and words. Both
//! are [`Job`]s that are done in short steps, so that a newer question is heard at once, and both are pure: the worker around
//! them is in `main.rs`, and everything here is tested natively.
//!
//! ```
//! use buildout_lab::{Fan, Job, Progress};
//!
//! let mut fan = Fan::new("1~2025q3~cx1_180~H_2030", "fcf_ttm", Some(1_000), 0, 1).ok_or("no such series")?;
//! while let Progress::Under(_) = fan.step() {}
//! let answer = fan.answer().ok_or("not all counted")?;
//! assert_eq!(answer.draws, 1_000);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod bench;
mod choices;
mod controls;
mod fan;
mod html;
mod job;
mod picture;
mod question;
mod sheet;

pub use bench::Bench;
pub use fan::{Fan, FanAnswer, GOALS};
pub use job::{Job, Progress};
pub use question::{Answer, Question};
pub use sheet::{Sheet, Written};

/// The build that a page and its workers belong to: a page never talks to the worker of another version.
pub const BUILD: &str = match option_env!("BUILDOUT_BUILD") {
    Some(build) => build,
    None => "unversioned",
};
