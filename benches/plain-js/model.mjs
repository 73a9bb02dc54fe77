// The model as a performance-minded hand would write it in plain JavaScript: classes of one shape, typed arrays, no object made
// in a run, steps that hand fractions over in fields, because V8 boxes those among the arguments of a call that it does not
// inline. It is what the engine is timed against, and it is checked against the same golden figures.

import { MAX_QUARTERS } from './fixed.mjs';
import * as input from './input.mjs';
import * as output from './output.mjs';
import { AwsIncome } from './step/aws_income.mjs';
import { Cash } from './step/cash.mjs';
import { Chips } from './step/chips.mjs';
import { CoreCloud } from './step/core_cloud.mjs';
import { Depreciation } from './step/depreciation.mjs';
import { Fleet } from './step/fleet.mjs';
import { Market } from './step/market.mjs';
import { Plans } from './step/plans.mjs';
import { Programme } from './step/programme.mjs';
import { Purchase } from './step/purchase.mjs';
import { RestOfAmazon } from './step/rest_of_amazon.mjs';
import { Sales } from './step/sales.mjs';
import { Services } from './step/services.mjs';
import { roomOf, Shells } from './step/shells.mjs';

/** Figures of a quarter. */
export const FIGURES = output.tax_deferred + 1;

/** The core holds at least this share of the opening room, whatever AI holds. */
const CORE_AT_LEAST = 0.1;

/** Memory for the figures of the longest run: a row a quarter, in the order of output.mjs. */
export const newFigures = () => new Float64Array(MAX_QUARTERS * FIGURES);

/** The model from one baseline, to run any number of times. */
export class Model {
  /** @param {ReturnType<typeof import('./tables.mjs').baselineOf>} baseline */
  constructor(baseline) {
    this.first = baseline.first;
    this.plans = new Plans(baseline);
    this.chips = new Chips();
    this.shells = new Shells();
    this.core = new CoreCloud();
    this.market = new Market(baseline);
    this.services = new Services();
    this.fleet = new Fleet();
    this.purchase = new Purchase();
    this.sales = new Sales(baseline);
    this.depreciation = new Depreciation();
    this.awsIncome = new AwsIncome();
    this.rest = new RestOfAmazon(baseline);
    this.cash = new Cash(baseline);
    this.programme = new Programme();
  }

  /**
   * Runs `quarters` quarters, no more than MAX_QUARTERS, into `figures`; what lies beyond them is left as it was.
   * @param {Float64Array} x the inputs, in the order of input.mjs
   * @param {number} quarters
   * @param {Float64Array} figures memory from newFigures
   */
  run(x, quarters, figures) {
    this.start(x);
    for (let t = 0; t < quarters; t += 1) this.advance(x, t, figures, t * FIGURES);
  }

  start(x) {
    const room = roomOf(x);
    const coreIt = Math.max(CORE_AT_LEAST * room, room * (1 - x[input.idle_start]) - x[input.ai_it_start]);
    this.plans.start(x);
    this.chips.start(x);
    this.shells.start(x, coreIt);
    this.core.start(x, coreIt);
    this.market.start(x);
    this.fleet.start(x);
    this.purchase.start(x);
    this.sales.start(x);
    this.depreciation.start(x);
    this.awsIncome.start(x);
    this.rest.start(x);
    this.cash.start(x);
    this.programme.start(x);
  }

  /** Runs quarter `t` into the row of figures that starts at `row`. */
  advance(x, t, out, row) {
    const { chips, shells, core, market, services, fleet, purchase, sales } = this;
    chips.advance(x, t, out, row);
    shells.order(this, x, t, out, row);
    shells.energise(this, x, t, out, row);
    fleet.age();
    core.advance(this, x, t, out, row);
    market.strike(this, x, t);
    market.advance(this, x, t, out, row);
    services.advance(x, (t + 1) / 4);
    purchase.advance(this, x, t, out, row);
    fleet.install(this, x, out, row);
    sales.advance(this, x, t, out, row);
    market.follow(this);
    shells.settle(this, out, row);
    this.depreciation.advance(this, x, t, out, row);
    this.awsIncome.advance(this, x, out, row);
    this.rest.advance(x, t, out, row);
    this.cash.advance(this, x, t, out, row);
    this.programme.advance(this, x, t, out, row);
  }
}
