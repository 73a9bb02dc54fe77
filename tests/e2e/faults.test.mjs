// What goes wrong around the page, not in it: other windows, other clocks, broken storage, workers that fail, a slow network.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  assertHeadlines, check, cliHeadline, eventually, fragment, headline, newPage, ready, refuseWorkers, setSlider, settled, useBrowser,
} from './harness.mjs';

useBrowser();

const CAPEX = 'capex_next_year';
const CHANGED = '#1~2025q3~cx1_180';
const SAVED = 'buildout.saved';

const button = (page, action) => page.locator(`[data-action="${action}"]`).first();
const saved = (page, name) => page.locator(`[data-saved="${name}"]`);
const kept = (page) => page.evaluate((key) => localStorage.getItem(key) ?? '', SAVED);

async function save(page, name) {
  await page.locator('details.saved').evaluate((panel) => { panel.open = true; });
  await page.locator('[data-control="save-name"]').fill(name);
  await button(page, 'save').click();
  await saved(page, name).waitFor();
}

// ------------------------------------------------------------------------------------------ two windows

check('what two windows save is there in both', { link: CHANGED }, async ({ page, context, url }) => {
  const second = await context.newPage();
  await second.goto(`${url}#1~2025q3~cx1_200`);
  await ready(second);
  await save(page, 'From the first');
  await second.locator('details.saved').evaluate((panel) => { panel.open = true; });
  await saved(second, 'From the first').waitFor();
  await save(second, 'From the second');
  await saved(page, 'From the second').waitFor();
  assert.equal((await kept(page)).split('\n').length, 2);
  await saved(second, 'From the first').locator('button.icon').click();
  await eventually('it is gone in both', async () => assert.equal(await saved(page, 'From the first').count(), 0));
  assert.equal(await kept(page), '1~2025q3~cx1_200\tFrom the second');
  // Each window stays with its own scenario.
  await assertHeadlines(page, cliHeadline(CHANGED), 'of the first window');
  await assertHeadlines(second, cliHeadline('#1~2025q3~cx1_200'), 'of the second window');
});

// ------------------------------------------------------------------------------------------ broken storage

for (const [what, value] of Object.entries({
  'nothing that is a scenario': '{"version": 9, "scenarios": [1, 2]}',
  'markup': '<img src=x onerror=alert(1)>\t<b>name</b>',
  'half a line': '1~2025q3~cx1_18',
  'a megabyte of noise': '\u0000\uffff~'.repeat(300_000),
})) {
  check(`stored scenarios that are ${what} are kept as they are, and hide nothing`, { link: CHANGED }, async ({ page }) => {
    await page.evaluate(([key, value]) => {
      for (const name of Object.keys(localStorage)) localStorage.setItem(name, '\u0000<script>');
      localStorage.setItem(key, `${value}\n1~2025q3~cx1_200\tGood`);
      // WebKit takes 2.6 million characters in all.
      const some = `${value.slice(0, 300_000)}\u0000`;
      for (const name of ['buildout.last', 'buildout.theme', 'buildout.language']) localStorage.setItem(name, some);
    }, [SAVED, value]);
    await page.reload();
    await ready(page);
    await assertHeadlines(page, cliHeadline(CHANGED), 'of the link');
    await page.locator('details.saved').evaluate((panel) => { panel.open = true; });
    await saved(page, 'Good').waitFor();
    assert.match(await page.locator('[data-unread]').innerText(), /1 more cannot be read/);
    await save(page, 'Mine');
    const lines = (await kept(page)).split('\n');
    assert.equal(lines.length, 3);
    assert.equal(lines[2], value, 'what cannot be read is not lost');
  });
}

// ------------------------------------------------------------------------------------------ clocks

const CLOCKS = {
  'stands in 1970': () => { Date.now = () => 0; },
  'is a century ahead': () => { const now = Date.now; Date.now = () => now() + 3.2e12; },
  'runs backwards': () => { let now = 2e12; Date.now = () => (now -= 60_000); },
};

