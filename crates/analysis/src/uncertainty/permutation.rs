//! A random order of numbers that is known place by place.

use super::hash::Stream;

/// A random permutation of `0..count`, computed for each place on its own: nothing is stored, however many there are.
///
/// The place is split into two parts of its bits that scramble each other in turn (a Feistel network, which has an inverse
/// whatever the scrambling does); a number outside the range is scrambled again until it falls inside.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Permutation {
    count: u32,
    low_bits: u32,
    low_mask: u32,
    high_mask: u32,
    keys: [u32; ROUNDS],
}

const ROUNDS: usize = 4;

impl Permutation {
    /// The permutation of `0..count` that belongs to a stream.
    pub(crate) fn new(count: u32, stream: Stream) -> Self {
        let bits = (u32::BITS - count.saturating_sub(1).leading_zeros()).max(2);
        let low_bits = bits / 2;
        let mask = |bits: u32| (1 << bits) - 1;
        let keys = core::array::from_fn(|round| stream.bits(round as u64) as u32);
        Self { count, low_bits, low_mask: mask(low_bits), high_mask: mask(bits - low_bits), keys }
    }

    /// The number at a place below the count.
    #[inline]
    pub(crate) fn at(&self, place: u32) -> u32 {
        let mut number = self.scramble(place);
        // A permutation of a larger range, followed along its cycle: it comes back into the range, at the latest at `place`.
        while number >= self.count {
            number = self.scramble(number);
        }
        number
    }

    #[inline]
    fn scramble(&self, number: u32) -> u32 {
        let (mut high, mut low) = (number >> self.low_bits, number & self.low_mask);
        for pair in self.keys.chunks_exact(2) {
            let [one, two] = [0, 1].map(|place| pair.get(place).copied().unwrap_or_default());
            high ^= stir(low, one) & self.high_mask;
            low ^= stir(high, two) & self.low_mask;
        }
        (high << self.low_bits) | low
    }
}

/// Scatters a few bits over many.
#[inline]
fn stir(bits: u32, key: u32) -> u32 {
    let product = (bits ^ key).wrapping_mul(0x9e37_79b1);
    let product = (product ^ (product >> 15)).wrapping_mul(0x2c1b_3c6d);
    product ^ (product >> 13)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_comes_once_in_an_order_of_its_own() {
        for count in [1, 2, 3, 7, 64, 65, 1000, 4097, 100_000] {
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

    #[test]
    fn a_number_is_as_likely_at_every_place_and_says_nothing_of_the_next() {
        let count = 1000;
        let (mut sum, mut product) = (0.0, 0.0);
        for seed in 0..200 {
            let permutation = Permutation::new(count, Stream::new(seed));
            let centred = |place| (f64::from(permutation.at(place)) + 0.5) / f64::from(count) - 0.5;
            sum += centred(3);
            product +=
                (0..count - 1).map(|place| centred(place) * centred(place + 1)).sum::<f64>() * 12.0 / 999.0;
        }
        assert!((sum / 200.0).abs() < 0.06, "{sum}");
        assert!((product / 200.0).abs() < 0.01, "{product}");
    }
}
