// Times what a page and an analyst do most, without a page: natively, in WebAssembly and in plain JavaScript, both in headless
// Chromium. They take turns, so that whatever else the machine does hits all alike, and must come to the same sums.
// Usage: node benches/engine.mjs FOLDER PROGRAM. FOLDER holds benches/engine as modules for the web, compiled as the page is in
// page/ and as its lab is in lab/, and benches/plain-js/work.mjs bundled as plain.mjs; PROGRAM is benches/engine natively.

import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';

import { launch, newPage } from '../tests/e2e/harness.mjs';
import { serve } from '../tests/e2e/server.mjs';
import { startNative } from './native.mjs';
import { baselineOf, CORRELATIONS, INPUTS } from './plain-js/tables.mjs';
import { ISOLATED, summary } from './timing.mjs';

const ROUNDS = 25;
/** Rounds before the first, for caches and compilers. */
const WARM_UP = 3;

/** How far sums may differ that are added up alike. */
const SAME = 1e-9;

/** What is timed: its function and numbers, how often a round does it, its unit, how far sums may differ, whose work it is. */
const WORKS = [
  { name: 'run, 41 quarters', call: 'runs', numbers: [41], count: 2_000, unit: 'µs', tolerance: SAME, module: 'page' },
  { name: 'run, 29 quarters', call: 'runs', numbers: [29], count: 2_000, unit: 'µs', tolerance: SAME, module: 'page' },
  {
    name: 'run, 41 quarters, with its headline',
    call: 'runs_with_headline', numbers: [41], count: 2_000, unit: 'µs', tolerance: SAME, module: 'page',
  },
  // Where two bends are equal but for rounding, points are added at one or the other.
  {
    name: 'responses, all primary inputs × 25 points',
    call: 'responses', numbers: [25], count: 4, unit: 'ms', tolerance: 2e-3, module: 'page',
  },
  // Other random numbers: the quantiles agree as closely as draws do.
  {
    name: 'fan of 10,000 draws, 29 quarters',
    call: 'fans', numbers: [10_000, 29], count: 1, unit: 'ms', tolerance: 5e-3, module: 'lab',
  },
];
const IN_A_SECOND = { µs: 1e6, ms: 1e3 };

const [folder, program] = process.argv.slice(2);
// Modules are loaded by a document.
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>bench</title><link rel="icon" href="data:,">');
const server = await serve(resolve(folder), '/', ISOLATED);
const browser = await launch();
const native = startNative(program);
try {
  const { page } = await newPage(browser, new URL(server.url).origin);
  await page.goto(server.url);
  await page.evaluate(load, { baseline: asJson(baselineOf('2025q3')), declared: INPUTS, correlations: CORRELATIONS });

  const cores = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'})`;
  console.log(`${cores}, Chromium ${browser.version()}, one thread each; ${ROUNDS} rounds in turn`);
  console.log('the ratio is that of the medians, then of the minima, to wasm');
  for (const work of WORKS) {
    const inPage = (who) => (...call) => page.evaluate(timed, { who, call });
    const opponents = new Map([['native', native.run], ['wasm', inPage(work.module)], ['plain JS', inPage('plain')]]);
    print(work, await timesOf(work, opponents));
  }
} finally {
  native.stop();
  await browser.close();
  await server.stop();
}

/** A baseline with its typed arrays as what can be sent to a page. */
function asJson(baseline) {
  const plain = (value) => (ArrayBuffer.isView(value) ? [...value] : value);
  return Object.fromEntries(Object.entries(baseline).map(([name, value]) => [name, plain(value)]));
}

/** In the page: loads everyone. */
async function load({ baseline, declared, correlations }) {
  const [page, lab, { workOn }] = await Promise.all([
    import('/page/buildout_engine_bench.js'), import('/lab/buildout_engine_bench.js'), import('/plain.mjs'),
  ]);
  await Promise.all([page.default(), lab.default()]);
  const typed = (value) => (Array.isArray(value) ? Float64Array.from(value) : value);
  const revived = Object.fromEntries(Object.entries(baseline).map(([name, value]) => [name, typed(value)]));
  window.works = { page, lab, plain: workOn(revived, declared, correlations) };
}

/** In the page: calls and times a function. */
function timed({ who, call: [name, ...numbers] }) {
  const start = performance.now();
  const sum = window.works[who][name](...numbers);
  return { seconds: (performance.now() - start) / 1000, sum };
}

/** For each opponent the times of a single piece of work. */
async function timesOf({ name, call, numbers, count, unit, tolerance }, opponents) {
  const times = new Map([...opponents.keys()].map((opponent) => [opponent, []]));
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const sums = new Map();
    for (const [opponent, run] of opponents) {
      const { seconds, sum } = await run(call, count, ...numbers);
      sums.set(opponent, sum);
      if (round >= 0) times.get(opponent).push((seconds * IN_A_SECOND[unit]) / count);
    }
    checkSame(name, sums, tolerance);
  }
  return times;
}

function checkSame(name, sums, tolerance) {
  const wanted = sums.get('native');
  for (const [opponent, sum] of sums) {
    const isSame = Math.abs(sum - wanted) <= tolerance * Math.abs(wanted);
    if (!isSame) throw new Error(`${name}: ${opponent} comes to ${sum}, native to ${wanted}`);
  }
}

function print({ name, unit }, times) {
  const columns = ['min', 'median', 'p95', 'ratio', ''];
  console.log(`\n${`${name}, ${unit}`.padEnd(48)}${columns.map((column) => column.padStart(9)).join('')}`);
  const wasm = summary(times.get('wasm'));
  for (const [opponent, all] of times) {
    const { min, median, p95 } = summary(all);
    const cells = [min, median, p95, median / wasm.median, min / wasm.min].map((cell) => cell.toFixed(2).padStart(9));
    console.log(`  ${opponent.padEnd(46)}${cells.join('')}`);
  }
}
