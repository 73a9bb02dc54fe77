// What an analyst does with the page: panels, spans, years, the crosshair, undo, comparison, saved scenarios, two languages, and
// whether everyone can.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

import {
  ROOT, assertHeadlines, canvasHash, check, cliHeadline, cliQuarters, drag, eventually, fragment, headline, headlines, setSlider, settled,
  slider, sliderValue, useBrowser,
} from './harness.mjs';

useBrowser();

const CAPEX = 'capex_next_year';
/** Longer than a replay. */
const REPLAY_MS = 1200;
const PANELS = [
  'cash-flow', 'capex', 'capacity', 'chips', 'sales', 'services', 'margin', 'backlog', 'ads-stores', 'cash', 'ai-build', 'curves',
];
const ALL_PANELS = `#1~2025q3~V_${PANELS.join('.')}`;

const button = (page, action) => page.locator(`button[data-action="${action}"]`).first();
const figure = (page, panel) => page.locator(`figure[data-chart="${panel}"]`);
const openPanels = (page) => page.locator('figure[data-chart]').evaluateAll((all) => all.map((one) => one.dataset.chart));
const readout = (page, panel) => figure(page, panel).locator('[data-readout]').innerText();

async function press(page, action) {
  await button(page, action).click();
  await settled(page);
}

// ------------------------------------------------------------------------------------------ panels

check('every panel opens from a link, with a title, a sentence, a table and a drawing', { link: ALL_PANELS }, async ({ page }) => {
  assert.deepEqual(await openPanels(page), PANELS);
  for (const panel of PANELS) {
    await canvasHash(page, panel);
    assert.ok((await figure(page, panel).locator('h2').innerText()).length > 3, `${panel} has a title`);
    assert.ok((await figure(page, panel).locator('figcaption').textContent()).length > 30, `${panel} has a sentence`);
    assert.ok((await figure(page, panel).locator('tbody tr[data-quarter]').count()) > 40, `${panel} has a table`);
  }
});

check('panels are opened, closed and moved, and the link keeps them', {}, async ({ page, open }) => {
  const before = await openPanels(page);
  await page.locator('details.panels > summary').click();
  await page.locator('input[data-panel="curves"]').check();
  await settled(page);
  assert.deepEqual(await openPanels(page), [...before, 'curves']);
  await page.locator('details.panels > summary').click();
  await figure(page, 'curves').locator('button[data-action="panel-up"]').click();
  await figure(page, before[1]).locator('button[data-action="panel-close"]').click();
  await settled(page);
  const now = await openPanels(page);
  assert.ok(!now.includes(before[1]) && now.includes('curves'));
  assert.notEqual(now.at(-1), 'curves', 'it moved up');
  await eventually('the link holds the panels', async () => assert.match(await fragment(page), /~V_/));
  assert.deepEqual(await openPanels(await open(page.url())), now, 'another reader sees the same panels');
});

check('the ribbon says what one unit more of the tightest limit would bring, in every quarter', { link: '#1~2025q3~V_capacity' }, async ({ page }) => {
  const rows = figure(page, 'capacity').locator('[data-extra="one-more-quarters"] tr[data-quarter]');
  assert.equal(await rows.count(), 41);
  const limits = cliQuarters();
  for (const row of await rows.all()) {
    const [quarter, cells] = [await row.getAttribute('data-quarter'), await row.locator('td').allTextContents()];
    assert.equal(cells[0], limits.get(quarter).get('binding'), quarter);
  }
  const sentence = figure(page, 'capacity').locator('[data-extra="one-more-now"]');
  assert.match(await sentence.textContent(), /^2025Q4: the tightest limit is capital\. 10 B\$ of budget/);
  await figure(page, 'capacity').locator('canvas').focus();
  await page.keyboard.press('End');
  await eventually('the sentence follows the crosshair', async () => assert.match(await sentence.textContent(), /^2035Q4: /));
});

check('a touch points at a quarter in every chart, and leaves it there to be read', {
  viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, needs: ['touch'],
}, async ({ page }) => {
  const canvas = figure(page, 'cash-flow').locator('canvas');
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  await settled(page);
  const quarter = (await readout(page, 'cash-flow')).match(/\d{4}Q\d/)[0];
  assert.notEqual(quarter, '2035Q4');
  await figure(page, 'margin').scrollIntoViewIfNeeded();
  await eventually('another chart follows', async () => assert.match(await readout(page, 'margin'), new RegExp(quarter)));
});

