//! Where in time a run stands.

use crate::{calendar::Quarter, input::Inputs, relief::Relieved};

/// The quarter being run, and the inputs that hold in it.
#[derive(Clone, Copy)]
pub(crate) struct Now<'a, N> {
    pub(crate) inputs: &'a Inputs<N>,
    pub(crate) quarter: Quarter,
    /// Quarters run before this one.
    pub(crate) place: usize,
    /// The same as a number: `t` of `docs/model.md`.
    pub(crate) t: N,
    /// Years at the end of the quarter: (t + 1) / 4.
    pub(crate) years: N,
    /// What the quarter gets on top of what its inputs give it.
    pub(crate) relieved: Relieved,
}
