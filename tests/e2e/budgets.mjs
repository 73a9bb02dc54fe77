// Holds the built page to its budgets: what it weighs, how soon it is there, how fast it follows a hand. Prints each figure beside the
// one written down in benches/budgets.json, and fails where one is worse by more than it may be.
//
// Machines differ and are busy, so no time is held to milliseconds: each is a multiple of what the same browser takes at the same time
// for the model in plain JavaScript. A figure that is worse is taken once more before it fails.
//
// Usage: node tests/e2e/budgets.mjs [--write]

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

import { buildSync } from 'esbuild';

import { ISOLATED, summary } from '../../benches/timing.mjs';
import { baselineOf, CORRELATIONS, INPUTS } from '../../benches/plain-js/tables.mjs';
import { launch, newPage, ready, ROOT, serveDist } from './harness.mjs';

const BUDGETS = join(ROOT, 'benches', 'budgets.json');
const DIST = resolve(ROOT, process.env.BUILDOUT_DIST ?? 'dist');

const VISITS = 7;
const STEPS = 240;
const INPUT = 'capex_next_year';
/** Runs of the model in plain JavaScript that make one measure of the machine. */
const RUNS = 2_000;

/** A file as a static host sends it. */
function sent(path) {
  const bytes = readFileSync(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return /\.(html|js|css|wasm|svg)$/.test(path) ? brotliCompressSync(bytes, { params }).length : bytes.length;
}

/** What the parts of the page weigh, kB of brotli. */
function sizes() {
  const files = readdirSync(DIST, { withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name);
  const sum = (pattern, not = /^$/) => files.filter((name) => pattern.test(name) && !not.test(name)).reduce((total, name) => total + sent(join(DIST, name)), 0) / 1000;
  return {
    'download to open the page, kB': sum(/\.(html|js|css|wasm|svg)$/, /^buildout-(desk|lab)|^sw\.js$/),
    'of that the program, kB': sum(/\.wasm$/, /^buildout-(desk|lab)/),
    'lab, with the first fan or sheet, kB': sum(/^buildout-lab[_.].*wasm$/),
    'desk, with the first file, kB': sum(/^buildout-desk.*wasm$/),
  };
}

/** Times the machine: the model in plain JavaScript, ms a run. */
const timeMachine = (page) => page.evaluate((runs) => {
  const start = performance.now();
  self.plainJs.runs_with_headline(runs, 41);
  return (performance.now() - start) / runs;
}, RUNS);

async function machine(browser, server) {
  const { outputFiles } = buildSync({ entryPoints: [join(ROOT, 'benches/plain-js/work.mjs')], bundle: true, minify: true, format: 'iife', globalName: 'plain', write: false });
  const { page } = await newPage(browser, new URL(server.url).origin);
  // A picture is a document too, with no policy and nothing else to do.
  await page.goto(`${server.url}icons/icon-192.png`);
  const plain = (value) => (ArrayBuffer.isView(value) ? [...value] : value);
  const baseline = Object.fromEntries(Object.entries(baselineOf('2025q3')).map(([name, value]) => [name, plain(value)]));
  await page.evaluate(({ code, baseline, declared, correlations }) => {
    const typed = (value) => (Array.isArray(value) && value.every((one) => typeof one === 'number') ? Float64Array.from(value) : value);
    const plain = new Function(`${code}; return plain;`)();
    self.plainJs = plain.workOn(Object.fromEntries(Object.entries(baseline).map(([name, value]) => [name, typed(value)])), declared, correlations);
  }, { code: outputFiles[0].text, baseline, declared: INPUTS, correlations: CORRELATIONS });
  await timeMachine(page);
  return page;
}

/** First paint and readiness of a first visit, ms. */
async function visit(browser, server) {
  const { context, page } = await newPage(browser, new URL(server.url).origin);
  await context.addInitScript(() => {
    new MutationObserver(() => {
      if (document.documentElement?.dataset.ready === 'true') self.readyAt ??= performance.now();
    }).observe(document, { attributes: true, childList: true, subtree: true, attributeFilter: ['data-ready'] });
  });
  await page.goto(server.url);
  await ready(page);
  const times = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    ready: self.readyAt,
  }));
  await context.close();
  return times;
}

