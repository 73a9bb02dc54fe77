// Response curves: a headline figure over the whole range of an input, all else as it stands.

import { fcfTrough } from './headline.mjs';

/** Points nearer than this share of the range to the scenario's or the base value give way to it. */
const SAME_POINT = 1e-9;

/**
 * The values at which a curve is drawn, in rising order: `count` even ones over the range, both ends included, and the
 * scenario's own and the base value.
 */
function curveValues({ min, max }, own, base, count) {
  const near = SAME_POINT * (max - min);
  const values = [own];
  if (base !== own) values.push(base);
  for (let place = 0; place < count; place += 1) {
    const share = place / (count - 1);
    const value = min * (1 - share) + max * share;
    if (Math.abs(value - own) > near && Math.abs(value - base) > near) values.push(value);
  }
  return Float64Array.from(values).sort();
}

/**
 * The lowest trailing-year free cash flow over the range of the input at `place`, as declared.
 * @returns {{values: Float64Array, results: Float64Array}}
 */
export function responseCurve(model, inputs, base, declared, place, count, quarters, figures) {
  const x = inputs.slice();
  const values = curveValues(declared, inputs[place], base[place], count);
  const results = new Float64Array(values.length);
  for (let point = 0; point < values.length; point += 1) {
    x[place] = values[point];
    model.run(x, quarters, figures);
    results[point] = fcfTrough(figures, quarters);
  }
  return { values, results };
}
