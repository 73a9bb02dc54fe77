// An hour in the life of the page, shortened on request: levers dragged, panels and sheets opened and closed, scenarios pinned,
// undone and saved, over and over. Memory must stay flat, listeners and elements must not pile up, and every link on the way must
// open the figures that the page shows.
// Usage: node tests/e2e/soak.mjs MINUTES [SEED]

import assert from 'node:assert/strict';

import { assertHeadlines, cliHeadline, drag, eventually, fragment, launch, newPage, ready, serveDist, settled } from './harness.mjs';
import { noteWasmMemory, wasmMemory } from './wasm_memory.mjs';

const minutes = Number(process.argv[2] ?? 60);
const seed = Number(process.argv[3] ?? 1);
if (!(minutes > 0) || !Number.isInteger(seed)) throw new Error('usage: node tests/e2e/soak.mjs MINUTES [SEED]');

/** Links compared with the command line, and figures of memory taken, after so many acts. */
const ACTS_BETWEEN_LOOKS = 10;
/** Fewer looks say nothing, however long they took. */
const LEAST_LOOKS = 8;
/** What may be more in the last quarter of the looks than in the second, by which every kind of act has been done. */
const MAY_GROW = { 'heap, kB': 0.15, 'wasm, kB': 0.05, listeners: 0.05, elements: 0.05 };
/** In a few minutes not every part of the page has been used, and compilers are still at work: three times as much. */
const IS_BRIEF = minutes < 10;
const ROOM = IS_BRIEF ? 3 : 1;
/**
 * The program's memory grows in steps of megabytes to what it ever needs at once, and when it does is chance: in a few minutes it is
 * held to what an hour takes, and a fifth.
 */
const WASM_OF_AN_HOUR_KB = 13_500;
const mayReach = (name, early) =>
  Math.max(early * (1 + ROOM * MAY_GROW[name]), IS_BRIEF && name === 'wasm, kB' ? 1.2 * WASM_OF_AN_HOUR_KB : 0);

