// The page's own rules: nothing runs but its files, nothing is asked of anybody else, and where it fails it says so.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import { ROOT, TEST_TIMEOUT, check, eventually, fragment, headline, launch, newPage, ready, serveDist, setSlider, settled, useBrowser } from './harness.mjs';

useBrowser();

const LINK = '#1~2025q3~cx1_180';

check('nothing runs but the files of the page', { link: LINK }, async ({ page }) => {
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/);
  for (const rule of ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "connect-src 'self'", "require-trusted-types-for 'script'"]) {
    assert.ok(policy.includes(rule), `${rule} in ${policy}`);
  }
  assert.equal(await page.locator('meta[name="referrer"]').getAttribute('content'), 'no-referrer');
  assert.equal(await page.locator('script:not([src])').count(), 0, 'no script stands in the page');
  assert.equal(await page.locator('[style*="expression"], [onclick], [onload], [onerror]').count(), 0);

  const refused = await page.evaluate(() => {
    const tries = {
      script: () => { document.createElement('div').innerHTML = '<script>1</script>'; },
      handler: () => { document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>'; },
      frame: () => { document.createElement('div').innerHTML = '<iframe srcdoc="x"></iframe>'; },
      address: () => { document.createElement('div').innerHTML = '<a href=javascript:alert(1)>x</a>'; },
      worker: () => new Worker('https://example.org/x.js'),
      written: () => { document.createElement('script').text = '1'; },
    };
    return Object.entries(tries).filter(([, run]) => { try { run(); return false; } catch { return true; } }).map(([name]) => name);
  });
  assert.deepEqual(refused, ['script', 'handler', 'frame', 'address', 'worker', 'written']);
  // What stands in quotes is words, whatever they look like.
  assert.equal(await page.evaluate(() => {
    const div = document.createElement('div');
    div.innerHTML = '<p title="a onclick=b <script>">1 &lt; 2, one = 1</p>';
    return div.textContent;
  }), '1 < 2, one = 1');
});

check('what could be attacked is asked and refused, and the page goes on', { link: `${LINK}~V_%3Cscript%3E` }, async ({ page }) => {
  assert.ok(Number.isFinite(await headline(page, 'fcf_2030')));
  await setSlider(page, 'capex_next_year', 200);
  await settled(page);
  assert.match(await fragment(page), /cx1_200/);
});

check('a page that has failed says so, with the link of the scenario', { link: LINK }, async ({ page }) => {
  // Leptos marks places by comments, and can do nothing without them.
  await page.evaluate(() => {
    document.createComment = () => { throw new Error('a test forbids it'); };
    document.createTextNode = () => { throw new Error('a test forbids it'); };
    Node.prototype.cloneNode = () => { throw new Error('a test forbids it'); };
    // What it says of that in the console is expected.
    console.error = () => {};
    window.addEventListener('error', (event) => event.preventDefault());
    window.addEventListener('unhandledrejection', (event) => event.preventDefault());
  });
  await page.locator('[data-analysis="limits"]').evaluate((button) => button.click());
  await page.locator('[data-action="language"]').evaluate((button) => button.click());
  const fault = page.locator('.fault');
  await fault.waitFor();
  assert.match(await fault.innerText(), /has failed, and it has stopped|页面出现故障，已停止运行/);
  assert.equal(await page.locator('[data-fault-link]').inputValue(), page.url());
  assert.match(page.url(), /cx1_180/);
  assert.match(await page.locator('[data-headline="fcf_2030"]').innerText(), /\$|美元/, 'what it last showed can still be read');
  assert.ok(await page.evaluate(() => document.querySelector('main').closest('[inert]') !== null), 'nothing of it answers any more');
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } });
  });
  await fault.locator('[data-action="report"]').click();
  await eventually('the report is copied', async () => {
    assert.match(await page.evaluate(() => window.copied ?? ''), /^Buildout [0-9a-f]{16}\nMozilla[\s\S]*cx1_180[\s\S]*panicked/);
  });
  await fault.locator('[data-action="reload"]').click();
  await ready(page);
  assert.equal(await page.locator('.fault').count(), 0);
});