for (const [name, skew] of Object.entries(CLOCKS)) {
  check(`a clock that ${name} changes no figure and no link`, { link: CHANGED }, async ({ page, context }) => {
    await context.addInitScript(skew);
    await page.reload();
    await ready(page);
    await assertHeadlines(page, cliHeadline(CHANGED), 'of the link');
    await setSlider(page, CAPEX, 222);
    assert.match(await fragment(page), /cx1_222/);
    await assertHeadlines(page, cliHeadline('#1~2025q3~cx1_222'), 'of the lever');
    await page.locator('[data-action="fans"]').first().click();
    await eventually('the fans stand', async () => assert.ok(await page.locator('[data-spread][data-low]').count()));
  });
}

// ------------------------------------------------------------------------------------------ workers that fail

/** Opens a page in a browser that stores nothing, so that its files have to come from the network, as `prepare` lets them. */
async function unstored(first, url, prepare, body) {
  const { context, page, problems } = await newPage(first.context().browser(), new URL(url).origin);
  try {
    await context.addInitScript(refuseWorkers);
    await prepare(context);
    await page.goto(url, { waitUntil: 'commit' });
    await body(page);
    assert.deepEqual(problems.filter((problem) => !problem.includes('told to fail')), []);
  } finally {
    await context.close();
  }
}

/** Serves the loader of a worker that throws when it is told to, as one does whose program fails. */
function failing(name) {
  const loader = readFileSync(join(process.env.BUILDOUT_DIST ?? 'dist', `${name}_loader.js`), 'utf8');
  const body = `${loader}\nnew BroadcastChannel('fail').onmessage = () => { throw new Error('told to fail'); };`;
  return (context) => context.route(`**/${name}_loader.js`, (route) => route.fulfill({ body, contentType: 'text/javascript' }));
}

/** Tells every worker to fail. All of them have before the page, which is busy meanwhile, hears of the first. */
const fail = (page) => page.evaluate(() => {
  new BroadcastChannel('fail').postMessage('now');
  const end = performance.now() + 300;
  while (performance.now() < end);
});

check('a lab that fails is told, and starts afresh with the next question', {}, async ({ page: first, url }) => {
  await unstored(first, `${url}${CHANGED}~D_400000`, failing('buildout-lab'), async (page) => {
    await ready(page);
    await page.locator('[data-analysis="uncertainty"]').click();
    await eventually('it is at work', async () => assert.notEqual(await page.locator('[data-sheet-progress]').innerText(), ''));
    await fail(page);
    await eventually('it is told', async () => assert.match(await page.locator('[data-sheet-trouble]').innerText(), /failed and was stopped/));
    // The page goes on, and the next change asks anew.
    await setSlider(page, CAPEX, 190);
    await page.locator('.sheet [data-sheet-table="headline"]').waitFor({ timeout: 60_000 });
    assert.equal(await page.locator('[data-sheet-trouble]').count(), 0);
    assert.ok(Number.isFinite(await headline(page, 'fcf_2030')));
  });
});

check('a file maker that fails makes the next file', {}, async ({ page: first, url }) => {
  await unstored(first, url + CHANGED, failing('buildout-desk'), async (page) => {
    await ready(page);
    await page.locator('details.share-more').evaluate((panel) => { panel.open = true; });
    for (const visit of ['before', 'after']) {
      const file = page.waitForEvent('download');
      await button(page, 'download-scenario').click();
      assert.match((await file).suggestedFilename(), /\.json$/, visit);
      await fail(page);
      await settled(page);
    }
  });
});

// ------------------------------------------------------------------------------------------ a slow network

check('a slow network shows the finished first scenario, then the page', {}, async ({ page: first, url }) => {
  const slow = (context) => context.route('**/*.wasm', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await route.continue();
  });
  await unstored(first, url, slow, async (page) => {
    await eventually('figures are there before the program', async () => {
      assert.ok((await page.locator('body').innerText()).length > 200);
      assert.notEqual(await page.evaluate(() => document.documentElement.dataset.ready), 'true');
    });
    await ready(page);
    await assertHeadlines(page, cliHeadline(), 'of the base case');
  });
});
