// The built page as a reader meets it: its figures are those of the command line, a slider moves them, a link reopens them,
// back returns, and a damaged link opens what it can.

import assert from 'node:assert/strict';

import {
  NUMBERS, assertHeadlines, assertSame, canvasHash, check, cli, cliHeadline, cliQuarters, drag, eventually, field,
  fieldValue, fragment, headline, headlines, setSlider, settled, shareLink, slider, sliderValue, table, unfold, useBrowser,
} from './harness.mjs';

useBrowser();

const CHANGED = '#1~2025q3~cx1_180~psl_2.5~tm_0.7';
const CHARTS = ['cash-flow', 'sales', 'capacity', 'chips'];
const CAPEX = 'capex_next_year';

// ------------------------------------------------------------------------------------------ figures

const RUNS = [
  { name: 'the default', link: '', args: [] },
  { name: 'a link with changes', link: CHANGED, args: [CHANGED] },
  { name: 'the latest baseline', link: '#1~2026q2', args: ['--baseline', '2026q2'] },
];

for (const { name, link, args } of RUNS) {
  check(`headline figures of ${name} equal the command line's`, { link }, async ({ page }) => {
    await assertHeadlines(page, cliHeadline(...args), name);
  });

  check(`chart tables of ${name} equal the command line's`, { link }, async ({ page }) => {
    const expected = cliQuarters(...args);
    for (const chart of CHARTS) {
      const rows = await table(page, chart);
      const run = rows.filter((row) => !row.reported);
      assert.ok(run.length > 4, `${chart} shows a run of quarters`);
      assert.deepEqual(
        run.map((row) => row.quarter),
        [...expected.keys()].slice(0, run.length),
        `${chart} shows the quarters of the run in order`,
      );
      for (const { quarter, cells } of run) {
        assert.ok(Object.keys(cells).length >= 2, `${chart} names its outputs in ${quarter}`);
        for (const [output, text] of Object.entries(cells)) {
          const cell = expected.get(quarter).get(output);
          assert.notEqual(cell, undefined, `${chart}: ${output} is an output of the model`);
          const isNumber = cell !== '' && Number.isFinite(Number(cell));
          assertSame(isNumber ? Number(text) : text, isNumber ? Number(cell) : cell, `${chart}, ${output} in ${quarter}`);
        }
      }
    }
  });
}

check('reported quarters stand before the run', {}, async ({ page }) => {
  const rows = await table(page, 'cash-flow');
  const firstRun = rows.findIndex((row) => !row.reported);
  assert.ok(firstRun >= 4, `${firstRun} reported quarters come first`);
  assert.equal(rows[firstRun - 1].quarter, '2025Q3', 'the last reported quarter is that of the baseline');
  assert.equal(rows[firstRun].quarter, '2025Q4', 'the run starts with the next one');
  assert.ok(rows.slice(firstRun).every((row) => !row.reported), 'no reported quarter follows');
});

// ------------------------------------------------------------------------------------------ sliders

check('the first three sliders are CapEx, power additions and the Trainium mix', {}, async ({ page }) => {
  const ids = await page
    .locator('input[type="range"][data-input]')
    .evaluateAll((sliders) => sliders.filter((slider) => slider.checkVisibility()).map((slider) => slider.dataset.input));
  assert.deepEqual(ids.slice(0, 3).sort(), ['capex_next_year', 'power_add_next_year', 'trainium_mix']);
  assert.ok(ids.length >= 19, `all 19 primary inputs have a slider in sight, not ${ids.length}`);
});

check('the keyboard moves a slider, its number, the headline and the chart', {}, async ({ page }) => {
  const look = async () => ({ trough: await headline(page, 'fcf_trough'), canvas: await canvasHash(page, 'cash-flow') });
  const start = await sliderValue(page, CAPEX);
  assert.equal(await fieldValue(page, CAPEX), start, 'slider and number agree at first');
  await slider(page, CAPEX).focus();
  const [min, max] = await slider(page, CAPEX).evaluate((element) => [Number(element.min), Number(element.max)]);

  const presses = [
    { key: 'ArrowRight', times: 10, lands: (value, before) => value > before },
    { key: 'PageUp', times: 1, lands: (value, before) => value > before },
    { key: 'Home', times: 1, lands: (value) => value === min },
    { key: 'End', times: 1, lands: (value) => value === max },
  ];
  for (const { key, times, lands } of presses) {
    const before = await sliderValue(page, CAPEX);
    const beforeLook = await look();
    for (let press = 0; press < times; press += 1) await page.keyboard.press(key);
    await settled(page);
    const value = await sliderValue(page, CAPEX);
    assert.ok(lands(value, before), `${key} moves the slider from ${before}, not to ${value}`);
    assert.equal(await fieldValue(page, CAPEX), value, `the number follows ${key}`);
    const now = await look();
    assert.notEqual(now.trough, beforeLook.trough, `the headline follows ${key}`);
    assert.notEqual(now.canvas, beforeLook.canvas, `the cash-flow chart follows ${key}`);
    const expected = cliHeadline('--set', `${CAPEX}=${value}`);
    assertSame(now.trough, expected.fcf_trough, `the headline after ${key} is that of the command line`);
  }
});