check('a program that ended without a panic is told as well', { link: LINK }, async ({ page }) => {
  await page.evaluate(() => {
    window.addEventListener('error', (event) => event.preventDefault());
    setTimeout(() => { throw new WebAssembly.RuntimeError('memory access out of bounds'); });
  });
  const fault = page.locator('.fault');
  await fault.waitFor();
  assert.equal(await page.locator('[data-fault-link]').inputValue(), page.url());
  await fault.locator('[data-action="reload"]').click();
  await ready(page);
  assert.equal(await page.locator('.fault').count(), 0);
});

test('headers, documentation and page say the same', () => {
  const policy = /content="(default-src[^"]*)"/.exec(readFileSync(`${ROOT}/dist/index.html`, 'utf8'))[1];
  for (const file of ['dist/_headers', 'docs/hosting.md']) {
    assert.ok(readFileSync(`${ROOT}/${file}`, 'utf8').includes(policy), `${file} has the policy of the page`);
  }
});

// A host that sends the policy as a header sends it to workers too.
test('fans and sheets work under the headers', { timeout: TEST_TIMEOUT }, async () => {
  const lines = readFileSync(`${ROOT}/dist/_headers`, 'utf8').split('\n').slice(1).filter(Boolean);
  const headers = Object.fromEntries(lines.map((line) => line.trim().split(/: (.*)/).slice(0, 2)));
  const server = await serveDist('/', headers);
  const browser = await launch();
  try {
    const { page, problems } = await newPage(browser, new URL(server.url).origin);
    await page.goto(`${server.url}#1~2025q3~D_500~F_on`);
    await ready(page);
    await page.locator('[data-spread="fcf_2030"]').waitFor();
    await page.locator('[data-analysis="sensitivity"]').click();
    await page.locator('[data-sheet-table="sensitivity"]').waitFor();
    assert.deepEqual(problems, []);
  } finally {
    await browser.close();
    await server.stop();
  }
});

// A download that breaks off is a failed request, which other tests may not have.
test('a download that breaks off is told and tried again', { timeout: TEST_TIMEOUT }, async () => {
  const server = await serveDist('/');
  const browser = await launch();
  try {
    const { page } = await newPage(browser, new URL(server.url).origin);
    // Engines differ in how often they ask for what is needed soon, so that requests are not counted.
    let isBroken = true;
    await page.route(/buildout-page-.*\.wasm/, (route) => (isBroken ? route.abort() : route.continue()));
    await page.goto(server.url + LINK);
    const told = page.locator('.not-started');
    await told.waitFor();
    assert.match(await told.innerText(), /could not be fetched whole/);
    await told.locator('[data-action="try-again"]').click();
    await told.waitFor();
    isBroken = false;
    await told.locator('[data-action="try-again"]').click();
    await ready(page);
    assert.equal(await told.count(), 0);
    assert.match(await fragment(page), /cx1_180/);
  } finally {
    await browser.close();
    await server.stop();
  }
});

test('only an embedded chart shows itself in a frame', { timeout: TEST_TIMEOUT }, async () => {
  const server = await serveDist('/');
  const browser = await launch();
  try {
    const { page } = await newPage(browser, new URL(server.url).origin);
    const body = `<!doctype html><title>around</title><iframe src="${server.url}${LINK}" title="framed" width="900" height="700"></iframe>`;
    await page.route('**/around', (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(`${server.url}around`);
    const frame = page.frameLocator('iframe');
    await frame.locator('a', { hasText: 'window of its own' }).waitFor();
    assert.equal(await frame.locator('main').count(), 0);
  } finally {
    await browser.close();
    await server.stop();
  }
});
