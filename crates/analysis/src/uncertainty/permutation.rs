//! A random order of numbers that is known place by place.

use super::hash::Stream;

/// A random permutation of `0..count`, computed for each place on its own: nothing is stored, however many there are.
///
/// The place is split into two halves of bits that scramble each other four times (a Feistel network, which has an inverse
/// whatever the scrambling does); a number outside the range is scrambled again until it falls inside.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Permutation {
    count: u64,
    half_bits: u32,
    stream: Stream,
}

const ROUNDS: u64 = 4;

impl Permutation {
    /// The permutation of `0..count` that belongs to a stream.
    pub(crate) fn new(count: u64, stream: Stream) -> Self {
        let bits = u64::BITS - count.saturating_sub(1).leading_zeros();
        Self { count, half_bits: bits.div_ceil(2).max(1), stream }
    }

    /// The number at a place below the count.
    #[inline]
    pub(crate) fn at(&self, place: u64) -> u64 {
        let mut number = self.scramble(place);
        // A permutation of a larger range, followed along its cycle: it comes back into the range, at the latest at `place`.
        while number >= self.count {
            number = self.scramble(number);
        }
        number
    }

    #[inline]
    fn scramble(&self, number: u64) -> u64 {
        let mask = (1 << self.half_bits) - 1;
        let (mut left, mut right) = (number >> self.half_bits, number & mask);
        for round in 0..ROUNDS {
            let scrambled = self.stream.bits((round << self.half_bits) | right) & mask;
            (left, right) = (right, left ^ scrambled);
        }
        (left << self.half_bits) | right
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_comes_once_in_an_order_of_its_own() {
        for count in [1, 2, 3, 7, 64, 65, 1000, 4097] {
            let order = |seed| {
                let permutation = Permutation::new(count, Stream::new(seed));
                (0..count).map(|place| permutation.at(place)).collect::<Vec<_>>()
            };
            let mut sorted = order(1);
            sorted.sort_unstable();
            assert_eq!(sorted, (0..count).collect::<Vec<_>>(), "{count}");
            assert!(count < 8 || order(1) != order(2), "{count}");
        }
    }
}
