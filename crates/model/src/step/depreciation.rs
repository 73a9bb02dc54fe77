//! Step 8: depreciation, from the day in service.

use crate::{input::Inputs, now::Now, number::Number, stock::WriteOff};

/// Four write-offs; what stood in the books before the run is added as it runs out.
pub(crate) struct Depreciation<N> {
    chips: WriteOff<N>,
    finished_servers: WriteOff<N>,
    core: WriteOff<N>,
    facilities: WriteOff<N>,
}

/// Charges of a quarter, B$.
#[derive(Clone, Copy)]
pub(crate) struct Charges<N> {
    /// AI servers put in service since the start.
    pub(crate) chips: N,
    /// Servers of the construction in progress at the start.
    pub(crate) finished_servers: N,
    /// Servers of the core cloud.
    pub(crate) core: N,
    /// All depreciation of AWS plant.
    pub(crate) aws: N,
}

impl<N: Number> Depreciation<N> {
    #[inline(always)]
    pub(crate) fn new(inputs: &Inputs<N>) -> Self {
        Self {
            chips: WriteOff::over_years("chips_charge", inputs.chip_life_accounting),
            finished_servers: WriteOff::over_years("finished_charge", inputs.chip_life_accounting),
            core: WriteOff::over_years("core_charge", inputs.server_life),
            facilities: WriteOff::over_years("facilities_charge", inputs.facility_life),
        }
    }

    /// `facilities` are those energised this quarter at today's price, B$.
    pub(crate) fn advance(
        &mut self,
        now: &Now<'_, N>,
        in_service: N,
        core_capex: N,
        facilities: N,
    ) -> Charges<N> {
        let &Now { inputs, t, .. } = now;
        let legacy_left = |life_years: N| (N::of(1.0) - (t + 1.0) / (life_years * 4.0)).or_zero();
        let legacy = (inputs.legacy_dep
            * (inputs.legacy_short_share * legacy_left(inputs.legacy_life)
                + inputs.legacy_short_share.rest() * legacy_left(inputs.facility_life)))
        .named("legacy");
        let finished =
            (inputs.cip_start * (inputs.cip_quarters - t).clamp01() / inputs.cip_quarters).named("finished");

        let chips = self.chips.place(in_service);
        let finished_servers = self.finished_servers.place(finished * inputs.cip_short_share);
        let core = self.core.place(core_capex);
        let facilities = self.facilities.place(facilities + finished * inputs.cip_short_share.rest());
        let aws = legacy + chips + finished_servers + core + facilities;
        Charges { chips, finished_servers, core, aws }
    }
}
