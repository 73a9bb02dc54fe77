// A page that cannot have all it wants: two windows over one update, a file maker of another version or out of reach, a full
// store, browsers without workers that store.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import {
  ROOT, assertHeadlines, check, cliHeadline, eventually, fragment, newPage, ready, refuseWorkers, setSlider, useBrowser,
} from './harness.mjs';
import { serve } from './server.mjs';

useBrowser();

const DIST = resolve(ROOT, process.env.BUILDOUT_DIST ?? 'dist');
const CHANGED = '#1~2025q3~cx1_180~psl_2.5~tm_0.7';

const button = (page, action) => page.locator(`button[data-action="${action}"]`).first();
const update = (page) => page.locator('[data-update]');
const versionOf = (page) => page.locator('meta[name="buildout-version"]').getAttribute('content');

/** Waits until the page is stored whole and served from what is stored. */
const stored = (page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
    }
  });

/** Names of what the browser has stored for the page. */
const stores = (page) => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('buildout-')));

async function reload(page) {
  await page.reload();
  await ready(page);
}

async function fileOf(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return readFileSync(await download.path());
}

// ------------------------------------------------------------------------------------------ new versions

const STYLE = readdirSync(DIST).find((name) => name.startsWith('page-') && name.endsWith('.css'));
const MARK = /<meta name="buildout-version" content="[0-9a-f]+">/;

