//! Step 3: facilities ordered a lead time ago are built, and energised after a slip.

use super::plans::PowerPlan;
use crate::{MAX_QUARTERS, input::Inputs, now::Now, number::Number};

/// Orders before the first quarter that a lead of eight quarters and a fraction can look back to.
const EARLIER: usize = 9;

/// What was ordered and built so far.
pub(crate) struct Energising<N> {
    ordered: [N; EARLIER + MAX_QUARTERS],
    built: [N; MAX_QUARTERS],
    /// Power built before each quarter, one entry more than there are quarters.
    built_before: [N; MAX_QUARTERS + 1],
    power: N,
}

/// Power at quarter end.
#[derive(Clone, Copy)]
pub(crate) struct Energised<N> {
    /// GW of facility power.
    pub(crate) power: N,
    /// Its change in the quarter.
    pub(crate) added: N,
    /// GW of IT that it can hold.
    pub(crate) it_room: N,
}

impl<N: Number> Energising<N> {
    #[inline(always)]
    pub(crate) fn new(inputs: &Inputs<N>) -> Self {
        Self {
            // Orders before the run were made in full.
            ordered: [N::of(1.0); EARLIER + MAX_QUARTERS],
            built: [N::of(0.0); MAX_QUARTERS],
            built_before: [N::of(0.0); MAX_QUARTERS + 1],
            power: inputs.power_start,
        }
    }

    /// `ordered` is the share of the wished facilities ordered this quarter.
    pub(crate) fn advance(&mut self, now: &Now<'_, N>, plan: &PowerPlan<N>, ordered: N) -> Energised<N> {
        let &Now { inputs, place: quarter, t, .. } = now;
        if let Some(slot) = self.ordered.get_mut(EARLIER + quarter) {
            *slot = ordered;
        }
        let lead = plan.lead();
        let ordered = self.ordered.get(..=EARLIER + quarter).unwrap_or_default();
        let order_place = t - lead.whole + EARLIER as f64;
        let order = (lead.fraction.rest() * N::pick(ordered, order_place)
            + lead.fraction * N::pick(ordered, order_place - 1.0))
        .named("ordered_ahead");
        let built = (plan.at(quarter) * order).named("built");
        if let Some(slot) = self.built.get_mut(quarter) {
            *slot = built;
        }
        let before = self.built_before.get(quarter).copied().unwrap_or(N::of(0.0));
        if let Some(slot) = self.built_before.get_mut(quarter + 1) {
            *slot = (before + built).named("built_so_far");
        }

        let eased_slip = inputs.power_slip * ((quarter + 1) as f64 / 4.0).min(1.0);
        let served = (t + 1.0 - eased_slip).or_zero().named("served");
        let whole = served.floor().named_part("served", "whole");
        let power = inputs.power_start
            + N::pick(&self.built_before, whole)
            + (served - whole) * N::pick(&self.built, whole);
        let added = power - self.power;
        self.power = power;
        Energised { power, added, it_room: it_room(inputs, power) }
    }
}

/// GW of IT that energised facility power can hold.
pub(crate) fn it_room<N: Number>(inputs: &Inputs<N>, power: N) -> N {
    power / inputs.pue * inputs.fill
}
