//! Several runs at once: one number that is many, a lane a draw.

use buildout_model::Number;
use core::ops::{Add, Div, Mul, Neg, Sub};
use wide::f64x4;

/// Four numbers that are computed with together; where the machine has vectors of two, in two of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lanes(f64x4);

impl Lanes {
    pub(crate) const COUNT: usize = 4;

    pub(crate) fn from_array(values: [f64; Self::COUNT]) -> Self {
        Self(f64x4::from(values))
    }

    #[inline(always)]
    pub(crate) fn to_array(self) -> [f64; Self::COUNT] {
        self.0.to_array()
    }
}

macro_rules! operations {
    ($($operation:ident $name:ident)*) => {$(
        impl $operation for Lanes {
            type Output = Self;
            #[inline(always)]
            fn $name(self, other: Self) -> Self {
                Self(self.0.$name(other.0))
            }
        }
        impl $operation<f64> for Lanes {
            type Output = Self;
            #[inline(always)]
            fn $name(self, other: f64) -> Self {
                Self(self.0.$name(f64x4::splat(other)))
            }
        }
    )*};
}

operations! { Add add Sub sub Mul mul Div div }

impl Neg for Lanes {
    type Output = Self;
    #[inline(always)]
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Number for Lanes {
    /// All bits of a lane, or none.
    type Mask = f64x4;

    #[inline(always)]
    fn of(value: f64) -> Self {
        Self(f64x4::splat(value))
    }
    #[inline(always)]
    fn sqrt(self) -> Self {
        Self(self.0.sqrt())
    }
    #[inline(never)]
    fn exp(self) -> Self {
        Self(self.0.exp())
    }
    #[inline(never)]
    fn ln(self) -> Self {
        Self(self.0.ln())
    }
    #[inline(always)]
    fn powf(self, exponent: Self) -> Self {
        (exponent * self.ln()).exp()
    }
    #[inline(always)]
    fn floor(self) -> Self {
        Self(self.0.floor())
    }
    #[inline(always)]
    fn below(self, other: Self) -> f64x4 {
        self.0.simd_lt(other.0)
    }
    #[inline(always)]
    fn both(a: f64x4, b: f64x4) -> f64x4 {
        a & b
    }
    #[inline(always)]
    fn not(condition: f64x4) -> f64x4 {
        !condition
    }
    #[inline(always)]
    fn choose(condition: f64x4, yes: Self, no: Self) -> Self {
        Self(condition.bitselect(yes.0, no.0))
    }
    #[inline(always)]
    fn pick(values: &[Self], index: Self) -> Self {
        let index = index.to_array();
        let [first, ..] = index;
        if index.iter().all(|other| *other == first) {
            // Lives in whole quarters are the same in all lanes, but for who is uncertain of them.
            return if first < 0.0 {
                Self::of(0.0)
            } else {
                values.get(first as usize).copied().unwrap_or(Self::of(0.0))
            };
        }
        let mut lane = 0;
        Self::from_array(index.map(|index| {
            let picked = if index < 0.0 { None } else { values.get(index as usize) };
            let value = picked.and_then(|picked| picked.to_array().get(lane).copied()).unwrap_or(0.0);
            lane += 1;
            value
        }))
    }
}
