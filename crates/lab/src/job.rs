//! Work in steps.

/// How far a job is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Progress {
    /// Under way, this share of it done.
    Under(f64),
    /// Done.
    Done,
}

/// Work that is done in steps of some milliseconds, so that whoever does it can listen between them.
pub trait Job {
    /// Does a step.
    fn step(&mut self) -> Progress;
}
