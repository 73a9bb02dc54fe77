// Times what a page and an analyst do most, without a page: natively, in WebAssembly, and in plain JavaScript, in the engine
// that Chromium has too. They take turns, so that whatever else the machine does hits all alike, and must agree on the result.
// Usage: node benches/engine.mjs PAGE LAB PLAIN PROGRAM: benches/engine as a module for Node, compiled as the page is and as its
// lab is, benches/plain-js/work.mjs as bundled, and benches/engine as a native program.

import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { startNative } from './native.mjs';
import { baselineOf, CORRELATIONS, INPUTS } from './plain-js/tables.mjs';

const ROUNDS = 25;

/** How far sums may differ that are added up alike. */
const SAME = 1e-9;

/** What is timed: its function and numbers, how often a round does it, its unit, how far sums may differ, and who does it. */
const WORKS = [
  { name: 'run, 41 quarters', call: 'runs', numbers: [41], count: 2_000, unit: 'µs', tolerance: SAME },
  { name: 'run, 29 quarters', call: 'runs', numbers: [29], count: 2_000, unit: 'µs', tolerance: SAME },
  { name: 'run, 41, with its headline', call: 'runs_with_headline', numbers: [41], count: 2_000, unit: 'µs', tolerance: SAME },
  // Where two bends are equal but for rounding, points are added at one or the other.
  { name: 'responses of all primary inputs × 25 points', call: 'responses', numbers: [25], count: 4, unit: 'ms', tolerance: 2e-3 },
  // Other random numbers: the quantiles agree as closely as draws do.
  {
    name: 'fan of 10,000 draws, 29 quarters', call: 'fans', numbers: [10_000, 29], count: 1, unit: 'ms', isOfLab: true, tolerance: 5e-3,
  },
];
const IN_A_SECOND = { µs: 1e6, ms: 1e3 };

const load = (file) => import(pathToFileURL(resolve(file)).href);
const [pageFile, labFile, plainFile, program] = process.argv.slice(2);
const { workOn } = await load(plainFile);
const native = startNative(program);
const page = inThisProcess(await load(pageFile));
const lab = inThisProcess(await load(labFile));
const plain = inThisProcess(workOn(baselineOf('2025q3'), INPUTS, CORRELATIONS));
/** Who does a piece of work; wasm is what the others are compared with. */
const opponentsOf = ({ isOfLab }) => [
  { name: 'native', run: native.run },
  isOfLab ? { name: 'wasm with vectors', run: lab } : { name: 'wasm', run: page },
  { name: 'plain JS', run: plain },
];

/** Calls and times a function of `works`. */
function inThisProcess(works) {
  return (call, ...numbers) => {
    const start = performance.now();
    const sum = works[call](...numbers);
    return { seconds: (performance.now() - start) / 1000, sum };
  };
}

try {
  const { model } = cpus()[0] ?? { model: 'unknown' };
  console.log(`${cpus().length} cores (${model.trim()}), Node ${process.version} (V8 ${process.versions.v8}), one thread each`);
  console.log(`${ROUNDS} rounds in turn; the ratio is that of the medians, then of the minima, to wasm`);
  for (const work of WORKS) {
    const opponents = opponentsOf(work);
    print(work, opponents, await timesOf(work, opponents));
  }
} finally {
  native.stop();
}

/** For each opponent the time of a single piece of work in each round, rising. */
async function timesOf({ name, call, numbers, count, unit, tolerance }, opponents) {
  const times = opponents.map(() => []);
  // The rounds before the first warm up caches and compilers.
  for (let round = -3; round < ROUNDS; round += 1) {
    const sums = [];
    for (const [place, opponent] of opponents.entries()) {
      const { seconds, sum } = await opponent.run(call, count, ...numbers);
      sums.push(sum);
      if (round >= 0) times[place].push((seconds * IN_A_SECOND[unit]) / count);
    }
    checkSame(name, opponents, sums, tolerance);
  }
  return times.map((of) => of.sort((a, b) => a - b));
}

function checkSame(name, opponents, sums, tolerance) {
  const [first] = sums;
  for (const [place, sum] of sums.entries()) {
    if (Math.abs(sum - first) <= tolerance * Math.abs(first)) continue;
    throw new Error(`${name}: ${opponents[place].name} comes to ${sum}, ${opponents[0].name} to ${first}`);
  }
}

function print({ name, unit }, opponents, times) {
  const columns = ['min', 'median', 'p95', 'ratio', ''];
  console.log(`\n${`${name}, ${unit}`.padEnd(48)}${columns.map((column) => column.padStart(9)).join('')}`);
  const figures = times.map((of) => ({ min: of[0], median: of[of.length >> 1], p95: of[Math.floor(0.95 * of.length)] }));
  const wasm = figures[1];
  figures.forEach(({ min, median, p95 }, place) => {
    const cells = [min, median, p95].map((time) => time.toFixed(2).padStart(9));
    const ratios = [median / wasm.median, min / wasm.min].map((ratio) => ratio.toFixed(2).padStart(9));
    console.log(`  ${opponents[place].name.padEnd(46)}${cells.join('')}${ratios.join('')}`);
  });
}
