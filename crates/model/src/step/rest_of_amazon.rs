//! Step 10: advertising, stores and everything else.

use crate::{
    baseline::Baseline,
    fixed::{ADS_SEASON, MARGIN_SEASON, STORES_SEASON},
    growth::{Compound, Faded},
    input::Inputs,
    now::Now,
    number::Number,
    output::Output,
};

/// Levels of sales without their season.
pub(crate) struct RestOfAmazon<N> {
    ads_growth: Faded<N>,
    ads_level: N,
    stores_growth: Compound<N>,
    stores_level: f64,
}

/// Sales and operating income outside AWS, B$ a quarter.
#[derive(Clone, Copy)]
pub(crate) struct Rest<N> {
    pub(crate) ads: N,
    pub(crate) stores: N,
    pub(crate) operating_income: N,
}

impl<N: Number> RestOfAmazon<N> {
    pub(crate) fn new(inputs: &Inputs<N>, baseline: Baseline) -> Self {
        let last = baseline.history_end();
        let [ads] = baseline.history(|reported| reported.ads_revenue.unwrap_or(f64::NAN));
        let [stores] = baseline.history(|reported| reported.get(Output::StoresRevenue).unwrap_or(f64::NAN));
        let first_growth = inputs.ads_growth + inputs.ads_ai_uplift + inputs.ads_dsp_uplift;
        Self {
            ads_growth: Faded::new(first_growth, inputs.ads_growth_later, inputs.ads_fade),
            ads_level: N::of(ads / last.of_season(&ADS_SEASON)),
            stores_growth: Compound::per_year(inputs.stores_growth + 1.0),
            stores_level: stores / last.of_season(&STORES_SEASON),
        }
    }

    pub(crate) fn advance(&mut self, now: &Now<'_, N>) -> Rest<N> {
        let &Now { inputs, quarter, years, .. } = now;
        self.ads_level = self.ads_level * self.ads_growth.advance_factor();
        let ads = self.ads_level * quarter.of_season(&ADS_SEASON);
        let stores = self.stores_growth.advance() * self.stores_level * quarter.of_season(&STORES_SEASON);
        let stores_margin = inputs.stores_margin + inputs.stores_margin_gain * years;
        let operating_income = (ads * inputs.ads_margin + stores * stores_margin)
            * quarter.of_season(&MARGIN_SEASON)
            + inputs.restructuring_savings / 4.0 * years.min(N::of(1.0));
        Rest { ads, stores, operating_income }
    }
}
