//! Step 1: what a gigawatt of chips costs and earns at list price.

use crate::{growth::Compound, input::Inputs, number::Number};

/// How far the cost, the advantage and the earnings of chips have drifted since the start.
#[derive(Clone, Copy)]
pub(crate) struct Drift<N> {
    gpu_cost: N,
    advantage: N,
    gpu_earns: N,
}

impl<N: Number> Drift<N> {
    /// Yearly factors: GPU cost per GW, Trainium compute per dollar against that of GPU, GPU earnings per GW.
    fn yearly(inputs: &Inputs<N>) -> Self {
        let gpu_cost = inputs.gpu_cost_drift + 1.0;
        let gpu_perf = inputs.gpu_perf_growth + 1.0;
        let generations = (inputs.trainium_step + 1.0).ln() / inputs.trainium_cadence;
        Self {
            gpu_cost,
            advantage: (generations - (gpu_perf / gpu_cost).ln()).exp(),
            gpu_earns: gpu_perf * inputs.price_decline.rest(),
        }
    }

    /// The drift `years` after the start.
    pub(crate) fn after(inputs: &Inputs<N>, years: N) -> Self {
        let yearly = Self::yearly(inputs);
        Self {
            gpu_cost: yearly.gpu_cost.powf(years),
            advantage: yearly.advantage.powf(years),
            gpu_earns: yearly.gpu_earns.powf(years),
        }
    }
}

/// The drift of a run, quarter by quarter.
pub(crate) struct Drifting<N> {
    gpu_cost: Compound<N>,
    advantage: Compound<N>,
    gpu_earns: Compound<N>,
}

impl<N: Number> Drifting<N> {
    pub(crate) fn new(inputs: &Inputs<N>) -> Self {
        let Drift { gpu_cost, advantage, gpu_earns } = Drift::yearly(inputs);
        Self {
            gpu_cost: Compound::per_year("gpu_cost_factor", gpu_cost),
            advantage: Compound::per_year("advantage_factor", advantage),
            gpu_earns: Compound::per_year("gpu_earns_factor", gpu_earns),
        }
    }

    pub(crate) fn advance(&mut self) -> Drift<N> {
        Drift {
            gpu_cost: self.gpu_cost.advance(),
            advantage: self.advantage.advance(),
            gpu_earns: self.gpu_earns.advance(),
        }
    }
}

/// A gigawatt of chips bought at one date.
#[derive(Clone, Copy)]
pub(crate) struct Chips<N> {
    /// Price-performance advantage of Trainium, share.
    pub(crate) advantage: N,
    /// Trainium price over GPU price for the same compute.
    pub(crate) discount: N,
    /// B$ per GW of IT.
    pub(crate) gpu_cost: N,
    /// B$ per GW of IT.
    pub(crate) trainium_cost: N,
    /// B$ per GW-year, all sold.
    pub(crate) gpu_earns: N,
    /// B$ per GW-year, all sold.
    pub(crate) trainium_earns: N,
}

impl<N: Number> Chips<N> {
    /// Each Trainium generation must keep up with GPU compute per dollar.
    pub(crate) fn at(inputs: &Inputs<N>, drift: Drift<N>) -> Self {
        let gpu_cost = (inputs.gpu_cost * drift.gpu_cost).named("gpu_cost_per_gw");
        let advantage = (inputs.trainium_advantage + 1.0) * drift.advantage - 1.0;
        let discount =
            (N::of(1.0) / (inputs.trainium_pass_through * advantage.or_zero() + 1.0)).named("discount");
        let gpu_earns = (inputs.ai_price * drift.gpu_earns).named("gpu_earns");
        Self {
            advantage,
            discount,
            gpu_cost,
            trainium_cost: (gpu_cost * inputs.trainium_rel_perf / (advantage + 1.0))
                .named("trainium_cost_per_gw"),
            gpu_earns,
            trainium_earns: (gpu_earns * inputs.trainium_rel_perf * discount).named("trainium_earns"),
        }
    }

    /// Trainium's share of new AI power, `years` after the start.
    pub(crate) fn mix(inputs: &Inputs<N>, years: N) -> N {
        (years / inputs.trainium_ramp).ease().between(inputs.trainium_mix_start, inputs.trainium_mix)
    }

    /// Cost of a gigawatt at a mix.
    pub(crate) fn cost(&self, mix: N) -> N {
        mix * self.trainium_cost + mix.rest() * self.gpu_cost
    }

    /// Yearly earnings of a gigawatt at a mix, all sold, at list price.
    pub(crate) fn earns(&self, mix: N) -> N {
        mix * self.trainium_earns + mix.rest() * self.gpu_earns
    }

    /// Price of new compute at list, that of GPU being 1.
    pub(crate) fn relative_price(&self, inputs: &Inputs<N>, mix: N) -> N {
        let trainium_compute = mix * inputs.trainium_rel_perf;
        (trainium_compute * self.discount + mix.rest()) / (trainium_compute + mix.rest())
    }
}