check('the first paint shows the finished default scenario, and none of its figures where a link asks for another', {}, async ({ page, context, url }) => {
  const shown = await headlines(page);
  // A context of its own, because a page without its wasm complains.
  const blocked = await context.browser().newContext({ locale: 'en-US' });
  const early = await blocked.newPage();
  await early.route('**/*.wasm', (route) => route.abort());
  await early.goto(url, { waitUntil: 'load' });
  assert.match(await early.locator('.first[lang="en"] .headline').innerText(), new RegExp(`\\$${shown.fcf_trough.toFixed(1)} B`));
  assert.ok(await early.locator('.first[lang="en"] svg.wide text', { hasText: '2030' }).isVisible());
  await early.goto(`${url}#1~2025q3~cx1_180`, { waitUntil: 'load' });
  await early.reload({ waitUntil: 'load' });
  assert.ok(await early.locator('.first[lang="en"] .headline').isHidden());
  await early.goto('about:blank');
  await early.goto(`${url}#1~2025q3~L_zh`, { waitUntil: 'load' });
  assert.ok(await early.locator('.first[lang="zh-Hans"] h1').isVisible());
  await blocked.close();
});

check('a panel fills the window and Escape returns', {}, async ({ page }) => {
  const size = () => figure(page, 'capacity').evaluate((one) => one.getBoundingClientRect().width);
  const before = await size();
  await figure(page, 'capacity').locator('button[data-action="fullscreen"]').click();
  await eventually('it fills the window', async () => assert.ok((await size()) >= 1400));
  await page.keyboard.press('Escape');
  await eventually('it returns', async () => assert.equal(await size(), before));
});

check('the four curves have a slope and a verdict, a limit says what one unit more brings', { link: ALL_PANELS }, async ({ page }) => {
  const verdicts = await page.locator('[data-extra="curves"] td[data-verdict]').evaluateAll((all) => all.map((one) => one.dataset.verdict));
  assert.equal(verdicts.length, 4);
  for (const verdict of verdicts) assert.ok(['rising', 'flat', 'breaking'].includes(verdict), verdict);
  assert.equal(await page.locator('[data-extra="one-more"] tr[data-limit]').count(), 4);
  assert.match(await readout(page, 'capacity'), /Tightest limit\s*(power|chips|capital|demand)/, 'the quarter says which limit binds');
  const rate = await page.locator('[data-extra="gigawatt"] tbody').innerText();
  assert.match(rate, /13\.8 %/, 'the rate of return of a gigawatt of GPU');
});

// ------------------------------------------------------------------------------------------ reading a chart

check('one crosshair for all charts, by arrow keys and by pointer', {}, async ({ page }) => {
  const canvas = figure(page, 'cash-flow').locator('canvas');
  const last = await readout(page, 'cash-flow');
  assert.match(last, /2035Q4/, 'without a crosshair the last quarter is read');
  await canvas.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('PageUp');
  await settled(page);
  await eventually('all charts read the same quarter', async () => {
    assert.match(await readout(page, 'cash-flow'), /2024Q4/);
    assert.match(await canvas.getAttribute('aria-valuetext'), /2024Q4/);
  });
  const box = await canvas.boundingBox();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5);
  await eventually('the pointer moves it', async () => assert.doesNotMatch(await readout(page, 'cash-flow'), /2024Q4|2035Q4/));
  const quarter = (await readout(page, 'cash-flow')).slice(0, 6);
  await figure(page, 'sales').scrollIntoViewIfNeeded();
  await page.mouse.move(0, 0);
  // Charts out of sight are not drawn anew, so that one in sight is asked.
  await eventually('leaving forgets it', async () => assert.match(await readout(page, 'sales'), /2035Q4/));
  assert.match(quarter, /^20\d\dQ[1-4]$/);
});

check('the span and the years shown change what is drawn, and the link keeps them', {}, async ({ page, open }) => {
  const before = await canvasHash(page, 'cash-flow');
  await page.locator('select[data-control="period"]').selectOption('quarter');
  await eventually('quarters are drawn', async () => assert.notEqual(await canvasHash(page, 'cash-flow'), before));
  const quarters = await canvasHash(page, 'cash-flow');
  await page.locator('select[data-control="zoom-last"]').selectOption('2028');
  await eventually('fewer years are drawn', async () => assert.notEqual(await canvasHash(page, 'cash-flow'), quarters));
  assert.match(await readout(page, 'cash-flow'), /2028Q4/);
  await eventually('the link holds both', async () => assert.match(await fragment(page), /~M_quarter~Z_2023-2028/));
  assert.match(await readout(await open(page.url()), 'cash-flow'), /2028Q4/);
});

