// A reader's browser: a program of its own with its own display, home and network, as drivers of this kind know no contexts.

import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Downloads } from '../engines/downloads.mjs';
import { PATIENCE } from '../workspace.mjs';
import { listen } from './in_page.mjs';
import { Page } from './page.mjs';
import { makeHome, startDisplay, startDriver } from './processes.mjs';
import { Proxy } from './proxy.mjs';
import { Session } from './session.mjs';

const DEFAULTS = { viewport: { width: 1280, height: 720 }, locale: 'en-US', colorScheme: 'light', deviceScaleFactor: 1 };

export class Context {
  #browser;
  #options;
  #listeners = new Map();
  #running = [];
  #pages = [];
  #proxy;
  #isPlain = true;
  patience = PATIENCE;

  /** Starts everything for a reader with these options of Playwright's. */
  static async start(browser, programs, options) {
    const context = new Context();
    context.#browser = browser;
    context.#options = { ...DEFAULTS, ...options };
    try {
      await context.#start(programs);
    } catch (error) {
      await context.close();
      throw error;
    }
    return context;
  }

  async #start({ xvfb, driver, program }) {
    const { colorScheme, deviceScaleFactor } = this.#options;
    this.folder = mkdtempSync(join(tmpdir(), 'buildout-webkit-'));
    const { environment, downloads } = makeHome(this.folder, this.#options);
    this.downloads = new Downloads(downloads);

    this.#proxy = new Proxy({
      request: (method, url) => this.#emit('request', { method: () => method, url: () => url }),
      response: (status, url) => this.#emit('response', { status: () => status, url: () => url }),
    });
    this.#proxy.scripts.push(`(${listen})();`);
    const network = await this.#proxy.start();
    this.#running.push(this.#proxy);

    const display = await startDisplay(xvfb);
    this.#running.push(display);
    const { address, stop } = await startDriver(driver, { ...environment, DISPLAY: display.name, GDK_SCALE: String(deviceScaleFactor) });
    this.#running.push({ stop });

    const args = ['--automation', `--proxy=${network}`, '--javascript-can-access-clipboard=true'];
    if (colorScheme === 'dark') args.push('--dark-mode');
    this.session = await Session.start(address, { 'webkitgtk:browserOptions': { binary: program, args } });
    this.#running.push({ stop: () => this.session.end() });
  }

  version() {
    return this.session.version;
  }

  browser() {
    return this.#browser;
  }

  setDefaultTimeout(patience) {
    this.patience = patience;
  }

  async newPage() {
    // The session begins with a window; further ones are made.
    const window = this.#pages.length === 0
      ? this.session.firstWindow
      : await this.session.take({ window: this.#pages[0].window }, async (send) => (await send('POST', '/window/new', { type: 'window' })).handle);
    const page = new Page(this, window, this.#options);
    this.#pages.push(page);
    await page.fit();
    return page;
  }

  async closePage(page) {
    this.#pages = this.#pages.filter((other) => other !== page);
    await this.session.take({ window: page.window }, (send) => send('DELETE', '/window'));
  }

  // ------------------------------------------------------------------------------------------ what happens

  /** Calls a listener for `request`, `response`, `weberror` or `console`. */
  on(event, listener) {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  #emit(event, what) {
    for (const listener of this.#listeners.get(event) ?? []) listener(what);
  }

  /** Passes on what a page complained of. */
  hear(complaints) {
    for (const { kind, text } of complaints) {
      if (kind === 'weberror') this.#emit('weberror', { error: () => text });
      else this.#emit('console', { type: () => kind, text: () => text });
    }
  }

  // ------------------------------------------------------------------------------------------ network and scripts

  async route(pattern, handler) {
    this.#proxy.route(pattern, handler);
  }

  async unroute(pattern) {
    this.#proxy.unroute(pattern);
  }

  async setOffline(isOffline) {
    this.#proxy.isOffline = isOffline;
  }

  /** Runs a function in each document before the document's own scripts. */
  async addInitScript(fn, argument) {
    this.#proxy.scripts.push(`(${fn})(${JSON.stringify(argument) ?? ''});`);
    this.#isPlain = false;
  }

  /**
   * The proxy puts init scripts into what comes over the network. A page that a worker has stored would come without, so that
   * what is stored is thrown away before the next document.
   */
  async beforeNavigation(page) {
    if (this.#isPlain) return;
    await page.evaluate(async () => {
      for (const one of (await navigator.serviceWorker?.getRegistrations()) ?? []) await one.unregister();
    }).catch(() => {});
  }

  /** The clipboard is open to every page here. */
  async grantPermissions(permissions) {
    const others = permissions.filter((permission) => !permission.startsWith('clipboard-'));
    if (others.length > 0) throw new Error(`no driver command grants ${others.join(', ')}`);
  }

  async close() {
    for (const one of this.#running.splice(0).reverse()) await one.stop();
    // The browser's helpers may go on writing for a moment.
    if (this.folder) await rm(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}
