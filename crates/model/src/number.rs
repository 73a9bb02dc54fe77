//! The number that the equations run on.

use core::ops::{Add, Div, Mul, Neg, Sub};

/// What an equation may do with a number.
///
/// The equations are written once, generic over this trait: a plain `f64` today; lanes of many draws, dual numbers
/// or a recorder tomorrow. So they never branch on a value: they compare into a [`Number::Mask`] and choose.
///
/// `exp`, `ln` and `powf` must give the same bits natively and in WebAssembly.
pub trait Number:
    Copy
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Add<f64, Output = Self>
    + Sub<f64, Output = Self>
    + Mul<f64, Output = Self>
    + Div<f64, Output = Self>
    + Neg<Output = Self>
{
    /// The outcome of a comparison, one a lane.
    type Mask: Copy;

    /// A constant.
    fn of(value: f64) -> Self;
    /// The square root.
    fn sqrt(self) -> Self;
    /// The exponential.
    fn exp(self) -> Self;
    /// The natural logarithm.
    fn ln(self) -> Self;
    /// `self` to a power that is itself a number.
    fn powf(self, exponent: Self) -> Self;
    /// The largest whole number not above.
    fn floor(self) -> Self;
    /// `self < other`.
    fn below(self, other: Self) -> Self::Mask;
    /// Both conditions.
    fn both(a: Self::Mask, b: Self::Mask) -> Self::Mask;
    /// The opposite condition.
    fn not(condition: Self::Mask) -> Self::Mask;
    /// `yes` where the condition holds, else `no`. Both sides are computed.
    fn choose(condition: Self::Mask, yes: Self, no: Self) -> Self;
    /// The value at a whole-numbered index, which may differ by lane; 0 outside the values.
    fn pick(values: &[Self], index: Self) -> Self;

    /// The same number, as the intermediate figure of the quarter being run that `docs/model.md` calls `name`.
    ///
    /// Nothing for a number that only counts. A recorder makes it a figure of its own.
    #[inline(always)]
    fn named(self, _name: &'static str) -> Self {
        self
    }
    /// Like [`Number::named`], for a `part` of the figure `of`: `chips_charge` has the part `rate`.
    #[inline(always)]
    fn named_part(self, _of: &'static str, _part: &'static str) -> Self {
        self
    }
    /// Like [`Number::named`], for a figure of the quarter that is `place` quarters after the first one run.
    #[inline(always)]
    fn named_at(self, _name: &'static str, _place: usize) -> Self {
        self
    }

    /// `value`, but zero where the condition says that it is rounding and not an amount.
    ///
    /// A number that carries a slope keeps it: nothing of a stock can be about to become something.
    #[inline(always)]
    fn cleared(is_rounding: Self::Mask, value: Self) -> Self {
        Self::choose(is_rounding, Self::of(0.0), value)
    }
    /// `self ≤ other`.
    fn at_most(self, other: Self) -> Self::Mask {
        Self::not(other.below(self))
    }
    /// The smaller of two numbers.
    fn min(self, other: Self) -> Self {
        Self::choose(other.below(self), other, self)
    }
    /// The larger of two numbers.
    fn max(self, other: Self) -> Self {
        Self::choose(self.below(other), other, self)
    }
    /// What is left of one: `1 − self`.
    fn rest(self) -> Self {
        -self + 1.0
    }
    /// Limited to 0…1.
    fn clamp01(self) -> Self {
        self.max(Self::of(0.0)).min(Self::of(1.0))
    }
    /// Limited from below to zero.
    fn or_zero(self) -> Self {
        self.max(Self::of(0.0))
    }
    /// A smooth step from 0 to 1 as `self` goes from 0 to 1.
    fn ease(self) -> Self {
        let s = self.clamp01();
        s * s * (s * -2.0 + 3.0)
    }
    /// From `a` to `b` as `self` goes from 0 to 1.
    fn between(self, a: Self, b: Self) -> Self {
        a + (b - a) * self
    }
    /// The fourth root: a yearly factor as a quarterly one.
    fn fourth_root(self) -> Self {
        self.sqrt().sqrt()
    }
    /// `self / divisor`, or `otherwise` where the divisor is zero.
    fn over(self, divisor: Self, otherwise: f64) -> Self {
        let zero = Self::of(0.0);
        let is_zero = Self::both(divisor.at_most(zero), zero.at_most(divisor));
        Self::choose(is_zero, Self::of(otherwise), self / Self::choose(is_zero, Self::of(1.0), divisor))
    }
}

impl Number for f64 {
    type Mask = bool;

    #[inline]
    fn of(value: f64) -> Self {
        value
    }
    #[inline]
    fn sqrt(self) -> Self {
        // Correctly rounded by IEEE 754 wherever it runs, and a single instruction in wasm, which libm's is not.
        f64::sqrt(self)
    }
    #[inline]
    fn exp(self) -> Self {
        libm::exp(self)
    }
    #[inline]
    fn ln(self) -> Self {
        libm::log(self)
    }
    #[inline]
    fn powf(self, exponent: Self) -> Self {
        // Bases are positive and powers small, so this keeps fifteen digits at half the time of a full `pow`.
        libm::exp(exponent * libm::log(self))
    }
    #[inline]
    fn floor(self) -> Self {
        f64::floor(self)
    }
    #[inline]
    fn below(self, other: Self) -> bool {
        self < other
    }
    #[inline]
    fn both(a: bool, b: bool) -> bool {
        a && b
    }
    #[inline]
    fn not(condition: bool) -> bool {
        !condition
    }
    #[inline]
    fn choose(condition: bool, yes: Self, no: Self) -> Self {
        if condition { yes } else { no }
    }
    #[inline]
    fn pick(values: &[Self], index: Self) -> Self {
        if index < 0.0 {
            return 0.0;
        }
        // A float cast saturates, so an index beyond the values stays beyond them.
        values.get(index as usize).copied().unwrap_or(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Number;

    #[test]
    fn ease_and_between_meet_their_ends() {
        for (at, want) in [(-1.0, 0.0), (0.0, 0.0), (0.5, 0.5), (1.0, 1.0), (7.0, 1.0)] {
            assert_eq!(Number::ease(at), want);
        }
        assert_eq!(0.25.between(4.0, 8.0), 5.0);
    }

    #[test]
    fn over_names_what_to_say_without_a_divisor() {
        assert_eq!(3.0.over(0.0, 7.0), 7.0);
        assert_eq!(3.0.over(-0.0, 7.0), 7.0);
        assert_eq!(3.0.over(2.0, 7.0), 1.5);
    }

    #[test]
    fn pick_is_zero_outside() {
        let values = [1.0, 2.0];
        for (index, want) in [(-1.0, 0.0), (0.0, 1.0), (1.0, 2.0), (2.0, 0.0), (1e300, 0.0)] {
            assert_eq!(f64::pick(&values, index), want);
        }
    }
}
