// One chart with its levers in somebody else's page.

import assert from 'node:assert/strict';
import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ROOT, canvasHash, check, eventually, fragment, setSlider, settled, slider, useBrowser } from './harness.mjs';
import { serve } from './server.mjs';

useBrowser();

const EMBEDDED = '?embed#1~2025q3~cx1_190~V_capacity.chips';

check('an embedded page is one chart with its levers', { link: EMBEDDED }, async ({ page, url }) => {
  assert.deepEqual(await page.locator('figure[data-chart]').evaluateAll((all) => all.map((one) => one.dataset.chart)), ['capacity']);
  assert.deepEqual(
    await page.locator('input[type="range"][data-input]').evaluateAll((all) => all.map((one) => one.dataset.input)),
    ['capex_next_year', 'power_add_next_year', 'trainium_mix'],
  );
  assert.equal(await page.locator('header.top').count(), 0);
  const before = await canvasHash(page, 'capacity');
  await setSlider(page, 'capex_next_year', 260);
  assert.notEqual(await canvasHash(page, 'capacity'), before);
  assert.match(await fragment(page), /cx1_260/);
  const whole = await page.locator('.embed-foot a').getAttribute('href');
  assert.match(whole, /cx1_260/, 'the whole page opens with what stands here');
  assert.ok(whole.startsWith(url) && !whole.includes('embed'));
});

check('the snippet shows the chart as high as it is, and "back" stays with the page around it', { link: '#1~2025q3~cx1_190~V_margin' }, async ({ page, context }) => {
  await page.locator('details.share-more > summary').click();
  const snippet = await page.locator('[data-embed-snippet]').inputValue();
  assert.match(snippet, /^<iframe src="http[^"]*\?embed#1~2025q3~cx1_190~R_1_[^"]*" title="[^"]+"/);
  const folder = mkdtempSync(join(tmpdir(), 'buildout-around-'));
  writeFileSync(join(folder, 'index.html'), `<!doctype html><title>Around</title><h1>Around</h1>${snippet}`);
  const around = await serve(folder);
  // A page of another origin, so a context without the rule that nothing leaves one.
  const other = await context.browser().newContext({ viewport: { width: 900, height: 900 } });
  try {
    const host = await other.newPage();
    await host.goto(around.url);
    const frame = await (await host.locator('iframe').elementHandle()).contentFrame();
    await frame.waitForFunction(() => document.documentElement.dataset.ready === 'true');
    await eventually('the frame is as high as its content', async () => {
      const height = Number(await host.locator('iframe').getAttribute('height'));
      const content = await frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
      assert.ok(height > 300 && Math.abs(height - content) <= 1, `${height} for ${content}`);
    });
    const before = await host.evaluate(() => history.length);
    for (const value of [200, 230]) {
      await frame.locator('input[data-number="capex_next_year"]').fill(String(value));
      await frame.locator('input[data-number="capex_next_year"]').press('Enter');
    }
    await eventually('the frame holds the change', async () => assert.match(frame.url(), /cx1_230/));
    assert.equal(await host.evaluate(() => history.length), before);
  } finally {
    await other.close();
    await around.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

const AXE = readFileSync(`${ROOT}/node_modules/axe-core/axe.min.js`, 'utf8');
for (const options of [{ colorScheme: 'light', locale: 'en-US' }, { colorScheme: 'dark', locale: 'zh-CN', viewport: { width: 360, height: 740 } }]) {
  check(`everyone can use an embedded chart, ${options.locale}`, { ...options, link: EMBEDDED }, async ({ page }) => {
    await page.evaluate(AXE);
    const found = await page.evaluate(async () => {
      const { violations } = await globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 140)).join(' | ')}`);
    });
    assert.deepEqual(found, []);
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(content <= window, `the content is ${content} px wide`);
    await slider(page, 'trainium_mix').focus();
    await page.keyboard.press('ArrowRight');
    await settled(page);
    await eventually('the keyboard moves a lever', async () => assert.match(await fragment(page), /tm_/));
  });
}
