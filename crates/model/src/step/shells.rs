//! Step 2: order shells as far as money and idle room allow.

use super::plans::PowerPlan;
use crate::{growth::Compound, input::Inputs, now::Now, number::Number};

/// Cost of facilities and of everything outside AWS, as they drift.
pub(crate) struct Shells<N> {
    other: Compound<N>,
    facility: Compound<N>,
}

/// What a quarter orders.
#[derive(Clone, Copy)]
pub(crate) struct Order<N> {
    /// CapEx outside AWS, B$ a quarter.
    pub(crate) other_capex: N,
    /// Shell, power and cooling, B$ per GW of facility power.
    pub(crate) facility_price: N,
    /// Share of the wished facilities that is ordered.
    pub(crate) ordered: N,
    /// B$ a quarter.
    pub(crate) facility_capex: N,
}

impl<N: Number> Shells<N> {
    pub(crate) fn new(inputs: &Inputs<N>) -> Self {
        Self {
            other: Compound::per_year("other_capex_factor", inputs.other_capex_growth + 1.0),
            facility: Compound::per_year("facility_cost_factor", inputs.facility_cost_drift + 1.0),
        }
    }

    /// `chips_cost` per GW at today's mix; `idle` and `core` are those of the last quarter.
    pub(crate) fn advance(
        &mut self,
        now: &Now<'_, N>,
        plan: &PowerPlan<N>,
        capex_plan: N,
        chips_cost: N,
        idle: N,
        core: N,
    ) -> Order<N> {
        let inputs = now.inputs;
        let other_capex = inputs.other_capex / 4.0 * self.other.advance();
        let facility_price = (inputs.facility_cost * self.facility.advance()).named("facility_price");
        let wished = (facility_price * plan.to_order(now.place)).named("wished");
        let per_it = facility_price_per_it(inputs, facility_price).named("per_it");
        let to_build = (capex_plan - other_capex - inputs.core_capex_share * core).or_zero();
        let money = (per_it / (per_it + chips_cost) * to_build).named("money");
        let idle_room = (inputs.idle_tolerance * 2.0 - idle) / inputs.idle_tolerance;
        let ordered = N::of(1.0).min(money.over(wished, 1.0)).min(idle_room.clamp01()).named("order");
        Order { other_capex, facility_price, ordered, facility_capex: ordered * wished }
    }
}

/// Facility cost of a gigawatt of IT, B$.
pub(crate) fn facility_price_per_it<N: Number>(inputs: &Inputs<N>, facility_price: N) -> N {
    facility_price * inputs.pue / inputs.fill
}
