//! The mix of AI services (part of step 5): training, raw inference, managed services and agents.
//!
//! Managed services matter only if inference *and* adoption grow: they multiply.

use crate::{input::Inputs, number::Number};

/// What a B$ of raw capacity sells for, by service.
#[derive(Clone, Copy)]
pub(crate) struct Services<N> {
    pub(crate) training: N,
    pub(crate) raw: N,
    /// Managed services, agents included.
    pub(crate) managed: N,
    /// The AgentCore part of managed services.
    pub(crate) agents: N,
    /// All of them.
    pub(crate) service: N,
}

impl<N: Number> Services<N> {
    /// The mix `years` after the start.
    pub(crate) fn after(inputs: &Inputs<N>, years: N) -> Self {
        let w = (years / inputs.services_ramp).ease().named("w");
        let inference = w.between(inputs.inference_start, inputs.inference_share).named("inference");
        let managed = w.between(inputs.managed_start, inputs.managed_share).named("managed");
        let agents = w.between(inputs.agents_start, inputs.agents_share).named("agents");

        let reuse = (inputs.reuse_gain * managed + 1.0).named("reuse");
        let training = (inference.rest() * inputs.training_price).named("training");
        let raw = (inference * managed.rest() * reuse).named("raw");
        let unit = (inference * managed * (inputs.managed_premium + 1.0) * reuse).named("unit");
        let agents_part = (unit * agents * (inputs.agents_premium + 1.0)).named("agents_part");
        let managed_part = (unit * agents.rest() + agents_part).named("managed_part");
        Self {
            training,
            raw,
            managed: managed_part,
            agents: agents_part,
            service: (training + raw + managed_part).named("service"),
        }
    }
}
