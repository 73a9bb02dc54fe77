// Step 12: the AI build from here, without what the opening fleet earns.

import { clamp01 } from '../growth.mjs';
import * as input from '../input.mjs';
import * as output from '../output.mjs';
import { WriteOff } from '../stock.mjs';
import { priceKept } from './fleet.mjs';

const newShare = (old, all) => (all > 0 ? clamp01(1 - old / all) : 0);

export class Programme {
  constructor() {
    this.facilities = new WriteOff();
    this.chipsEconomic = new WriteOff();
    this.priceKept = NaN;
    this.priceLeft = NaN;
    this.total = NaN;
    this.book = NaN;
    this.taxDeferred = NaN;
  }

  start(x) {
    this.facilities.start(x[input.facility_life]);
    this.chipsEconomic.start(x[input.chip_life_economic]);
    this.priceKept = priceKept(x);
    this.priceLeft = 1;
    this.total = 0;
    this.book = 0;
    this.taxDeferred = 0;
  }

  advance({ fleet, market, sales, awsIncome: cost, purchase, shells, depreciation }, x, t, out, row) {
    this.priceLeft *= this.priceKept;
    const { contracted, scarcity } = market;
    const old = Math.max(0, 1 - (t + 1) / (4 * x[input.chip_life_economic]));
    const oldWorth = fleet.openingWorth * old * (contracted + (1 - contracted) * scarcity * this.priceLeft);
    const newIt = newShare(x[input.ai_it_start] * old, fleet.it);
    const earnings =
      newShare(oldWorth, sales.worth) * (sales.ai - cost.aiPeople) - newIt * (cost.aiEnergy + cost.aiSite);

    const { chipCapex } = purchase;
    const chipsCharge = depreciation.chips;
    const facilityCapex = shells.facilityCapex * x[input.ai_facility_share];
    const facilityCharge = this.facilities.place(facilityCapex);
    const expensedAtOnce = x[input.bonus_depreciation] * (chipCapex - chipsCharge);
    const tax = x[input.tax_rate] * (earnings - chipsCharge - facilityCharge - expensedAtOnce);
    const programme = earnings - tax - chipCapex - facilityCapex;
    this.total += programme;
    this.book += chipCapex + facilityCapex - facilityCharge - this.chipsEconomic.place(purchase.inService);
    this.taxDeferred += x[input.tax_rate] * expensedAtOnce;
    out[row + output.build_earnings] = earnings;
    out[row + output.programme] = programme;
    out[row + output.programme_total] = this.total;
    out[row + output.ai_book] = this.book;
    out[row + output.tax_deferred] = this.taxDeferred;
  }
}
