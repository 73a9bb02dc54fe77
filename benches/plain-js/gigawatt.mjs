// One gigawatt of IT by kind of chip, bought once and run until it no longer earns.

import { internalRate } from './discounting.mjs';
import { power } from './growth.mjs';
import * as input from './input.mjs';
import { firstTariff } from './step/aws_income.mjs';
import { advantageGrowth, discountOf, earningsGrowth } from './step/chips.mjs';
import { priceKept } from './step/fleet.mjs';
import { Services } from './step/services.mjs';

/**
 * The economics of a gigawatt of `kind`, `gpu` or `trainium`, bought `yearsAhead` after the start, before tax and at list
 * prices. `irr` and `payback_years` are NaN where there are none.
 */
export function gigawatt(x, kind, yearsAhead = 1) {
  const { chips, earns } = bought(x, kind, yearsAhead);
  const price = x[input.facility_cost] * power(1 + x[input.facility_cost_drift], yearsAhead);
  const facility = (price * x[input.pue]) / x[input.fill];
  const flows = flowsOf(x, yearsAhead, chips + facility, earns);
  const firstYear = flows[1] + flows[2] + flows[3] + flows[4];
  const quarters = flows.length - 1;
  flows[quarters] += facility * Math.max(0, 1 - quarters / (4 * x[input.facility_life]));
  return {
    kind,
    chips,
    facility,
    first_year: firstYear,
    irr: internalRate(flows, flows.length),
    payback_years: payback(flows),
  };
}

/** Cost of the chips, B$, and what they earn all sold, B$ a year. */
function bought(x, kind, yearsAhead) {
  const relative = x[input.trainium_rel_perf];
  const gpuCost = x[input.gpu_cost] * power(1 + x[input.gpu_cost_drift], yearsAhead);
  const gpuEarns = x[input.ai_price] * power(earningsGrowth(x), yearsAhead);
  if (kind === 'gpu') return { chips: gpuCost, earns: gpuEarns };
  const advantage = (1 + x[input.trainium_advantage]) * power(advantageGrowth(x), yearsAhead) - 1;
  return { chips: (gpuCost * relative) / (1 + advantage), earns: gpuEarns * relative * discountOf(x, advantage) };
}

function flowsOf(x, yearsAhead, spent, earns) {
  const quarters = Math.floor(4 * x[input.chip_life_economic] + 0.5);
  const flows = new Float64Array(quarters + 1);
  flows[0] = -spent;
  const services = new Services();
  const kept = priceKept(x);
  const firm = x[input.contract_share];
  let ready = 0;
  let spot = 1;
  for (let k = 1; k <= quarters; k += 1) {
    const when = yearsAhead + k / 4;
    ready += (1 - ready) / (1 + x[input.ramp]);
    services.advance(x, when);
    const sales = (earns * (firm + (1 - firm) * spot) * ready * services.service * x[input.utilisation]) / 4;
    spot *= kept;
    const lean = power(1 - x[input.opex_leverage], when);
    const tariff = firstTariff(x) * power(1 + x[input.electricity_growth], when);
    flows[k] = sales * (1 - x[input.ai_opex] * lean) - tariff - x[input.site_opex] / 4;
  }
  return flows;
}

function payback(flows) {
  let total = 0;
  for (let k = 0; k < flows.length; k += 1) {
    total += flows[k];
    if (total >= 0) return k / 4;
  }
  return NaN;
}
