//! Step 10: advertising, stores and everything else.

use crate::{
    fixed::{ADS_SEASON, MARGIN_SEASON, STORES_SEASON},
    growth::{Compound, Faded, Fading},
    history::History,
    input::Inputs,
    now::Now,
    number::Number,
};

/// Levels of sales without their season.
pub(crate) struct RestOfAmazon<N> {
    ads_growth: Faded<N>,
    ads_level: N,
    stores_growth: Compound<N>,
    stores_level: N,
}

/// Sales and operating income outside AWS, B$ a quarter.
#[derive(Clone, Copy)]
pub(crate) struct Rest<N> {
    pub(crate) ads: N,
    pub(crate) stores: N,
    pub(crate) operating_income: N,
}

impl<N: Number> RestOfAmazon<N> {
    pub(crate) fn new(inputs: &Inputs<N>, history: &History<N>) -> Self {
        let (quarter, last) = (history.end(), history.last());
        let stores = last.sales - last.aws_revenue - last.ads_revenue;
        let first_growth = inputs.ads_growth + inputs.ads_ai_uplift + inputs.ads_dsp_uplift;
        Self {
            ads_growth: Faded::new(
                Fading { rate: "ads_rate", left: "ads_rate_left" },
                first_growth.named("ads_rate_first"),
                inputs.ads_growth_later,
                inputs.ads_fade,
            ),
            ads_level: (last.ads_revenue / quarter.of_season(&ADS_SEASON)).named("opening_ads_level"),
            stores_growth: Compound::per_year("stores_factor", inputs.stores_growth + 1.0),
            stores_level: (stores / quarter.of_season(&STORES_SEASON)).named("stores_level"),
        }
    }

    pub(crate) fn advance(&mut self, now: &Now<'_, N>) -> Rest<N> {
        let &Now { inputs, quarter, years, .. } = now;
        self.ads_level = (self.ads_level * self.ads_growth.advance_factor()).named("ads_level");
        let ads = self.ads_level * quarter.of_season(&ADS_SEASON);
        let stores = self.stores_growth.advance() * self.stores_level * quarter.of_season(&STORES_SEASON);
        let stores_margin =
            (inputs.stores_margin + inputs.stores_margin_gain * years).named("stores_margin_now");
        let operating_income = (ads * inputs.ads_margin + stores * stores_margin)
            * quarter.of_season(&MARGIN_SEASON)
            + inputs.restructuring_savings / 4.0 * years.min(N::of(1.0));
        Rest { ads, stores, operating_income }
    }
}
