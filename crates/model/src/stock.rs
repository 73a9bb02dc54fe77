//! The two kinds of stock: amounts written off straight-line, and cohorts that age and decay.

use crate::{MAX_QUARTERS, fixed::TINY, number::Number};

/// What a run placed quarter by quarter, with look-up by a whole number of quarters ago.
#[derive(Clone, Copy)]
struct Placed<N> {
    amounts: [N; MAX_QUARTERS],
    len: usize,
}

impl<N: Number> Placed<N> {
    #[inline(always)]
    fn new() -> Self {
        Self { amounts: [N::of(0.0); MAX_QUARTERS], len: 0 }
    }

    /// Appends this quarter's amount; a run is never longer than the room for it.
    fn push(&mut self, amount: N) {
        if let Some(slot) = self.amounts.get_mut(self.len) {
            *slot = amount;
        }
        self.len += 1;
    }

    /// The amount of the quarter at `place`, 0 before the first and after the last.
    fn at(&self, place: N) -> N {
        N::pick(&self.amounts, place)
    }
}

/// A length of time in quarters, split into whole quarters and the fraction of one.
#[derive(Clone, Copy)]
pub(crate) struct Life<N> {
    pub(crate) quarters: N,
    pub(crate) whole: N,
    pub(crate) fraction: N,
}

impl<N: Number> Life<N> {
    /// Of `quarters`; `name` is what has this life, or lead.
    pub(crate) fn quarters(name: &'static str, quarters: N) -> Self {
        let whole = quarters.floor().named_part(name, "whole");
        Self { quarters, whole, fraction: (quarters - whole).named_part(name, "fraction") }
    }

    pub(crate) fn years(name: &'static str, years: N) -> Self {
        Self::quarters(name, (years * 4.0).named_part(name, "life"))
    }
}

fn rounding_to_zero<N: Number>(value: N) -> N {
    N::cleared(value.below(N::of(TINY)), value)
}

/// Amounts written off straight-line over a life that need not be a whole number of quarters.
#[derive(Clone, Copy)]
pub(crate) struct WriteOff<N> {
    name: &'static str,
    life: Life<N>,
    rates: Placed<N>,
    charge: N,
}

impl<N: Number> WriteOff<N> {
    #[inline(always)]
    pub(crate) fn over_years(name: &'static str, years: N) -> Self {
        Self { name, life: Life::years(name, years), rates: Placed::new(), charge: N::of(0.0) }
    }

    /// Places an amount and returns the charge of the quarter.
    pub(crate) fn place(&mut self, amount: N) -> N {
        let rate = (amount / self.life.quarters).named_part(self.name, "rate");
        let ended = N::of(self.rates.len as f64) - self.life.whole;
        self.rates.push(rate);
        let fraction = self.life.fraction;
        let charge = (self.charge + rate
            - fraction.rest() * self.rates.at(ended)
            - fraction * self.rates.at(ended - 1.0))
        .named_part(self.name, "unrounded");
        self.charge = rounding_to_zero(charge).named(self.name);
        self.charge
    }
}

/// A stock of cohorts that all last as long, each losing `decay` of itself every quarter.
#[derive(Clone, Copy)]
pub(crate) struct Cohorts<N> {
    name: &'static str,
    life: Life<N>,
    opening: N,
    keep: Keep<N>,
    bought: Placed<N>,
    total: N,
}

/// Powers of what a cohort keeps from quarter to quarter.
#[derive(Clone, Copy)]
struct Keep<N> {
    per_quarter: N,
    over_life: N,
    since_start: N,
}

impl<N: Number> Cohorts<N> {
    #[inline(always)]
    pub(crate) fn new(name: &'static str, opening: N, life: Life<N>, decay: N) -> Self {
        let per_quarter = decay.rest().named_part(name, "keep");
        let over_life = per_quarter.powf(life.whole).named_part(name, "kept_over_life");
        let keep = Keep { per_quarter, over_life, since_start: N::of(1.0) };
        let opening = opening.named_part(name, "opening");
        Self { name, life, opening, keep, bought: Placed::new(), total: opening }
    }

    /// Ages the stock by a quarter; [`Cohorts::buy`] must follow once in the same quarter.
    pub(crate) fn age(&mut self) {
        let t = N::of(self.bought.len as f64);
        let Life { quarters: life, whole, fraction } = self.life;
        let (name, keep) = (self.name, self.keep.per_quarter);
        self.keep.since_start = (self.keep.since_start * keep).named_part(name, "kept");

        // Zero once the opening stock is wholly retired, at t ≥ life.
        let leaving = (life - t).or_zero().min(N::of(1.0)).named("leaving");
        let opening_retired =
            (self.opening * leaving / life * self.keep.since_start).named_part(name, "opening_retired");
        let retired = (fraction.rest() * self.bought.at(t - whole) * self.keep.over_life
            + fraction * self.bought.at(t - whole - 1.0) * self.keep.over_life * keep)
            .named_part(name, "retired");
        let aged = rounding_to_zero(self.total * keep - opening_retired - retired);
        self.total = aged.named_part(name, "aged");
    }

    /// Adds this quarter's purchase.
    pub(crate) fn buy(&mut self, amount: N) {
        let amount = amount.named_part(self.name, "bought");
        self.bought.push(amount);
        self.total = (self.total + amount).named(self.name);
    }

    /// The stock now.
    pub(crate) fn total(&self) -> N {
        self.total
    }
}

/// The last four quarters of a flow, reported quarters included.
#[derive(Clone, Copy)]
pub(crate) struct TrailingYear<N> {
    flows: [N; 4],
}

impl<N: Number> TrailingYear<N> {
    /// From the last four flows before the run, oldest first.
    pub(crate) fn new(flows: [N; 4]) -> Self {
        Self { flows }
    }

    /// Appends a quarter and returns the flow of the same quarter a year before.
    pub(crate) fn push(&mut self, flow: N) -> N {
        let [year_before, b, c, d] = self.flows;
        self.flows = [b, c, d, flow];
        year_before
    }

    /// The sum of the last four quarters.
    pub(crate) fn sum(&self) -> N {
        let [a, b, c, d] = self.flows;
        a + b + c + d
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_write_off_charges_all_of_an_amount_and_no_more() {
        for years in [2.0, 2.1, 5.0, 5.5, 7.9] {
            let mut write_off = WriteOff::over_years("charge", years);
            let mut charged = write_off.place(100.0);
            for _ in 1..MAX_QUARTERS {
                charged += write_off.place(0.0);
            }
            assert!((charged - 100.0).abs() < 1e-9, "{charged} over {years} years");
        }
    }

    #[test]
    fn the_opening_stock_retires_evenly() {
        let mut stock = Cohorts::new("stock", 8.0, Life::quarters("stock", 8.0), 0.0);
        for quarter in 1..=10 {
            stock.age();
            stock.buy(0.0);
            assert_eq!(stock.total(), f64::from(8 - quarter.min(8)));
        }
    }

    #[test]
    fn a_decaying_purchase_leaves_nothing_behind() {
        let mut stock = Cohorts::new("stock", 0.0, Life::quarters("stock", 9.5), 0.05);
        stock.age();
        stock.buy(1.0);
        for _ in 0..9 {
            stock.age();
            stock.buy(0.0);
        }
        assert!((stock.total() - 0.5 * 0.95_f64.powi(9)).abs() < 1e-12, "half of it retires in quarter 9");
        stock.age();
        assert_eq!(stock.total(), 0.0);
    }
}