check('a typed number is taken; one out of range is refused with its range', {}, async ({ page }) => {
  const before = await headlines(page);
  const type = async (text) => {
    await field(page, CAPEX).fill(text);
    await field(page, CAPEX).press('Enter');
    await settled(page);
  };

  await type('9999');
  const message = page.locator(`[data-error="${CAPEX}"]`);
  await message.waitFor({ state: 'visible' });
  const words = await message.innerText();
  for (const bound of ['60', '450']) assert.ok(words.includes(bound), `the message names ${bound}: ${words}`);
  assert.equal(await field(page, CAPEX).getAttribute('aria-invalid'), 'true', 'the field is marked as invalid');
  await assertHeadlines(page, before, 'after a refused number');
  assert.ok(!(await fragment(page)).includes('cx1_'), 'the address does not hold a refused number');

  await type('180');
  await message.waitFor({ state: 'hidden' });
  assert.equal(await sliderValue(page, CAPEX), 180, 'the slider follows the typed number');
  await assertHeadlines(page, cliHeadline('--set', `${CAPEX}=180`), 'after a typed number');
});

check('an input, and then all of them, can be reset', {}, async ({ page }) => {
  const base = await headlines(page);
  const baseValue = await sliderValue(page, CAPEX);
  await setSlider(page, CAPEX, 200);
  await setSlider(page, 'trainium_mix', 0.9);

  await page.locator(`button[data-reset="${CAPEX}"]`).click();
  await settled(page);
  assert.equal(await sliderValue(page, CAPEX), baseValue, 'one input is back');
  await assertHeadlines(page, cliHeadline('--set', 'trainium_mix=0.9'), 'after the reset of one input');
  await eventually('the address follows the reset', async () => assert.doesNotMatch(await fragment(page), /cx1_/));

  await page.locator('button[data-action="reset"]').first().click();
  await settled(page);
  await assertHeadlines(page, base, 'after the reset of all');
  await eventually('the address follows the reset', async () => assert.doesNotMatch(await fragment(page), /tm_/));
});

// ------------------------------------------------------------------------------------------ links and history

check('a link reopens the same scenario for another reader', {}, async ({ page, context, url, open }) => {
  await slider(page, CAPEX).focus();
  for (let press = 0; press < 10; press += 1) await page.keyboard.press('ArrowRight');
  const value = await sliderValue(page, CAPEX);
  const printed = cli('link', '--set', `${CAPEX}=${value}`).trim().replace(/^#?/, '#');
  await eventually('the address holds the change', async () => assert.equal(await fragment(page), printed));

  const link = await shareLink(page);
  assert.match(link.slice(page.url().length), /^~R_1_[-_\w]+$/, 'the link to share is the address with the headline it was sent with');
  assert.ok(link.startsWith(page.url()));
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator('button[data-action="share"]').first().click();
  await eventually('sharing copies the link', async () =>
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link),
  );

  const expected = await headlines(page);
  const other = await open(link);
  await assertHeadlines(other, expected, 'for another reader');
  assert.equal(await sliderValue(other, CAPEX), value, 'the slider stands where it was left');
  assert.ok(link.startsWith(url), 'the link leads to this page');
});

