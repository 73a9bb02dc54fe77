// Uncertainty in the charts, and the sheets of the analyses: the command line's figures, what a reader can change in them, and what
// happens where the part of the page that does many runs is not to be had.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import {
  ROOT, canvasHash, check, cli, cliHeadline, drag, eventually, fragment, headline, newPage, ready, refuseWorkers, settled, setSlider, sliderValue, useBrowser,
} from './harness.mjs';

useBrowser();

const FANS = '#1~2025q3~cx1_180~D_2000~F_on';
const AXE = readFileSync(`${ROOT}/node_modules/axe-core/axe.min.js`, 'utf8');

const button = (page, action) => page.locator(`button[data-action="${action}"]`).first();
const tab = (page, kind) => page.locator(`button[data-analysis="${kind}"]`);
const sheet = (page) => page.locator('.sheet');
const choice = (page, name) => sheet(page).locator(`[data-choice="${name}"]`);

/** Opens a sheet and waits until it is written. */
async function openSheet(page, kind) {
  await tab(page, kind).click();
  await sheet(page).locator(':scope > *').first().waitFor();
}

/** Waits until what is asked is answered, for the scenario that the page shows. */
const answered = (page) =>
  eventually('the sheet is of the scenario shown', async () => {
    assert.equal(await page.locator('[data-sheet-stale]').count(), 0);
    assert.equal(await page.locator('[data-sheet-progress]').innerText(), '');
  });

/** The ends between which nine tenths of the draws of a headline figure lie, as the page has them. */
async function spread(page, name) {
  const shown = page.locator(`[data-spread="${name}"]`);
  return [Number(await shown.getAttribute('data-low')), Number(await shown.getAttribute('data-high'))];
}

/** The same from the command line. */
function cliSpread(link, name) {
  const { figures } = JSON.parse(cli('uncertainty', link, '--target', name, '--format', 'json', '--quiet'));
  return [figures[0].fan.p5, figures[0].fan.p95];
}

function assertNear(actual, expected, what) {
  actual.forEach((value, place) => {
    assert.ok(Math.abs(value - expected[place]) <= 1e-9 * Math.max(1, Math.abs(expected[place])), `${what}: ${actual} instead of ${expected}`);
  });
}

check('fans have the figures of the command line', { link: FANS }, async ({ page }) => {
  await page.locator('[data-spread="fcf_2030"]').waitFor();
  await eventually('the whole fan is there', async () => {
    for (const name of ['fcf_trough', 'fcf_2030', 'aws_2030', 'npv', 'irr', 'power_multiple_2027']) {
      assertNear(await spread(page, name), cliSpread(FANS, name), name);
    }
  });
  await eventually('charts say so too', async () => {
    assert.match(await page.locator('[data-fan-key]').innerText(), /2,000 draws/);
    assert.ok((await page.locator('[data-spread=""]').count()) > 3, 'each series says how widely it spreads');
  });
});

for (const width of [1440, 1024, 390]) {
  check(`nothing moves when the fans of a link come, ${width} px`, { link: FANS, viewport: { width, height: 900 } }, async ({ context, url }) => {
    await context.addInitScript(refuseWorkers);
    let go;
    const released = new Promise((resolve) => { go = resolve; });
    await context.route('**/buildout-lab_loader.js', async (route) => {
      await released;
      await route.continue();
    });
    const page = await context.newPage();
    await page.goto(url + FANS);
    await ready(page);
    const places = () =>
      page.locator('.card, figure[data-chart], figure .readout, [data-analysis]').evaluateAll((all) =>
        all.map((one) => [one.className || one.dataset.chart || one.dataset.analysis, Math.round(one.getBoundingClientRect().top)].join(' ')));
    const before = await places();
    assert.equal(await page.locator('[data-spread]').count(), 0);
    go();
    await page.locator('[data-spread="fcf_2030"]').waitFor();
    await eventually('the whole fans are there', async () => assert.match(await page.locator('[data-fan-key]').innerText(), /2,000 draws/));
    await settled(page);
    assert.deepEqual(await places(), before);
  });
}

check('uncertainty is turned on and off, in the link too', { link: '#1~2025q3' }, async ({ page }) => {
  const plain = await canvasHash(page, 'cash-flow');
  await button(page, 'fans').click();
  await page.locator('[data-spread="fcf_2030"]').waitFor();
  await eventually('the chart has a fan', async () => assert.notEqual(await canvasHash(page, 'cash-flow'), plain));
  await eventually('the link says so', async () => assert.equal(await fragment(page), '#1~2025q3~F_on'));
  // Out of sight too, in the very next frame.
  const left = await button(page, 'fans').evaluate(async (pressed) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    pressed.click();
    await frame();
    await frame();
    return document.querySelectorAll('[data-spread]').length;
  });
  assert.equal(left, 0);
  await eventually('the fan is gone', async () => assert.equal(await canvasHash(page, 'cash-flow'), plain));
});

