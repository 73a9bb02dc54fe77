// Playwright's locators over WebDriver: each call finds its element anew and waits until it is there, or can be pressed.

import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { chooseOption, fillIn, isVisible, pressPoint, strayPress } from './in_page.mjs';
import { stepsOf } from './selector.mjs';
import { WebDriverError, elementId } from './session.mjs';

const BETWEEN_LOOKS_MS = 30;

/** Repeats a look until it gives something, or patience ends. */
export async function waitUntil(what, patience, look) {
  let why = '';
  for (const deadline = Date.now() + patience; ; ) {
    try {
      const { found, not } = await look();
      if (found) return found;
      why = not ?? why;
    } catch (error) {
      // The document went away under the look: the next finds the one that came.
      if (!(error instanceof WebDriverError)) throw error;
      why = error.message;
    }
    if (Date.now() > deadline) throw new Error(`waited ${patience} ms for ${what}${why ? `: ${why}` : ''}`);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
}

export class Locator {
  /** @param {import('./frame.mjs').Frame} frame @param {[string, any?][]} steps */
  constructor(frame, steps) {
    this.frame = frame;
    this.steps = steps;
  }

  #with(...steps) {
    return new Locator(this.frame, [...this.steps, ...steps]);
  }

  locator(selector, options) {
    return this.#with(...stepsOf(selector, options));
  }

  first() {
    return this.#with(['nth', 0]);
  }

  last() {
    return this.#with(['nth', -1]);
  }

  nth(place) {
    return this.#with(['nth', place]);
  }

  or(other) {
    return this.#with(['or', other.steps]);
  }

  page() {
    return this.frame.page();
  }

  async all() {
    return Array.from({ length: await this.count() }, (_, place) => this.nth(place));
  }

  // What is asked of an element waits until there is one.

  /** Runs a function in the page with the element, once there is one. */
  async evaluate(fn, argument) {
    const { value } = await this.#wait('it', (outcome) => !outcome.isMissing, fn, argument);
    return value;
  }

  #wait(what, isEnough, fn, argument) {
    return waitUntil(`${what} of ${JSON.stringify(this.steps)}`, this.frame.patience, async () => {
      const outcome = await this.frame.run(fn, argument, { find: 'one', steps: this.steps });
      return isEnough(outcome) ? { found: outcome } : { not: outcome.value?.not ?? 'it is not there' };
    });
  }

  evaluateAll(fn, argument) {
    return this.frame.run(fn, argument, { find: 'all', steps: this.steps }).then(({ value }) => value);
  }

  count() {
    return this.evaluateAll((all) => all.length);
  }

  innerText() {
    return this.evaluate((element) => element.innerText);
  }

  textContent() {
    return this.evaluate((element) => element.textContent);
  }

  allInnerTexts() {
    return this.evaluateAll((all) => all.map((element) => element.innerText));
  }

  allTextContents() {
    return this.evaluateAll((all) => all.map((element) => element.textContent));
  }

  getAttribute(name) {
    return this.evaluate((element, name) => element.getAttribute(name), name);
  }

  inputValue() {
    return this.evaluate((element) => element.value);
  }

  async boundingBox() {
    const box = await this.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    });
    const { x, y } = await this.frame.offset();
    return { ...box, x: box.x + x, y: box.y + y };
  }

  async isVisible() {
    const { value } = await this.frame.run(isVisible, undefined, { find: 'one', steps: this.steps });
    return value === true;
  }

  async isHidden() {
    return !(await this.isVisible());
  }

  async waitFor({ state = 'visible' } = {}) {
    const holds = {
      attached: async () => (await this.count()) > 0,
      detached: async () => (await this.count()) === 0,
      visible: () => this.isVisible(),
      hidden: () => this.isHidden(),
    }[state];
    await waitUntil(`${JSON.stringify(this.steps)} to be ${state}`, this.frame.patience, async () => ({ found: await holds() }));
  }

  async elementHandle() {
    await this.waitFor({ state: 'attached' });
    return { contentFrame: () => this.frame.contentFrame(this) };
  }

  // What is done to an element is done as a reader does it.

  focus() {
    return this.evaluate((element) => element.focus());
  }

  scrollIntoViewIfNeeded() {
    return this.evaluate((element) => {
      const { top, bottom, left, right } = element.getBoundingClientRect();
      const isInSight = top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
      if (!isInSight) element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    });
  }

  async click() {
    const { value } = await this.#wait('a place to press', ({ value }) => value?.x !== undefined, pressPoint);
    const { x, y } = await this.frame.offset();
    await this.page().mouse.click(value.x + x, value.y + y);
    // What moves between press and release gets no click, a reader's either. The document may be another after the press.
    const { value: way } = await this.frame.run(strayPress).catch(() => ({}));
    if (way) throw new Error(`the press of ${JSON.stringify(this.steps)} went astray: ${way}`);
  }

  async press(key) {
    await this.focus();
    await this.page().keyboard.press(key);
  }

  async fill(text) {
    await this.waitFor();
    const isFocused = await this.evaluate((element) => {
      element.focus();
      return document.activeElement === element;
    });
    // A field in a frame takes the focus from the page around it by a press alone.
    if (!isFocused) await this.click();
    await this.evaluate(fillIn, text);
  }

  async #setChecked(wanted) {
    if ((await this.evaluate((element) => element.checked)) !== wanted) await this.click();
    if ((await this.evaluate((element) => element.checked)) !== wanted) throw new Error(`${JSON.stringify(this.steps)} did not turn`);
  }

  check() {
    return this.#setChecked(true);
  }

  uncheck() {
    return this.#setChecked(false);
  }

  async selectOption(wanted) {
    await this.#wait(`the option ${wanted}`, ({ value }) => value === true, chooseOption, wanted);
  }

  /** @param {string | {name: string, buffer: Buffer}[]} files a path, or what files hold */
  async setInputFiles(files) {
    const folder = mkdtempSync(join(this.page().context().folder, 'chosen-'));
    const paths = [files].flat().map((file) => {
      if (typeof file === 'string') return file;
      const path = join(folder, file.name);
      writeFileSync(path, file.buffer);
      return path;
    });
    const element = await this.evaluate((input) => input);
    await this.frame.take((send) => send('POST', `/element/${elementId(element)}/value`, { text: paths.join('\n') }));
  }
}
