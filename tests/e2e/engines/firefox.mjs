// Firefox as Mozilla ships it, driven by Playwright over WebDriver BiDi.
//
// Playwright knows its own Firefox best; what it cannot do with this one is made up for here. What BiDi cannot set in a running browser
// (colour scheme, reduced motion) is set by preferences when it starts, so a browser here is a family of them: one for each set of
// preferences that a test asked for, started when it is first needed.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { firefox } from 'playwright-core';

import { PATIENCE } from '../workspace.mjs';
import { Downloads } from './downloads.mjs';
import { showAsPrint } from './print_media.mjs';
import { programOf } from './programs.mjs';

/** The preferences that stand for what Playwright would emulate. */
function preferencesOf({ colorScheme = 'light', reducedMotion = 'no-preference' }) {
  return {
    'ui.systemUsesDarkTheme': colorScheme === 'dark' ? 1 : 0,
    // 0 is dark, 1 is light.
    'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
    'ui.prefersReducedMotion': reducedMotion === 'reduce' ? 1 : 0,
    // The clipboard is open to every page, as BiDi has no name for the permissions that Playwright would ask for.
    'dom.events.testing.asyncClipboard': true,
  };
}

/** Permissions that BiDi can grant. */
const grantable = (permissions) => permissions.filter((permission) => !permission.startsWith('clipboard-'));

/** Types a text over what stands in a field. What Playwright puts there is for Firefox no word of the reader's: no `change` follows. */
async function fill(text) {
  await this.focus();
  await this.press('Control+a');
  if (text === '') await this.press('Backspace');
  else await this.pressSequentially(text);
}

/** Goes through the history of a page. Playwright would wait for a load, which a step within the page or to a kept page has not. */
async function traverse(page, by) {
  const before = await page.evaluate((by) => {
    setTimeout(() => history.go(by));
    return location.href;
  }, by);
  await page.waitForFunction((before) => location.href !== before, before);
}

/** Starts browsers as contexts need them, and closes them together. */
class Family {
  #members = new Map();
  #folder = mkdtempSync(join(tmpdir(), 'buildout-firefox-'));
  #downloads = new Downloads(this.#folder);
  #version = '';

  async start() {
    this.#version = (await this.#member({})).version();
    return this;
  }

  #member(options) {
    const firefoxUserPrefs = preferencesOf(options);
    const key = JSON.stringify(firefoxUserPrefs);
    if (!this.#members.has(key)) this.#members.set(key, this.#launch(firefoxUserPrefs));
    return this.#members.get(key);
  }

  async #launch(firefoxUserPrefs) {
    const executablePath = programOf('FIREFOX', ['firefox-esr', 'firefox'], 'Firefox');
    const browser = await firefox.launch({ channel: 'moz-firefox', executablePath, firefoxUserPrefs, downloadsPath: this.#folder });
    browser.contextOfItsOwn = browser.newContext.bind(browser);
    // A test that asks a context for its browser, to open a context beside it, gets the family.
    browser.newContext = (options) => this.newContext(options);
    return browser;
  }

  async newContext(options = {}) {
    const { colorScheme, reducedMotion, permissions = [], ...rest } = options;
    const member = await this.#member({ colorScheme, reducedMotion });
    const context = await member.contextOfItsOwn({ ...rest, permissions: grantable(permissions) });
    const grant = context.grantPermissions.bind(context);
    context.grantPermissions = async (names, where) => {
      if (grantable(names).length > 0) await grant(grantable(names), where);
    };
    context.on('page', (page) => this.#complete(page));
    return context;
  }

  /** Gives a page what Playwright cannot do with it. */
  #complete(page) {
    page.locator('html').constructor.prototype.fill = fill;
    const waitForEvent = page.waitForEvent.bind(page);
    // This Firefox does not say which page a file comes from, and Playwright then says nothing.
    page.waitForEvent = (event, ...rest) => (event === 'download' ? this.#downloads.next(PATIENCE) : waitForEvent(event, ...rest));
    page.goBack = () => traverse(page, -1);
    page.goForward = () => traverse(page, 1);
    const emulateMedia = page.emulateMedia.bind(page);
    page.emulateMedia = (media) => (media.media === 'print' ? page.evaluate(showAsPrint) : emulateMedia(media));
  }

  version() {
    return this.#version;
  }

  async close() {
    await Promise.all([...this.#members.values()].map(async (member) => (await member).close()));
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** @type {import('./engine.mjs').Engine} */
export const FIREFOX = {
  name: 'Firefox',
  lacks: { touch: 'Playwright has no finger for it' },
  launch: () => new Family().start(),
};
