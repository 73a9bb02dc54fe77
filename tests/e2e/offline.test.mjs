// The page without a network, as an installed program, and over an update.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  ROOT, assertHeadlines, check, cliHeadline, eventually, fragment, headline, headlines, launch, newPage, ready, refuseWorkers, useBrowser,
} from './harness.mjs';
import { serve } from './server.mjs';

useBrowser();

const DIST = process.env.BUILDOUT_DIST ?? join(ROOT, 'dist');
const CHANGED = '#1~2025q3~cx1_180~psl_2.5';
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const filesOf = (worker) => JSON.parse(/FILES = JSON\.parse\('(.*)'\)/.exec(worker)[1]);
const versionOf = (worker) => /VERSION = '(\w+)'/.exec(worker)[1];

/** Waits until the page is stored and served from the store. */
async function stored(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 50));
  });
}

/** What the store holds: path and hash of each file, by name of the store. */
const store = (page) =>
  page.evaluate(async () => {
    const held = {};
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      held[name] = [];
      for (const request of await cache.keys()) {
        const body = await (await cache.match(request)).arrayBuffer();
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
        const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        held[name].push([new URL(request.url).pathname.slice(new URL('.', location.href).pathname.length), hash]);
      }
      held[name].sort();
    }
    return held;
  });

check('after one visit the page works without a network', { prefix: '/somewhere/else/' }, async ({ page, context, url }) => {
  const before = await headlines(page);
  await stored(page);
  await eventually('it is said', async () => assert.match(await page.locator('[data-stored="yes"]').innerText(), /works without a network/));
  await context.setOffline(true);
  await page.reload();
  await ready(page);
  await assertHeadlines(page, before, 'offline');
  await page.goto('about:blank');
  await page.goto(`${url}${CHANGED}`);
  await ready(page);
  assert.equal(await headline(page, 'fcf_2030'), cliHeadline(CHANGED).fcf_2030, 'a link opens offline');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('button[data-action="download-xlsx"]').click(),
  ]);
  assert.equal(readFileSync(await download.path()).subarray(0, 2).toString(), 'PK', 'files are made offline');
  await page.goto(`${url}?embed${CHANGED}`);
  await ready(page);
  assert.equal(await page.locator('figure[data-chart]').count(), 1, 'an embedded chart opens offline');
});

check('what is stored is the build, each file with the hash that was built', {}, async ({ page }) => {
  await stored(page);
  const worker = readFileSync(join(DIST, 'sw.js'), 'utf8');
  const files = filesOf(worker);
  assert.ok(files.length > 12 && files.some(([path]) => path === 'index.html') && files.some(([path]) => path.endsWith('_bg.wasm')));
  for (const [path, hash] of files) assert.equal(sha256(readFileSync(join(DIST, path))), hash, path);
  assert.deepEqual(await store(page), { [`buildout-${versionOf(worker)}`]: files.sort() });
});

check('it can be installed: a manifest with icons of their stated sizes', {}, async ({ page, url }) => {
  const href = await page.locator('link[rel="manifest"]').getAttribute('href');
  const manifest = await page.evaluate(async (address) => (await fetch(address)).json(), new URL(href, url).href);
  for (const field of ['name', 'short_name', 'start_url', 'display', 'icons']) assert.ok(manifest[field], field);
  assert.ok(manifest.icons.some((icon) => icon.purpose === 'maskable'));
  for (const { src, sizes } of manifest.icons) {
    const png = readFileSync(join(DIST, src));
    assert.equal(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, sizes, src);
  }
});

/** A copy of the build that can be changed, on a server of its own, open in a browser of its own. */
async function withCopy(body) {
  const folder = mkdtempSync(join(tmpdir(), 'buildout-copy-'));
  cpSync(DIST, folder, { recursive: true });
  const server = await serve(folder);
  const browser = await launch();
  try {
    const { page, problems } = await newPage(browser, new URL(server.url).origin);
    await page.goto(`${server.url}${CHANGED}`);
    await ready(page);
    await stored(page);
    await body({ page, folder, problems });
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes the copy a newer version: a style sheet with a line more. Returns the version. */
function renew(folder, { hashed = true } = {}) {
  const path = join(folder, 'sw.js');
  const worker = readFileSync(path, 'utf8');
  const sheet = filesOf(worker).find(([name]) => name.startsWith('page-') && name.endsWith('.css'))[0];
  const css = `${readFileSync(join(folder, sheet), 'utf8')}\n:root { --newer: 1; }\n`;
  writeFileSync(join(folder, sheet), css);
  const files = filesOf(worker).map(([name, hash]) => [name, name === sheet && hashed ? sha256(css) : hash]);
  const version = sha256(css).slice(0, 16);
  writeFileSync(path, worker.replace(versionOf(worker), version).replace(/(FILES = JSON\.parse\(').*('\))/, `$1${JSON.stringify(files)}$2`));
  return version;
}

const lookForUpdate = (page) => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration.update();
});
const isNewer = (page) => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--newer').trim() === '1');

check('a new version is announced, and taken when the reader says so', {}, async () => {
  await withCopy(async ({ page, folder, problems }) => {
    const version = renew(folder);
    await lookForUpdate(page);
    await page.locator('[data-update]').waitFor();
    assert.ok(!(await isNewer(page)), 'nothing changes before');
    await page.reload();
    await ready(page);
    assert.ok(!(await isNewer(page)), 'a reload alone goes on with one version');
    await page.locator('[data-update] button').waitFor();
    await Promise.all([page.waitForEvent('load'), page.locator('[data-update] button').click()]);
    await ready(page);
    assert.ok(await isNewer(page), 'the new version is shown');
    assert.match(await fragment(page), /cx1_180/, 'with the scenario');
    await eventually('only the new version is kept', async () => assert.deepEqual(Object.keys(await store(page)), [`buildout-${version}`]));
    assert.deepEqual(problems, []);
  });
});

check('a host in the middle of an update is not stored, and the old version goes on', {}, async () => {
  await withCopy(async ({ page, folder }) => {
    const before = await store(page);
    renew(folder, { hashed: false });
    await lookForUpdate(page).catch(() => {});
    await eventually('the half version is given up', async () => {
      assert.ok(await page.evaluate(async () => !(await navigator.serviceWorker.getRegistration()).installing));
    });
    assert.deepEqual(await store(page), before);
    assert.equal(await page.locator('[data-update]').count(), 0);
    await page.reload();
    await ready(page);
    assert.ok(!(await isNewer(page)));
  });
});

check('where the page may not be stored it opens all the same, and says so', { link: CHANGED }, async ({ page, context }) => {
  await context.addInitScript(refuseWorkers);
  await page.reload();
  await ready(page);
  await eventually('it is said', async () => assert.match(await page.locator('[data-stored="no"]').innerText(), /needs the network/));
  assert.equal(await headline(page, 'fcf_2030'), cliHeadline(CHANGED).fcf_2030);
});

check('where storage is blocked the page opens, and says so when something cannot be kept', {}, async ({ page, context, url }) => {
  await context.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });
  });
  await page.goto('about:blank');
  await page.goto(`${url}${CHANGED}`);
  await ready(page);
  await page.locator('details.saved > summary').click();
  await page.locator('input[data-control="save-name"]').fill('mine');
  await page.locator('button[data-action="save"]').click();
  await eventually('it is said', async () => assert.match(await page.locator('.saved-list .told').innerText(), /did not let the page store/));
  assert.equal(await page.locator('[data-saved="mine"]').count(), 1, 'and kept as long as the page is open');
});
