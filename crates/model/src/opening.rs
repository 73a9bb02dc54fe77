//! The position at the start of a run.

use crate::{input::Inputs, number::Number, step::energising};

/// How the energised room is held at the start.
#[derive(Clone, Copy)]
pub(crate) struct Opening<N> {
    pub(crate) core_it: N,
    /// Idle share of the room.
    pub(crate) idle: N,
}

/// The core holds at least this share of the room, whatever AI holds.
const CORE_AT_LEAST: f64 = 0.1;

impl<N: Number> Opening<N> {
    pub(crate) fn new(inputs: &Inputs<N>) -> Self {
        let room = energising::it_room(inputs, inputs.power_start).named("opening_room");
        let core_it = (room * CORE_AT_LEAST)
            .max(room * inputs.idle_start.rest() - inputs.ai_it_start)
            .named("opening_core_it");
        let idle = ((core_it + inputs.ai_it_start) / room).rest().or_zero().named("opening_idle");
        Self { core_it, idle }
    }
}

/// An opening fleet that does not fit into the energised room, so that free room can be negative.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Overfull {
    /// AI IT power at the start, GW.
    pub ai_it_start: f64,
    /// The most that fits beside the core: nine tenths of the room, GW.
    pub fits: f64,
}

/// Whether the opening position holds more AI than its room has place for.
#[must_use]
pub fn overfull_opening(inputs: &Inputs<f64>) -> Option<Overfull> {
    let fits = energising::it_room(inputs, inputs.power_start) * (1.0 - CORE_AT_LEAST);
    (inputs.ai_it_start > fits).then_some(Overfull { ai_it_start: inputs.ai_it_start, fits })
}

impl core::fmt::Display for Overfull {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(
            f,
            "ai_it_start = {} GW does not fit: the energised room has place for {:.2} GW beside the core, so free room is negative",
            self.ai_it_start, self.fits
        )
    }
}
