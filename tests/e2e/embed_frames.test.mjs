// An embedded chart among other people's pages: what it says of its link and its files, how high it is, and what it leaves alone.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  can, canvasHash, check, drag, eventually, newPage, ready, refuseWorkers, serveDist, setSlider, settled, shareLink, useBrowser,
} from './harness.mjs';
import { serve } from './server.mjs';

useBrowser();

const CHANGED = '#1~2025q3~cx1_180~V_chips';

/**
 * A page of another origin around the embedded one; `body` gets the page and the frame in it, once what is in it is `shown`.
 * `allow` names complaints that belong to the test.
 */
async function around(browser, html, body, { shown = ready, allow = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'buildout-around-'));
  writeFileSync(join(folder, 'index.html'), `<!doctype html><html lang="en"><title>Around</title><link rel="icon" href="data:,"><h1>Around</h1>${html}`);
  const server = await serve(folder);
  const context = await browser.newContext({ viewport: { width: 1000, height: 1400 }, locale: 'en-US' });
  const problems = [];
  context.on('weberror', (error) => problems.push(`${error.error()}`));
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  try {
    const page = await context.newPage();
    await page.goto(server.url);
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    await shown(frame);
    await body(page, frame);
    assert.deepEqual(problems.filter((problem) => !allow.some((complaint) => complaint.test(problem))), []);
  } finally {
    await context.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

const embedded = (link) => link.replace('#', '?embed#');
const height = (page) => page.locator('iframe').evaluate((frame) => frame.clientHeight);

check('a frame grows with what is opened in it, and shrinks again', { link: CHANGED }, async ({ page: first }) => {
  const snippet = await first.locator('textarea[data-embed-snippet]').inputValue();
  await around(first.context().browser(), snippet, async (page, frame) => {
    const fits = () => eventually('the frame is as high as its content', async () => {
      const content = await frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
      assert.ok(Math.abs((await height(page)) - content) <= 1, `${await height(page)} for ${content}`);
    });
    await fits();
    const closed = await height(page);
    const more = frame.locator('figure[data-chart] details > summary').first();
    await more.click();
    await eventually('it grows', async () => assert.ok((await height(page)) > closed + 50));
    await fits();
    assert.ok(await frame.evaluate(() => document.documentElement.scrollHeight <= innerHeight), 'nothing is left to scroll');
    await more.click();
    await eventually('it shrinks', async () => assert.equal(await height(page), closed));
  });
});

check('a lever in a frame is dragged, and the page around it notices nothing', { link: CHANGED }, async ({ page: first }) => {
  const snippet = await first.locator('textarea[data-embed-snippet]').inputValue();
  await around(first.context().browser(), snippet, async (page, frame) => {
    const before = { length: await page.evaluate(() => history.length), at: page.url(), canvas: await canvasHash(frame, 'chips') };
    await drag(frame, 'trainium_mix', [0.6, 0.7, 0.8, 0.9]);
    await drag(frame, 'capex_next_year', [200, 230]);
    await eventually('the frame has the link', async () => assert.match(frame.url(), /cx1_230~tm_0\.9/));
    assert.notEqual(await canvasHash(frame, 'chips'), before.canvas);
    assert.deepEqual([await page.evaluate(() => history.length), page.url()], [before.length, before.at]);
  });
});

check('two charts in one page have each their own height', { link: CHANGED }, async ({ page: first }) => {
  const snippet = await first.locator('textarea[data-embed-snippet]').inputValue();
  const narrow = snippet.replace('width="100%"', 'width="340"');
  await around(first.context().browser(), `${snippet}${narrow}`, async (page) => {
    const heights = () => page.locator('iframe').evaluateAll((all) => all.map((one) => one.clientHeight));
    await eventually('both are told', async () => {
      const [wide, slim] = await heights();
      assert.ok(slim > wide + 100, `${wide} and ${slim}`);
    });
  });
});

// Pages that take in code of others often shut it in a sandbox, where nothing can be stored. Such a frame has no origin, so the host
// has to let its files be read.
async function inSandbox(first, body, options) {
  const server = await serveDist('/', { 'Access-Control-Allow-Origin': '*' });
  try {
    const html = `<iframe src="${server.url}${embedded(CHANGED)}" title="Chart" sandbox="allow-scripts" width="900" height="900"></iframe>`;
    await around(first.context().browser(), html, (_, frame) => body(frame), options);
  } finally {
    await server.stop();
  }
}

check('a frame without rights of its own still shows the chart', { link: CHANGED, needs: ['selfInSandbox'] }, async ({ page }) => {
  await inSandbox(page, async (frame) => {
    const before = await canvasHash(frame, 'chips');
    await drag(frame, 'trainium_mix', [0.7, 0.9]);
    assert.notEqual(await canvasHash(frame, 'chips'), before);
  });
});

if (!can('selfInSandbox')) {
  check('a frame without rights of its own, and so without its files, says so and shows no figures', { link: CHANGED }, async ({ page }) => {
    const shown = (frame) => frame.locator('p.bare').first().waitFor();
    await inSandbox(page, async (frame) => {
      assert.match(await frame.locator('p.bare').first().innerText(), /refused its own files here.*allow-same-origin/);
      assert.doesNotMatch(await frame.locator('body').innerText(), /\$\d/);
    }, { shown, allow: [/^the policy refused/] });
  });
}

check('an embedded link whose figures were others when it was sent says so', { link: CHANGED }, async ({ page, open }) => {
  const sent = (await shareLink(page)).replace(/(~R_[^~]*_)(-?\d+)/, (_, before, figure) => `${before}${Number(figure) + 400}`);
  const whole = await open(sent);
  await whole.locator('[data-receipt]').waitFor();
  const chart = await open(embedded(sent));
  await chart.locator('[data-receipt] [data-receipt-figure="fcf_2030"]').waitFor();
});

check('a file that an embedded chart cannot make is told', {}, async ({ page: first, url }) => {
  const { context, page, problems } = await newPage(first.context().browser(), new URL(url).origin);
  try {
    await context.addInitScript(refuseWorkers);
    await page.goto(url + embedded(CHANGED));
    await ready(page);
    await context.route('**/buildout-desk_loader.js', (route) => route.abort());
    const csv = page.locator('button[data-action="download-csv"]');
    if ((await csv.count()) > 0) {
      await csv.click();
      await page.locator('[data-told="trouble"]').waitFor();
    }
    assert.deepEqual(problems.filter((problem) => !/ERR_FAILED/.test(problem)), []);
  } finally {
    await context.close();
  }
});

/** Opens an address as a visit of its own. */
async function visit(page, target) {
  await page.goto('about:blank');
  await page.goto(target);
  await ready(page);
}

check('an embedded chart does not offer the scenario of the last visit', {}, async ({ page, url }) => {
  await setSlider(page, 'capex_next_year', 222);
  await visit(page, `${url}?embed`);
  assert.equal(await page.locator('button[data-action="reopen"]').count(), 0, 'it is one chart with its levers and nothing else');
});

check('a lever moved in an embedded chart leaves the last visit to the page as it was', {}, async ({ page, url }) => {
  await setSlider(page, 'capex_next_year', 222);
  await visit(page, `${url}${embedded(CHANGED)}`);
  await setSlider(page, 'capex_next_year', 111);
  await visit(page, url);
  await page.locator('button[data-action="reopen"]').click();
  await settled(page);
  await eventually('the last visit is that of the page itself', async () => assert.match(page.url(), /cx1_222/));
});
