// Readers for the page's hooks, and ways to move its levers.

import assert from 'node:assert/strict';

import { assertSame, eventually } from './assertions.mjs';

/** The headline of a run: numbers, and quarters as text. */
export const NUMBERS = [
  'fcf_trough', 'margin_trough', 'npv', 'npv_without_book', 'irr', 'peak_need', 'power_multiple_2027', 'aws_2030',
  'fcf_2030',
];
export const QUARTERS = ['fcf_trough_quarter', 'margin_trough_quarter', 'payback_quarter'];

/** Waits until everything that the last event caused is on the screen: effects, then a frame, then what that frame caused. */
export function settled(page) {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}

/** A headline figure: a number, or null where the run has none. */
export async function headline(page, name) {
  const text = await headlineText(page, name);
  if (text === '') return null;
  const value = Number(text);
  assert.ok(Number.isFinite(value), `headline ${name} is a number, not \`${text}\``);
  return value;
}

/** A headline's value as the page writes it; an empty text where the run has none. */
export async function headlineText(page, name) {
  const text = await page.locator(`[data-headline="${name}"]`).first().getAttribute('data-value');
  assert.notEqual(text, null, `headline ${name} has a data-value`);
  return text;
}

/** All headline figures of the page by name. */
export async function headlines(page) {
  const values = {};
  for (const name of NUMBERS) values[name] = await headline(page, name);
  for (const name of QUARTERS) values[name] = (await headlineText(page, name)) || null;
  return values;
}

/** Checks that the page's headline is `expected`, as the command line or an earlier look at the page told it. */
export async function assertHeadlines(page, expected, what) {
  const actual = await headlines(page);
  for (const name of [...NUMBERS, ...QUARTERS]) assertSame(actual[name], expected[name], `${what}, ${name}`);
}

/** The table behind a chart: one entry a row, with its quarter, whether it was reported, and its cells by output name. */
export async function table(page, chart) {
  // Tables may be built only once a reader opens them.
  const found = page.locator(`table[data-chart-table="${chart}"]`);
  if ((await found.count()) === 0) await page.locator(`figure[data-chart="${chart}"] summary`).first().click();
  return found.evaluate((element) =>
    [...element.querySelectorAll('tr[data-quarter]')].map((row) => ({
      quarter: row.dataset.quarter,
      reported: 'reported' in row.dataset,
      cells: Object.fromEntries(
        [...row.querySelectorAll('[data-output]')].map((cell) => [cell.dataset.output, cell.dataset.value]),
      ),
    })),
  );
}

/** A short text that changes when any pixel of a chart does; fails on a chart that shows nothing. */
export async function canvasHash(page, chart) {
  await settled(page);
  const { hash, colours } = await page.locator(`figure[data-chart="${chart}"]`).evaluate((figure) => {
    const seen = new Set();
    // FNV-1a over the pixels of all layers.
    let state = 0x811c9dc5;
    for (const canvas of figure.querySelectorAll('canvas')) {
      if (canvas.width === 0 || canvas.height === 0) continue;
      // Read from a copy: Chromium warns of a canvas that is read often, and may draw it another way from then on.
      const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
      copy.drawImage(canvas, 0, 0);
      const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
      for (const pixel of new Uint32Array(data.buffer)) {
        state = Math.imul(state ^ pixel, 0x01000193);
        if (seen.size < 16) seen.add(pixel);
      }
    }
    return { hash: (state >>> 0).toString(16).padStart(8, '0'), colours: seen.size };
  });
  assert.ok(colours > 2, `chart ${chart} shows something (it has ${colours} colours)`);
  return hash;
}

/** The slider of an input. */
export const slider = (page, input) => page.locator(`input[type="range"][data-input="${input}"]`).first();

/** The field for typing the value of an input. */
export const field = (page, input) => page.locator(`input[data-number="${input}"]`).first();

/** What a slider says, as a number. */
export const sliderValue = async (page, input) => Number(await slider(page, input).inputValue());

/** What a field says, as a number. */
export const fieldValue = async (page, input) => Number(await field(page, input).inputValue());

/** The fragment of the page's address, or an empty text. */
export const fragment = (page) => page.evaluate(() => location.hash);

/** The link that the page offers for sharing: what the element says of itself, or shows. */
export function shareLink(page) {
  return page
    .locator('[data-share-link]')
    .first()
    .evaluate((element) => element.dataset.shareLink || element.value || element.href || element.textContent.trim());
}

/** Drags a slider as a pointer would: one `input` event a frame over `values`, then, if asked to let go, one `change`. */
export async function drag(page, input, values, { release = true } = {}) {
  await slider(page, input).evaluate(
    async (element, { values, release }) => {
      const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
      for (const value of values) {
        // Frameworks watch the property; the prototype's setter is what the browser itself uses.
        set.call(element, String(value));
        element.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      if (release) element.dispatchEvent(new Event('change', { bubbles: true }));
    },
    { values, release },
  );
  await settled(page);
}

/** Sets a slider in one go and lets it go, then waits until the address holds the change. */
export async function setSlider(page, input, value) {
  const before = await fragment(page);
  await drag(page, input, [value]);
  await eventually(`the address follows ${input}`, async () => assert.notEqual(await fragment(page), before));
}

/** Opens whatever folded group an element lies in, so that it can be reached. */
export function unfold(locator) {
  return locator.evaluate((element) => {
    for (let group = element.closest('details'); group; group = group.parentElement?.closest('details')) group.open = true;
  });
}
