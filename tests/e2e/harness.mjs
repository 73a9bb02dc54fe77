// What the end-to-end tests stand on: the built page on a server of its own, a browser, and readers for the page's hooks.
//
// A test is a call of `check`: it opens the page at a link, runs the body, and then fails if the page wrote an error to the
// console, threw, or asked any other origin for anything. Figures are compared with those of the command line.
//
// Environment: BROWSER (chromium, firefox or webkit; default chromium), BUILDOUT_CLI (command line; default
// target/release/buildout), BUILDOUT_DIST (folder of the built page; default dist). The engines name further variables.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { engine, skipFor } from './engines/engine.mjs';
import { serve } from './server.mjs';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DIST = resolve(ROOT, process.env.BUILDOUT_DIST ?? 'dist');
const CLI = resolve(ROOT, process.env.BUILDOUT_CLI ?? 'target/release/buildout');

/** How long anything on the page may take before a test gives up on it, in ms. Wide, as two busy cores can be slow. */
const PATIENCE = 20_000;
const TEST_TIMEOUT = 120_000;

/** The headline of a run: numbers, and quarters as text. */
export const NUMBERS = [
  'fcf_trough', 'margin_trough', 'npv', 'npv_without_book', 'irr', 'peak_need', 'power_multiple_2027', 'aws_2030',
  'fcf_2030',
];
export const QUARTERS = ['fcf_trough_quarter', 'margin_trough_quarter', 'payback_quarter'];

// ---------------------------------------------------------------------------------------------- the browser and the server

/** Starts the browser that `BROWSER` chooses. */
export const launch = () => engine.launch();

export { skipFor };

/** Fails with what to do if a file that something else builds is not there. */
function assertThere(file, command) {
  if (!existsSync(file)) throw new Error(`${file} is not there; run \`${command}\` first`);
}

/** Serves the built page under `prefix`, with further `headers`. */
export function serveDist(prefix, headers) {
  assertThere(join(DIST, 'index.html'), 'cargo xtask build');
  return serve(DIST, prefix, headers);
}

/**
 * A new page in a context of its own (storage, history and all), with a list of everything that went wrong in it.
 * @param {import('playwright-core').Browser} browser
 * @param {string} origin what the page may ask
 * @param {import('playwright-core').BrowserContextOptions} options
 */
export async function newPage(browser, origin, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    colorScheme: 'light',
    ...options,
  });
  context.setDefaultTimeout(PATIENCE);
  const problems = [];
  context.on('request', (request) => {
    const url = request.url();
    const inside = url.startsWith('data:') || url.startsWith('blob:') || new URL(url).origin === origin;
    if (!inside) problems.push(`a request left the origin: ${url.slice(0, 200)}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} for ${response.url()}`);
  });
  context.on('weberror', (error) => problems.push(`the page threw: ${error.error()}`));
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`console ${message.type()}: ${message.text()}`);
  });
  return { context, page: await context.newPage(), problems };
}

/** An init script: the browser refuses workers that store, where it has any (a page that is not of a host has none). */
export function refuseWorkers() {
  if (typeof ServiceWorkerContainer === 'undefined') return;
  ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('refused', 'SecurityError'));
}

/** Waits until the page says that its first figures and charts are there. */
export async function ready(page) {
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true', undefined, { timeout: PATIENCE });
  await settled(page);
}

/** Waits until everything that the last event caused is on the screen: effects, then a frame, then what that frame caused. */
export function settled(page) {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}

let shared;

/**
 * Registers a test that opens the page and checks something on it.
 * @param {string} name what holds
 * @param {{link?: string, prefix?: string, needs?: string[]} & import('playwright-core').BrowserContextOptions} options
 *   where to open the page, and what the engine must be able to do (`engines/engine.mjs`)
 * @param {(at: {page: import('playwright-core').Page, context: import('playwright-core').BrowserContext,
 *   url: string, open: (link: string) => Promise<import('playwright-core').Page>}) => Promise<void>} body
 *   `open` opens a link in a fresh context, as another reader would.
 */
export function check(name, options, body) {
  const { link = '', prefix = '/', needs = [], ...contextOptions } = options;
  test(name, { timeout: TEST_TIMEOUT, skip: skipFor(...needs) }, async () => {
    const server = prefix === '/' ? shared.server : await serveDist(prefix);
    const origin = new URL(server.url).origin;
    const opened = [];
    const open = async (target, moreOptions = contextOptions) => {
      const session = await newPage(shared.browser, origin, moreOptions);
      opened.push(session);
      await session.page.goto(target, { waitUntil: 'load' });
      await ready(session.page);
      return session.page;
    };
    const problems = () => opened.flatMap((session) => session.problems);
    try {
      const page = await open(server.url + link);
      await body({ page, context: page.context(), url: server.url, open });
      assert.deepEqual(problems(), [], 'the page did its work without complaint');
    } catch (error) {
      // What the page complained of usually explains what the body then missed.
      if (problems().length > 0) console.error(`${name}: the page complained:\n  ${problems().join('\n  ')}`);
      throw error;
    } finally {
      await Promise.all(opened.map((session) => session.context.close()));
      if (server !== shared.server) await server.stop();
    }
  });
}

/** Starts the browser and the server before the tests of a file, and stops them after. */
export function useBrowser() {
  assertThere(join(DIST, 'index.html'), 'cargo xtask build');
  assertThere(CLI, 'cargo build --release --package buildout-cli');
  before(async () => {
    shared = { server: await serveDist(), browser: await launch() };
  });
  after(async () => {
    await shared?.browser.close();
    await shared?.server.stop();
  });
}

// ---------------------------------------------------------------------------------------------- the command line

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

// ---------------------------------------------------------------------------------------------- reading the page

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

// ---------------------------------------------------------------------------------------------- assertions

/** Repeats a check until it passes or patience ends; the page may write its link a moment after the figures. */
export async function eventually(what, assertion) {
  const deadline = Date.now() + PATIENCE / 2;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > deadline) {
        error.message = `${what}: ${error.message}`;
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Checks that two figures are the same to 1e-9 of the larger side, or absolutely below 1; texts and absent figures exactly. */
export function assertSame(actual, expected, what) {
  if (typeof actual === 'number' && typeof expected === 'number') {
    const scale = Math.max(1, Math.abs(actual), Math.abs(expected));
    assert.ok(Math.abs(actual - expected) <= 1e-9 * scale, `${what}: ${actual} on the page, ${expected} expected`);
  } else {
    assert.equal(actual, expected, what);
  }
}

/** Checks that the page's headline is `expected`, as the command line or an earlier look at the page told it. */
export async function assertHeadlines(page, expected, what) {
  const actual = await headlines(page);
  for (const name of [...NUMBERS, ...QUARTERS]) assertSame(actual[name], expected[name], `${what}, ${name}`);
}
