// Writes screenshots of the built page.
// Usage: node tests/e2e/shots.mjs all|readme FOLDER

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { launch, newPage, ready, serveDist, settled } from './harness.mjs';

const SETS = {
  all: [
    { width: 1440, height: 900, deviceScaleFactor: 1 },
    { width: 1024, height: 768, deviceScaleFactor: 1 },
    { width: 390, height: 844, deviceScaleFactor: 2 },
  ].flatMap((size) =>
    ['light', 'dark'].map((colorScheme) => ({ ...size, colorScheme, name: `${size.width}-${colorScheme}`, whole: true })),
  ),
  readme: ['light', 'dark'].map((colorScheme) => ({
    width: 1440, height: 900, deviceScaleFactor: 1, colorScheme, name: `page-${colorScheme}`, whole: false,
  })),
};

const [set, folder] = process.argv.slice(2);
if (!(set in SETS) || !folder) throw new Error('usage: node tests/e2e/shots.mjs all|readme FOLDER');
mkdirSync(folder, { recursive: true });

const server = await serveDist();
const browser = await launch();
try {
  for (const { name, width, height, deviceScaleFactor, colorScheme, whole } of SETS[set]) {
    const { context, page, problems } = await newPage(browser, new URL(server.url).origin, {
      viewport: { width, height },
      deviceScaleFactor,
      colorScheme,
      reducedMotion: 'reduce',
    });
    await page.goto(server.url);
    await ready(page);
    const shoot = async (file, options) => {
      const path = join(folder, `${file}.png`);
      await page.screenshot({ path, ...options });
      console.log(path);
    };
    await shoot(name, {});
    if (whole) {
      // A window as tall as the page: charts that are drawn only in sight are drawn then, and sticky parts appear once.
      const tall = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width, height: Math.min(Math.max(tall, height), 8000) });
      await settled(page);
      await shoot(`${name}-whole`, { fullPage: true });
    }
    for (const problem of problems) console.log(`  ${problem}`);
    await context.close();
  }
} finally {
  await browser.close();
  await server.stop();
}
