// Step 4: the core cloud is served first.

import { CORE_IT_KEPT, DEVELOPER_HOURS } from '../fixed.mjs';
import { Faded, fourthRoot } from '../growth.mjs';
import * as input from '../input.mjs';
import * as output from '../output.mjs';

export class CoreCloud {
  constructor() {
    this.growth = new Faded();
    this.transformGrowth = new Faded();
    this.saving = NaN;
    /** B$ a quarter. */
    this.revenue = NaN;
    /** GW of IT. */
    this.it = NaN;
    /** Million hours a year. */
    this.hours = NaN;
    this.capex = NaN;
  }

  start(x, openingIt) {
    const later = x[input.core_growth_later];
    const fade = x[input.core_fade];
    this.growth.start(x[input.core_growth], later, fade);
    this.transformGrowth.start(x[input.transform_growth], later, fade);
    this.saving = fourthRoot(1 - x[input.core_efficiency]);
    this.revenue = x[input.core_revenue_start];
    this.it = openingIt;
    this.hours = x[input.transform_hours];
  }

  advance({ shells, fleet, sales }, x, t, out, row) {
    const { saving, it: lastIt, revenue: last } = this;
    const hours = this.hours * this.transformGrowth.advance();
    const pulled = x[input.core_pull] * Math.max(0, sales.rise(t)) + (x[input.transform_pull] * hours) / 16;
    let revenue = last * this.growth.advance() + pulled;
    const keptIt = CORE_IT_KEPT * lastIt;
    let it = Math.max(keptIt, ((lastIt * revenue) / last) * saving);
    const room = Math.max(0, shells.itRoom - fleet.it);
    if (it > room) {
      it = Math.max(keptIt, room);
      revenue = Math.min(revenue, (last * it) / lastIt / saving);
    }
    this.hours = hours;
    this.revenue = revenue;
    this.it = it;
    this.capex = x[input.core_capex_share] * revenue;
    out[row + output.core_it] = it;
    out[row + output.core_revenue] = revenue;
    out[row + output.core_capex] = this.capex;
    out[row + output.transform_hours] = hours;
    out[row + output.transform_developer_years] = (hours * 1e6) / DEVELOPER_HOURS;
  }
}
