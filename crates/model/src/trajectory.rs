//! The result of a run.

use crate::{
    baseline::Baseline,
    calendar::Quarter,
    limit::Limit,
    output::{Figures, Output},
};

/// The quarters of a run, in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Trajectory<N> {
    pub(crate) baseline: Baseline,
    pub(crate) figures: Vec<Figures<N>>,
}

impl<N: Copy> Trajectory<N> {
    /// A run of no quarters.
    #[must_use]
    pub fn empty(baseline: Baseline) -> Self {
        Self { baseline, figures: Vec::new() }
    }

    /// The baseline that the run started from.
    #[must_use]
    pub fn baseline(&self) -> Baseline {
        self.baseline
    }

    /// The figures of every quarter.
    #[must_use]
    pub fn figures(&self) -> &[Figures<N>] {
        &self.figures
    }

    /// Every quarter with its figures.
    pub fn quarters(&self) -> impl DoubleEndedIterator<Item = (Quarter, &Figures<N>)> {
        let first = self.baseline.first_quarter().index();
        self.figures
            .iter()
            .enumerate()
            .map(move |(t, figures)| (Quarter::from_index(first + t as i32), figures))
    }

    /// One output over the run.
    pub fn series(&self, output: Output) -> impl DoubleEndedIterator<Item = N> + ExactSizeIterator {
        self.figures.iter().map(move |figures| figures.get(output))
    }

    /// The figures of a quarter, if it was run.
    #[must_use]
    pub fn at(&self, quarter: Quarter) -> Option<&Figures<N>> {
        let place = quarter.index() - self.baseline.first_quarter().index();
        self.figures.get(usize::try_from(place).ok()?)
    }
}

impl Figures<f64> {
    /// The limit that held back the purchase of AI chips.
    #[must_use]
    pub fn binding_limit(&self) -> Limit {
        Limit::from_place(self.binding).unwrap_or(Limit::Demand)
    }
}
