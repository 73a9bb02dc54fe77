// Step 10: advertising, stores and everything else.

import { ADS_SEASON, MARGIN_SEASON, STORES_SEASON } from '../fixed.mjs';
import { Compound, Faded, fourthRoot } from '../growth.mjs';
import * as input from '../input.mjs';
import * as output from '../output.mjs';
import { TrailingYear } from '../stock.mjs';

export class RestOfAmazon {
  constructor({ first, sales, aws, ads }) {
    this.first = first;
    const last = ads.length - 1;
    const season = (first - 1) & 3;
    this.adsStart = ads[last] / ADS_SEASON[season];
    this.storesStart = (sales[last] - aws[last] - ads[last]) / STORES_SEASON[season];
    this.adsYear = new TrailingYear(ads);
    this.adsGrowth = new Faded();
    this.storesGrowth = new Compound();
    this.adsLevel = NaN;
    this.sales = NaN;
    this.income = NaN;
  }

  start(x) {
    const growth = x[input.ads_growth] + x[input.ads_ai_uplift] + x[input.ads_dsp_uplift];
    this.adsGrowth.start(growth, x[input.ads_growth_later], x[input.ads_fade]);
    this.storesGrowth.start(fourthRoot(1 + x[input.stores_growth]));
    this.adsLevel = this.adsStart;
  }

  advance(x, t, out, row) {
    const years = (t + 1) / 4;
    const season = (this.first + t) & 3;
    this.adsLevel *= this.adsGrowth.advance();
    const ads = this.adsLevel * ADS_SEASON[season];
    const stores = this.storesStart * this.storesGrowth.advance() * STORES_SEASON[season];
    const storesMargin = x[input.stores_margin] + x[input.stores_margin_gain] * years;
    const income =
      (ads * x[input.ads_margin] + stores * storesMargin) * MARGIN_SEASON[season] +
      (x[input.restructuring_savings] / 4) * Math.min(1, years);
    this.sales = ads + stores;
    this.income = income;
    out[row + output.ads_revenue] = ads;
    out[row + output.ads_growth] = this.adsYear.growth(t, ads);
    out[row + output.stores_revenue] = stores;
    out[row + output.other_operating_income] = income;
  }
}