/** Random numbers of a seed, so that a failure can be repeated (mulberry32's recurrence). */
function randomOf(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const random = randomOf(seed);
const oneOf = (list) => list[Math.floor(random() * list.length)];

const LEVERS = { capex_next_year: [110, 300], power_add_next_year: [2, 14], trainium_mix: [0, 1], power_slip: [0, 8], ai_price: [6, 20], discount_rate: [0.02, 0.25] };
const SHEETS = ['uncertainty', 'sensitivity', 'seek', 'grid', 'bridge', 'trace', 'model', 'sources', 'claims', 'record', 'reconcile', 'vintages', 'checks', 'limits'];

const click = (page, selector) => page.evaluate((selector) => document.querySelector(selector)?.click(), selector);

/** What a reader does; each leaves a page on which every other can be done. */
const ACTS = {
  async dragsALever(page) {
    const [input, [low, high]] = oneOf(Object.entries(LEVERS));
    const from = low + random() * (high - low);
    const to = low + random() * (high - low);
    const steps = 10 + Math.floor(random() * 50);
    await drag(page, input, Array.from({ length: steps }, (_, at) => from + ((to - from) * at) / (steps - 1)));
  },
  undoes: (page) => click(page, '[data-action="undo"]'),
  redoes: (page) => click(page, '[data-action="redo"]'),
  turnsTheTheme: (page) => click(page, '[data-action="theme"]'),
  turnsTheLanguage: (page) => click(page, '[data-action="language"]'),
  turnsTheFans: (page) => click(page, '[data-action="fans"]'),
  pins: (page) => click(page, '[data-action="pin"]'),
  letsGo: (page) => click(page, '[data-action="unpin"]'),
  closesAPanel: (page) => click(page, 'figure:nth-of-type(2) [data-action="panel-close"]'),
  choosesPanels: (page) => page.evaluate((at) => document.querySelectorAll('[data-panel]')[at]?.click(), Math.floor(random() * 12)),
  async opensASheet(page) {
    await click(page, `[data-analysis="${oneOf(SHEETS)}"]`);
    await page.waitForTimeout(300);
  },
  async tracesAFigure(page) {
    await page.evaluate((at) => {
      const all = document.querySelectorAll('[data-trace]');
      all[Math.floor(at * all.length)]?.click();
    }, random());
    await page.waitForTimeout(200);
    await page.keyboard.press('Escape');
  },
  async saves(page) {
    await page.evaluate((name) => {
      const field = document.querySelector('[data-control="save-name"]');
      field.value = name;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      document.querySelector('[data-action="save"]').click();
    }, `No. ${Math.floor(random() * 10)}`);
  },
  async searches(page) {
    await page.evaluate((text) => {
      const field = document.querySelector('input[type="search"]');
      if (!field) return;
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, oneOf(['power', 'price', 'tax', '']));
  },
  resets: (page) => (random() < 0.2 ? click(page, '[data-action="reset"]') : undefined),
};

/** Brings the page to where every look is taken: the base case, no sheet, no fans, nothing searched for. */
async function rest(page) {
  await click(page, '[data-analysis][aria-expanded="true"]');
  await click(page, '[data-action="fans"][aria-pressed="true"]');
  await page.evaluate(() => {
    const field = document.querySelector('input[type="search"]');
    field.value = '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    location.hash = '#1~2025q3';
  });
  await eventually('the base case is there', () => assertHeadlines(page, baseCase, 'at rest'));
  await settled(page);
}

/** What the page holds, after what can be let go has been. */
async function holdings(page, devtools) {
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name) => metrics.find((metric) => metric.name === name).value;
  return { 'heap, kB': of('JSHeapUsedSize') / 1000, 'wasm, kB': await wasmMemory(page) / 1000, listeners: of('JSEventListeners'), elements: of('Nodes') };
}

const server = await serveDist();
const browser = await launch();
const { context, page, problems } = await newPage(browser, new URL(server.url).origin);
await noteWasmMemory(context);
const baseCase = cliHeadline();
const counts = {};
let acts = 0;
let links = 0;
const looks = [];
try {
  await page.goto(server.url);
  await ready(page);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  const start = Date.now();
  const share = () => (Date.now() - start) / (minutes * 60_000);
  while (share() < 1 || looks.length < LEAST_LOOKS) {
    const act = oneOf(Object.keys(ACTS));
    await ACTS[act](page);
    counts[act] = (counts[act] ?? 0) + 1;
    acts += 1;
    if (acts % ACTS_BETWEEN_LOOKS !== 0) continue;
    // The link in the address is the scenario on the screen.
    await settled(page);
    await eventually('the address follows', async () => {
      const link = (await fragment(page)) || '#1~2025q3';
      await assertHeadlines(page, cliHeadline(link), `after ${acts} acts, of ${link}`);
    });
    links += 1;
    await rest(page);
    looks.push({ at: share(), ...(await holdings(page, devtools)) });
    assert.deepEqual(problems, []);
  }
  report();
} catch (error) {
  error.message = `seed ${seed}, after ${acts} acts: ${error.message}`;
  throw error;
} finally {
  await browser.close();
  await server.stop();
}

/** Prints what the page held over time, and fails where that grew. */
function report() {
  const names = Object.keys(MAY_GROW);
  const median = (some, name) => some.map((look) => look[name]).sort((a, b) => a - b)[some.length >> 1];
  const quarter = (of) => looks.slice(Math.floor((of * looks.length) / 4), Math.ceil(((of + 1) * looks.length) / 4));
  console.log(`${acts} acts in ${minutes} minutes, seed ${seed}; ${links} links opened by the command line, none lost`);
  console.log(Object.entries(counts).map(([act, count]) => `${act} ${count}`).join(', '));
  console.log(['quarter of the time'.padEnd(22), ...names.map((name) => name.padStart(12))].join(''));
  for (let of = 0; of < 4; of += 1) {
    console.log([`${of + 1}`.padEnd(22), ...names.map((name) => median(quarter(of), name).toFixed(0).padStart(12))].join(''));
  }
  for (const name of names) {
    const [early, late] = [median(quarter(1), name), median(quarter(3), name)];
    assert.ok(late <= mayReach(name, early), `${name} grew from ${early.toFixed(0)} in the second quarter of the time to ${late.toFixed(0)} in the last`);
  }
}
