// Step 1: what a gigawatt of chips costs and earns at list price.

import { Compound, ease, fourthRoot } from '../growth.mjs';
import * as input from '../input.mjs';
import * as output from '../output.mjs';

/** Growth of Trainium's advantage in a year: each generation must keep up with GPU compute per dollar. */
export const advantageGrowth = (x) =>
  Math.exp(Math.log(1 + x[input.trainium_step]) / x[input.trainium_cadence]) /
  ((1 + x[input.gpu_perf_growth]) / (1 + x[input.gpu_cost_drift]));

/** Growth of what a gigawatt of new GPUs earns in a year. */
export const earningsGrowth = (x) => (1 + x[input.gpu_perf_growth]) * (1 - x[input.price_decline]);

/** Trainium's price relative to its compute. */
export const discountOf = (x, advantage) => 1 / (1 + x[input.trainium_pass_through] * Math.max(0, advantage));

export class Chips {
  constructor() {
    this.costDrift = new Compound();
    this.advantageDrift = new Compound();
    this.earningsDrift = new Compound();
    this.discount = NaN;
    this.mix = NaN;
    /** B$ per GW. */
    this.cost = NaN;
    /** B$ a year per GW, all sold. */
    this.earns = NaN;
  }

  start(x) {
    this.costDrift.start(fourthRoot(1 + x[input.gpu_cost_drift]));
    this.advantageDrift.start(fourthRoot(advantageGrowth(x)));
    this.earningsDrift.start(fourthRoot(earningsGrowth(x)));
  }

  advance(x, t, out, row) {
    const years = (t + 1) / 4;
    const relative = x[input.trainium_rel_perf];
    const gpuCost = x[input.gpu_cost] * this.costDrift.advance();
    const advantage = (1 + x[input.trainium_advantage]) * this.advantageDrift.advance() - 1;
    const discount = discountOf(x, advantage);
    const trainiumCost = (gpuCost * relative) / (1 + advantage);
    const gpuEarns = x[input.ai_price] * this.earningsDrift.advance();
    const trainiumEarns = gpuEarns * relative * discount;

    const start = x[input.trainium_mix_start];
    const mix = start + (x[input.trainium_mix] - start) * ease(years / x[input.trainium_ramp]);
    const cost = mix * trainiumCost + (1 - mix) * gpuCost;
    this.discount = discount;
    this.mix = mix;
    this.cost = cost;
    this.earns = mix * trainiumEarns + (1 - mix) * gpuEarns;
    out[row + output.trainium_mix] = mix;
    out[row + output.advantage] = advantage;
    out[row + output.cost_per_gw] = cost;
  }
}
