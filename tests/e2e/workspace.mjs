// Where things are, and how long anything may take.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** How long anything on the page may take before a test gives up on it, in ms. Wide, as two busy cores can be slow. */
export const PATIENCE = 20_000;

/** Fails with what to do if a file that something else builds is not there. */
export function assertThere(file, command) {
  if (!existsSync(file)) throw new Error(`${file} is not there; run \`${command}\` first`);
}
