// What tests say of figures, and of what comes true a moment later.

import assert from 'node:assert/strict';

import { PATIENCE } from './workspace.mjs';

/** Repeats a check until it passes or patience ends; the page may write its link a moment after the figures. */
export async function eventually(what, assertion) {
  const deadline = Date.now() + PATIENCE / 2;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > deadline) {
        error.message = `${what}: ${error.message}`;
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Checks that two figures are the same to 1e-9 of the larger side, or absolutely below 1; texts and absent figures exactly. */
export function assertSame(actual, expected, what) {
  if (typeof actual === 'number' && typeof expected === 'number') {
    const scale = Math.max(1, Math.abs(actual), Math.abs(expected));
    assert.ok(Math.abs(actual - expected) <= 1e-9 * scale, `${what}: ${actual} on the page, ${expected} expected`);
  } else {
    assert.equal(actual, expected, what);
  }
}
