// Step 6: buy chips up to the tightest limit.

import { TINY } from '../fixed.mjs';
import { Compound, fourthRoot } from '../growth.mjs';
import * as input from '../input.mjs';
import * as output from '../output.mjs';

export class Purchase {
  constructor() {
    this.supply = new Compound();
    /** Chips paid for that wait for power, GW of IT, and what was paid for them, B$. */
    this.waiting = NaN;
    this.paidWaiting = NaN;
    this.installed = NaN;
    /** CapEx on chips, and all CapEx, B$. */
    this.chipCapex = NaN;
    this.allCapex = NaN;
    /** Chips put in service, whenever they were paid, B$. */
    this.inService = NaN;
  }

  start(x) {
    this.supply.start(fourthRoot(1 + x[input.chip_supply_growth]));
    this.waiting = 0;
    this.paidWaiting = 0;
  }

  advance({ plans, chips: { cost, earns }, shells, core, market, services, fleet }, x, t, out, row) {
    const free = Math.max(0, shells.itRoom - core.it - fleet.it);
    const wanted = (market.sought * x[input.demand_headroom]) / (services.service * x[input.utilisation]);
    const demand = Math.max(0, wanted - fleet.worth(market)) / (earns * market.scarcity);
    const committed = shells.otherCapex + core.capex + shells.facilityCapex;
    const chips = (x[input.chip_supply] / 4) * this.supply.advance();
    const capital = Math.max(0, plans.capex[t] - committed) / cost;
    const near = Math.min(free, chips, capital, demand) + TINY;
    const binding = free <= near ? 0 : chips <= near ? 1 : capital <= near ? 2 : 3;

    const aheadOfPower = free + x[input.max_waiting] * chips - this.waiting;
    const bought = Math.max(0, Math.min(capital, chips, demand, aheadOfPower));
    const onHand = this.waiting + bought;
    const installed = Math.min(onHand, free);
    const capex = bought * cost;
    const pool = this.paidWaiting + capex;
    const inService = onHand > TINY ? (pool * installed) / onHand : 0;
    const left = onHand - installed;
    const isRounding = left < TINY;
    this.waiting = isRounding ? 0 : left;
    this.paidWaiting = isRounding ? 0 : pool - inService;
    this.installed = installed;
    this.chipCapex = capex;
    this.allCapex = committed + capex;
    this.inService = inService;
    out[row + output.limit_power] = free;
    out[row + output.limit_chips] = chips;
    out[row + output.limit_capital] = capital;
    out[row + output.limit_demand] = demand;
    out[row + output.binding] = binding;
    out[row + output.bought] = bought;
    out[row + output.installed] = installed;
    out[row + output.waiting] = this.waiting;
    out[row + output.chip_capex] = capex;
    out[row + output.capex] = committed + capex;
  }
}
