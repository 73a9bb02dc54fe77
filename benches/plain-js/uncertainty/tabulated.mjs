// A distribution given by its density, as a table of its cumulated probabilities.

/** Cells over the range of a distribution, and cells over the probabilities that say where to look. */
const CELLS = 4096;

export class Tabulated {
  /** Over `low` to `high`, with a density that need not add up to 1. */
  constructor(low, high, density) {
    this.low = low;
    this.width = (high - low) / CELLS;
    this.below = new Float64Array(CELLS + 1);
    // Simpson's rule in each cell.
    for (let cell = 0; cell < CELLS; cell += 1) {
      const at = (share) => density(low + (cell + share) * this.width);
      this.below[cell + 1] = this.below[cell] + (at(0) + 4 * at(0.5) + at(1)) / 6;
    }
    const total = this.below[CELLS];
    for (let edge = 0; edge <= CELLS; edge += 1) this.below[edge] /= total;
    // For each slice of probability the cell that its lower end lies in.
    this.guide = new Uint16Array(CELLS);
    let cell = 0;
    for (let slice = 0; slice < CELLS; slice += 1) {
      while (cell < CELLS - 1 && this.below[cell + 1] <= slice / CELLS) cell += 1;
      this.guide[slice] = cell;
    }
  }

  /** The value below which a probability lies. */
  quantile(probability) {
    const { below } = this;
    let cell = this.guide[Math.min(CELLS - 1, Math.floor(probability * CELLS))];
    while (cell < CELLS - 1 && below[cell + 1] < probability) cell += 1;
    const inCell = below[cell + 1] - below[cell];
    const share = inCell > 0 ? (probability - below[cell]) / inCell : 0.5;
    return this.low + (cell + share) * this.width;
  }

  /** The probability below a value. */
  probability(value) {
    const place = Math.min(CELLS, Math.max(0, (value - this.low) / this.width));
    const cell = Math.min(CELLS - 1, Math.floor(place));
    return this.below[cell] + (place - cell) * (this.below[cell + 1] - this.below[cell]);
  }
}

/** The standard normal distribution; beyond ±8 lies one draw in 10¹⁵. */
export const newNormal = () => new Tabulated(-8, 8, (z) => Math.exp(-0.5 * z * z));

/** PERT with λ = 4: a beta distribution over low to high with the given mode. */
export function newPert(low, mode, high) {
  const up = (4 * (mode - low)) / (high - low);
  const down = (4 * (high - mode)) / (high - low);
  return new Tabulated(low, high, (value) => (value - low) ** up * (high - value) ** down);
}
