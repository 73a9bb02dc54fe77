// Programs of browsers: what a variable names, or the first of the usual names on the PATH.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

function runs(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether a program can be run. */
export const isProgram = runs;

/**
 * The program to run.
 * @param {string} variable the environment variable that chooses it
 * @param {string[]} names what it is usually called
 * @param {string} what how to speak of it when there is none
 */
export function programOf(variable, names, what) {
  if (process.env[variable]) return process.env[variable];
  const candidates = names.flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)));
  const found = candidates.find(runs);
  if (!found) throw new Error(`no ${what} found; set ${variable} to its program, or run \`cargo xtask test --all-browsers\``);
  return found;
}
