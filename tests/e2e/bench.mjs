// Times a drag on the built page in headless Chromium, by the User Timing measures that the page itself takes.
// Usage: node tests/e2e/bench.mjs

import { cpus } from 'node:os';

import { launch, newPage, ready, serveDist } from './harness.mjs';

const INPUT = 'capex_next_year';
const STEPS = 300;
const MEASURES = ['run', 'draw', 'input-to-paint'];

// An isolated page has a clock of 5 µs; any other one of 100 µs, which is longer than a run takes.
const server = await serveDist('/', {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
});
const browser = await launch();
try {
  const { page, problems } = await newPage(browser, new URL(server.url).origin);
  await page.goto(server.url);
  await ready(page);

  const { measures, frames } = await page.evaluate(
    async ({ input, steps }) => {
      const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const slider = document.querySelector(`input[type="range"][data-input="${input}"]`);
      if (!slider) throw new Error(`there is no slider ${input}`);
      const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
      const [min, max] = [Number(slider.min), Number(slider.max)];
      // There and back again over the middle of the range, a step a frame, as a hand would.
      const positions = Array.from({ length: steps }, (_, step) => {
        const along = 1 - Math.abs((2 * step) / (steps - 1) - 1);
        return min + (max - min) * (0.2 + 0.5 * along);
      });
      performance.clearMeasures();
      const frames = [];
      let last = await nextFrame();
      for (const position of positions) {
        set.call(slider, String(position));
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        const now = await nextFrame();
        frames.push(now - last);
        last = now;
      }
      slider.dispatchEvent(new Event('change', { bubbles: true }));
      for (let frame = 0; frame < 5; frame += 1) await nextFrame();
      const measures = performance.getEntriesByType('measure').map(({ name, duration }) => ({ name, duration }));
      return { measures, frames };
    },
    { input: INPUT, steps: STEPS },
  );

  console.log(`${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Chromium ${browser.version()}, headless, 1440 × 900`);
  console.log(`${STEPS} input events on ${INPUT}, one a frame; milliseconds\n`);
  const rows = MEASURES.map((name) => [name, measures.filter((entry) => entry.name === name).map((entry) => entry.duration)]);
  printTable([...rows, ['frame to frame', frames]]);
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
