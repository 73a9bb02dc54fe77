// Where things are, and how long anything may take.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** How much slower than two free cores this machine is; on a busy one, tests fail of haste otherwise. */
const SLOWNESS = Number(process.env.BUILDOUT_SLOWNESS ?? 1);
if (!(SLOWNESS >= 1)) throw new Error(`BUILDOUT_SLOWNESS is \`${process.env.BUILDOUT_SLOWNESS}\`; it can be any number from 1`);

/** How long anything on the page may take before a test gives up on it, in ms. Wide, as two busy cores can be slow. */
export const PATIENCE = 20_000 * SLOWNESS;

/** How long a whole test may take, in ms. */
export const TEST_TIMEOUT = 120_000 * SLOWNESS;

/** Fails with what to do if a file that something else builds is not there. */
export function assertThere(file, command) {
  if (!existsSync(file)) throw new Error(`${file} is not there; run \`${command}\` first`);
}
