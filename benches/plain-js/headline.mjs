// The headline of a run.

import { quarterIndex } from './calendar.mjs';
import { internalRate, quarterlyFactor, worthAt } from './discounting.mjs';
import { MAX_QUARTERS } from './fixed.mjs';
import * as input from './input.mjs';
import { FIGURES } from './model.mjs';
import * as output from './output.mjs';

const POWER_GOAL = quarterIndex('2027Q4');
const OUTLOOK = quarterIndex('2030Q4');

/** The first quarter that counts for the lowest trailing-year free cash flow. */
const settled = (quarters) => Math.min(3, quarters - 1);

/** The quarter after `from` in which a figure is lowest; the first of several. */
function lowest(figures, quarters, from, figure) {
  let best = from;
  for (let t = from + 1; t < quarters; t += 1) {
    if (figures[t * FIGURES + figure] < figures[best * FIGURES + figure]) best = t;
  }
  return best;
}

/** The lowest trailing-year free cash flow alone, B$. */
export const fcfTrough = (figures, quarters) =>
  figures[lowest(figures, quarters, settled(quarters), output.fcf_ttm) * FIGURES + output.fcf_ttm];

const flows = new Float64Array(MAX_QUARTERS);

/**
 * The headline of a run of at least one quarter from the quarter numbered `first`. Numbers are NaN and quarters −1 where there
 * are none.
 */
export function headline(x, first, figures, quarters) {
  const at = (t, figure) => figures[t * FIGURES + figure];
  const on = (quarter, figure) => (quarter >= first && quarter < first + quarters ? at(quarter - first, figure) : NaN);
  const trough = lowest(figures, quarters, settled(quarters), output.fcf_ttm);
  const marginTrough = lowest(figures, quarters, 0, output.aws_margin);
  const need = lowest(figures, quarters, 0, output.programme_total);
  const peakNeed = Math.min(0, at(need, output.programme_total));
  let payback = -1;
  for (let t = need + 1; peakNeed < 0 && payback < 0 && t < quarters; t += 1) {
    if (at(t, output.programme_total) >= 0) payback = first + t;
  }

  for (let t = 0; t < quarters; t += 1) flows[t] = at(t, output.programme);
  const factor = quarterlyFactor(x[input.discount_rate]);
  const withoutBook = worthAt(flows, quarters, factor) * factor;
  flows[quarters - 1] += at(quarters - 1, output.ai_book) - at(quarters - 1, output.tax_deferred);
  return {
    fcf_trough: at(trough, output.fcf_ttm),
    fcf_trough_quarter: first + trough,
    margin_trough: at(marginTrough, output.aws_margin),
    margin_trough_quarter: first + marginTrough,
    npv: worthAt(flows, quarters, factor) * factor,
    npv_without_book: withoutBook,
    irr: internalRate(flows, quarters),
    peak_need: peakNeed,
    payback_quarter: payback,
    power_multiple_2027: on(POWER_GOAL, output.power_multiple_2022),
    aws_2030: 4 * on(OUTLOOK, output.aws_revenue),
    fcf_2030: on(OUTLOOK, output.fcf_ttm),
  };
}
