// Step 9: what AWS costs to run, and what it earns.

import { HOURS, IDLE_USE } from '../fixed.mjs';
import { Compound, fourthRoot } from '../growth.mjs';
import * as input from '../input.mjs';
import * as output from '../output.mjs';

/** Electricity of a GW of IT in a quarter at the first price, B$. */
export const firstTariff = (x) => (x[input.electricity] * HOURS * x[input.pue] * x[input.load_factor]) / 4000;

export class AwsIncome {
  constructor() {
    this.tariffDrift = new Compound();
    this.lean = new Compound();
    this.firstTariff = NaN;
    this.aiEnergy = NaN;
    this.aiSite = NaN;
    this.aiPeople = NaN;
    this.income = NaN;
  }

  start(x) {
    this.tariffDrift.start(fourthRoot(1 + x[input.electricity_growth]));
    this.lean.start(fourthRoot(1 - x[input.opex_leverage]));
    this.firstTariff = firstTariff(x);
  }

  advance({ fleet, core, sales, depreciation }, x, out, row) {
    const aiIt = fleet.it;
    const coreIt = core.it;
    const tariff = this.firstTariff * this.tariffDrift.advance();
    const lean = this.lean.advance();
    const site = x[input.site_opex] / 4;
    const aiEnergy = ((aiIt * Math.max(sales.use, IDLE_USE)) / x[input.utilisation]) * tariff;
    const aiSite = aiIt * site;
    const aiPeople = x[input.ai_opex] * sales.ai * lean;
    const energy = aiEnergy + coreIt * tariff;
    const opex = aiSite + coreIt * site + aiPeople + x[input.core_opex] * sales.coreAndTools * lean;
    const income = sales.aws - depreciation.aws - energy - opex;
    this.aiEnergy = aiEnergy;
    this.aiSite = aiSite;
    this.aiPeople = aiPeople;
    this.income = income;
    out[row + output.aws_energy] = energy;
    out[row + output.aws_opex] = opex;
    out[row + output.aws_operating_income] = income;
    out[row + output.aws_margin] = income / sales.aws;
  }
}
