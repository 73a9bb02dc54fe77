//! The AI fleet: what is installed by kind of chip, and what it is worth when all is sold.

use super::chips::Chips;
use crate::{
    input::Inputs,
    number::Number,
    stock::{Cohorts, Life},
};

/// Four stocks of cohorts that last as long as an AI server earns.
pub(crate) struct Fleet<N> {
    trainium: Cohorts<N>,
    gpu: Cohorts<N>,
    /// At contracted prices, B$ a year.
    firm_worth: Cohorts<N>,
    /// At market prices, which decay, B$ a year.
    spot_worth: Cohorts<N>,
}

/// Quarterly loss of price per unit of compute.
pub(crate) fn price_decay<N: Number>(inputs: &Inputs<N>) -> N {
    inputs.price_decline.rest().fourth_root().rest()
}

/// Yearly earnings of the opening fleet at list price, all sold, B$.
pub(crate) fn opening_worth<N: Number>(inputs: &Inputs<N>) -> N {
    let trainium = inputs.ai_it_start * inputs.trainium_mix_start;
    inputs.ai_price * (inputs.ai_it_start - trainium + trainium * inputs.trainium_rel_perf)
}

impl<N: Number> Fleet<N> {
    #[inline(always)]
    pub(crate) fn new(inputs: &Inputs<N>) -> Self {
        let life = Life::years("fleet", inputs.chip_life_economic);
        let none = N::of(0.0);
        let trainium = inputs.ai_it_start * inputs.trainium_mix_start;
        let worth = opening_worth(inputs).named("opening_worth");
        Self {
            trainium: Cohorts::new("trainium_fleet", trainium, life, none),
            gpu: Cohorts::new("gpu_fleet", inputs.ai_it_start - trainium, life, none),
            firm_worth: Cohorts::new("firm_worth", worth, life, none),
            spot_worth: Cohorts::new("spot_worth", worth, life, price_decay(inputs)),
        }
    }

    pub(crate) fn age(&mut self) {
        self.trainium.age();
        self.gpu.age();
        self.firm_worth.age();
        self.spot_worth.age();
    }

    /// Puts `installed` GW in service at the mix and prices of the quarter.
    pub(crate) fn install(&mut self, installed: N, mix: N, chips: &Chips<N>, scarcity: N) {
        self.trainium.buy(installed * mix);
        self.gpu.buy(installed * mix.rest());
        let earns = installed * chips.earns(mix);
        self.firm_worth.buy(earns * scarcity);
        self.spot_worth.buy(earns);
    }

    /// GW of IT of the Trainium fleet.
    pub(crate) fn trainium_it(&self) -> N {
        self.trainium.total()
    }

    /// GW of IT of the GPU fleet.
    pub(crate) fn gpu_it(&self) -> N {
        self.gpu.total()
    }

    /// GW of IT of both.
    pub(crate) fn it(&self) -> N {
        self.gpu.total() + self.trainium.total()
    }

    /// Yearly earnings when all is sold, B$, raw capacity.
    pub(crate) fn worth(&self, contracted: N, scarcity: N) -> N {
        contracted * self.firm_worth.total() + contracted.rest() * self.spot_worth.total() * scarcity
    }
}