check('back returns to the figures before, forward to those after', {}, async ({ page }) => {
  const states = [];
  const note = async () => states.push({ hash: await fragment(page), figures: await headlines(page) });
  await note();
  await setSlider(page, CAPEX, 210);
  await note();
  await setSlider(page, 'trainium_mix', 0.2);
  await note();
  assert.equal(new Set(states.map((state) => state.figures.fcf_trough)).size, 3, 'each change moved the figures');

  const moves = [
    { go: 'back', to: 1 }, { go: 'back', to: 0 }, { go: 'forward', to: 1 }, { go: 'forward', to: 2 },
  ];
  for (const { go, to } of moves) {
    await page.evaluate((go) => history[go](), go);
    await eventually(`${go} to state ${to}`, async () => {
      assert.equal(await fragment(page), states[to].hash);
      await assertHeadlines(page, states[to].figures, `${go} to state ${to}`);
    });
  }
});

check('a link typed over the address of an open page is followed', {}, async ({ page }) => {
  await page.evaluate((link) => { location.hash = link; }, CHANGED);
  const expected = cliHeadline(CHANGED);
  await eventually('the figures follow', () => assertHeadlines(page, expected, 'after the address changed'));
});

check('a drag writes the address a few times at most, and its end is in it', {}, async ({ context, url }) => {
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.writes = 0;
    for (const name of ['pushState', 'replaceState']) {
      const original = history[name];
      history[name] = function count(...args) {
        globalThis.writes += 1;
        return original.apply(this, args);
      };
    }
  });
  await page.goto(url);
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  const opening = await page.evaluate(() => globalThis.writes);
  await drag(page, CAPEX, Array.from({ length: 100 }, (_, step) => 130 + step));
  await eventually('the address holds the end of the drag', async () => assert.match(await fragment(page), /~cx1_229(~|$)/));
  const writes = (await page.evaluate(() => globalThis.writes)) - opening;
  assert.ok(writes < 10, `100 events wrote the address ${writes} times`);
});

// ------------------------------------------------------------------------------------------ damaged links

check('a link with an unknown key, a bad number and a value out of range says so', {
  link: '#1~2025q3~zz9_4~cx1_abc~tm_7',
}, async ({ page }) => {
  const words = await noticeText(page);
  for (const name of [/zz9/, /cx1|capex_next_year|Cash CapEx budget, next year/, /trainium_mix|Trainium share/]) {
    assert.match(words, name, 'the notice names what it could not use');
  }
  assert.equal(await sliderValue(page, 'trainium_mix'), 1, 'the value out of range is the nearest one in it');
  await assertHeadlines(page, cliHeadline('--set', 'trainium_mix=1'), 'of what the link could tell');
  await drag(page, CAPEX, [200]);
  await assertHeadlines(page, cliHeadline('--set', 'trainium_mix=1', '--set', `${CAPEX}=200`), 'after a further change');
});

// `notice`: whether the reader must be told; left out where a link may be read either way.
const DAMAGED = [
  { name: 'an empty fragment', link: '#', notice: false },
  { name: 'garbage', link: '#garbage', notice: true },
  { name: 'a newer version', link: '#99~2025q3~cx1_180', notice: true },
  { name: 'an unknown baseline', link: '#1~1999q4~cx1_180', notice: true },
  { name: 'percent-encoded junk', link: '#1~2025q3~%00%zz%E4%F0%9F~cx1_%31', notice: true },
  { name: 'text in another script', link: '#1~2025q3~电力_✓', notice: true },
  { name: 'numbers that are none', link: '#1~2025q3~cx1_NaN~tm_Infinity~psl_1e999', notice: true },
  { name: 'nothing but separators', link: '#~~~~____~~', notice: true },
  { name: 'a key twice', link: '#1~2025q3~cx1_180~cx1_190' },
  { name: '100 kB', link: `#1~2025q3~${'a'.repeat(100_000)}`, notice: true },
  { name: '10,000 pairs', link: `#1~2025q3${'~zz_1'.repeat(10_000)}`, notice: true },
];

for (const { name, link, notice } of DAMAGED) {
  check(`a link of ${name} still opens a page that works`, { link }, async ({ page }) => {
    const before = await headline(page, 'fcf_trough');
    if (notice === true) {
      const words = await noticeText(page);
      assert.ok(words.length > 0 && words.length < 3000, `the reader is told in ${words.length} characters`);
    }
    if (notice === false) {
      assert.equal(await page.locator('[data-notice]:visible').count(), 0, 'there is nothing to tell');
    }
    await drag(page, CAPEX, [333]);
    assert.notEqual(await headline(page, 'fcf_trough'), before, 'a slider moves the figures');
  });
}