check('after a drag the fans are those of where it ended', { link: FANS }, async ({ page }) => {
  await page.locator('[data-spread="fcf_2030"]').waitFor();
  await drag(page, 'capex_next_year', [190, 230, 260, 210, 240]);
  const value = await sliderValue(page, 'capex_next_year');
  const link = FANS.replace('180', String(value));
  await eventually('the fan of the last value', async () => {
    assertNear(await spread(page, 'fcf_2030'), cliSpread(link, 'fcf_2030'), 'free cash flow of 2030');
    assert.equal(await page.locator('.spread.stale').count(), 0);
  });
});

check('what is sought is found, and set', { link: '#1~2025q3~cx1_180' }, async ({ page }) => {
  await openSheet(page, 'seek');
  await choice(page, 'condition').selectOption('equal');
  await choice(page, 'value').fill('22');
  await choice(page, 'value').press('Enter');
  const found = sheet(page).locator('[data-finding="solution"]').first();
  await eventually('the answer to 22', async () => assert.match(await found.innerText(), /\$22\.0 B/));
  const value = Number(await found.getAttribute('data-value'));
  await found.locator('[data-go]').click();
  await eventually('the lever stands there', async () => assert.ok(Math.abs((await headline(page, 'fcf_trough')) - 22) < 1e-6));
  const link = await fragment(page);
  assert.ok(link.includes(`cx1_${value}`), link);
  assert.equal(link.includes('L_'), false, 'the language is not the reader’s choice');
  await button(page, 'undo').click();
  await eventually('one step back', async () => assert.equal(await fragment(page), '#1~2025q3~cx1_180'));
});

check('the target is drawn on the free cash flow', { link: '#1~2025q3~cx1_180' }, async ({ page }) => {
  await openSheet(page, 'seek');
  const handle = sheet(page).locator('.handle').nth(4);
  await handle.scrollIntoViewIfNeeded();
  const box = await handle.boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const before = Number(await handle.getAttribute('data-drag-from'));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 12, { steps: 4 });
  await page.mouse.up();
  await eventually('that year’s free cash flow is sought', async () => {
    assert.equal(await choice(page, 'figure').inputValue(), 'fcf_ttm');
    assert.equal(await choice(page, 'quarter').inputValue(), '2029Q4');
    assert.ok(Number((await choice(page, 'value').inputValue()).replace('−', '-')) < before);
  });
  await choice(page, 'second').selectOption('power_slip');
  await sheet(page).locator('[data-region] rect').first().waitFor();
});

check('a cell of the map leads there', { link: '#1~2025q3' }, async ({ page }) => {
  await openSheet(page, 'grid');
  await choice(page, 'x').selectOption('trainium_mix');
  await eventually('the map has the other input', async () =>
    assert.match(await sheet(page).locator('svg').first().getAttribute('aria-label'), /Trainium/));
  const cell = sheet(page).locator('rect.cell').nth(30);
  const link = await cell.getAttribute('data-go');
  await cell.click();
  await eventually('the page is there', async () => assert.ok((await fragment(page)).includes(link.match(/pa1_[\d.]+/)[0])));
  await answered(page);
  assert.equal(await choice(page, 'x').inputValue(), 'trainium_mix', 'the choices stay');
});

check('ranges are changed in the link, and a reload keeps them', { link: '#1~2025q3~D_1000' }, async ({ page }) => {
  await openSheet(page, 'uncertainty');
  await sheet(page).locator('[data-keep-open="ranges"] > summary').click();
  const high = choice(page, 'high.capex_next_year');
  await high.fill('1.9');
  await high.press('Enter');
  await eventually('the link has the range', async () => assert.equal(await fragment(page), '#1~2025q3~D_1000~Ucx1_0.85_1.9'));
  await answered(page);
  assert.ok(await choice(page, 'high.capex_next_year').isVisible(), 'the ranges stay open');
  await choice(page, 'drawn.ai_price').uncheck();
  await eventually('an input is held', async () => assert.ok((await fragment(page)).includes('Uap_off')));
  await answered(page);
  await choice(page, 'low.capex_next_year').fill('3');
  await choice(page, 'low.capex_next_year').press('Enter');
  await eventually('what is no range is put back', async () => {
    assert.equal(await choice(page, 'low.capex_next_year').inputValue(), '0.85');
  });
  await page.reload();
  await openSheet(page, 'uncertainty');
  assert.equal(await choice(page, 'high.capex_next_year').inputValue(), '1.9');
});

