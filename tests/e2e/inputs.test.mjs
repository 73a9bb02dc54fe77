// The panel of levers: search over all inputs, what stands behind one, its response curve, and what is changed.

import assert from 'node:assert/strict';

import {
  assertHeadlines, assertSame, check, cliHeadline, drag, eventually, field, fieldValue, fragment, headlines, setSlider, settled,
  slider, sliderValue, useBrowser,
} from './harness.mjs';

useBrowser();

const CAPEX = 'capex_next_year';
const ENGLISH = {};
const CHINESE = { locale: 'zh-CN' };

const searchField = (page) => page.locator('input[type="search"][data-control="search"]');
const searchResult = (page) => page.locator('[data-search-result]');
const evidence = (page, input) => page.locator(`details[data-evidence="${input}"]`);
const response = (page, input) => page.locator(`[data-response="${input}"]`);
const changedList = (page) => page.locator('[data-changed-list]');
const changedCount = (page) => page.locator('button[data-control="changed"]');

async function look(page, typed) {
  await searchField(page).fill(typed);
  await settled(page);
}

/** The inputs whose sliders are in sight, in the order of the page. */
const shown = (page) =>
  page
    .locator('input[type="range"][data-input]')
    .evaluateAll((sliders) => sliders.filter((slider) => slider.checkVisibility()).map((slider) => slider.dataset.input));

async function openEvidence(page, input) {
  await evidence(page, input).locator('summary').click();
  await response(page, input).waitFor();
  await fresh(page, input);
}

/** Waits until the response curve of an opened input is of the scenario that stands. */
const fresh = (page, input) =>
  eventually(`the curve of ${input} is computed`, async () => {
    assert.ok((await response(page, input).locator('path.curve').getAttribute('d')).startsWith('M'));
    assert.equal(await response(page, input).locator('svg[data-stale]').count(), 0);
  });

/** Where the dot of a response curve lies, in hundredths of its width and height. */
async function dot(page, input) {
  const path = await response(page, input).locator('path.now').getAttribute('d');
  const [, x, y] = /^M([\d.]+) ([\d.]+)h/.exec(path) ?? assert.fail(`\`${path}\` is a dot`);
  return { x: Number(x), y: Number(y) };
}

// ------------------------------------------------------------------------------------------ search

const SEARCHES = [
  { typed: 'energisation slip', finds: 'power_slip' },
  { typed: 'power_slip', finds: 'power_slip' },
  { typed: 'psl', finds: 'power_slip' },
  { typed: 'PUE', finds: 'pue' },
  { typed: '通电延迟', finds: 'power_slip' },
  { typed: '折现', finds: 'discount_rate' },
];

for (const { name, options } of [{ name: 'English', options: ENGLISH }, { name: 'Chinese', options: CHINESE }]) {
  check(`search finds inputs of all groups by name, id and key, in ${name}`, options, async ({ page }) => {
    const all = await shown(page);
    for (const { typed, finds } of SEARCHES) {
      await look(page, typed);
      const found = await shown(page);
      assert.ok(found.includes(finds), `“${typed}” finds ${finds} among ${found}`);
      assert.ok(found.length < 40, `“${typed}” narrows the panel to ${found.length}`);
      const row = page.locator('.input', { has: slider(page, finds) });
      assert.ok((await row.locator('.of-group').innerText()).length > 1, `${finds} is shown with its group`);
    }
    await look(page, 'no such lever');
    assert.deepEqual(await shown(page), [], 'nothing is found');
    assert.ok((await searchResult(page).innerText()).includes('no such lever'), 'and that is said');

    await searchField(page).press('Escape');
    await settled(page);
    assert.equal(await searchField(page).inputValue(), '', 'Escape clears the search');
    assert.deepEqual(await shown(page), all, 'and the panel is as it was');
    assert.equal(await searchResult(page).innerText(), '');
  });
}

