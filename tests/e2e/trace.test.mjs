// Where a figure comes from: any point of a chart, cell of a table or figure of the headline leads to the equation that made it, and
// from there to inputs, their controls, and the filings.

import assert from 'node:assert/strict';

import { check, cli, cliQuarters, eventually, setSlider, settled, sliderValue, unfold, useBrowser } from './harness.mjs';

useBrowser();

const LINK = '#1~2025q3~cx1_180';
const figure = (page, chart) => page.locator(`figure[data-chart="${chart}"]`);
const drawer = (page) => page.locator('.sheet-place.drawer');
const traced = (page) => drawer(page).locator('[data-traced]');
const value = (page) => drawer(page).locator('.traced [data-value]').first();
const focused = (page) => page.evaluate(() => document.activeElement.outerHTML);

/** Waits until a point is traced, and gives its value. */
async function shows(page, point) {
  await eventually(`${point} is traced`, async () => {
    assert.equal(await traced(page).getAttribute('data-traced'), point);
    assert.equal(await page.locator('[data-sheet-stale]').count(), 0);
  });
  return Number(await value(page).getAttribute('data-value'));
}

check('a point of a chart leads to its equation, its terms, and the control of an input', { link: LINK }, async ({ page }) => {
  const canvas = figure(page, 'cash-flow').locator('canvas');
  const box = await canvas.boundingBox();
  // The highest line at the right end is operating cash flow.
  await page.mouse.click(box.x + box.width * 0.8, box.y + 60);
  await traced(page).waitFor();
  const point = await traced(page).getAttribute('data-traced');
  assert.match(point, /^output:ocf_ttm@20\d\dQ\d$/);
  const quarter = point.slice(-6);
  const row = Object.fromEntries(cliQuarters(LINK).get(quarter));
  assert.equal(await shows(page, point), Number(row.ocf_ttm));

  // The heading is read next, and the equation adds up.
  assert.match(await focused(page), /data-sheet-focus/);
  const terms = await drawer(page).locator('[data-equation="names"] [data-value]').evaluateAll((all) => all.map((one) => Number(one.dataset.value)));
  assert.equal(terms.length, 4);
  assert.ok(Math.abs(terms.reduce((sum, term) => sum + term) - Number(row.ocf_ttm)) < 1e-9);

  // From the year to its last quarter, to its tax, to the tax rate, to its control.
  await drawer(page).locator('[data-sheet-table="trace"] tbody tr', { hasText: quarter }).locator('button').click();
  assert.equal(await shows(page, `output:ocf@${quarter}`), Number(row.ocf));
  await drawer(page).locator('[data-equation="names"] button', { hasText: /^Cash tax/ }).first().click();
  assert.equal(await shows(page, `output:tax@${quarter}`), Number(row.tax));
  await drawer(page).locator('[data-sheet-table="trace"] button', { hasText: /^Tax rate/ }).click();
  await shows(page, 'input:tax_rate');
  assert.equal(await drawer(page).locator('.trail button').count(), 3);
  await drawer(page).locator('[data-control-of="tax_rate"]').first().click();
  assert.match(await focused(page), /data-input="tax_rate"/);

  // The way back.
  await drawer(page).locator('.trail button').nth(1).click();
  await shows(page, `output:ocf@${quarter}`);
  assert.equal(await drawer(page).locator('.trail button').count(), 1);
});

check('what is traced follows the levers', { link: LINK }, async ({ page }) => {
  await page.locator('[data-trace="headline:fcf_2030"]').click();
  const before = await shows(page, 'headline:fcf_2030');
  await setSlider(page, 'capex_next_year', 260);
  await settled(page);
  await eventually('the figure is that of the lever', async () => {
    const now = Number(await value(page).getAttribute('data-value'));
    assert.notEqual(now, before);
    assert.equal(now, Number(await page.locator('[data-headline="fcf_2030"]').getAttribute('data-value')));
  });
  assert.equal(await sliderValue(page, 'capex_next_year'), 260);
});

