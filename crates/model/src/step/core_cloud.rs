//! Step 4: the core cloud is served first.

use crate::{
    fixed::CORE_IT_KEPT,
    growth::{Faded, Fading},
    input::Inputs,
    number::Number,
};

/// The core cloud and the migration work that feeds it.
pub(crate) struct CoreCloud<N> {
    growth: Faded<N>,
    transform_growth: Faded<N>,
    saving: N,
    /// Sales, B$ a quarter.
    pub(crate) revenue: N,
    /// GW of IT.
    pub(crate) it: N,
    /// Million hours a year that Transform saves.
    pub(crate) transform_hours: N,
}

impl<N: Number> CoreCloud<N> {
    pub(crate) fn new(inputs: &Inputs<N>, opening_it: N) -> Self {
        Self {
            growth: Faded::new(
                Fading { rate: "growth", left: "growth_left" },
                inputs.core_growth,
                inputs.core_growth_later,
                inputs.core_fade,
            ),
            transform_growth: Faded::new(
                Fading { rate: "hours_growth", left: "hours_growth_left" },
                inputs.transform_growth,
                inputs.core_growth_later,
                inputs.core_fade,
            ),
            saving: inputs.core_efficiency.rest().fourth_root().named("saving"),
            revenue: inputs.core_revenue_start,
            it: opening_it,
            transform_hours: inputs.transform_hours,
        }
    }

    /// `ai_growth` is the mean quarterly rise of AI sales over the last year of the run, B$.
    pub(crate) fn advance(&mut self, inputs: &Inputs<N>, it_room: N, ai_fleet: N, ai_growth: N) {
        self.transform_hours = self.transform_hours * self.transform_growth.advance_factor();
        let pulled = (inputs.core_pull * ai_growth.or_zero()
            + inputs.transform_pull * self.transform_hours / 16.0)
            .named("pulled");
        let wanted = (self.revenue * self.growth.advance_factor() + pulled).named("wanted");
        let kept_it = (self.it * CORE_IT_KEPT).named("kept_it");
        let wanted_it = kept_it.max(self.it * wanted / self.revenue * self.saving).named("wanted_it");
        let room = (it_room - ai_fleet).or_zero().named("room");

        let is_short = room.below(wanted_it);
        let short_it = kept_it.max(wanted_it.min(room)).named("short_it");
        let short_revenue =
            wanted.min(self.revenue * short_it / self.it / self.saving).named("short_revenue");
        self.revenue = N::choose(is_short, short_revenue, wanted);
        self.it = N::choose(is_short, short_it, wanted_it);
    }
}
