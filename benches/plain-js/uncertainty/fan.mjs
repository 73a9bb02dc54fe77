// The fan of a scenario: how widely the figures of a page and the headline spread over many draws.

import { headline } from '../headline.mjs';
import { FIGURES, newFigures } from '../model.mjs';
import * as output from '../output.mjs';
import { FAN, fanOf } from './spread.mjs';

/** The figures of a quarter whose spread is wanted: the series of the panels that a page opens with. */
export const SERIES = [
  output.fcf_ttm, output.ocf_ttm, output.capex_ttm, output.aws_revenue, output.aws_margin, output.power, output.ai_it,
  output.trainium_it, output.gpu_it, output.programme_total, output.aws_depreciation, output.cash,
];

/** The figures of the headline whose spread is wanted. */
export const GOALS = [
  'fcf_trough', 'fcf_2030', 'aws_2030', 'margin_trough', 'npv', 'irr', 'peak_need', 'power_multiple_2027',
];

/**
 * Five quantiles of each series in each quarter, then of each headline figure: `FAN.length` numbers a row, the quarters of the
 * first series first.
 * @param {import('../model.mjs').Model} model
 * @param {Float64Array} inputs those of the scenario
 * @param {import('./draws.mjs').Ranges} ranges
 */
export function fan(model, inputs, ranges, count, quarters, seed) {
  const drawn = ranges.draw(inputs, count, seed);
  const rows = SERIES.length * quarters + GOALS.length;
  const columns = Array.from({ length: rows }, () => new Float64Array(count));
  const x = inputs.slice();
  const figures = newFigures();
  for (let draw = 0; draw < count; draw += 1) {
    for (let dimension = 0; dimension < drawn.length; dimension += 1) x[ranges.places[dimension]] = drawn[dimension][draw];
    model.run(x, quarters, figures);
    readSeries(figures, quarters, columns, draw);
    readGoals(headline(x, model.first, figures, quarters), columns, SERIES.length * quarters, draw);
  }
  const quantiles = new Float64Array(rows * FAN.length);
  columns.forEach((values, row) => fanOf(values, count, quantiles, row * FAN.length));
  return quantiles;
}

function readSeries(figures, quarters, columns, draw) {
  for (let series = 0; series < SERIES.length; series += 1) {
    for (let t = 0; t < quarters; t += 1) {
      columns[series * quarters + t][draw] = figures[t * FIGURES + SERIES[series]];
    }
  }
}

function readGoals(of, columns, from, draw) {
  columns[from][draw] = of.fcf_trough;
  columns[from + 1][draw] = of.fcf_2030;
  columns[from + 2][draw] = of.aws_2030;
  columns[from + 3][draw] = of.margin_trough;
  columns[from + 4][draw] = of.npv;
  columns[from + 5][draw] = of.irr;
  columns[from + 6][draw] = of.peak_need;
  columns[from + 7][draw] = of.power_multiple_2027;
}
