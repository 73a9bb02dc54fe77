//! Step 12: the AI build from here, without what the opening fleet earns.

use super::{aws_income::RunningCost, fleet, market::Wanted};
use crate::{growth::Compound, input::Inputs, now::Now, number::Number, stock::WriteOff};

/// The build's books.
pub(crate) struct Programme<N> {
    opening_worth: N,
    price_kept: Compound<N>,
    facilities: WriteOff<N>,
    chips_economic: WriteOff<N>,
    /// Running sum of its cash flow, B$.
    pub(crate) total: N,
    /// Book value over economic life, B$.
    pub(crate) book: N,
    /// Tax put off by expensing at once, B$.
    pub(crate) tax_deferred: N,
}

/// What the build is made of this quarter.
pub(crate) struct Build<N> {
    pub(crate) ai_it: N,
    /// Worth of the fleet after the purchases, B$ a year.
    pub(crate) worth: N,
    /// AI sales, B$ a quarter.
    pub(crate) ai_sales: N,
    pub(crate) chip_capex: N,
    pub(crate) facility_capex: N,
    pub(crate) in_service: N,
    /// Depreciation of chips put in service since the start, B$.
    pub(crate) chips_charge: N,
}

/// Its result in a quarter, B$.
#[derive(Clone, Copy)]
pub(crate) struct Result<N> {
    pub(crate) earnings: N,
    pub(crate) cash_flow: N,
}

impl<N: Number> Programme<N> {
    #[inline(always)]
    pub(crate) fn new(inputs: &Inputs<N>) -> Self {
        let zero = N::of(0.0);
        Self {
            opening_worth: fleet::opening_worth(inputs),
            price_kept: Compound::per_quarter("price_kept", fleet::price_decay(inputs).rest()),
            facilities: WriteOff::over_years("build_facilities_charge", inputs.facility_life),
            chips_economic: WriteOff::over_years("build_chips_charge", inputs.chip_life_economic),
            total: zero,
            book: zero,
            tax_deferred: zero,
        }
    }

    pub(crate) fn advance(
        &mut self,
        now: &Now<'_, N>,
        build: &Build<N>,
        wanted: &Wanted<N>,
        cost: &RunningCost<N>,
    ) -> Result<N> {
        let &Now { inputs, t, .. } = now;
        let old = (N::of(1.0) - (t + 1.0) / (inputs.chip_life_economic * 4.0)).or_zero().named("old");
        let old_it = (inputs.ai_it_start * old).named("old_it");
        let spot = wanted.contracted.rest() * wanted.scarcity * self.price_kept.advance();
        let old_worth = (self.opening_worth * old * (wanted.contracted + spot)).named("old_worth");
        let new_share = |old: N, all: N| {
            let is_none = all.at_most(N::of(0.0));
            N::choose(is_none, N::of(0.0), old.over(all, 1.0).rest().clamp01())
        };
        let new_it = new_share(old_it, build.ai_it).named("new_it");
        let new_worth = new_share(old_worth, build.worth).named("new_worth");
        let earnings =
            new_worth * (build.ai_sales - cost.ai_people) - new_it * (cost.ai_energy + cost.ai_site);

        let facility_capex = (build.facility_capex * inputs.ai_facility_share).named("build_facility_capex");
        let facility_charge = self.facilities.place(facility_capex);
        let expensed_at_once = (inputs.bonus_depreciation * (build.chip_capex - build.chips_charge))
            .named("build_expensed_at_once");
        let taxable =
            (earnings - build.chips_charge - facility_charge - expensed_at_once).named("build_taxable");
        let cash_flow = earnings - inputs.tax_rate * taxable - build.chip_capex - facility_capex;

        self.total = self.total + cash_flow;
        let chips_economic = self.chips_economic.place(build.in_service);
        self.book = self.book + build.chip_capex + facility_capex - facility_charge - chips_economic;
        self.tax_deferred = self.tax_deferred + inputs.tax_rate * expensed_at_once;
        Result { earnings, cash_flow }
    }
}
