// Present value and internal rate of return of quarterly flows.

import { fourthRoot } from './growth.mjs';

const LOWEST_RATE = -0.95;
const HIGHEST_RATE = 10;
/** Halvings from that range to one in which there is one rate, and steps from there to the last bits. */
const HALVINGS = 24;
const NEWTON_STEPS = 3;

/** What a dollar in a quarter is worth now at a yearly rate. */
export const quarterlyFactor = (rate) => 1 / fourthRoot(1 + rate);

/** The worth of the first `count` flows at the time of the first. */
export function worthAt(flows, count, factor) {
  let worth = 0;
  for (let k = count - 1; k >= 0; k -= 1) worth = worth * factor + flows[k];
  return worth;
}

/**
 * The yearly rate at which the first `count` flows are worth nothing; NaN unless they are worth something at −95 % and cost
 * something at 1000 %. Found by halving, so that of several rates it is the one that halving finds, and finished by Newton.
 */
export function internalRate(flows, count) {
  let low = LOWEST_RATE;
  let high = HIGHEST_RATE;
  if (!(worthAt(flows, count, quarterlyFactor(low)) > 0 && worthAt(flows, count, quarterlyFactor(high)) < 0)) return NaN;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    if (worthAt(flows, count, quarterlyFactor(middle)) > 0) low = middle;
    else high = middle;
  }
  const smallest = quarterlyFactor(high);
  const largest = quarterlyFactor(low);
  let factor = (smallest + largest) / 2;
  for (let step = 0; step < NEWTON_STEPS; step += 1) {
    let worth = 0;
    let slope = 0;
    for (let k = count - 1; k >= 0; k -= 1) {
      slope = slope * factor + worth;
      worth = worth * factor + flows[k];
    }
    if (slope !== 0) factor = Math.min(largest, Math.max(smallest, factor - worth / slope));
  }
  return 1 / (factor * factor * factor * factor) - 1;
}
