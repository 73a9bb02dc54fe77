//! Step 6: buy chips up to the tightest limit.

use crate::{fixed::TINY, growth::Compound, input::Inputs, number::Number};

/// Chips paid for that wait for power, and the supply of more.
pub(crate) struct Purchase<N> {
    supply: Compound<N>,
    /// GW of IT.
    pub(crate) waiting: N,
    /// B$ paid for them.
    paid_waiting: N,
}

/// Limits on this quarter's purchase, GW of IT, in the order of [`crate::Limit::ALL`].
#[derive(Clone, Copy)]
pub(crate) struct Limits<N> {
    pub(crate) power: N,
    pub(crate) chips: N,
    pub(crate) capital: N,
    pub(crate) demand: N,
}

impl<N: Number> Limits<N> {
    /// The place of the first limit within rounding of the smallest.
    fn binding(&self) -> N {
        let smallest =
            (self.power.min(self.chips).min(self.capital).min(self.demand) + TINY).named("smallest_limit");
        let capital_or_demand = N::choose(self.capital.at_most(smallest), N::of(2.0), N::of(3.0));
        let chips_or_later = N::choose(self.chips.at_most(smallest), N::of(1.0), capital_or_demand);
        N::choose(self.power.at_most(smallest), N::of(0.0), chips_or_later)
    }
}

/// What a quarter buys and installs.
#[derive(Clone, Copy)]
pub(crate) struct Bought<N> {
    pub(crate) binding: N,
    pub(crate) bought: N,
    pub(crate) installed: N,
    /// B$ paid for chips.
    pub(crate) chip_capex: N,
    /// B$ of chips put in service, whenever they were paid.
    pub(crate) in_service: N,
}

impl<N: Number> Purchase<N> {
    pub(crate) fn new(inputs: &Inputs<N>) -> Self {
        Self {
            supply: Compound::per_year("chip_supply_factor", inputs.chip_supply_growth + 1.0),
            waiting: N::of(0.0),
            paid_waiting: N::of(0.0),
        }
    }

    /// GW of chips delivered in the quarter.
    pub(crate) fn advance_supply(&mut self, inputs: &Inputs<N>) -> N {
        inputs.chip_supply / 4.0 * self.supply.advance()
    }

    /// Buys at `cost` B$ per GW.
    pub(crate) fn buy(&mut self, inputs: &Inputs<N>, limits: &Limits<N>, cost: N) -> Bought<N> {
        let ahead_of_power =
            (limits.power + inputs.max_waiting * limits.chips - self.waiting).named("ahead_of_power");
        let bought = limits.capital.min(limits.chips).min(limits.demand).min(ahead_of_power).or_zero();
        let on_hand = (self.waiting + bought).named("on_hand");
        let installed = on_hand.min(limits.power);
        let chip_capex = bought * cost;

        let pool = (self.paid_waiting + chip_capex).named("pool");
        let has_any = N::of(TINY).below(on_hand);
        let share = installed / N::choose(has_any, on_hand, N::of(1.0));
        let in_service = N::choose(has_any, pool * share, N::of(0.0)).named("in_service");

        let left = (on_hand - installed).named("left_waiting");
        let is_rounding = left.below(N::of(TINY));
        self.waiting = N::cleared(is_rounding, left);
        self.paid_waiting = N::cleared(is_rounding, pool - in_service).named("paid_waiting");
        Bought { binding: limits.binding(), bought, installed, chip_capex, in_service }
    }
}