/** A host of its own with a copy of the build, which can be changed. */
async function host() {
  const folder = mkdtempSync(join(tmpdir(), 'buildout-host-'));
  cpSync(DIST, folder, { recursive: true, filter: (path) => !path.endsWith('.stage') });
  const server = await serve(folder);
  return {
    folder,
    url: server.url,
    /** Makes the copy a build of another version: a style that can be seen, and the worker for it. */
    publish() {
      appendFileSync(join(folder, STYLE), '\n:root { --published: new; }\n');
      const page = join(folder, 'index.html');
      writeFileSync(page, readFileSync(page, 'utf8').replace(MARK, '<!-- version -->'));
      execFileSync(process.execPath, [join(ROOT, 'xtask/offline.mjs'), folder, join(ROOT, 'pwa/sw.js')]);
      return MARK.exec(readFileSync(page, 'utf8'))[0].match(/"([0-9a-f]+)"/)[1];
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Looks for a new version, and waits until it is stored or given up. */
const lookForUpdate = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update();
    const next = registration.installing;
    if (next) await new Promise((resolve) => next.addEventListener('statechange', resolve));
    return next?.state;
  });

const isPublished = (page) => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--published').trim() === 'new');

/**
 * Registers a test of a page on a host that changes.
 * @param {string} name
 * @param {(at: {page: import('playwright-core').Page, another: () => Promise<import('playwright-core').Page>,
 *   copy: Awaited<ReturnType<typeof host>>, allow: (complaint: RegExp) => void}) => Promise<void>} body
 *   `another` opens the page a second time for the same reader; `allow` names a complaint that belongs to the test.
 */
function checkHost(name, body) {
  check(name, {}, async ({ page: first }) => {
    const copy = await host();
    const { context, page, problems } = await newPage(first.context().browser(), new URL(copy.url).origin);
    const allowed = [];
    const visit = async (one) => {
      await one.goto(copy.url + CHANGED);
      await ready(one);
      await stored(one);
      return one;
    };
    try {
      await visit(page);
      await body({ page, copy, another: async () => visit(await context.newPage()), allow: (complaint) => allowed.push(complaint) });
      assert.deepEqual(problems.filter((problem) => !allowed.some((complaint) => complaint.test(problem))), []);
    } catch (error) {
      if (problems.length > 0) console.error(`${name}: the page complained:\n  ${problems.join('\n  ')}`);
      throw error;
    } finally {
      await context.close();
      await copy.stop();
    }
  });
}

checkHost('a host that sends files of two versions is not taken; once it is whole, it is', async ({ page, copy, allow }) => {
  const old = await versionOf(page);
  const style = join(copy.folder, STYLE);
  const [oldStyle, next] = [readFileSync(style), copy.publish()];
  const newStyle = readFileSync(style);
  writeFileSync(style, oldStyle);
  allow(/belongs to another version/);
  assert.equal(await lookForUpdate(page), 'redundant');
  assert.equal(await update(page).count(), 0, 'nothing is announced');
  await reload(page);
  assert.equal(await versionOf(page), old);
  await eventually('nothing of it is kept', async () => assert.deepEqual(await stores(page), [`buildout-${old}`]));
  await assertHeadlines(page, cliHeadline(CHANGED), 'the old version goes on working');

  writeFileSync(style, newStyle);
  await lookForUpdate(page);
  await update(page).waitFor();
  await button(page, 'update').click();
  await page.waitForFunction((next) => document.querySelector('meta[name="buildout-version"]')?.content === next, next);
  await ready(page);
  assert.equal(await isPublished(page), true);
});

checkHost('two windows of one reader: after one took the new version, the other can', async ({ page, copy, another }) => {
  const other = await another();
  const next = copy.publish();
  await lookForUpdate(page);
  await update(page).waitFor();
  await update(other).waitFor();
  await button(page, 'update').click();
  const taken = (one) => one.waitForFunction((next) => document.querySelector('meta[name="buildout-version"]')?.content === next, next);
  await taken(page);
  await ready(page);
  if ((await versionOf(other)) !== next) await button(other, 'update').click();
  await taken(other);
  await ready(other);
  assert.match(await fragment(other), /~cx1_180~/, 'with its scenario');
});

/** Opens the page in a browser that stores nothing, so that its files have to come from the network; `maker` answers for the file maker. */
async function withFileMaker(first, url, maker, body) {
  const { context, page, problems } = await newPage(first.context().browser(), new URL(url).origin);
  try {
    await context.addInitScript(refuseWorkers);
    await page.goto(url + CHANGED);
    await ready(page);
    await context.route('**/buildout-desk_loader.js', maker);
    await page.locator('details.share-more').evaluate((panel) => { panel.open = true; });
    await button(page, 'download-run-csv').click();
    await page.locator('[data-told="trouble"]').waitFor();
    await body(page, context);
    assert.deepEqual(problems.filter((problem) => !/ERR_FAILED/.test(problem)), []);
  } finally {
    await context.close();
  }
}

check('a page whose file maker belongs to another version says so, and makes nothing', { link: CHANGED }, async ({ page: first, url }) => {
  const maker = (route) => route.fulfill({ contentType: 'text/javascript', body: 'postMessage("another build");' });
  await withFileMaker(first, url, maker, async (page) => {
    assert.match(await page.locator('[data-told="trouble"]').innerText(), /updated meanwhile\. Reload/);
    assert.equal(await fragment(page), CHANGED);
  });
});

check('a page whose file maker cannot be loaded says so, and works once it can', { link: CHANGED }, async ({ page: first, url }) => {
  await withFileMaker(first, url, (route) => route.abort(), async (page, context) => {
    assert.match(await page.locator('[data-told="trouble"]').innerText(), /could not be loaded/);
    await context.unroute('**/buildout-desk_loader.js');
    assert.match((await fileOf(page, button(page, 'download-run-csv'))).toString('utf8'), /^scenario,/);
  });
});

// ------------------------------------------------------------------------------------------ nothing can be stored

const REFUSALS = [
  {
    name: 'storage is full',
    refuse: () => {
      Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
    },
  },
];

for (const { name, refuse } of REFUSALS) {
  check(`where ${name} the page works, and says what it cannot keep`, { link: CHANGED }, async ({ page, context }) => {
    await context.addInitScript(refuse);
    await reload(page);
    await assertHeadlines(page, cliHeadline(CHANGED), 'of the link');
    await setSlider(page, 'capex_next_year', 222);
    await button(page, 'theme').click();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark', 'the theme turns');
    await page.locator('details.saved > summary').click();
    await page.locator('[data-control="save-name"]').fill('Mine');
    await button(page, 'save').click();
    await eventually('it is said', async () => assert.match(await page.locator('.saved .told').innerText(), /did not let the page store/));
    assert.equal(await page.locator('[data-saved="Mine"]').count(), 1, 'it is there until the page is closed');
    await page.locator('details.share-more').evaluate((panel) => { panel.open = true; });
    const file = JSON.parse((await fileOf(page, button(page, 'download-scenario'))).toString('utf8'));
    assert.equal(file.set.capex_next_year, 222, 'a file keeps it all the same');
  });
}

for (const { name, refuse } of [
  { name: 'has no workers that store', refuse: () => { delete Navigator.prototype.serviceWorker; } },
  {
    name: 'forbids to ask for workers that store, as in a sandbox',
    refuse: () => Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => { throw new DOMException('sandboxed', 'SecurityError'); } }),
  },
]) {
  check(`a browser that ${name} shows the page all the same`, { link: CHANGED }, async ({ page, context }) => {
    await context.addInitScript(refuse);
    await reload(page);
    await setSlider(page, 'capex_next_year', 222);
    await page.locator('details.share-more').evaluate((panel) => { panel.open = true; });
    assert.match((await fileOf(page, button(page, 'download-run-csv'))).toString('utf8'), /^scenario,/);
    assert.equal(await update(page).count(), 0);
  });
}
