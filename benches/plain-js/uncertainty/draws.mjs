// Draws of the uncertain inputs: a Latin hypercube, made to go together as declared, through the quantiles of their ranges.

import { mixtureOf } from './copula.mjs';
import { Random, shuffle } from './random.mjs';
import { newNormal, newPert } from './tabulated.mjs';

const normal = newNormal();

/** How each uncertain input is drawn, prepared once. */
export class Ranges {
  /**
   * @param {typeof import('../tables.mjs').INPUTS} declared
   * @param {typeof import('../tables.mjs').CORRELATIONS} correlations
   */
  constructor(declared, correlations) {
    const drawn = declared.flatMap((input, place) => (input.kind === '' ? [] : [{ ...input, place }]));
    /** Places of the inputs that are drawn. */
    this.places = drawn.map(({ place }) => place);
    this.declared = drawn;
    this.tables = drawn.map(({ kind, low, high }) => newPert(low, kind === 'scale' ? 1 : low, high));
    /** Dimensions that are drawn together, and how. */
    this.together = drawn.flatMap(({ place }, dimension) =>
      correlations.some(({ a, b }) => a === place || b === place) ? [dimension] : [],
    );
    const among = (place) => this.together.findIndex((dimension) => this.places[dimension] === place);
    const pairs = correlations.map(({ a, b, rank }) => ({ a: among(a), b: among(b), rank }));
    this.mixture = mixtureOf(this.together.length, pairs);
  }

  /**
   * Values of the uncertain inputs around those of a scenario: an array of `count` draws for each, in the order of `places`.
   * @returns {Float64Array[]}
   */
  draw(inputs, count, seed) {
    const points = hypercube(this.places.length, count, new Random(seed));
    this.correlate(points, count);
    points.forEach((values, dimension) => {
      const { kind, min, max, place } = this.declared[dimension];
      const own = inputs[place];
      const table = this.tables[dimension];
      for (let draw = 0; draw < count; draw += 1) {
        const by = table.quantile(values[draw]);
        values[draw] = Math.min(max, Math.max(min, kind === 'scale' ? own * by : own + by));
      }
    });
    return points;
  }

  /** Turns independent probabilities of the inputs that are drawn together into correlated ones. */
  correlate(points, count) {
    const columns = this.together.map((dimension) => points[dimension]);
    const { length } = columns;
    const scores = new Float64Array(length);
    for (let draw = 0; draw < count; draw += 1) {
      for (let place = 0; place < length; place += 1) scores[place] = normal.quantile(columns[place][draw]);
      for (let place = 0; place < length; place += 1) {
        let score = 0;
        for (let k = 0; k <= place; k += 1) score += this.mixture[place * length + k] * scores[k];
        columns[place][draw] = normal.probability(score);
      }
    }
  }
}

/** Probabilities for each dimension: every one of `count` slices is drawn from once, in an order of its own. */
function hypercube(dimensions, count, random) {
  return Array.from({ length: dimensions }, () => {
    const column = new Float64Array(count);
    for (let slice = 0; slice < count; slice += 1) column[slice] = (slice + random.next()) / count;
    shuffle(column, random);
    return column;
  });
}