// ------------------------------------------------------------------------------------------ history and comparison

for (const width of [1440, 1024, 390]) {
  check(`the charts stay where they are when the first lever is taken, at ${width} px`, { viewport: { width, height: 900 } }, async ({ page }) => {
    const sentence = page.locator('[data-scenario-sentence]');
    const top = () => page.locator('.lead').evaluate((lead) => lead.offsetTop);
    const [story, before] = [await sentence.innerText(), await top()];
    await setSlider(page, CAPEX, 180);
    await settled(page);
    assert.equal(await top(), before);
    assert.match(await sentence.innerText(), /^The call of October 2025\. .*\$180 B \(base \$150 B\)/, 'the sentence says what was changed');
    await press(page, 'undo');
    assert.equal(await sentence.innerText(), story);
    assert.equal(await top(), before);
  });
}

for (const width of [1440, 1024, 390]) {
  check(`what stands below a chart stays where it is pressed, at ${width} px`, { viewport: { width, height: 900 } }, async ({ page }) => {
    const below = figure(page, 'sales').locator('button[data-action="download-csv"]');
    const top = () => below.evaluate((button) => button.getBoundingClientRect().top - button.closest('figure').getBoundingClientRect().top);
    await figure(page, 'sales').locator('canvas').focus();
    await page.keyboard.press('Home');
    await settled(page);
    const before = await top();
    // What the chart says of the last quarter is longer.
    await below.focus();
    await settled(page);
    // Where the page is scrolled to, browsers round.
    assert.ok(Math.abs(await top() - before) < 0.1);
  });
}

check('a page that scrolls under a hand at rest leaves the quarter to the keys', {}, async ({ page }) => {
  const canvas = figure(page, 'sales').locator('canvas');
  await canvas.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await canvas.boundingBox();
  await page.evaluate(() => addEventListener('pointermove', (event) => { window.last = event; }));
  await page.mouse.move(x + width / 2, y + height / 2);
  await settled(page);
  const pointedAt = await readout(page, 'sales');
  await canvas.focus();
  await page.keyboard.press('Home');
  await settled(page);
  const first = await readout(page, 'sales');
  assert.notEqual(first, pointedAt);
  // As browsers tell of what comes to lie under the pointer.
  await canvas.evaluate((element) => {
    const { clientX, clientY, screenX, screenY, pointerType } = window.last;
    element.dispatchEvent(new PointerEvent('pointermove', { clientX, clientY, screenX, screenY, pointerType, bubbles: true }));
  });
  await settled(page);
  assert.equal(await readout(page, 'sales'), first);
  await page.mouse.move(x + width / 2 + 40, y + height / 2);
  await settled(page);
  assert.notEqual(await readout(page, 'sales'), first, 'a hand that moves points again');
});

check('undo and redo, by button and by key, and replay', {}, async ({ page }) => {
  const base = await headlines(page);
  await setSlider(page, CAPEX, 220);
  const changed = await headlines(page);
  await press(page, 'undo');
  await assertHeadlines(page, base, 'after undo');
  await press(page, 'redo');
  await assertHeadlines(page, changed, 'after redo');
  await page.locator('h1').click();
  await page.keyboard.press('Control+z');
  await eventually('the key undoes', () => assertHeadlines(page, base, 'after the key'));
  await page.keyboard.press('Control+Shift+z');
  await eventually('the key redoes', () => assertHeadlines(page, changed, 'after the key'));
  await button(page, 'replay').click();
  await eventually('it shows what stood before', () => assertHeadlines(page, base, 'in the replay'));
  await eventually('and what stands now', () => assertHeadlines(page, changed, 'after the replay'));
});

