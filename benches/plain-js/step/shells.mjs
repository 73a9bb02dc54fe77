// Steps 2 and 3: order shells as far as money and idle room allow, build them, and energise what is built.

import { MAX_QUARTERS } from '../fixed.mjs';
import { clamp01, Compound, fourthRoot } from '../growth.mjs';
import * as input from '../input.mjs';
import * as output from '../output.mjs';

/** Room for IT at the start, GW. */
export const roomOf = (x) => (x[input.power_start] / x[input.pue]) * x[input.fill];

export class Shells {
  constructor() {
    this.otherDrift = new Compound();
    this.priceDrift = new Compound();
    this.orders = new Float64Array(MAX_QUARTERS);
    /** Power built before each quarter since the start, GW. */
    this.built = new Float64Array(MAX_QUARTERS + 1);
    this.lead = 0;
    this.leadFraction = NaN;
    this.power = NaN;
    this.added = NaN;
    this.itRoom = NaN;
    this.otherCapex = NaN;
    this.facilityCapex = NaN;
    /** B$ per GW of power. */
    this.facilityPrice = NaN;
    /** Idle share of the room. */
    this.idle = NaN;
  }

  start(x, coreIt) {
    this.otherDrift.start(fourthRoot(1 + x[input.other_capex_growth]));
    this.priceDrift.start(fourthRoot(1 + x[input.facility_cost_drift]));
    this.lead = Math.floor(x[input.facility_lead]) | 0;
    this.leadFraction = x[input.facility_lead] - this.lead;
    this.power = x[input.power_start];
    this.itRoom = roomOf(x);
    this.idle = Math.max(0, 1 - (coreIt + x[input.ai_it_start]) / this.itRoom);
  }

  /** Orders with the idle share and core sales of the last quarter, at today's cost of chips. */
  order({ plans, core, chips }, x, t, out, row) {
    const { lead, leadFraction, idle } = this;
    const other = (x[input.other_capex] / 4) * this.otherDrift.advance();
    const price = x[input.facility_cost] * this.priceDrift.advance();
    const wished = price * ((1 - leadFraction) * plans.power[t + lead] + leadFraction * plans.power[t + lead + 1]);
    const perIt = (price * x[input.pue]) / x[input.fill];
    const plan = plans.capex[t];
    const money = (perIt / (perIt + chips.cost)) * Math.max(0, plan - other - x[input.core_capex_share] * core.revenue);
    const affordable = wished === 0 ? 1 : money / wished;
    const tolerance = x[input.idle_tolerance];
    const order = Math.min(1, affordable, clamp01((2 * tolerance - idle) / tolerance));
    this.orders[t] = order;
    this.otherCapex = other;
    this.facilityPrice = price;
    this.facilityCapex = order * wished;
    out[row + output.capex_plan] = plan;
    out[row + output.shells_ordered] = order;
    out[row + output.other_capex] = other;
    out[row + output.facility_capex] = this.facilityCapex;
  }

  /** Builds what was ordered a lead ago, and energises what a slip lets through. */
  energise({ plans }, x, t, out, row) {
    const { orders, built, lead, leadFraction } = this;
    const ordered = t >= lead ? orders[t - lead] : 1;
    const before = t > lead ? orders[t - lead - 1] : 1;
    const planned = plans.power[t];
    built[t + 1] = built[t] + planned * ((1 - leadFraction) * ordered + leadFraction * before);

    const quarters = Math.max(0, t + 1 - x[input.power_slip] * Math.min(1, (t + 1) / 4));
    const whole = Math.floor(quarters) | 0;
    let power = x[input.power_start] + built[whole];
    if (quarters > whole) power += (quarters - whole) * (built[whole + 1] - built[whole]);
    this.added = power - this.power;
    this.power = power;
    this.itRoom = (power / x[input.pue]) * x[input.fill];
    out[row + output.power] = power;
    out[row + output.power_planned] = planned;
    out[row + output.power_added] = this.added;
    out[row + output.power_multiple_2022] = power / x[input.power_2022];
    out[row + output.it_room] = this.itRoom;
  }

  /** Notes what the core and the fleet leave free. */
  settle({ core, fleet }, out, row) {
    const free = this.itRoom - core.it - fleet.it;
    this.idle = Math.max(0, free) / this.itRoom;
    out[row + output.free_it] = free;
  }
}
