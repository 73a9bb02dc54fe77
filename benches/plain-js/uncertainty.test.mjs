// Draws against what is known of them: closed forms, declared correlations, sorted values.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { FIGURES, Model, newFigures } from './model.mjs';
import { baselineOf, CORRELATIONS, INPUTS, placeOf } from './tables.mjs';
import { Ranges } from './uncertainty/draws.mjs';
import { fan, SERIES } from './uncertainty/fan.mjs';
import { Random } from './uncertainty/random.mjs';
import { FAN, fanOf } from './uncertainty/spread.mjs';
import { newNormal, newPert } from './uncertainty/tabulated.mjs';

function near(got, want, tolerance, what) {
  assert.ok(Math.abs(got - want) <= tolerance, `${what}: ${got} instead of ${want}`);
}

/** Correlation of the ranks of two columns. */
function rankCorrelation(a, b) {
  const ranks = (values) => {
    const order = Array.from(values, (_, place) => place).sort((one, two) => values[one] - values[two]);
    const rank = new Float64Array(values.length);
    order.forEach((place, at) => (rank[place] = at));
    return rank;
  };
  const [one, two] = [ranks(a), ranks(b)];
  const middle = (a.length - 1) / 2;
  let together = 0;
  let alone = 0;
  for (let place = 0; place < a.length; place += 1) {
    together += (one[place] - middle) * (two[place] - middle);
    alone += (one[place] - middle) ** 2;
  }
  return together / alone;
}

test('quantiles are those of distributions known in closed form', () => {
  // With the mode at the lower end: 1 − (1 − x)⁵.
  const pert = newPert(2, 2, 4);
  const normal = newNormal();
  for (const probability of [1e-5, 0.01, 0.25, 0.5, 0.8, 0.999, 0.99999]) {
    near(pert.quantile(probability), 2 + 2 * (1 - (1 - probability) ** 0.2), 2e-4, `PERT at ${probability}`);
    near(normal.probability(normal.quantile(probability)), probability, 1e-12, 'there and back');
  }
  for (const [score, below] of [[-1.959963985, 0.025], [0, 0.5], [1.281551566, 0.9], [3.090232306, 0.999]]) {
    near(normal.quantile(below), score, 1e-5, `normal at ${below}`);
  }
});

test('draws fill every slice, stay in range, and go together as declared', () => {
  const count = 10_000;
  const { inputs } = baselineOf('2025q3');
  const ranges = new Ranges(INPUTS, CORRELATIONS);
  const drawn = ranges.draw(inputs, count, 7);
  const column = (place) => drawn[ranges.places.indexOf(place)];
  for (const { a, b, rank } of CORRELATIONS) near(rankCorrelation(column(a), column(b)), rank, 0.03, `${a} with ${b}`);
  near(rankCorrelation(column(placeOf('ramp')), column(placeOf('fill'))), 0, 0.03, 'independent');
  ranges.declared.forEach(({ id, kind, low, high, min, max }, dimension) => {
    const own = inputs[ranges.places[dimension]];
    const [first, last] = kind === 'scale' ? [own * low, own * high] : [own + low, own + high];
    const clamp = (value) => Math.min(max, Math.max(min, value));
    const sorted = drawn[dimension].slice().sort();
    const [smallest, largest] = [sorted[0], sorted[count - 1]];
    assert.ok(smallest >= clamp(first) && largest <= clamp(last), `${id} is drawn from ${smallest} to ${largest}`);
    if (first < min || last > max) return;
    const mode = kind === 'scale' ? own : own + low;
    const mean = sorted.reduce((sum, value) => sum + value, 0) / count;
    near(mean, (first + 4 * mode + last) / 6, 0.002 * (last - first), `mean of ${id}`);
  });
});

test('quantiles without sorting are those of sorted values', () => {
  const random = new Random(3);
  const values = Float64Array.from({ length: 10_000 }, () => random.next() ** 3);
  const sorted = values.slice().sort();
  values[17] = NaN;
  const quantiles = new Float64Array(FAN.length);
  fanOf(values, values.length, quantiles, 0);
  FAN.forEach((share, line) => near(quantiles[line], sorted[Math.round(share * 10_000)], 1e-3, `at ${share}`));
});

test('a fan holds the run of its draws', () => {
  const baseline = baselineOf('2025q3');
  const model = new Model(baseline);
  const [count, quarters] = [2_000, 29];
  const ranges = new Ranges(INPUTS, CORRELATIONS);
  const quantiles = fan(model, baseline.inputs, ranges, count, quarters, 5);
  const drawn = ranges.draw(baseline.inputs, count, 5);
  const figures = newFigures();
  const [series, t] = [0, 20];
  const values = Float64Array.from({ length: count }, (_, draw) => {
    const x = baseline.inputs.slice();
    ranges.places.forEach((place, dimension) => (x[place] = drawn[dimension][draw]));
    model.run(x, quarters, figures);
    return figures[t * FIGURES + SERIES[series]];
  }).sort();
  const span = values[count - 1] - values[0];
  FAN.forEach((share, line) => {
    const row = (series * quarters + t) * FAN.length;
    near(quantiles[row + line], values[Math.round(share * count)], span / 500, `at ${share}`);
  });
});
