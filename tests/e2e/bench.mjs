// Times a drag on the built page in a browser without a screen, by the User Timing measures that the page itself takes.
// Usage: node tests/e2e/bench.mjs

import { cpus } from 'node:os';

import { ISOLATED } from '../../benches/timing.mjs';
import { engine } from './engines/engine.mjs';
import { launch, newPage, ready, serveDist } from './harness.mjs';

const INPUT = 'capex_next_year';
const STEPS = 300;
const MEASURES = ['run', 'draw', 'input-to-paint'];

const server = await serveDist('/', ISOLATED);
const browser = await launch();
try {
  const { page, problems } = await newPage(browser, new URL(server.url).origin);
  await page.goto(server.url);
  await ready(page);

  // A real pointer on the thumb: the browser hands its moves over at the start of a frame, as with a hand.
  const slider = page.locator(`input[type="range"][data-input="${INPUT}"]`);
  const box = await slider.boundingBox();
  if (!box) throw new Error(`there is no slider ${INPUT} in sight`);
  const at = (share) => [box.x + box.width * share, box.y + box.height / 2];
  await page.mouse.move(...at(0.3));
  await page.mouse.down();
  await page.evaluate(() => performance.clearMeasures());
  for (let step = 0; step < STEPS; step += 1) {
    // There and back again over the middle of the range.
    const along = 1 - Math.abs((2 * step) / (STEPS - 1) - 1);
    await page.mouse.move(...at(0.3 + 0.5 * along));
  }
  const measures = await page.evaluate(() =>
    performance.getEntriesByType('measure').map(({ name, duration }) => ({ name, duration })),
  );
  await page.mouse.up();

  console.log(`${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${engine.name} ${browser.version()}, headless, 1440 × 900`);
  console.log(`a drag of ${INPUT} in ${STEPS} pointer moves; milliseconds\n`);
  const rows = MEASURES.map((name) => [name, measures.filter((entry) => entry.name === name).map((entry) => entry.duration)]);
  printTable(rows);
  const missing = rows.filter(([, durations]) => durations.length === 0).map(([name]) => name);
  if (missing.length > 0) throw new Error(`the page took no measure named ${missing.join(', ')}`);
  if (problems.length > 0) throw new Error(`the page complained:\n  ${problems.join('\n  ')}`);
} finally {
  await browser.close();
  await server.stop();
}

function printTable(rows) {
  const columns = ['count', 'median', 'p95', 'max'];
  console.log(['measure'.padEnd(16), ...columns.map((column) => column.padStart(9))].join(''));
  for (const [name, durations] of rows) {
    const sorted = [...durations].sort((a, b) => a - b);
    const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    const cells = sorted.length === 0 ? ['0', '–', '–', '–'] : [String(sorted.length), ...[at(0.5), at(0.95), at(1)].map((ms) => ms.toFixed(3))];
    console.log([name.padEnd(16), ...cells.map((cell) => cell.padStart(9))].join(''));
  }
}
