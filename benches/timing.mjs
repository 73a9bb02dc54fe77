// What the benches of this folder share.

/** Headers with which a page gets a clock of 5 µs; any other has one of 100 µs. */
export const ISOLATED = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

/** The least of some times, the middle one, and the one that a twentieth of them exceed. */
export function summary(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return { min: sorted[0], median: sorted[sorted.length >> 1], p95: sorted[Math.floor(0.95 * sorted.length)] };
}