check('a lever moved during a replay stays where it was put, and so does what is undone', {}, async ({ page }) => {
  const base = await headlines(page);
  await setSlider(page, CAPEX, 220);
  await button(page, 'replay').click();
  await eventually('it shows what stood before', () => assertHeadlines(page, base, 'in the replay'));
  await setSlider(page, CAPEX, 150);
  await setTimeout(REPLAY_MS);
  assert.equal(await sliderValue(page, CAPEX), 150);

  const moved = await headlines(page);
  await setSlider(page, CAPEX, 230);
  await button(page, 'replay').click();
  await eventually('it shows what stood before', () => assertHeadlines(page, moved, 'in the replay'));
  await button(page, 'undo').click();
  await setTimeout(REPLAY_MS);
  await assertHeadlines(page, moved, 'after undo');
});

check('a pinned scenario is compared with, swapped and let go', {}, async ({ page, open }) => {
  await setSlider(page, CAPEX, 220);
  const pinned = await headlines(page);
  await press(page, 'pin');
  await setSlider(page, 'trainium_mix', 0.9);
  const now = await headlines(page);
  const row = (name) => page.locator(`[data-compare="${name}"] td[data-value]`).evaluateAll((all) => all.map((one) => Number(one.dataset.value)));
  await eventually('both stand side by side', async () =>
    assert.deepEqual(await row('fcf_2030'), [now.fcf_2030, pinned.fcf_2030]));
  assert.equal(await page.locator('[data-compare-input="trainium_mix"]').count(), 1, 'the input that differs is listed');
  assert.equal(await page.locator(`[data-compare-input="${CAPEX}"]`).count(), 0, 'the one that does not is not');
  await eventually('the link holds both', async () => assert.match(await fragment(page), /~~2025q3~cx1_220$/));
  await assertHeadlines(await open(page.url()), now, 'for another reader');
  await press(page, 'swap');
  await assertHeadlines(page, pinned, 'after the swap');
  await press(page, 'unpin');
  assert.equal(await page.locator('[data-comparison]').count(), 0);
});

check('a scenario is saved under a name, opened after a reload, and removed', {}, async ({ page }) => {
  await setSlider(page, CAPEX, 240);
  const saved = await headlines(page);
  await page.locator('details.saved > summary').click();
  await page.locator('[data-control="save-name"]').fill('Much more');
  await press(page, 'save');
  await press(page, 'reset');
  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  await page.locator('details.saved > summary').click();
  await page.locator('[data-saved="Much more"] button.open').click();
  await eventually('it is open again', () => assertHeadlines(page, saved, 'of the saved scenario'));
  await page.locator('[data-saved="Much more"] button.icon').click();
  assert.equal(await page.locator('[data-saved]').count(), 0);
});

check('the scenario of the last visit is a click away, and a link wins', {}, async ({ page, url }) => {
  assert.equal(await page.locator('button[data-action="reopen"]').count(), 0, 'there is none at the first visit');
  await setSlider(page, CAPEX, 230);
  const last = await headlines(page);
  const visit = async (address) => {
    await page.goto('about:blank');
    await page.goto(address);
    await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  };
  await visit(`${url}#1~2025q3~tm_0.7`);
  assert.equal(await page.locator('button[data-action="reopen"]').count(), 0, 'a link wins');
  await visit(url);
  await assertHeadlines(page, cliHeadline(), 'the base case opens');
  await press(page, 'reopen');
  await assertHeadlines(page, last, 'of the last visit');
  assert.equal(await page.locator('button[data-action="reopen"]').count(), 0);
});

check('an odd scenario is warned of in words', { link: '#1~2025q3~mw_4~psl_8~cx1_300~cs_20' }, async ({ page }) => {
  const warning = page.locator('[data-warning]');
  const [others] = (await warning.innerText()).match(/(?<=\+)\d+/) ?? [];
  await warning.locator('summary').click();
  assert.match(await warning.innerText(), /wait for power/);
  assert.equal(await warning.locator('li').count(), Number(others), 'the line says how many more there are');
  assert.ok(Number(others) > 0);
  await button(page, 'reset').click();
  await eventually('nothing is odd about the base case', async () => assert.ok(!(await warning.isVisible())));
});

check('a release is said once, with what changed', {}, async ({ page }) => {
  const aloud = page.locator('p[aria-live="polite"]');
  assert.equal(await aloud.innerText(), '');
  await drag(page, CAPEX, [160, 200, 240]);
  await eventually('the change is said', async () => assert.match(await aloud.innerText(), /Lowest free cash flow .*2026Q\d.*−\$/));
});

