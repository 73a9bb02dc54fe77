// Times a redraw of the cash flow chart in headless Chromium: the page's, while a lever moves, and uPlot's of the same data on a
// canvas of the same size. They take turns. The page must be built.
// Usage: node benches/redraw.mjs

import assert from 'node:assert/strict';
import { resolve } from 'node:path';

import { launch, newPage, ready, ROOT, serveDist } from '../tests/e2e/harness.mjs';
import { serve } from '../tests/e2e/server.mjs';
import { chartAt } from './redraw/data.mjs';
import { ISOLATED, summary } from './timing.mjs';

const INPUT = 'capex_next_year';
const BLOCKS = 8;
const FRAMES = 50;

const SHARP = { deviceScaleFactor: 2 };

/** The values of a block: there and back over the middle of the range, the first another than the base. */
const values = Array.from({ length: FRAMES }, (_, frame) => 160 + 4 * Math.min(frame, FRAMES - frame));

/** Gives a page the function `pixels`: how long the pixels of what was drawn on a canvas take, in ms. */
const addPixels = () => {
  const copy = new OffscreenCanvas(1, 1).getContext('2d');
  window.pixels = (canvas) => {
    const start = performance.now();
    // Chromium notes what is drawn and makes pixels of it when they are asked for.
    copy.drawImage(canvas, 0, 0, 1, 1, 0, 0, 1, 1);
    return performance.now() - start;
  };
};

const servers = [await serveDist('/', ISOLATED), await serve(resolve(ROOT), '/', ISOLATED)];
const browser = await launch();
try {
  const [ours, theirs] = await Promise.all(servers.map(({ url }) => newPage(browser, new URL(url).origin, SHARP)));
  await ours.page.goto(`${servers[0].url}#1~2025q3~V_cash-flow`);
  await ready(ours.page);
  const canvases = ours.page.locator('canvas');
  assert.equal(await canvases.count(), 1, 'the page draws the one chart');
  const size = await canvases.evaluate((canvas) => ({
    pixels: [canvas.width, canvas.height],
    css: [canvas.clientWidth, canvas.clientHeight],
  }));

  await theirs.page.goto(`${servers[1].url}benches/redraw/uplot.html`);
  await theirs.page.waitForFunction(() => 'start' in window);
  const first = chartAt(values[0]);
  const pixels = await theirs.page.evaluate(([data, css]) => window.start(data, ...css), [first, size.css]);
  assert.deepEqual(pixels, size.pixels, 'both canvases have as many pixels');

  await Promise.all([ours, theirs].map(({ page }) => page.evaluate(addPixels)));
  const times = { page: [], uPlot: [] };
  // The first block warms up compilers.
  for (let block = -1; block < BLOCKS; block += 1) {
    const [page, uPlot] = [await dragPage(ours.page), await drawUPlot(theirs.page)];
    if (block < 0) continue;
    times.page.push(...page);
    times.uPlot.push(...uPlot);
  }
  print(browser.version(), size, times);
  for (const { problems } of [ours, theirs]) assert.deepEqual(problems, [], 'both pages did their work without complaint');
} finally {
  await browser.close();
  await Promise.all(servers.map((server) => server.stop()));
}

/** Moves the lever once a frame: what the page says it took to draw, and the pixels. */
async function dragPage(page) {
  await page.bringToFront();
  return page.evaluate(
    async ({ input, values }) => {
      const slider = document.querySelector(`input[type="range"][data-input="${input}"]`);
      const canvas = document.querySelector('canvas');
      const draws = () => performance.getEntriesByName('draw', 'measure');
      const times = [];
      performance.clearMeasures();
      for (const value of values) {
        slider.value = String(value);
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        // What the page does about it in microtasks comes first, so that its frame comes before ours.
        for (let task = 0; task < 20; task += 1) await null;
        await new Promise((resolve) => requestAnimationFrame(resolve));
        if (draws().length !== times.length + 1) throw new Error(`${draws().length} drawings after ${times.length + 1} moves`);
        times.push({ draw: draws().at(-1).duration, pixels: window.pixels(canvas) });
      }
      slider.dispatchEvent(new Event('change', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 700));
      return times;
    },
    { input: INPUT, values },
  );
}

/** Redraws uPlot's chart once a frame with the same data. */
async function drawUPlot(page) {
  await page.bringToFront();
  return page.evaluate(async (sets) => {
    const canvas = document.querySelector('canvas');
    const times = [];
    for (const data of sets) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      times.push({ draw: window.redraw(data), pixels: window.pixels(canvas) });
    }
    return times;
  }, values.map(chartAt));
}

function print(version, { pixels: [width, height] }, { page, uPlot }) {
  const columns = ['min', 'median', 'p95', 'ratio', ''];
  console.log(`Chromium ${version}, headless, without a graphics card; the cash flow chart on ${width} × ${height} pixels`);
  console.log(`${page.length} redraws each, in turn; milliseconds; the ratio is that of the medians, then of the minima\n`);
  console.log(['redraw'.padEnd(28), ...columns.map((column) => column.padStart(9))].join(''));
  const row = (name, all, against) => {
    const [ours, theirs] = [summary(all), summary(against)];
    const cells = [ours.min, ours.median, ours.p95].map((ms) => ms.toFixed(3).padStart(9));
    const ratios = [ours.median / theirs.median, ours.min / theirs.min].map((ratio) => ratio.toFixed(2).padStart(9));
    console.log([name.padEnd(28), ...cells, ...ratios].join(''));
  };
  for (const [what, read] of [['drawing', ({ draw }) => draw], ['with its pixels', ({ draw, pixels }) => draw + pixels]]) {
    row(`page, ${what}`, page.map(read), uPlot.map(read));
    row(`uPlot, ${what}`, uPlot.map(read), uPlot.map(read));
  }
}
