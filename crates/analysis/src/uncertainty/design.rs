//! Which points of the unit cube are drawn: a Latin hypercube, several times over.

use super::{hash::Stream, permutation::Permutation};

/// Latin hypercubes laid one after the other.
///
/// In each, every dimension is cut into as many slices as there are draws, and each slice is drawn from once. That they are
/// independent of each other is what the sampling error is measured by.
#[derive(Clone, Debug)]
pub(crate) struct Design {
    /// Draws of one hypercube.
    slices: u32,
    /// By hypercube, then dimension.
    orders: Vec<Permutation>,
    jitters: Vec<Stream>,
    dimensions: usize,
}

impl Design {
    pub(crate) fn new(seed: u32, hypercubes: u32, slices: u32, dimensions: usize) -> Self {
        let stream = Stream::new(u64::from(seed));
        let streams: Vec<_> = (0..u64::from(hypercubes))
            .flat_map(|hypercube| (0..dimensions).map(move |dimension| (hypercube, dimension)))
            .map(|(hypercube, dimension)| stream.within(hypercube).within(dimension as u64))
            .collect();
        Self {
            slices,
            orders: streams.iter().map(|stream| Permutation::new(slices, stream.within(0))).collect(),
            jitters: streams.iter().map(|stream| stream.within(1)).collect(),
            dimensions,
        }
    }

    /// The hypercube that a draw belongs to.
    pub(crate) fn hypercube(&self, draw: u32) -> usize {
        (draw / self.slices) as usize
    }

    /// Draws from this one to the last of its hypercube.
    pub(crate) fn left_in_hypercube(&self, draw: u32) -> usize {
        (self.slices - draw % self.slices) as usize
    }

    /// Writes the point of a draw, each coordinate between 0 and 1, both excluded.
    pub(crate) fn point(&self, draw: u32, point: &mut [f64]) {
        let place = draw % self.slices;
        let first = self.hypercube(draw) * self.dimensions;
        let width = 1.0 / f64::from(self.slices);
        let of_hypercube = self.orders.iter().zip(&self.jitters).skip(first);
        for (coordinate, (order, jitter)) in point.iter_mut().zip(of_hypercube) {
            *coordinate = (f64::from(order.at(place)) + jitter.unit(u64::from(place))) * width;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_slice_of_every_dimension_is_drawn_once() {
        let design = Design::new(7, 3, 50, 4);
        for hypercube in 0..3 {
            for dimension in 0..4 {
                let mut slices: Vec<_> = (0..50)
                    .map(|place| {
                        let mut point = [0.0; 4];
                        design.point(hypercube * 50 + place, &mut point);
                        (point[dimension] * 50.0) as u32
                    })
                    .collect();
                slices.sort_unstable();
                assert_eq!(slices, (0..50).collect::<Vec<_>>());
            }
        }
    }
}
