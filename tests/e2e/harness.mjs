// What the end-to-end tests stand on: the built page on a server of its own, a browser, and readers for the page's hooks.
//
// A test is a call of `check`: it opens the page at a link, runs the body, and then fails if the page wrote an error to the
// console, threw, or asked any other origin for anything. Figures are compared with those of the command line.
//
// Environment: BROWSER (chromium, firefox or webkit; default chromium), BUILDOUT_CLI (command line; default
// target/release/buildout), BUILDOUT_DIST (folder of the built page; default dist), BUILDOUT_SLOWNESS (how many times longer
// anything may take, on a busy machine; default 1). The engines name further variables.

import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';

import { assertCommandLine } from './command_line.mjs';
import { can, engine, skipFor } from './engines/engine.mjs';
import { settled } from './page_reader.mjs';
import { serve } from './server.mjs';
import { PATIENCE, ROOT, TEST_TIMEOUT, assertThere } from './workspace.mjs';

export * from './assertions.mjs';
export { cli, cliHeadline, cliQuarters } from './command_line.mjs';
export * from './page_reader.mjs';
export { ROOT, TEST_TIMEOUT, can, skipFor };

const DIST = resolve(ROOT, process.env.BUILDOUT_DIST ?? 'dist');

/** Starts the browser that `BROWSER` chooses. */
export const launch = () => engine.launch();

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
      // Where the driver tells of no events, a page says what it has to complain of with its next answer.
      await Promise.all(opened.map((session) => session.page.title().catch(() => '')));
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
  assertCommandLine();
  before(async () => {
    shared = { server: await serveDist(), browser: await launch() };
  });
  after(async () => {
    await shared?.browser.close();
    await shared?.server.stop();
  });
}
