// What a page and an analyst do most, many times over, as benches/engine does it: to time plain JavaScript against it.
//
// Each function does its work `count` times on scenarios that differ, as under a hand, and returns a sum over the results, which
// is that of the engine.

import { MAX_QUARTERS } from './fixed.mjs';
import { headline } from './headline.mjs';
import * as input from './input.mjs';
import { FIGURES, Model, newFigures } from './model.mjs';
import * as output from './output.mjs';
import { ResponseCurve } from './response.mjs';
import { Ranges } from './uncertainty/draws.mjs';
import { fan, SERIES } from './uncertainty/fan.mjs';
import { FAN } from './uncertainty/spread.mjs';

/**
 * The work on a baseline.
 * @param {ReturnType<typeof import('./tables.mjs').baselineOf>} baseline
 * @param {typeof import('./tables.mjs').INPUTS} declared
 * @param {typeof import('./tables.mjs').CORRELATIONS} correlations
 */
export function workOn(baseline, declared, correlations) {
  const model = new Model(baseline);
  const ranges = new Ranges(declared, correlations);
  const figures = newFigures();
  const x = baseline.inputs.slice();
  const scenario = (place) => {
    x.set(baseline.inputs);
    x[input.capex_next_year] = 100 + (place % 200);
  };

  return {
    runs(count, quarters) {
      let sum = 0;
      for (let place = 0; place < count; place += 1) {
        scenario(place);
        model.run(x, quarters, figures);
        sum += figures[(quarters - 1) * FIGURES + output.cash];
      }
      return sum;
    },
    runs_with_headline(count, quarters) {
      let sum = 0;
      for (let place = 0; place < count; place += 1) {
        scenario(place);
        model.run(x, quarters, figures);
        sum += headline(x, model.first, figures, quarters).npv;
      }
      return sum;
    },
    responses(count, points) {
      let sum = 0;
      for (let place = 0; place < count; place += 1) {
        scenario(place);
        declared.forEach((range, at) => {
          if (!range.isPrimary) return;
          const curve = new ResponseCurve(model, x, baseline.inputs, range, at, points, MAX_QUARTERS, figures);
          for (let point = 0; point < curve.length; point += 1) sum += curve.results[point];
        });
      }
      return sum;
    },
    fans(count, draws, quarters) {
      let sum = 0;
      for (let place = 0; place < count; place += 1) {
        scenario(place);
        const quantiles = fan(model, x, ranges, draws, quarters, place + 1);
        const ofSeries = SERIES.length * quarters * FAN.length;
        for (let quantile = 0; quantile < ofSeries; quantile += 1) sum += quantiles[quantile];
      }
      return sum;
    },
  };
}
