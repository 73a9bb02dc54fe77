// Step 5: demand, the shock, and prices.

import { yearOf } from '../calendar.mjs';
import { Faded, power } from '../growth.mjs';
import * as input from '../input.mjs';
import * as output from '../output.mjs';

/** Demand over capacity as it moves prices. */
const limitedTightness = (tight) => Math.min(2, Math.max(0.5, tight));

export class Market {
  constructor({ first }) {
    this.first = first;
    this.growth = new Faded();
    this.demand = NaN;
    this.tight = NaN;
    /** B$ a year at market prices. */
    this.market = NaN;
    /** The larger of the market and what contracts hold up, B$ a year. */
    this.sought = NaN;
    this.scarcity = NaN;
    /** Share of capacity sold at contracted prices. */
    this.contracted = NaN;
  }

  start(x) {
    this.growth.start(x[input.ai_demand_growth], x[input.ai_demand_growth_later], x[input.ai_demand_fade]);
    this.demand = x[input.ai_demand_start];
    this.tight = 1;
  }

  /** Takes a default off the backlog: it strikes once, in the first quarter of the shock that is run. */
  strike({ sales }, x, t) {
    const from = x[input.shock_year];
    const quarter = this.first + t;
    const strikes = yearOf(quarter) >= from && (t === 0 || yearOf(quarter - 1) < from);
    if (strikes) sales.backlog *= 1 - x[input.backlog_default];
  }

  /** With the backlog and the AI sales of the last quarter. */
  advance({ chips, sales }, x, t, out, row) {
    this.demand *= this.growth.advance();
    const left = yearOf(this.first + t) >= x[input.shock_year] ? 1 - x[input.shock_size] : 1;
    const scarcity = power(limitedTightness(this.tight), x[input.scarcity_pricing]);
    const { mix } = chips;
    const compute = mix * x[input.trainium_rel_perf];
    const relative = (scarcity * (compute * chips.discount + 1 - mix)) / (compute + 1 - mix);
    const market = this.demand * left * power(relative, 1 - x[input.price_elasticity]);
    const firmDemand = (sales.backlog / x[input.backlog_life]) * x[input.backlog_ai_share];
    const share = x[input.contract_share];
    const contracted = sales.ai > 0 ? Math.min(share, firmDemand / (4 * sales.ai)) : share;
    this.scarcity = scarcity;
    this.market = market;
    this.sought = Math.max(market, firmDemand);
    this.contracted = contracted;
    out[row + output.ai_demand] = market;
    out[row + output.scarcity] = scarcity;
    out[row + output.contracted] = contracted;
    out[row + output.earns_per_gw] = chips.earns * scarcity;
  }

  /** Prices follow demand over capacity with a year's lag. */
  follow({ sales }) {
    const now = sales.capacity > 0 ? limitedTightness(this.sought / sales.capacity) : 2;
    this.tight += (now - this.tight) / 4;
  }
}
