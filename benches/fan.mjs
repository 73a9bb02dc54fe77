// Times fans of 10,000 draws over 29 quarters in headless Chromium: the lab's workers asked from a page that does nothing else, one
// alone and two together, in turn; then the page itself, from a lever that comes to rest to the fan. The page must be built.
// Usage: node benches/fan.mjs

import assert from 'node:assert/strict';
import { cpus } from 'node:os';
import { resolve } from 'node:path';

import { drag, launch, newPage, ready, ROOT, serveDist } from '../tests/e2e/harness.mjs';
import { serve } from '../tests/e2e/server.mjs';
import * as output from './plain-js/output.mjs';
import { SERIES as PLACES } from './plain-js/uncertainty/fan.mjs';
import { ISOLATED, summary } from './timing.mjs';

const ROUNDS = 25;
/** Rounds before the first, for caches and compilers. */
const WARM_UP = 3;

const NAMES = Object.fromEntries(Object.entries(output).map(([name, place]) => [place, name]));
/** The series that benches/engine studies. */
const SERIES = PLACES.map((place) => NAMES[place]);

/** Whether the draws are those of the fan before, as under a hand, or others. */
const SEEDS = { 'a lever moved': () => 1, 'another seed': (round) => round + 1 };

const linkOf = (seeds, round) => `1~2025q3~cx1_${150 + (round % 50)}~H_2032~S_${SEEDS[seeds](round)}`;

const servers = [await serve(resolve(ROOT), '/', ISOLATED), await serveDist('/', ISOLATED)];
const browser = await launch();
try {
  console.log(`${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Chromium ${browser.version()}`);
  console.log(`fans of 10,000 draws over 29 quarters and their headline; milliseconds; ${ROUNDS} rounds in turn`);
  const { times, series } = await timesOfPage();
  for (const studied of [SERIES, series]) print(`the lab alone, ${studied.length} series`, await timesOfLab(studied));
  print(`the page, ${series.length} series, from a lever at rest`, times);
} finally {
  await browser.close();
  await Promise.all(servers.map((server) => server.stop()));
}

/** The workers alone, one and two of them. */
async function timesOfLab(series) {
  const { context, page, problems } = await newPage(browser, new URL(servers[0].url).origin);
  await page.goto(`${servers[0].url}benches/fan/lab.html`);
  await page.waitForFunction(() => 'fan' in window);
  const times = new Map();
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (const seeds of Object.keys(SEEDS)) {
      const answers = [];
      for (const workers of [1, 2]) {
        const { ms, numbers } = await page.evaluate((asked) => window.fan(...asked), [workers, linkOf(seeds, round), series.join(',')]);
        assert.deepEqual(numbers.slice(0, 3), [10_000, series.length, 29], 'the fan is the one asked for');
        const name = `${workers === 1 ? 'one worker' : 'two workers'}, ${seeds}`;
        if (round >= WARM_UP) times.set(name, [...(times.get(name) ?? []), ms]);
        answers.push(numbers);
      }
      assert.deepEqual(answers[1], answers[0], 'two workers say what one says');
    }
  }
  assert.deepEqual(problems, [], 'the workers did their work without complaint');
  await context.close();
  return times;
}

/** In the page: keeps the series of the last fan that was asked for. */
function keepSeries() {
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message[1] === 'fan') window.series = message[3].split(',');
    return post.call(this, message, ...rest);
  };
}

/** The page with the panels it opens with, and their series. */
async function timesOfPage() {
  const { context, page, problems } = await newPage(browser, new URL(servers[1].url).origin);
  await page.addInitScript(keepSeries);
  await page.goto(`${servers[1].url}#1~2025q3~F_on~H_2032`);
  await ready(page);
  const fans = () => page.evaluate(() => performance.getEntriesByName('fan', 'measure').map(({ duration }) => duration));
  const next = async (before) => {
    while ((await fans()).length <= before) await page.waitForTimeout(50);
    // Whatever else a page does when it comes to rest is over.
    await page.waitForTimeout(500);
  };
  await next(0);
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const before = (await fans()).length;
    await drag(page, 'capex_next_year', [150 + 2 * (round % 20), 151 + 2 * (round % 20)]);
    await next(before);
  }
  const [all, series] = [await fans(), await page.evaluate(() => window.series)];
  assert.deepEqual(problems, [], 'the page did its work without complaint');
  await context.close();
  return { series, times: new Map([['the first, workers started with it', all.slice(0, 1)], ['those after it', all.slice(1 + WARM_UP)]]) };
}

function print(title, times) {
  const columns = ['min', 'median', 'p95'];
  console.log([`\n${title}`.padEnd(47), ...columns.map((column) => column.padStart(9))].join(''));
  for (const [name, all] of times) {
    const { min, median, p95 } = summary(all);
    console.log([`  ${name}`.padEnd(46), ...[min, median, p95].map((ms) => ms.toFixed(1).padStart(9))].join(''));
  }
}
