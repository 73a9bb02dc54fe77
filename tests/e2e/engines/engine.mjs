// The engine that the end-to-end tests run in: `BROWSER` is chromium (the default), firefox or webkit.

import { CHROMIUM } from './chromium.mjs';
import { FIREFOX } from './firefox.mjs';
import { WEBKIT } from './webkit.mjs';

/**
 * @typedef {object} Engine
 * @property {string} name how to speak of it
 * @property {Record<string, string>} lacks what tests may need that it or its driver cannot do, each with the reason
 * @property {() => Promise<import('playwright-core').Browser>} launch starts it
 */

const ENGINES = { chromium: CHROMIUM, firefox: FIREFOX, webkit: WEBKIT };
const chosen = process.env.BROWSER || 'chromium';
if (!Object.hasOwn(ENGINES, chosen)) throw new Error(`BROWSER is \`${chosen}\`; it can be ${Object.keys(ENGINES).join(', ')}`);

/** @type {Engine} */
export const engine = ENGINES[chosen];

/** Whether this engine and its driver can do something that tests name. */
export const can = (need) => !Object.hasOwn(engine.lacks, need);

/** Why this engine cannot run a test that needs these things, or false if it can: what `node:test` takes as `skip`. */
export function skipFor(...needs) {
  const missing = needs.filter((need) => !can(need));
  return missing.length > 0 && `${engine.name}: ${missing.map((need) => engine.lacks[need]).join('; ')}`;
}
