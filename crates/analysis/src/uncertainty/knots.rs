//! A quantile function from its lower end to its median, between exact values.

/// A quantile function on 0…1/2, interpolated between knots with their exact slopes.
///
/// The knots lie closer the nearer they come to 0, where quantile functions are steep: each halving of the probability has
/// as many. So the exponent and the first bits of the mantissa of a probability number its cell.
#[derive(Clone, Debug)]
pub(crate) struct Knots(Vec<Knot>);

/// A quantile and its slope over the probability.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Knot {
    pub(crate) value: f64,
    pub(crate) slope: f64,
}

/// Halvings of the probability from 1/2 down to the first knot: nearer to the end comes one draw in eight million.
const OCTAVES: usize = 22;
/// Knots in each halving.
const KNOTS: usize = 4;
/// Bits of a probability behind those that number its cell.
const CELL_BITS: u32 = MANTISSA_BITS - KNOTS.trailing_zeros();
const MANTISSA_BITS: u32 = f64::MANTISSA_DIGITS - 1;

/// The probability of the first knot, 2⁻²³.
const FIRST: f64 = 1.0 / (1_u64 << (OCTAVES + 1)) as f64;

fn probability(knot: usize) -> f64 {
    (1.0 + (knot % KNOTS) as f64 / KNOTS as f64) * (1_u64 << (knot / KNOTS)) as f64 * FIRST
}

impl Knots {
    /// From the quantile at each probability, which are asked for in rising order.
    pub(crate) fn new(exact: impl FnMut(f64) -> Knot) -> Self {
        Self((0..=OCTAVES * KNOTS).map(probability).map(exact).collect())
    }

    /// The quantile at a probability of at most 1/2; below the first knot, that of the first knot.
    #[inline]
    pub(crate) fn at(&self, probability_below: f64) -> f64 {
        let at = probability_below.max(FIRST);
        let bits = at.to_bits();
        let cell = ((bits >> CELL_BITS) - (FIRST.to_bits() >> CELL_BITS)) as usize;
        let Some([before, after]) = self.0.get(cell..).and_then(<[Knot]>::first_chunk::<2>) else {
            // At 1/2 itself.
            return self.0.last().map_or(0.0, |median| median.value);
        };
        let start = f64::from_bits(bits >> CELL_BITS << CELL_BITS);
        let power_of_two = f64::from_bits(bits >> MANTISSA_BITS << MANTISSA_BITS);
        let width = power_of_two * (1.0 / KNOTS as f64);
        // Hermite's cubic.
        let s = (at - start) / width;
        let (rise, from, to) = (after.value - before.value, before.slope * width, after.slope * width);
        let bend = from + to - 2.0 * rise;
        before.value + s * (from + s * (3.0 * rise - 2.0 * from - to + s * bend))
    }
}
