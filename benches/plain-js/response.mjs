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

/** The most points that are added where a curve bends, how far off it has to be to be seen, and the narrowest cell cut. */
const MOST_ADDED = 8;
const VISIBLE = 0.01;
const NARROWEST = 1 / 400;

/** How far a point is off the line between its neighbours; nothing at the ends. */
function bend(values, results, place) {
  if (place < 1 || place + 1 >= values.length) return 0;
  const share = (values[place] - values[place - 1]) / (values[place + 1] - values[place - 1]);
  return Math.abs(results[place - 1] * (1 - share) + results[place + 1] * share - results[place]);
}

/** Where the curve bends most between two points: the place to insert at and the value to run; none where no bend is seen. */
function sharpest(values, results) {
  const span = Math.max(...results) - Math.min(...results);
  const last = values.length - 1;
  const range = values[last] - values[0];
  let after = 0;
  let most = VISIBLE * span;
  for (let place = 1; place <= last; place += 1) {
    if (values[place] - values[place - 1] <= NARROWEST * range) continue;
    const here = Math.max(bend(values, results, place - 1), bend(values, results, place));
    // Of equal bends the last, as long as it can be seen.
    if (here > VISIBLE * span && here >= most) [after, most] = [place, here];
  }
  if (after === 0) return null;
  const [b, c] = [values[after - 1], values[after]];
  if (after >= 2 && after < last) {
    const left = (results[after - 1] - results[after - 2]) / (b - values[after - 2]);
    const right = (results[after + 1] - results[after]) / (values[after + 1] - c);
    const at = (results[after] - results[after - 1] + left * b - right * c) / (left - right);
    const share = (at - b) / (c - b);
    if (share >= 0.05 && share < 0.95) return { after, value: at };
  }
  return { after, value: (b + c) / 2 };
}

/**
 * The lowest trailing-year free cash flow over the range of the input at `place`, as declared, with points added where it bends.
 * @returns {{values: number[], results: number[]}}
 */
export function responseCurve(model, inputs, base, declared, place, count, quarters, figures) {
  const x = inputs.slice();
  const run = (value) => {
    x[place] = value;
    model.run(x, quarters, figures);
    return fcfTrough(figures, quarters);
  };
  const values = Array.from(curveValues(declared, inputs[place], base[place], count));
  const results = values.map(run);
  for (let added = 0; added < MOST_ADDED; added += 1) {
    const found = sharpest(values, results);
    if (!found) break;
    values.splice(found.after, 0, found.value);
    results.splice(found.after, 0, run(found.value));
  }
  return { values, results };
}
