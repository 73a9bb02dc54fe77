//! Growth that compounds quarter by quarter.
//!
//! A power costs tens of nanoseconds and a run would need a thousand of them, so each is taken once before the
//! first quarter and multiplied on from there.

use crate::number::Number;

/// A factor that grows by the same rate every quarter: 1 at the start of the run.
#[derive(Clone, Copy)]
pub(crate) struct Compound<N> {
    name: &'static str,
    per_quarter: N,
    now: N,
}

impl<N: Number> Compound<N> {
    /// Grows by `factor` a year.
    pub(crate) fn per_year(name: &'static str, factor: N) -> Self {
        Self::per_quarter(name, factor.fourth_root())
    }

    /// Grows by `factor` a quarter.
    pub(crate) fn per_quarter(name: &'static str, factor: N) -> Self {
        Self { name, per_quarter: factor.named_part(name, "per_quarter"), now: N::of(1.0) }
    }

    /// A quarter later.
    pub(crate) fn advance(&mut self) -> N {
        self.now = (self.now * self.per_quarter).named(self.name);
        self.now
    }
}

/// What a growth rate that fades is called, and what is left of its first value.
#[derive(Clone, Copy)]
pub(crate) struct Fading {
    pub(crate) rate: &'static str,
    pub(crate) left: &'static str,
}

/// A growth rate that fades from a first to a later value with a half-life in years.
#[derive(Clone, Copy)]
pub(crate) struct Faded<N> {
    name: &'static str,
    first: N,
    later: N,
    left: Compound<N>,
}

impl<N: Number> Faded<N> {
    pub(crate) fn new(name: Fading, first: N, later: N, half_life_years: N) -> Self {
        let per_quarter = N::of(0.5).powf(N::of(0.25) / half_life_years);
        Self { name: name.rate, first, later, left: Compound::per_quarter(name.left, per_quarter) }
    }

    /// The yearly rate a quarter later.
    pub(crate) fn advance(&mut self) -> N {
        (self.later + (self.first - self.later) * self.left.advance()).named(self.name)
    }

    /// The quarter's growth factor, a quarter later: the fourth root of one plus the yearly rate.
    pub(crate) fn advance_factor(&mut self) -> N {
        (self.advance() + 1.0).fourth_root()
    }
}
