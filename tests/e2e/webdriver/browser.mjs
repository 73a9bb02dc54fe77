// Playwright's browser, as far as the end-to-end tests use it, over a WebDriver that knows neither contexts nor the network.

import { Context } from './context.mjs';

export class Browser {
  #programs;
  #contexts = [];
  #version = 'not started';

  /** @param {{xvfb: string, driver: string, program: string}} programs the display, the driver, and the browser */
  constructor(programs) {
    this.#programs = programs;
  }

  async newContext(options = {}) {
    const context = await Context.start(this, this.#programs, options);
    this.#version = context.version();
    this.#contexts.push(context);
    return context;
  }

  version() {
    return this.#version;
  }

  async close() {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
  }
}
