//! Step 5: demand, the shock, and prices.

use super::chips::Chips;
use crate::{
    growth::{Faded, Fading},
    input::Inputs,
    limit::Limit,
    now::Now,
    number::Number,
};

/// AI demand as it grows, before prices and shocks.
pub(crate) struct Market<N> {
    growth: Faded<N>,
    demand: N,
}

/// What the market wants this quarter.
#[derive(Clone, Copy)]
pub(crate) struct Wanted<N> {
    /// Market price over list price.
    pub(crate) scarcity: N,
    /// B$ a year at market prices.
    pub(crate) market: N,
    /// The larger of the market and what contracts hold up, B$ a year.
    pub(crate) sought: N,
    /// Share of capacity sold at contracted prices.
    pub(crate) contracted: N,
}

/// `tight` as it enters prices: demand over capacity, within limits.
fn limited_tightness<N: Number>(tight: N) -> N {
    N::of(2.0).min(N::of(0.5).max(tight))
}

/// The next value of `tight`, which follows demand over capacity with a year's lag.
pub(crate) fn next_tight<N: Number>(tight: N, sought: N, capacity: N) -> N {
    let now = limited_tightness(sought.over(capacity, 2.0)).named("tight_now");
    (tight + (now - tight) / 4.0).named("tight")
}

impl<N: Number> Market<N> {
    pub(crate) fn new(inputs: &Inputs<N>) -> Self {
        Self {
            growth: Faded::new(
                Fading { rate: "demand_growth", left: "demand_growth_left" },
                inputs.ai_demand_growth,
                inputs.ai_demand_growth_later,
                inputs.ai_demand_fade,
            ),
            demand: inputs.ai_demand_start,
        }
    }

    /// What is left of the backlog after a default, which strikes once, in the first quarter of the shock that runs.
    pub(crate) fn backlog_after_default(now: &Now<'_, N>, backlog: N) -> N {
        let &Now { inputs, quarter, place, .. } = now;
        let year = f64::from(quarter.year());
        let before = if place == 0 { f64::NEG_INFINITY } else { f64::from(quarter.plus(-1).year()) };
        let strikes = N::both(inputs.shock_year.at_most(N::of(year)), N::of(before).below(inputs.shock_year));
        N::choose(strikes, backlog * inputs.backlog_default.rest(), backlog).named("backlog_kept")
    }

    /// `backlog` is that before this quarter's additions; `last_ai` are the last AI sales, B$ a quarter.
    pub(crate) fn advance(
        &mut self,
        now: &Now<'_, N>,
        chips: &Chips<N>,
        mix: N,
        tight: N,
        backlog: N,
        last_ai: N,
    ) -> Wanted<N> {
        let &Now { inputs, quarter, place, relieved, .. } = now;
        self.demand = (self.demand * self.growth.advance_factor()).named("demand");
        let is_shocked = inputs.shock_year.at_most(N::of(f64::from(quarter.year())));
        let left = N::choose(is_shocked, inputs.shock_size.rest(), N::of(1.0)).named("left");

        let scarcity = limited_tightness(tight).powf(inputs.scarcity_pricing);
        let relative = (scarcity * chips.relative_price(inputs, mix)).named("relative");
        let market = self.demand * left * relative.powf(inputs.price_elasticity.rest());
        let market = relieved.raise(market, Limit::Demand, place);
        let firm_demand = (backlog / inputs.backlog_life * inputs.backlog_ai_share).named("firm_demand");

        // Prices are protected only as far as the backlog covers sales.
        let covered = firm_demand.over(last_ai * 4.0, f64::INFINITY);
        Wanted {
            scarcity,
            market,
            sought: market.max(firm_demand).named("sought"),
            contracted: inputs.contract_share.min(covered),
        }
    }
}