/** A drag by a real pointer: what the page measures of itself, ms. */
async function dragged(browser, server) {
  const { context, page } = await newPage(browser, new URL(server.url).origin);
  await page.goto(server.url);
  await ready(page);
  const box = await page.locator(`input[type="range"][data-input="${INPUT}"]`).boundingBox();
  const at = (share) => [box.x + box.width * share, box.y + box.height / 2];
  await page.mouse.move(...at(0.3));
  await page.mouse.down();
  await page.evaluate(() => performance.clearMeasures());
  for (let step = 0; step < STEPS; step += 1) {
    await page.mouse.move(...at(0.3 + 0.5 * (1 - Math.abs((2 * step) / (STEPS - 1) - 1))));
  }
  await page.mouse.up();
  const of = (name) => page.evaluate((name) => performance.getEntriesByName(name, 'measure').map(({ duration }) => duration), name);
  const [run, paint] = [await of('run'), await of('input-to-paint')];
  await context.close();
  return { run, paint };
}

/** Everything that takes time, as multiples of a run in plain JavaScript. */
async function speeds() {
  const server = await serveDist('/', ISOLATED);
  const browser = await launch();
  try {
    const timer = await machine(browser, server);
    const units = [];
    const visits = [];
    for (let turn = 0; turn < VISITS; turn += 1) {
      units.push(await timeMachine(timer));
      visits.push(await visit(browser, server));
    }
    const before = await timeMachine(timer);
    const { run, paint } = await dragged(browser, server);
    const unit = summary(units).median;
    const unitOfDrag = (before + (await timeMachine(timer))) / 2;
    const least = (name) => summary(visits.map((one) => one[name])).median;
    console.log(`one run of the model in plain JavaScript, with its headline: ${(1000 * unit).toFixed(1)} µs; first paint ${least('paint').toFixed(0)} ms, ready ${least('ready').toFixed(0)} ms, input to paint p95 ${summary(paint).p95.toFixed(1)} ms, here and now`);
    return {
      'first paint, runs in plain JavaScript': least('paint') / unit,
      'ready, runs in plain JavaScript': least('ready') / unit,
      'p95 of input to paint, runs in plain JavaScript': summary(paint).p95 / unitOfDrag,
      'a run of the page, runs in plain JavaScript': summary(run).median / unitOfDrag,
    };
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** How much worse than written down a figure may be: sizes repeat to the byte, times do not. */
const MAY_BE_WORSE = (name) => (name.endsWith('kB') ? 1.01 : 1.6);

const isWrite = process.argv.includes('--write');
const written = isWrite ? {} : JSON.parse(readFileSync(BUDGETS, 'utf8'));
const isWorse = (name, now) => now > written[name] * MAY_BE_WORSE(name);

const now = { ...sizes(), ...(await speeds()) };
if (isWrite) {
  writeFileSync(BUDGETS, `${JSON.stringify(now, (_, value) => (typeof value === 'number' ? Number(value.toPrecision(4)) : value), 2)}\n`);
  console.log(`written to ${BUDGETS}`);
} else {
  const unknown = Object.keys(now).filter((name) => !(name in written)).concat(Object.keys(written).filter((name) => !(name in now)));
  if (unknown.length > 0) throw new Error(`benches/budgets.json and what is measured differ in ${unknown.join(', ')}`);
  if (Object.entries(now).some(([name, value]) => !name.endsWith('kB') && isWorse(name, value))) {
    console.log('A time is worse than it may be; once more, as the machine may have been busy with something else.');
    for (const [name, value] of Object.entries(await speeds())) now[name] = Math.min(now[name], value);
  }
}
const width = Math.max(...Object.keys(now).map((name) => name.length));
console.log(`${''.padEnd(width)}  ${'before'.padStart(9)}  ${'now'.padStart(9)}  ${'at most'.padStart(9)}`);
for (const [name, value] of Object.entries(now)) {
  const before = written[name];
  const cells = [before, value, before && before * MAY_BE_WORSE(name)].map((one) => (one === undefined ? '–' : one.toFixed(one < 10 ? 2 : 1)).padStart(9));
  console.log(`${name.padEnd(width)}  ${cells.join('  ')}${!isWrite && isWorse(name, value) ? '  WORSE' : ''}`);
}
const worse = isWrite ? [] : Object.keys(now).filter((name) => isWorse(name, now[name]));
if (worse.length > 0) {
  console.error(`\nover budget: ${worse.map((name) => `${name}: ${written[name]} before, ${now[name].toPrecision(4)} now`).join('; ')}`);
  console.error('Mend it, or say in the commit why it is worth that and write the new figures down: node tests/e2e/budgets.mjs --write');
  process.exitCode = 1;
}
