// The plans: CapEx budget and power additions of every quarter.

import { yearOf } from '../calendar.mjs';
import { MAX_QUARTERS, PLAN_WEIGHTS } from '../fixed.mjs';
import { fourthRoot } from '../growth.mjs';
import * as input from '../input.mjs';

/** The longest lead of a shell, in quarters: the plan of power goes so far beyond the run, and a quarter more. */
const LONGEST_LEAD = 8;

export class Plans {
  constructor({ first, capexThisYear }) {
    this.first = first;
    this.year = yearOf(first);
    this.capexReported = capexThisYear;
    let left = 0;
    for (let quarter = first; yearOf(quarter) === this.year; quarter += 1) left += PLAN_WEIGHTS[quarter & 3];
    this.weightLeft = left;
    /** CapEx, B$ a quarter. */
    this.capex = new Float64Array(MAX_QUARTERS);
    /** Power additions, GW a quarter. */
    this.power = new Float64Array(MAX_QUARTERS + LONGEST_LEAD + 1);
  }

  start(x) {
    this.planCapex(x);
    this.planPower(x);
  }

  planCapex(x) {
    const { first, year, capex } = this;
    let planned = year;
    let total = Math.max(0, x[input.capex_this_year] - this.capexReported) / this.weightLeft;
    for (let t = 0; t < MAX_QUARTERS; t += 1) {
      const quarter = first + t;
      if (quarter >> 2 !== planned) {
        planned += 1;
        if (planned === year + 1) total = x[input.capex_next_year];
        else total *= 1 + (planned <= year + 3 ? x[input.capex_growth] : x[input.capex_growth_later]);
      }
      capex[t] = total * PLAN_WEIGHTS[quarter & 3];
    }
  }

  planPower(x) {
    const { first, year, power } = this;
    const growth = fourthRoot(1 + x[input.power_add_growth]);
    let later = x[input.power_add_next_year] / 4;
    for (let t = 0; t < power.length; t += 1) {
      if ((first + t) >> 2 === year) {
        power[t] = x[input.power_add_this_year];
      } else {
        power[t] = later;
        later *= growth;
      }
    }
  }
}
