// A document in a window or in a frame of one: what runs in it, and locators of what it holds.

import { scriptOf } from './in_page.mjs';
import { Locator, waitUntil } from './locator.mjs';
import { stepsOf } from './selector.mjs';
import { elementId } from './session.mjs';

export class Frame {
  #url = 'about:blank';
  #page;
  #elements;
  #owner;

  /** @param {string[]} elements the frames' elements, from the outermost; none for the window itself */
  constructor(page, elements = [], owner) {
    this.#page = page;
    this.#elements = elements;
    this.#owner = owner;
  }

  page() {
    return this.#page ?? this;
  }

  get patience() {
    return this.page().context().patience;
  }

  /** Takes a turn of the session in this document. */
  take(work) {
    const page = this.page();
    return page.context().session.take({ window: page.window, frames: this.#elements }, work);
  }

  /**
   * Runs a function, or statements, here, with an argument that JSON can hold; `find` one or all elements of `steps` to be given first.
   * Resolves to `{value, isMissing}`.
   */
  async run(source, argument, { find = 'none', steps = [] } = {}) {
    const given = typeof source === 'function' ? String(source) : `async () => {\n${source}\n}`;
    const script = scriptOf(given, find);
    const outcome = await this.take((send) => send('POST', '/execute/async', { script, args: [steps, argument ?? null] }));
    this.#url = outcome.url;
    this.page().context().hear(outcome.complaints);
    if (outcome.error) throw new Error(outcome.error);
    return outcome;
  }

  async evaluate(source, argument) {
    return (await this.run(source, argument)).value;
  }

  async waitForFunction(fn, argument, { timeout = this.patience } = {}) {
    const value = await waitUntil(`${fn}`, timeout, async () => ({ found: await this.evaluate(fn, argument) }));
    return { jsonValue: async () => value };
  }

  locator(selector, options) {
    return new Locator(this, stepsOf(selector, options));
  }

  async waitForSelector(selector) {
    const locator = this.locator(selector).first();
    await locator.waitFor();
    return locator.elementHandle();
  }

  async contentFrame(locator) {
    const element = elementId(await locator.evaluate((frame) => frame));
    return new Frame(this.page(), [...this.#elements, element], locator);
  }

  /** A frame that is looked for when something in it is asked for. */
  frameLocator(selector) {
    const owner = this.locator(selector);
    return { locator: (...given) => new Locator(new FrameToCome(this, owner), stepsOf(...given)) };
  }

  /** Where this document lies in the window, in pixels. */
  async offset() {
    if (!this.#owner) return { x: 0, y: 0 };
    return this.#owner.evaluate((frame) => {
      const { left, top } = frame.getBoundingClientRect();
      return { x: left + frame.clientLeft, y: top + frame.clientTop };
    });
  }

  /** Where this document was when it was last spoken to; asks anew for whoever asks again. */
  url() {
    this.evaluate(() => 0).catch(() => {});
    return this.#url;
  }

  /** What the driver says of where it is. */
  set knownUrl(url) {
    this.#url = url;
  }

  title() {
    return this.evaluate(() => document.title);
  }
}

/** A frame that may not be there yet. */
class FrameToCome {
  #outer;
  #owner;

  constructor(outer, owner) {
    this.#outer = outer;
    this.#owner = owner;
  }

  page() {
    return this.#outer.page();
  }

  get patience() {
    return this.#outer.patience;
  }

  async #frame() {
    return this.#outer.contentFrame(this.#owner);
  }

  async run(...given) {
    return (await this.#frame()).run(...given);
  }

  async take(...given) {
    return (await this.#frame()).take(...given);
  }

  async offset() {
    return (await this.#frame()).offset();
  }
}
