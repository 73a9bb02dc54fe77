// The two kinds of stock, and sums of four quarters.

import { HISTORY_QUARTERS, MAX_QUARTERS, TINY } from './fixed.mjs';

/** Amounts written off straight-line over a life that need not be a whole number of quarters. */
export class WriteOff {
  constructor() {
    this.rates = new Float64Array(MAX_QUARTERS);
    this.quarters = 0;
    this.whole = 0;
    this.life = NaN;
    this.fraction = NaN;
    this.charge = NaN;
  }

  start(years) {
    this.quarters = 0;
    this.life = 4 * years;
    this.whole = Math.floor(this.life) | 0;
    this.fraction = this.life - this.whole;
    this.charge = 0;
  }

  /** Places an amount and returns the charge of the quarter. */
  place(amount) {
    const { rates, fraction } = this;
    const t = this.quarters++;
    const rate = amount / this.life;
    rates[t] = rate;
    let charge = this.charge + rate;
    const ended = t - this.whole;
    if (ended >= 0) {
      charge -= (1 - fraction) * rates[ended];
      if (ended > 0) charge -= fraction * rates[ended - 1];
    }
    if (charge < TINY) charge = 0;
    this.charge = charge;
    return charge;
  }
}

/** A stock of cohorts that all last as long, each keeping a share of itself from quarter to quarter. */
export class Cohorts {
  constructor() {
    this.bought = new Float64Array(MAX_QUARTERS);
    this.quarters = 0;
    this.whole = 0;
    this.life = NaN;
    this.fraction = NaN;
    this.opening = NaN;
    this.keep = NaN;
    this.kept = NaN;
    this.keptOverLife = NaN;
    this.total = NaN;
  }

  /** Starts with an opening stock, a life in quarters, and the share that is kept. */
  start(opening, life, keep) {
    this.quarters = 0;
    this.life = life;
    this.whole = Math.floor(life) | 0;
    this.fraction = life - this.whole;
    this.opening = opening;
    this.keep = keep;
    this.kept = 1;
    this.keptOverLife = keep === 1 ? 1 : keep ** this.whole;
    this.total = opening;
  }

  /** Ages the stock by a quarter; `buy` follows in the same quarter. */
  age() {
    const { bought, life, fraction, keep } = this;
    const t = this.quarters;
    this.kept *= keep;
    let total = this.total * keep;
    if (t < life) total -= ((this.opening * Math.min(1, life - t)) / life) * this.kept;
    const retiring = t - this.whole;
    if (retiring >= 0) {
      total -= (1 - fraction) * bought[retiring] * this.keptOverLife;
      if (retiring > 0) total -= fraction * bought[retiring - 1] * this.keptOverLife * keep;
    }
    if (total < TINY) total = 0;
    this.total = total;
    return total;
  }

  /** Adds this quarter's purchase and returns the stock. */
  buy(amount) {
    this.bought[this.quarters++] = amount;
    return (this.total += amount);
  }
}

/** A flow by the quarter, the reported year before the run included. */
export class TrailingYear {
  constructor(reported) {
    this.flows = new Float64Array(HISTORY_QUARTERS + MAX_QUARTERS);
    this.flows.set(reported);
  }

  /** Notes the flow of quarter `t` and returns the sum of the four quarters up to it. */
  sum(t, flow) {
    const { flows } = this;
    flows[t + 4] = flow;
    return flows[t + 1] + flows[t + 2] + flows[t + 3] + flow;
  }

  /** Notes the flow of quarter `t` and returns its growth on the same quarter a year before. */
  growth(t, flow) {
    const { flows } = this;
    flows[t + 4] = flow;
    return flow / flows[t] - 1;
  }
}
