// The mix of AI services, of step 5: what a B$ of raw capacity sells for.

import { ease } from '../growth.mjs';
import * as input from '../input.mjs';

export class Services {
  constructor() {
    this.training = NaN;
    this.raw = NaN;
    /** Managed services, agents included. */
    this.managed = NaN;
    this.agents = NaN;
    /** All of them. */
    this.service = NaN;
  }

  advance(x, years) {
    const w = ease(years / x[input.services_ramp]);
    const between = (first, later) => first + (later - first) * w;
    const inference = between(x[input.inference_start], x[input.inference_share]);
    const managed = between(x[input.managed_start], x[input.managed_share]);
    const agents = between(x[input.agents_start], x[input.agents_share]);
    const reuse = 1 + x[input.reuse_gain] * managed;
    const unit = inference * managed * (1 + x[input.managed_premium]) * reuse;
    this.training = (1 - inference) * x[input.training_price];
    this.raw = inference * (1 - managed) * reuse;
    this.agents = unit * agents * (1 + x[input.agents_premium]);
    this.managed = unit * (1 - agents) + this.agents;
    this.service = this.training + this.raw + this.managed;
  }
}