// ------------------------------------------------------------------------------------------ languages

const HAN = /[\u4e00-\u9fff]/;

check('Chinese is chosen by the browser, by the link, and kept', { locale: 'zh-CN', link: ALL_PANELS }, async ({ page }) => {
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-Hans');
  assert.match(await page.title(), HAN);
  await page.locator('details.group').evaluateAll((all) => all.forEach((one) => { one.open = true; }));
  // Whatever is read holds a Chinese character, or is a number, a name or a unit.
  const names = /^(Buildout|Bedrock、AgentCore|Bedrock \/ EC2|English|GPU|Trainium|AgentCore|AWS|GW|CapEx|[\d\s.,%×$−+–:()/·Q年十亿美元BMh]*|[↑⤢×↺▸▾?ⓘ]|20\d\dQ\d)$/;
  const foreign = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      const text = walker.currentNode.textContent.trim();
      if (text && element.checkVisibility() && !element.closest('script, style, [lang="en"], option')) texts.push(text);
    }
    return texts;
  });
  const left = [...new Set(foreign.filter((text) => !HAN.test(text) && !names.test(text) && /[A-Za-z]{3}/.test(text)))];
  assert.deepEqual(left, [], 'nothing is left in English');
});

check('the button turns the language, the link carries it', {}, async ({ page, open }) => {
  await press(page, 'language');
  assert.match(await page.locator('figcaption').first().innerText(), HAN);
  await eventually('the link carries it', async () => assert.match(await fragment(page), /~L_zh/));
  const other = await open(page.url());
  assert.equal(await other.evaluate(() => document.documentElement.lang), 'zh-Hans');
});

// ------------------------------------------------------------------------------------------ everyone

const AXE = readFileSync(`${ROOT}/node_modules/axe-core/axe.min.js`, 'utf8');

for (const colorScheme of ['light', 'dark']) {
  for (const locale of ['en-US', 'zh-CN']) {
    check(`axe finds nothing, ${colorScheme}, ${locale}`, { colorScheme, locale, link: `${ALL_PANELS}~~2025q3~cx1_200` }, async ({ page }) => {
      await page.evaluate(AXE);
      const found = await page.evaluate(async () => {
        const { violations } = await globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
        return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 140)).join(' | ')}`);
      });
      assert.deepEqual(found, []);
    });
  }
}

check('the keyboard alone reaches a lever, changes it and undoes', {}, async ({ page }) => {
  const before = await sliderValue(page, CAPEX);
  for (let tab = 0; tab < 60; tab += 1) {
    await page.keyboard.press('Tab');
    if (await slider(page, CAPEX).evaluate((one) => one === document.activeElement)) break;
  }
  await page.keyboard.press('ArrowRight');
  await settled(page);
  assert.ok((await sliderValue(page, CAPEX)) > before);
  await page.keyboard.press('Control+z');
  await eventually('undone', async () => assert.equal(await sliderValue(page, CAPEX), before));
});

for (const [width, height] of [[360, 740], [720, 450]]) {
  check(`at ${width} px, a small phone or 200 % zoom, nothing is wider than the window`, { viewport: { width, height }, link: ALL_PANELS }, async ({ page }) => {
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(content <= window, `the content is ${content} px wide`);
    const small = await page.locator('button:visible, select:visible, summary:visible').evaluateAll((all) =>
      all.filter((one) => one.getBoundingClientRect().height < 24).map((one) => one.outerHTML.slice(0, 80)));
    assert.deepEqual(small, [], 'every target is at least 24 px high');
  });
}

check('a window that changes its width makes no circles of sizes', {}, async ({ page }) => {
  await page.evaluate(() => {
    window.circles = [];
    addEventListener('error', ({ message }) => window.circles.push(message));
  });
  for (const width of [1024, 700, 390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await settled(page);
    await figure(page, 'cash-flow').locator('button[data-action="fullscreen"]').click();
    await settled(page);
    await page.keyboard.press('Escape');
    await settled(page);
  }
  assert.deepEqual(await page.evaluate(() => window.circles), []);
});

check('on paper the charts are there and the levers are not', {}, async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  assert.ok(await figure(page, 'cash-flow').locator('canvas').isVisible());
  assert.ok(!(await slider(page, CAPEX).isVisible()));
  assert.equal(await headline(page, 'fcf_2030'), cliHeadline().fcf_2030);
});
