// Step 11: from operating income to free cash flow, cash and debt.

import { CAPITAL_SEASON } from '../fixed.mjs';
import { Compound, fourthRoot } from '../growth.mjs';
import * as input from '../input.mjs';
import * as output from '../output.mjs';
import { TrailingYear } from '../stock.mjs';

/** Quarterly sales at which the season of working capital was read, B$. */
const CAPITAL_SEASON_SALES = 180;

export class Cash {
  constructor({ first, ocf, capex }) {
    this.first = first;
    this.ocfYear = new TrailingYear(ocf);
    this.capexYear = new TrailingYear(capex);
    this.otherDrift = new Compound();
    this.cash = NaN;
    this.debt = NaN;
  }

  start(x) {
    this.otherDrift.start(fourthRoot(1 + x[input.other_da_growth]));
    this.cash = x[input.cash_start];
    this.debt = x[input.debt_start];
  }

  advance({ sales: { aws }, rest, awsIncome, depreciation: charges, core, purchase }, x, t, out, row) {
    const season = (this.first + t) & 3;
    const sales = aws + rest.sales;
    const income = awsIncome.income + rest.income;
    const capex = purchase.allCapex;
    const newServers = core.capex + purchase.chipCapex;
    const depreciation = charges.aws + x[input.other_da_start] * this.otherDrift.advance();
    const stock = x[input.sbc_share] * sales;
    const interest = (this.cash * x[input.cash_yield] - this.debt * x[input.debt_cost]) / 4;
    const expensedAtOnce = x[input.bonus_depreciation] * (newServers - charges.servers);
    const tax = Math.max(0, x[input.tax_rate] * (income + interest - expensedAtOnce));
    let working = x[input.working_capital_share] * sales + (CAPITAL_SEASON[season] * sales) / CAPITAL_SEASON_SALES;
    if (t < 2) working -= x[input.severance_cash] / 2;
    const ocf = income + depreciation + stock + interest - tax + working;
    const fcf = ocf - capex;
    out[row + output.sales] = sales;
    out[row + output.operating_income] = income;
    out[row + output.depreciation] = depreciation;
    out[row + output.stock_compensation] = stock;
    out[row + output.interest] = interest;
    out[row + output.tax] = tax;
    out[row + output.working_capital] = working;
    out[row + output.ocf] = ocf;
    out[row + output.fcf] = fcf;
    const ocfYear = this.ocfYear.sum(t, ocf);
    const capexYear = this.capexYear.sum(t, capex);
    out[row + output.ocf_ttm] = ocfYear;
    out[row + output.capex_ttm] = capexYear;
    out[row + output.fcf_ttm] = ocfYear - capexYear;
    this.settle(x, fcf, out, row);
  }

  /** Borrows below the least cash, repays and returns above the most. */
  settle(x, fcf, out, row) {
    const least = x[input.min_cash];
    let cash = this.cash + fcf - (x[input.stakes] + x[input.lease_principal]) / 4;
    let { debt } = this;
    if (cash < least) {
      debt += least - cash;
      cash = least;
    }
    const excess = Math.max(0, cash - Math.max(x[input.cash_target], least));
    const repaid = Math.min(excess, Math.max(0, debt - x[input.debt_start]));
    this.cash = cash - excess;
    this.debt = debt - repaid;
    out[row + output.cash] = this.cash;
    out[row + output.debt] = this.debt;
    out[row + output.returned] = excess - repaid;
  }
}
