//! Step 7: sell what is ready, split it by service, and roll the backlog.

use super::{market::Wanted, services::Services};
use crate::{
    growth::{Faded, Fading},
    input::Inputs,
    number::Number,
};

/// Capacity that is ready, developer seats and backlog.
pub(crate) struct Sales<N> {
    seat_growth: Faded<N>,
    ready: N,
    seats: N,
    /// Performance obligations, B$.
    pub(crate) backlog: N,
    /// AWS sales of the last reported quarter, B$.
    aws_start: N,
}

/// What a quarter sells, B$ a quarter.
#[derive(Clone, Copy)]
pub(crate) struct Sold<N> {
    /// Ready capacity at full use, B$ a year.
    pub(crate) full: N,
    /// Share of it that is sold.
    pub(crate) utilisation: N,
    pub(crate) ai: N,
    pub(crate) training: N,
    pub(crate) raw: N,
    pub(crate) managed: N,
    pub(crate) agents: N,
    pub(crate) tools: N,
    pub(crate) aws: N,
}

impl<N: Number> Sales<N> {
    pub(crate) fn new(inputs: &Inputs<N>, aws_start: N) -> Self {
        Self {
            seat_growth: Faded::new(
                Fading { rate: "seat_growth", left: "seat_growth_left" },
                inputs.developer_seat_growth,
                inputs.core_growth_later,
                inputs.core_fade,
            ),
            ready: (inputs.ai_it_start * inputs.ready_start).named("opening_ready"),
            seats: inputs.developer_seats,
            backlog: inputs.backlog_start,
            aws_start,
        }
    }

    /// `worth` is that of the fleet after the purchases, B$ a year; `core` are core sales.
    pub(crate) fn advance(
        &mut self,
        inputs: &Inputs<N>,
        ai_it: N,
        worth: N,
        services: &Services<N>,
        wanted: &Wanted<N>,
        core: N,
    ) -> Sold<N> {
        let ready = self.ready.min(ai_it);
        self.ready = (ready + (ai_it - ready) / (inputs.ramp + 1.0)).named("ready");
        let full = (worth * self.ready * services.service).over(ai_it, 0.0).named("full");
        let is_empty = full.at_most(N::of(0.0));
        let utilisation =
            N::choose(is_empty, N::of(0.0), inputs.utilisation.min(wanted.sought.over(full, 0.0)));
        let ai = utilisation * full / 4.0;
        let per_service = (ai / services.service).named("per_service");

        self.seats = (self.seats * self.seat_growth.advance_factor()).named("seats");
        let tools = self.seats * inputs.developer_seat_price * 3.0 / 1000.0;
        let aws = core + ai + tools;

        // Where the market is smaller than what contracts hold up, less is signed.
        let signing = N::of(1.0).min(wanted.market.over(ai * 4.0, 1.0)).named("signing");
        let added = (inputs.backlog_adds * aws / self.aws_start * signing).named("added");
        self.backlog = self.backlog + added - self.backlog / (inputs.backlog_life * 4.0);

        Sold {
            full,
            utilisation,
            ai,
            training: per_service * services.training,
            raw: per_service * services.raw,
            managed: per_service * services.managed,
            agents: per_service * services.agents,
            tools,
            aws,
        }
    }
}
