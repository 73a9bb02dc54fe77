// Response curves: a headline figure over the whole range of an input, all else as it stands.

import { fcfTrough } from './headline.mjs';

/** Points nearer than this share of the range to the scenario's or the base value give way to it. */
const SAME_POINT = 1e-9;
/** The most points that are added where a curve bends. */
const MOST_ADDED = 8;
/** How far a point has to be off the straight line between its neighbours to be seen, as a share of the curve's span. */
const VISIBLE = 0.01;
/** The narrowest cell that is cut, as a share of the range. */
const NARROWEST = 1 / 400;

/**
 * The values at which a curve is drawn first, in rising order: `count` even ones over the range, both ends included, and the
 * scenario's own and the base value.
 */
function firstValues({ min, max }, own, base, count) {
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
 * The lowest trailing-year free cash flow over the range of the input at `place`, as declared; where the curve bends between
 * two values, more are added.
 */
export class ResponseCurve {
  constructor(model, inputs, base, declared, place, count, quarters, figures) {
    const first = firstValues(declared, inputs[place], base[place], count);
    const x = inputs.slice();
    this.length = 0;
    this.values = new Float64Array(first.length + MOST_ADDED);
    this.results = new Float64Array(first.length + MOST_ADDED);
    /** How far each point is off the line between its neighbours. */
    this.bends = new Float64Array(first.length + MOST_ADDED);
    const add = (at, value) => {
      x[place] = value;
      model.run(x, quarters, figures);
      this.insert(at, value, fcfTrough(figures, quarters));
    };
    for (const value of first) add(this.length, value);
    for (let added = 0; added < MOST_ADDED; added += 1) {
      const after = this.sharpest();
      if (after < 0) break;
      add(after, this.cut(after));
    }
  }

  insert(at, value, result) {
    this.values.copyWithin(at + 1, at, this.length);
    this.results.copyWithin(at + 1, at, this.length);
    this.values[at] = value;
    this.results[at] = result;
    this.length += 1;
  }

  /** The point before which the curve bends most, in a cell that can be cut; the last of several, −1 where no bend is seen. */
  sharpest() {
    const { values, results, bends, length } = this;
    let low = Infinity;
    let high = -Infinity;
    for (let point = 0; point < length; point += 1) {
      low = Math.min(low, results[point]);
      high = Math.max(high, results[point]);
    }
    bends[0] = 0;
    bends[length - 1] = 0;
    for (let point = 1; point < length - 1; point += 1) {
      const share = (values[point] - values[point - 1]) / (values[point + 1] - values[point - 1]);
      bends[point] = Math.abs(results[point - 1] * (1 - share) + results[point + 1] * share - results[point]);
    }
    const least = VISIBLE * (high - low);
    const narrowest = NARROWEST * (values[length - 1] - values[0]);
    let sharpest = -1;
    let most = 0;
    for (let after = 1; after < length; after += 1) {
      const bend = Math.max(bends[after - 1], bends[after]);
      if (bend > least && bend >= most && values[after] - values[after - 1] > narrowest) {
        sharpest = after;
        most = bend;
      }
    }
    return sharpest;
  }

  /** Where to cut the cell before a point: where the lines of the cells beside it meet in it, else in its middle. */
  cut(after) {
    const { values, results, length } = this;
    const [b, c] = [after - 1, after];
    const middle = (values[b] + values[c]) / 2;
    if (b === 0 || c === length - 1) return middle;
    const left = (results[b] - results[b - 1]) / (values[b] - values[b - 1]);
    const right = (results[c + 1] - results[c]) / (values[c + 1] - values[c]);
    const at = (results[c] - results[b] + left * values[b] - right * values[c]) / (left - right);
    const share = (at - values[b]) / (values[c] - values[b]);
    return share >= 0.05 && share < 0.95 ? at : middle;
  }
}
