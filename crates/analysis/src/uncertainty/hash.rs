//! Random numbers by place: the number at a place of a stream depends on nothing that was drawn before, so that parts of a
//! study can be computed in any order, anywhere.

/// A stream of random numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stream(u64);

/// The golden ratio, 64 bits of it: an odd step that comes near every number.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// Mixes every bit into every other (the finaliser of SplitMix64).
fn mix(bits: u64) -> u64 {
    let bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

impl Stream {
    /// The stream of a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(mix(seed.wrapping_add(STEP)))
    }

    /// One of the streams within this one.
    pub(crate) fn within(self, name: u64) -> Self {
        Self(mix(self.0 ^ mix(name.wrapping_mul(STEP).wrapping_add(1))))
    }

    /// 64 random bits at a place.
    #[inline]
    pub(crate) fn bits(self, place: u64) -> u64 {
        mix(self.0.wrapping_add(place.wrapping_mul(STEP)))
    }

    /// A random number at a place, between 0 and 1, both excluded.
    #[inline]
    pub(crate) fn unit(self, place: u64) -> f64 {
        // 52 bits in the middle of their cell.
        ((self.bits(place) >> 12) as f64 + 0.5) * (1.0 / (1_u64 << 52) as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::Stream;

    #[test]
    fn places_and_streams_are_uniform_and_independent() {
        const COUNT: u64 = 20_000;
        let (a, b) = (Stream::new(1).within(0), Stream::new(1).within(1));
        let mean = |draw: &dyn Fn(u64) -> f64| (0..COUNT).map(draw).sum::<f64>() / COUNT as f64;
        for stream in [a, b, Stream::new(2), Stream::new(u64::MAX)] {
            assert!((mean(&|place| stream.unit(place)) - 0.5).abs() < 0.01);
            assert!((mean(&|place| stream.unit(place).powi(2)) - 1.0 / 3.0).abs() < 0.01);
        }
        let centred = |stream: Stream, place| stream.unit(place) - 0.5;
        for (other, shift) in [(a, 1), (b, 0), (b, 1)] {
            let covariance = mean(&|place| centred(a, place) * centred(other, place + shift));
            assert!((12.0 * covariance).abs() < 0.03, "{covariance}");
        }
    }
}
