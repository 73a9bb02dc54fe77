// The AI fleet by kind of chip, and what it earns when all is sold: firm at contracted prices, spot at those of the day.

import { fourthRoot } from '../growth.mjs';
import * as input from '../input.mjs';
import * as output from '../output.mjs';
import { Cohorts } from '../stock.mjs';

/** What compute sold by the day keeps of its price from quarter to quarter. */
export const priceKept = (x) => fourthRoot(1 - x[input.price_decline]);

export class Fleet {
  constructor() {
    this.gpu = new Cohorts();
    this.trainium = new Cohorts();
    this.firm = new Cohorts();
    this.spot = new Cohorts();
    this.openingWorth = NaN;
    /** GW of IT. */
    this.it = NaN;
  }

  start(x) {
    const life = 4 * x[input.chip_life_economic];
    const trainium = x[input.ai_it_start] * x[input.trainium_mix_start];
    const gpu = x[input.ai_it_start] - trainium;
    this.openingWorth = x[input.ai_price] * (gpu + trainium * x[input.trainium_rel_perf]);
    this.gpu.start(gpu, life, 1);
    this.trainium.start(trainium, life, 1);
    this.firm.start(this.openingWorth, life, 1);
    this.spot.start(this.openingWorth, life, priceKept(x));
    this.it = x[input.ai_it_start];
  }

  age() {
    this.it = this.gpu.age() + this.trainium.age();
    this.firm.age();
    this.spot.age();
  }

  install({ purchase, chips, market }, x, out, row) {
    const { mix, earns } = chips;
    const { installed } = purchase;
    this.it = this.gpu.buy(installed * (1 - mix)) + this.trainium.buy(installed * mix);
    this.firm.buy(installed * earns * market.scarcity);
    this.spot.buy(installed * earns);
    const { it } = this;
    const trainium = this.trainium.total;
    out[row + output.ai_it] = it;
    out[row + output.trainium_it] = trainium;
    out[row + output.gpu_it] = this.gpu.total;
    out[row + output.trainium_fleet_share] = it > 0 ? trainium / it : 0;
    out[row + output.trainium_chips_million] = trainium / x[input.kw_per_trainium];
  }

  /** B$ a year when all is sold. */
  worth({ contracted, scarcity }) {
    return contracted * this.firm.total + (1 - contracted) * this.spot.total * scarcity;
  }
}
