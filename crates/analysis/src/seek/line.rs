//! A figure over a range of values, seen from the value wanted.

use super::sought::Standing;
use crate::condition::{SMALLEST_SIZE, tolerance};

/// Rounding of a figure, as a share of its size: the model adds hundreds of terms, each exact to 1e-16 of figures up to a
/// thousand times larger than their sum.
const ROUNDING: f64 = 1e-11;

/// A place on the line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    /// Value of the input.
    pub(crate) value: f64,
    /// The figure; none where there is no such figure.
    pub(crate) result: Option<f64>,
    /// The figure less what is wanted.
    pub(crate) beyond: Option<f64>,
}

/// A figure over a range, with what is wanted of it.
pub(crate) struct Line<F> {
    range: (f64, f64),
    wanted: f64,
    figure: F,
    /// Usual size of the figure; known once the range is scanned.
    size: f64,
}

impl<F: FnMut(f64) -> Option<f64>> Line<F> {
    pub(crate) fn new(range: (f64, f64), wanted: f64, figure: F) -> Self {
        Self { range, wanted, figure, size: wanted.abs().max(SMALLEST_SIZE) }
    }

    pub(crate) fn node(&mut self, value: f64) -> Node {
        let result = (self.figure)(value).filter(|result| result.is_finite());
        Node { value, result, beyond: result.map(|result| result - self.wanted) }
    }

    /// Takes the size of the figure from a first look at the range. The middle one, because a ratio can be a million at
    /// one end.
    pub(crate) fn learn_size(&mut self, nodes: &[Node]) {
        let mut sizes: Vec<f64> = nodes.iter().filter_map(|node| node.result).map(f64::abs).collect();
        sizes.sort_by(f64::total_cmp);
        let usual = sizes.get(sizes.len() / 2).copied().unwrap_or(0.0);
        self.size = self.wanted.abs().max(usual).max(SMALLEST_SIZE);
    }

    /// Lowest and highest value.
    pub(crate) fn range(&self) -> (f64, f64) {
        self.range
    }

    /// Highest less lowest value.
    pub(crate) fn width(&self) -> f64 {
        self.range.1 - self.range.0
    }

    pub(crate) fn side(&self, node: Node) -> Standing {
        match node.beyond {
            None => Standing::Missing,
            Some(beyond) if beyond.abs() <= ROUNDING * self.size => Standing::At,
            Some(beyond) if beyond < 0.0 => Standing::Below,
            Some(_) => Standing::Above,
        }
    }

    /// Whether a node is as near to what is wanted as the nearest one, but for rounding.
    pub(crate) fn is_as_near(&self, node: Node, nearest: Node) -> bool {
        let distances = node.beyond.zip(nearest.beyond);
        distances.is_some_and(|(beyond, least)| beyond.abs() <= least.abs() + ROUNDING * self.size)
    }

    pub(crate) fn tolerance(&self) -> f64 {
        tolerance(self.size)
    }

    /// Whether the figure differs between nodes by more than rounding.
    pub(crate) fn is_moved(&self, nodes: &[Node]) -> bool {
        let known = nodes.iter().filter_map(|node| node.beyond);
        let (lowest, highest) =
            known.clone().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), beyond| {
                (low.min(beyond), high.max(beyond))
            });
        let count = known.count();
        (0 < count && count < nodes.len()) || highest - lowest > ROUNDING * self.size
    }
}