// Asked for again, a sheet would be written anew under the hand that reaches for it.
check('a sheet is asked for once, at its opening and after a change', { link: '#1~2025q3~D_1000' }, async ({ page }) => {
  await page.evaluate(() => {
    const post = Worker.prototype.postMessage;
    window.asked = 0;
    Worker.prototype.postMessage = function (message, ...rest) {
      if (message[1] === 'sheet') window.asked += 1;
      return post.call(this, message, ...rest);
    };
  });
  const times = () => page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    return window.asked;
  });
  await openSheet(page, 'uncertainty');
  assert.equal(await times(), 1, 'opened');
  await page.locator('select[data-control="horizon"]').selectOption('2031');
  assert.equal(await times(), 2, 'run to another year');
  await setSlider(page, 'capex_next_year', 190);
  assert.equal(await times(), 3, 'a lever released');
  await button(page, 'undo').click();
  assert.equal(await times(), 4, 'undone');
});

// So many draws that the mark can be seen.
check('a sheet is marked while it is of another scenario, then follows', { link: '#1~2025q3~D_60000' }, async ({ page }) => {
  await openSheet(page, 'uncertainty');
  const run = () => sheet(page).locator('[data-row="fcf_2030"] td').first().getAttribute('data-value');
  const before = Number(await run());
  await drag(page, 'capex_next_year', [200], { release: false });
  await page.locator('[data-sheet-stale]').waitFor();
  await page.mouse.up();
  await eventually('the figure of the new scenario', async () => {
    assert.notEqual(Number(await run()), before);
    assert.equal(Number(await run()), await headline(page, 'fcf_2030'));
  });
  await answered(page);
});

check('the focus stays where it was when a sheet is written anew', { link: '#1~2025q3' }, async ({ page }) => {
  await openSheet(page, 'grid');
  await choice(page, 'y').focus();
  await choice(page, 'y').selectOption('power_slip');
  await answered(page);
  await settled(page);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-choice')), 'y');
});

check('without the lab the page works, and says what does not', { link: '#1~2025q3' }, async ({ page: first, url }) => {
  const { context, page, problems } = await newPage(first.context().browser(), new URL(url).origin);
  try {
    // Nothing is stored in this browser, so that the file has to come from the network.
    await context.addInitScript(refuseWorkers);
    await page.goto(`${url}#1~2025q3`);
    await ready(page);
    await context.route('**/buildout-lab_loader.js', (route) => route.abort());
    await button(page, 'fans').click();
    await page.locator('[data-told="trouble"]').waitFor();
    assert.match(await page.locator('[data-told="trouble"]').innerText(), /many runs could not be loaded/);
    await page.locator('[data-action="dismiss-told"]').click();
    await tab(page, 'seek').click();
    await page.locator('[data-sheet-trouble]').waitFor();
    await setSlider(page, 'capex_next_year', 200);
    await eventually('the run goes on', async () =>
      assert.equal(await headline(page, 'fcf_2030'), cliHeadline('--set', 'capex_next_year=200').fcf_2030));
    await context.unroute('**/buildout-lab_loader.js');
    await tab(page, 'grid').click();
    await sheet(page).locator('rect.cell').first().waitFor();
    assert.deepEqual(problems.filter((problem) => !/ERR_FAILED/.test(problem)), []);
  } finally {
    await context.close();
  }
});

for (const locale of ['en-US', 'zh-CN']) {
  check(`everyone can use the sheets, ${locale}`, { locale, link: '#1~2025q3~cx1_180~D_1000~F_on~~2025q3~cx1_250' }, async ({ page }) => {
    for (const kind of await page.locator('[data-analysis]').evaluateAll((tabs) => tabs.map((tab) => tab.dataset.analysis))) {
      await openSheet(page, kind);
      await answered(page);
      await page.evaluate(AXE);
      const violations = await page.evaluate(async () => {
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        const { violations } = await globalThis.axe.run('.analyses', { runOnly: tags });
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).slice(0, 3).join(' ')}`);
      });
      assert.deepEqual(violations, [], kind);
      // Sources are quoted in the language in which they stand.
      const english = await sheet(page).evaluate((at) => {
        const own = at.cloneNode(true);
        for (const quoted of own.querySelectorAll('[lang="en"]')) quoted.remove();
        return own.textContent.match(/\b(the|draws|gives|range)\b/i)?.[0];
      });
      if (locale === 'zh-CN') assert.equal(english, undefined, kind);
    }
  });
}

check('sheets fit a phone', { viewport: { width: 390, height: 844 }, link: '#1~2025q3~cx1_180~D_1000~~2025q3~cx1_250' }, async ({ page }) => {
  for (const kind of await page.locator('[data-analysis]').evaluateAll((tabs) => tabs.map((tab) => tab.dataset.analysis))) {
    await openSheet(page, kind);
    await answered(page);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), kind);
  }
});
