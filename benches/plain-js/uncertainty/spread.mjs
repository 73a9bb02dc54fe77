// Quantiles of many draws without sorting them.

/** Bins over the range of the draws. */
const BINS = 1024;

/** The shares of draws below the lines of a fan. */
export const FAN = [0.05, 0.25, 0.5, 0.75, 0.95];

const counts = new Uint32Array(BINS);

/**
 * Writes the quantiles of the first `count` values at the shares of a fan, straight within a bin; values that are NaN do not
 * count.
 */
export function fanOf(values, count, quantiles, row) {
  let low = Infinity;
  let high = -Infinity;
  let total = 0;
  for (let draw = 0; draw < count; draw += 1) {
    const value = values[draw];
    if (value < low) low = value;
    if (value > high) high = value;
    if (value === value) total += 1;
  }
  const width = (high - low) / BINS || 1;
  counts.fill(0);
  for (let draw = 0; draw < count; draw += 1) {
    const value = values[draw];
    if (value === value) counts[Math.min(BINS - 1, ((value - low) / width) | 0)] += 1;
  }
  let bin = 0;
  let below = 0;
  for (let line = 0; line < FAN.length; line += 1) {
    const wanted = FAN[line] * total;
    while (bin < BINS - 1 && below + counts[bin] < wanted) below += counts[bin++];
    quantiles[row + line] = low + (bin + (wanted - below) / counts[bin]) * width;
  }
}