check('cells of tables are traced, and those of filings say where they stand', { link: LINK }, async ({ page }) => {
  await unfold(figure(page, 'cash-flow').locator('details.figures'));
  const cell = (quarter, output) => figure(page, 'cash-flow').locator(`tr[data-quarter="${quarter}"] td[data-output="${output}"]`);
  await cell('2027Q3', 'capex').click();
  assert.equal(await shows(page, 'output:capex@2027Q3'), Number(await cell('2027Q3', 'capex').getAttribute('data-value')));
  await cell('2025Q3', 'fcf').click();
  assert.equal(await shows(page, 'output:fcf@2025Q3'), Number(await cell('2025Q3', 'fcf').getAttribute('data-value')));
  assert.match(await traced(page).innerText(), /follows from reported figures[\s\S]*2025-09-30[\s\S]*Source/);
  await traced(page).locator('button', { hasText: /^CapEx 2025Q3/ }).click();
  await shows(page, 'reported:capex@2025Q3');
  assert.match(await traced(page).innerText(), /Reported by Amazon[\s\S]*Confidence\s+high/);
});

check('the keyboard reaches the traces, and Escape goes back', { link: LINK }, async ({ page }) => {
  await figure(page, 'cash-flow').locator('canvas').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await shows(page, 'output:ocf_ttm@2035Q4');
  await page.keyboard.press('Escape');
  await eventually('the drawer is closed, and the focus is back', async () => {
    assert.equal(await drawer(page).count(), 0);
    assert.match(await focused(page), /^<canvas/);
  });

  // What the chart says of a quarter has a button for each figure, and going there keeps the quarter.
  await page.keyboard.press('Home');
  await page.keyboard.press('Tab');
  assert.match(await focused(page), /data-trace="output:ocf_ttm@2023Q4"/);
  await page.keyboard.press('Enter');
  await shows(page, 'output:ocf_ttm@2023Q4');
});

check('what a chart says follows a key before the next frame', { link: LINK }, async ({ page }) => {
  await figure(page, 'cash-flow').locator('canvas').focus();
  const led = (key) => figure(page, 'cash-flow').locator('canvas').evaluate(async (canvas, key) => {
    canvas.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    // No frame comes between microtasks.
    for (let turn = 0; turn < 20; turn += 1) await null;
    return canvas.closest('figure').querySelector('[data-readout] [data-trace]').dataset.trace;
  }, key);
  assert.equal(await led('Home'), 'output:ocf_ttm@2023Q4');
  assert.equal(await led('ArrowRight'), 'output:ocf_ttm@2024Q1');
  assert.equal(await led('Escape'), 'output:ocf_ttm@2035Q4');
});

check('a trace that is written anew keeps the focus', { link: LINK }, async ({ page }) => {
  await setSlider(page, 'capex_next_year', 260);
  await page.locator('[data-trace="headline:fcf_2030"]').click();
  const before = await shows(page, 'headline:fcf_2030');
  await eventually('the heading has the focus', async () => assert.match(await focused(page), /data-sheet-focus/));
  // A click without a pointer leaves the focus where it is.
  await page.evaluate(() => document.querySelector('[data-action="undo"]').click());
  await eventually('the figure is the one before', async () => {
    assert.notEqual(Number(await value(page).getAttribute('data-value')), before);
    assert.match(await focused(page), /data-sheet-focus/);
  });
  await page.keyboard.press('Escape');
  await eventually('the drawer is closed', async () => assert.equal(await drawer(page).count(), 0));
});

