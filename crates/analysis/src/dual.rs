//! A number with its slope: how it changes with one input.

use buildout_model::Number;
use core::ops::{Add, Div, Mul, Neg, Sub};

/// A value and its derivative as the input moves one way.
///
/// Of equal values the one that rises less is the smaller, because it is as soon as the input has moved: so that at a kink every
/// comparison looks to the same side, the one that the input moves to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dual {
    pub(crate) value: f64,
    pub(crate) slope: f64,
}

impl Dual {
    /// The variable itself, about to rise.
    pub(crate) fn rising(value: f64) -> Self {
        Self { value, slope: 1.0 }
    }

    /// The variable itself, about to fall: slopes are those of the fall.
    pub(crate) fn falling(value: f64) -> Self {
        Self { value, slope: -1.0 }
    }
}

impl Add for Dual {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { value: self.value + other.value, slope: self.slope + other.slope }
    }
}

impl Sub for Dual {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self { value: self.value - other.value, slope: self.slope - other.slope }
    }
}

impl Mul for Dual {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self { value: self.value * other.value, slope: self.slope * other.value + self.value * other.slope }
    }
}

impl Div for Dual {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        let value = self.value / other.value;
        Self { value, slope: (self.slope - value * other.slope) / other.value }
    }
}

impl Add<f64> for Dual {
    type Output = Self;
    fn add(self, other: f64) -> Self {
        Self { value: self.value + other, slope: self.slope }
    }
}

impl Sub<f64> for Dual {
    type Output = Self;
    fn sub(self, other: f64) -> Self {
        Self { value: self.value - other, slope: self.slope }
    }
}

impl Mul<f64> for Dual {
    type Output = Self;
    fn mul(self, other: f64) -> Self {
        Self { value: self.value * other, slope: self.slope * other }
    }
}

impl Div<f64> for Dual {
    type Output = Self;
    fn div(self, other: f64) -> Self {
        Self { value: self.value / other, slope: self.slope / other }
    }
}

impl Neg for Dual {
    type Output = Self;
    fn neg(self) -> Self {
        Self { value: -self.value, slope: -self.slope }
    }
}

impl Number for Dual {
    type Mask = bool;

    fn of(value: f64) -> Self {
        Self { value, slope: 0.0 }
    }
    fn sqrt(self) -> Self {
        let value = f64::sqrt(self.value);
        // Of nothing that does not move, nothing moves, whatever the slope of the root.
        let slope = if self.slope == 0.0 { 0.0 } else { self.slope / (2.0 * value) };
        Self { value, slope }
    }
    fn exp(self) -> Self {
        let value = libm::exp(self.value);
        Self { value, slope: value * self.slope }
    }
    fn ln(self) -> Self {
        Self { value: libm::log(self.value), slope: self.slope / self.value }
    }
    fn powf(self, exponent: Self) -> Self {
        let value = Number::powf(self.value, exponent.value);
        let of_base = if self.slope == 0.0 { 0.0 } else { exponent.value / self.value * self.slope };
        let of_exponent = if exponent.slope == 0.0 { 0.0 } else { libm::log(self.value) * exponent.slope };
        Self { value, slope: value * (of_base + of_exponent) }
    }
    fn floor(self) -> Self {
        let whole = f64::floor(self.value);
        // A whole number that is about to fall.
        Self::of(if self.value == whole && self.slope < 0.0 { whole - 1.0 } else { whole })
    }
    fn below(self, other: Self) -> bool {
        self.value < other.value || (self.value == other.value && self.slope < other.slope)
    }
    fn over(self, divisor: Self, otherwise: f64) -> Self {
        // Dividing by what is only about to be something else than zero has no slope.
        if divisor.value == 0.0 { Self::of(otherwise) } else { self / divisor }
    }
    fn both(a: bool, b: bool) -> bool {
        a && b
    }
    fn not(condition: bool) -> bool {
        !condition
    }
    fn choose(condition: bool, yes: Self, no: Self) -> Self {
        if condition { yes } else { no }
    }
    fn cleared(is_rounding: bool, value: Self) -> Self {
        Self { value: if is_rounding { 0.0 } else { value.value }, slope: value.slope }
    }
    fn pick(values: &[Self], index: Self) -> Self {
        let zero = Self::of(0.0);
        if index.value < 0.0 { zero } else { values.get(index.value as usize).copied().unwrap_or(zero) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slopes_are_those_of_calculus() {
        fn check(name: &str, at: f64, function: fn(Dual) -> Dual, slope: f64) {
            let found = function(Dual::rising(at)).slope;
            assert!(
                (found - slope).abs() < 1e-12 * slope.abs().max(1.0),
                "{name} at {at}: {found} instead of {slope}"
            );
        }
        check("x³", 2.0, |x| x * x * x, 12.0);
        check("1/x", 4.0, |x| Dual::of(1.0) / x, -1.0 / 16.0);
        check("√x", 9.0, Dual::sqrt, 1.0 / 6.0);
        check("eˣ", 1.0, Dual::exp, core::f64::consts::E);
        check("ln x", 5.0, Dual::ln, 0.2);
        check("xˣ", 2.0, |x| x.powf(x), 4.0 * (libm::log(2.0) + 1.0));
        check("x² by power", 3.0, |x| x.powf(Dual::of(2.0)), 6.0);
        check("max", 3.0, |x| Number::max(x, x * x), 6.0);
        check("x − ⌊x⌋", 2.5, |x| x - x.floor(), 1.0);
        // Kinks: the side to the right.
        check("|x|", 0.0, |x| Number::max(x, -x), 1.0);
        check("min(x, 1)", 1.0, |x| Number::min(x, Dual::of(1.0)), 0.0);
        check("max(x, 1)", 1.0, |x| Number::max(Dual::of(1.0), x), 1.0);
        check("⌊−x⌋ at a whole number", 2.0, |x| (-x).floor() * x, -3.0);
        check("2x/3 − 1 + x", 1.0, |x| x * 2.0 / 3.0 - 1.0 + x, 5.0 / 3.0);
    }

    #[test]
    fn a_falling_variable_looks_to_the_other_side() {
        fn check(name: &str, at: f64, function: fn(Dual) -> Dual, of_fall: f64) {
            let found = function(Dual::falling(at)).slope;
            assert!((found - of_fall).abs() < 1e-12, "{name} at {at}: {found} instead of {of_fall}");
        }
        check("|x|", 0.0, |x| Number::max(x, -x), 1.0);
        check("min(x, 1)", 1.0, |x| Number::min(x, Dual::of(1.0)), -1.0);
        check("max(x, 1)", 1.0, |x| Number::max(Dual::of(1.0), x), 0.0);
        check("⌊x⌋ x", 2.0, |x| x.floor() * x, -1.0);
        check("x²", 3.0, |x| x * x, -6.0);
    }
}
