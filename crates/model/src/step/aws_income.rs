//! Step 9: what AWS costs to run, and what it earns.

use crate::{
    fixed::{HOURS, IDLE_USE},
    growth::Compound,
    input::Inputs,
    number::Number,
};

/// The tariff and the efficiency of the organisation, as they drift.
pub(crate) struct AwsIncome<N> {
    electricity: Compound<N>,
    lean: Compound<N>,
}

/// Cost of running AWS in a quarter, B$.
#[derive(Clone, Copy)]
pub(crate) struct RunningCost<N> {
    pub(crate) ai_energy: N,
    pub(crate) ai_site: N,
    pub(crate) ai_people: N,
    /// Electricity of core and AI.
    pub(crate) energy: N,
    /// Site and people of core and AI.
    pub(crate) opex: N,
}

/// Electricity of a GW of IT in a quarter, B$, `drift` being the rise of the price since the start.
pub(crate) fn tariff<N: Number>(inputs: &Inputs<N>, drift: N) -> N {
    inputs.electricity * drift * HOURS * inputs.pue * inputs.load_factor / 4000.0
}

impl<N: Number> AwsIncome<N> {
    pub(crate) fn new(inputs: &Inputs<N>) -> Self {
        Self {
            electricity: Compound::per_year("electricity_factor", inputs.electricity_growth + 1.0),
            lean: Compound::per_year("lean", inputs.opex_leverage.rest()),
        }
    }

    /// `core_and_tools` are sales, B$ a quarter.
    pub(crate) fn advance(
        &mut self,
        inputs: &Inputs<N>,
        ai_it: N,
        core_it: N,
        utilisation: N,
        ai_sales: N,
        core_and_tools: N,
    ) -> RunningCost<N> {
        let tariff = tariff(inputs, self.electricity.advance()).named("tariff");
        let lean = self.lean.advance();
        let ai_energy =
            (ai_it * utilisation.max(N::of(IDLE_USE)) / inputs.utilisation * tariff).named("ai_energy");
        let ai_site = (ai_it * inputs.site_opex / 4.0).named("ai_site");
        let ai_people = (inputs.ai_opex * ai_sales * lean).named("ai_people");
        let core_site = (core_it * inputs.site_opex / 4.0).named("core_site");
        let core_people = (inputs.core_opex * core_and_tools * lean).named("core_people");
        RunningCost {
            ai_energy,
            ai_site,
            ai_people,
            energy: ai_energy + (core_it * tariff).named("core_energy"),
            opex: ai_site + core_site + ai_people + core_people,
        }
    }
}
