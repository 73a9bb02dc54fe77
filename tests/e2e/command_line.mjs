// The command line, whose figures the page must have too.

import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

import { ROOT, assertThere } from './workspace.mjs';

const CLI = resolve(ROOT, process.env.BUILDOUT_CLI ?? 'target/release/buildout');

/** Fails with what to do if the command line is not built. */
export const assertCommandLine = () => assertThere(CLI, 'cargo build --release --package buildout-cli');

/** Runs the command line and returns what it printed. */
export function cli(...args) {
  return execFileSync(CLI, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

/** The headline of a run as the command line tells it. */
export function cliHeadline(...args) {
  return JSON.parse(cli('run', ...args, '--headline'));
}

/** The quarters of a run as the command line tells them: a map from quarter to a map from column to text. */
export function cliQuarters(...args) {
  const [header, ...lines] = cli('run', ...args, '--format', 'csv').trim().split(/\r?\n/).map((line) => line.split(','));
  return new Map(lines.map((cells) => [cells[0], new Map(header.map((column, index) => [column, cells[index]]))]));
}
