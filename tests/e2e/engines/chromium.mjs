// Chromium, driven by Playwright over the protocol of its developer tools.

import { readFileSync } from 'node:fs';

import { chromium } from 'playwright-core';

import { programOf } from './programs.mjs';

const FLAGS = new URL('../../../webdriver.json', import.meta.url);

/** @type {import('./engine.mjs').Engine} */
export const CHROMIUM = {
  name: 'Chromium',
  lacks: {},
  /** With the flags that the wasm tests use too. */
  launch() {
    const { args } = JSON.parse(readFileSync(FLAGS, 'utf8'))['goog:chromeOptions'];
    const executablePath = programOf('CHROME', ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'], 'Chromium');
    return chromium.launch({ executablePath, args: args.filter((flag) => flag !== '--headless') });
  },
};