/** What the page's notices say to a reader. */
async function noticeText(page) {
  const notices = page.locator('[data-notice]:visible');
  await notices.first().waitFor();
  return (await notices.allInnerTexts()).join('\n').trim();
}

// ------------------------------------------------------------------------------------------ choices

check('a preset changes the figures and the link', {}, async ({ page }) => {
  await choosePreset(page, 'power-bound');
  const expected = cliHeadline('--preset', 'power-bound');
  await eventually('the figures follow', () => assertHeadlines(page, expected, 'of the preset'));
  const printed = cli('link', '--preset', 'power-bound').trim().replace(/^#?/, '#');
  await eventually('the address follows', async () => assert.equal(await fragment(page), printed));
});

check('the baseline changes the figures and the link', {}, async ({ page }) => {
  await choose(page, 'baseline', '2026q2');
  const expected = cliHeadline('--baseline', '2026q2');
  await eventually('the figures follow', () => assertHeadlines(page, expected, 'of the other baseline'));
  await eventually('the address follows', async () => assert.match(await fragment(page), /^#1~2026q2/));
  const rows = await table(page, 'cash-flow');
  assert.equal(rows.find((row) => !row.reported).quarter, '2026Q3', 'the run starts after the other history');
});

check('the horizon changes the quarters shown and the link', {}, async ({ page, open }) => {
  const lastQuarter = async (at) => (await table(at, 'cash-flow')).at(-1).quarter;
  const before = await lastQuarter(page);
  const hash = await fragment(page);
  const options = await page
    .locator('select[data-control="horizon"] option')
    .evaluateAll((all) => all.filter((option) => !option.selected).map((option) => option.value));
  assert.ok(options.length > 0, 'there is another horizon to choose');
  await choose(page, 'horizon', options[0]);
  await eventually('the table follows', async () => assert.notEqual(await lastQuarter(page), before));
  await eventually('the address follows', async () => {
    assert.notEqual(await fragment(page), hash);
    assert.match(await fragment(page), /~H_/);
  });
  const other = await open(page.url());
  assert.equal(await lastQuarter(other), await lastQuarter(page), 'another reader sees the same horizon');
});

async function choose(page, control, value) {
  const select = page.locator(`select[data-control="${control}"]`).first();
  await unfold(select);
  await select.selectOption(value);
  await settled(page);
}

async function choosePreset(page, id) {
  if ((await page.locator('select[data-control="preset"]').count()) > 0) return choose(page, 'preset', id);
  await page.locator(`[data-preset="${id}"]`).first().click();
  return settled(page);
}

// ------------------------------------------------------------------------------------------ looks

for (const width of [1440, 1024, 390]) {
  check(`at ${width} px nothing is wider than the window`, { viewport: { width, height: 844 } }, async ({ page }) => {
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(content <= window, `the content is ${content} px wide`);
    for (const chart of CHARTS) await canvasHash(page, chart);
  });
}

for (const ratio of [1, 2, 3]) {
  check(`charts are crisp at ${ratio} device pixels a pixel`, { deviceScaleFactor: ratio }, async ({ page }) => {
    for (const chart of CHARTS) {
      const backing = await page
        .locator(`figure[data-chart="${chart}"] canvas`)
        .first()
        .evaluate((canvas) => canvas.width / canvas.getBoundingClientRect().width);
      assert.ok(backing >= ratio - 0.02, `${chart} has ${backing} canvas pixels for each of ${ratio}`);
    }
  });
}

for (const colorScheme of ['light', 'dark']) {
  check(`the theme follows a ${colorScheme} system, and its button turns it`, { colorScheme }, async ({ page }) => {
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
    const before = { theme: await theme(), paper: await paper(), canvas: await canvasHash(page, 'cash-flow') };
    await page.locator('button[data-action="theme"]').first().click();
    await eventually('the theme turns', async () => assert.notEqual(await theme(), before.theme));
    assert.equal(await theme(), colorScheme === 'light' ? 'dark' : 'light', 'to the other one');
    await eventually('the page turns', async () => assert.notEqual(await paper(), before.paper));
    await eventually('the charts turn', async () => assert.notEqual(await canvasHash(page, 'cash-flow'), before.canvas));
    assert.equal(await fragment(page), '', 'the theme is the reader\'s own and in no link');
  });
}

check('the page works under any path of a static host', { prefix: '/some/where/' }, async ({ page }) => {
  for (const name of NUMBERS) await headline(page, name);
});