check('an input found in a closed group is set where it is found, and its group closes again', {}, async ({ page }) => {
  assert.ok(!(await shown(page)).includes('pue'));
  await look(page, 'pue');
  await field(page, 'pue').fill('1.3');
  await field(page, 'pue').press('Enter');
  await settled(page);
  await assertHeadlines(page, cliHeadline('--set', 'pue=1.3'), 'after setting what was found');
  await look(page, '');
  assert.ok(!(await shown(page)).includes('pue'), 'the group is closed as before');
  const power = page.locator('details.group[data-group="power"]');
  assert.match(await power.locator('.count').innerText(), /^1 \//, 'the group tells of its change');
});

check('a group opened before a search is open after it', {}, async ({ page }) => {
  await page.locator('details.group[data-group="core"] > summary').click();
  await settled(page);
  const before = await shown(page);
  await look(page, 'electricity');
  await look(page, '');
  assert.deepEqual(await shown(page), before);
});

// ------------------------------------------------------------------------------------------ evidence and response curve

const EVIDENCE = [
  {
    name: 'English', options: ENGLISH,
    words: [/raising it/i, /GW a year/, /0 to 16/, /guided/, /call of 30 October 2025/, /Power and what it carries|Capacity|Power/, /pa1/],
  },
  { name: 'Chinese', options: CHINESE, words: [/调高/, /GW\/年/, /0 至 16/, /指引/, /2025 年 10 月 30 日电话会/, /电力/, /pa1/] },
];

for (const { name, options, words } of EVIDENCE) {
  check(`an opened input says what it is and where it comes from, in ${name}`, options, async ({ page }) => {
    const input = 'power_add_next_year';
    assert.equal(await page.locator('.evidence-body').count(), 0, 'nothing is worked out before');
    await openEvidence(page, input);
    const text = await evidence(page, input).innerText();
    for (const word of words) assert.match(text, word);
    const charts = await evidence(page, input).locator('ul.moved li').allInnerTexts();
    assert.ok(charts.length >= 1 && charts.length <= 3, `it names the charts that it moves most: ${charts}`);
    const sentence = await response(page, input).locator('svg[role="img"]').getAttribute('aria-label');
    assert.ok(sentence.length > 40 && sentence.includes('16'), `the curve is named: ${sentence}`);

    await evidence(page, input).locator('summary').click();
    await eventually('it closes', async () => assert.equal(await page.locator('.evidence-body').count(), 0));
  });
}

check('the point of a response curve follows its slider, and the curve follows the others', {}, async ({ page }) => {
  await openEvidence(page, CAPEX);
  const curve = () => response(page, CAPEX).locator('path.curve').getAttribute('d');
  const [first, before] = [await curve(), await dot(page, CAPEX)];

  await setSlider(page, CAPEX, 100);
  await fresh(page, CAPEX);
  const after = await dot(page, CAPEX);
  assert.ok(after.x < before.x && after.y < before.y, 'less CapEx: to the left, and more cash');
  assert.equal(await curve(), first, 'the curve shows the whole range already');
  const result = Number(await response(page, CAPEX).getAttribute('data-result'));
  assertSame(result, cliHeadline('--set', `${CAPEX}=100`).fcf_trough, 'the figure of the point');

  await setSlider(page, 'power_add_next_year', 1);
  await fresh(page, CAPEX);
  assert.notEqual(await curve(), first, 'another lever moves the curve');
});

check('the curves show the headline that is chosen, under every lever', {}, async ({ page }) => {
  const thin = () => page.locator(`[data-sparkline="${CAPEX}"] path.curve`).getAttribute('d');
  await eventually('the thin curve is there', async () => assert.ok((await thin()).startsWith('M')));
  const before = await thin();
  await openEvidence(page, CAPEX);
  await evidence(page, CAPEX).locator('select[data-control="response-goal"]').selectOption('aws_2030');
  await fresh(page, CAPEX);
  await eventually('the thin curve follows', async () => assert.notEqual(await thin(), before));
  assert.equal(await page.locator('select[data-control="response-goal"]').first().inputValue(), 'aws_2030', 'one choice for all');
  const result = Number(await response(page, CAPEX).getAttribute('data-result'));
  assertSame(result, cliHeadline().aws_2030, 'the figure of the point');
  const measures = await page.evaluate(() => performance.getEntriesByName('responses', 'measure').length);
  assert.ok(measures > 0, 'the work is measured');
});

check('every main lever has a thin curve under it', { viewport: { width: 1440, height: 5000 } }, async ({ page }) => {
  const lines = page.locator('[data-sparkline] path.curve');
  assert.equal(await lines.count(), 19);
  for (let place = 0; place < 19; place += 1) {
    await lines.nth(place).scrollIntoViewIfNeeded();
    await eventually(`curve ${place}`, async () => assert.ok((await lines.nth(place).getAttribute('d')).startsWith('M')));
  }
});

// ------------------------------------------------------------------------------------------ what is changed

check('changed inputs are listed with base and value, and reset one by one or all', {}, async ({ page }) => {
  const base = await headlines(page);
  assert.ok(!(await changedCount(page).isVisible()) && !(await changedList(page).isVisible()), 'nothing is changed');
  await setSlider(page, CAPEX, 200);
  await drag(page, 'trainium_mix', [0.9]);
  await drag(page, 'pue', [1.3]);
  assert.match(await changedCount(page).innerText(), /^3 changed/);
  await changedCount(page).click();
  const lines = await changedList(page).locator('li').allInnerTexts();
  assert.equal(lines.length, 3);
  assert.match(lines[0].replace(/\s+/g, ' '), /Cash CapEx budget, next year \$150 B → \$200 B/);

  await changedList(page).locator(`button[data-reset-changed="${CAPEX}"]`).click();
  await settled(page);
  assert.equal(await sliderValue(page, CAPEX), 150);
  assert.equal(await changedList(page).locator('li').count(), 2);
  await assertHeadlines(page, cliHeadline('--set', 'trainium_mix=0.9', '--set', 'pue=1.3'), 'after the reset of one');

  await changedList(page).locator('button[data-reset-changed="all"]').click();
  await settled(page);
  assert.ok(!(await changedCount(page).isVisible()) && !(await changedList(page).isVisible()), 'the list is gone');
  await assertHeadlines(page, base, 'after the reset of all');
});

check('a group is reset on its own row', {}, async ({ page }) => {
  for (const [input, value] of [['pue', 1.3], ['fill', 0.7], ['electricity', 90]]) await drag(page, input, [value]);
  const reset = page.locator('button[data-reset-group="power"]');
  assert.match(await reset.getAttribute('aria-label'), /2/);
  await reset.click();
  await settled(page);
  await assertHeadlines(page, cliHeadline('--set', 'electricity=90'), 'after the reset of a group');
  assert.ok(!(await reset.isVisible()), 'there is nothing left to reset');
  await eventually('the address follows', async () => assert.doesNotMatch(await fragment(page), /pue_|fil_/));
});

check('a link with changes lists them, in Chinese too', { link: '#1~2025q3~cx1_180~psl_2.5', ...CHINESE }, async ({ page }) => {
  assert.ok(await changedList(page).isVisible(), 'the list is unfolded');
  const lines = (await changedList(page).locator('li').allInnerTexts()).map((line) => line.replace(/\s+/g, ' '));
  assert.match(lines[0], /次年现金资本开支预算 1,500 亿美元 → 1,800 亿美元/);
  assert.match(lines[1], /通电延迟 0 个季度 → 2.5 个季度/);
  await changedList(page).locator('li[data-changed="power_slip"] button.go').click();
  assert.equal(await page.evaluate(() => document.activeElement.dataset.input), 'power_slip', 'its name leads to the lever');
});

// ------------------------------------------------------------------------------------------ everyone

check('the keyboard alone finds, opens, moves and resets an input', {}, async ({ page }) => {
  const focused = () => page.evaluate(() => ({ ...document.activeElement.dataset }));
  const tabTo = async (what, is) => {
    for (let press = 0; press < 30; press += 1) {
      await page.keyboard.press('Tab');
      if (is(await focused())) return;
    }
    assert.fail(`Tab does not reach ${what}`);
  };
  await searchField(page).focus();
  await page.keyboard.type('pue');
  await settled(page);
  await tabTo('the number', (data) => data.number === 'pue');
  await tabTo('the slider', (data) => data.input === 'pue');
  await page.keyboard.press('ArrowRight');
  await settled(page);
  assert.equal(await fieldValue(page, 'pue'), 1.16);
  await tabTo('the evidence', (data) => data.grade !== undefined);
  await page.keyboard.press('Enter');
  await response(page, 'pue').waitFor();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  assert.equal((await focused()).reset, 'pue');
  await page.keyboard.press('Enter');
  await settled(page);
  assert.equal(await fieldValue(page, 'pue'), 1.15);
});

for (const options of [ENGLISH, CHINESE]) {
  check(`the panel fits a phone, opened and searched, ${options.locale ?? 'en-US'}`, {
    ...options, viewport: { width: 360, height: 800 }, link: '#1~2025q3~cx1_180~psl_2.5',
  }, async ({ page }) => {
    const fits = async (what) => {
      const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(wide <= window, `${what}: ${wide} px in ${window}`);
    };
    await openEvidence(page, CAPEX);
    await fits('an opened input');
    await look(page, 'price');
    await fits('a search');
    const small = await page
      .locator('.inputs :is(button, select, input, summary)')
      .evaluateAll((all) => all.filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 24).map((one) => one.outerHTML));
    assert.deepEqual(small, [], 'nothing to press is lower than 24 px');
  });
}