check('what stands beside the charts is traced too', { link: `${LINK}~V_cash-flow.curves.ai-build~~2025q3~cx1_250` }, async ({ page }) => {
  const points = await page.locator('[data-extra="curves"] [data-trace], [data-extra="gigawatt"] [data-trace], [data-comparison] [data-trace]')
    .evaluateAll((all) => all.map((one) => one.dataset.trace));
  assert.ok(points.length > 15, points.join(' '));
  for (const point of ['headline:npv_without_book', 'input:capex_next_year', 'gigawatt:trainium', ...points.filter((point) => /^(share|year)/.test(point))]) {
    await page.locator(`[data-extra] [data-trace="${point}"], [data-comparison] [data-trace="${point}"]`).first().click();
    await eventually(`${point} is traced`, async () => assert.equal(await traced(page).getAttribute('data-traced'), point));
    assert.ok(await drawer(page).locator('.traced b').count(), point);
    await page.locator('[data-action="close-sheet"]').click();
  }
});

check('a chart in a frame traces nothing', { link: '?embed#1~2025q3~V_capacity' }, async ({ page }) => {
  await page.locator('canvas').first().waitFor();
  assert.equal(await page.locator('[data-trace]').count(), 0);
});

const COMPARED = `${LINK}~V_cash-flow.capacity~~2025q3~cx1_250`;

check('a line of the pinned scenario is traced in it, and so is the difference', { link: COMPARED }, async ({ page }) => {
  const pinned = cliQuarters('#1~2025q3~cx1_250');
  const row = page.locator('[data-comparison] [data-compare="fcf_trough"]');
  const cells = await row.locator('td').evaluateAll((all) => all.map((one) => Number(one.dataset.value)));
  const quarter = (which) => page.locator('[data-comparison] [data-compare="fcf_trough_quarter"] td').nth(which).getAttribute('data-value');
  await row.locator('td').nth(1).click();
  assert.equal(await shows(page, 'headline:fcf_trough!other'), cells[1]);
  assert.match(await drawer(page).innerText(), /In the pinned scenario/);
  await drawer(page).locator('[data-equation="headline"] button').click();
  const at = await quarter(1);
  assert.equal(await shows(page, `output:fcf_ttm@${at}!other`), Number(pinned.get(at).get('fcf_ttm')));
  await drawer(page).locator('[data-run-of] button').click();
  assert.equal(await shows(page, `output:fcf_ttm@${at}`), Number(cliQuarters(LINK).get(at).get('fcf_ttm')));

  await row.locator('button').nth(1).click();
  const change = await shows(page, 'change:headline:fcf_trough!!other!1');
  assert.ok(Math.abs(change - (cells[0] - cells[1])) < 1e-9);
  assert.equal(await drawer(page).locator('[data-differs]').count(), 1);
  assert.match(await drawer(page).locator('[data-differs="capex_next_year"]').innerText(), /250.*180/);
  await page.keyboard.press('Escape');

  // The dashed line, where it is drawn: as far from the scenario's own as their figures differ.
  const figures = figure(page, 'cash-flow');
  await figures.locator('canvas').focus();
  await page.keyboard.press('End');
  await eventually('the change is said', async () => assert.ok(await figures.locator('.readout [data-trace^="change:"]').count()));
  await figures.locator('.readout [data-trace^="change:"]').first().click();
  await shows(page, 'change:output:ocf_ttm@2035Q4!!other!1');
});

check('one unit more of a limit is traced to the runs with and without it', { link: COMPARED }, async ({ page }) => {
  const cell = page.locator('[data-extra="one-more"] tr[data-limit="capital"] td[data-value]').nth(1);
  await cell.locator('button').click();
  const point = await traced(page).getAttribute('data-traced');
  assert.match(point, /^change:headline:fcf_2030!capex_next_year=190!!1$/);
  const value = await shows(page, point);
  assert.ok(Math.abs(value - Number(await cell.getAttribute('data-value'))) < 1e-9);
  await drawer(page).locator('[data-equation="change"] button').first().click();
  const more = JSON.parse(cli('run', '#1~2025q3~cx1_190', '--headline'));
  assert.equal(await shows(page, 'headline:fcf_2030!capex_next_year=190'), more.fcf_2030);
  assert.match(await drawer(page).innerText(), /In this scenario with .*190/);
});
