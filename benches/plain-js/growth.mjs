// Growth that compounds quarter by quarter: a power costs more than the rest of an equation, so each is taken once a run.
//
// Fields that hold fractions start as NaN: V8 then stores them as doubles from the first write, not as small integers.

/** A yearly factor as a quarterly one. */
export const fourthRoot = (factor) => Math.sqrt(Math.sqrt(factor));

/** `base ** exponent` for a positive base; shorter than Math.pow, which has more cases to tell apart. */
export const power = (base, exponent) => Math.exp(exponent * Math.log(base));

export const clamp01 = (value) => Math.min(1, Math.max(0, value));

/** A smooth step from 0 to 1 as `value` goes from 0 to 1. */
export function ease(value) {
  const s = clamp01(value);
  return s * s * (3 - 2 * s);
}

/** A factor that grows by the same rate every quarter: 1 at the start. */
export class Compound {
  constructor() {
    this.perQuarter = NaN;
    this.now = NaN;
  }

  start(perQuarter) {
    this.perQuarter = perQuarter;
    this.now = 1;
  }

  advance() {
    return (this.now *= this.perQuarter);
  }
}

/** A yearly growth rate that fades from a first to a later value with a half-life in years. */
export class Faded {
  constructor() {
    this.later = NaN;
    this.above = NaN;
    this.left = NaN;
  }

  start(first, later, halfLife) {
    this.later = later;
    this.above = first - later;
    this.left = Math.exp((-0.25 * Math.LN2) / halfLife);
  }

  /** The growth factor of the next quarter. */
  advance() {
    this.above *= this.left;
    return fourthRoot(1 + this.later + this.above);
  }
}
