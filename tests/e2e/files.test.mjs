// Files out of the page and into it: tables, pictures, the workbook, scenario files, and a reader's own quarters.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  assertHeadlines, assertSame, canvasHash, check, cli, cliQuarters, eventually, fragment, headlines, settled, shareLink, table, useBrowser,
} from './harness.mjs';

useBrowser();

const CHANGED = '#1~2025q3~cx1_180~psl_2.5~tm_0.7';
const PANELS = [
  'cash-flow', 'capex', 'capacity', 'chips', 'sales', 'services', 'margin', 'backlog', 'ads-stores', 'cash', 'ai-build', 'curves',
];
const HAN = /[\u4e00-\u9fff]/;
const TODAY = /20\d\d-\d\d-\d\d/;

const figure = (page, panel) => page.locator(`figure[data-chart="${panel}"]`);
const openPanel = (page) => page.locator('details.share-more').evaluate((panel) => { panel.open = true; });
const trouble = (page) => page.locator('[data-told="trouble"]');
const word = (page) => page.locator('[data-told="word"]');

/** Presses a button that hands out a file, and returns the file. */
async function fileOf(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** A file of the panel for sharing. */
async function fileOfPanel(page, action) {
  await openPanel(page);
  return fileOf(page, page.locator(`button[data-action="${action}"]`));
}

const fileOfChart = (page, panel, action) => fileOf(page, figure(page, panel).locator(`button[data-action="${action}"]`));

/** A table as rows of cells by the names of the header. */
function rowsOf(csv) {
  const [header, ...lines] = csv.trim().split(/\r?\n/).map((line) => line.split(','));
  return lines.map((cells) => Object.fromEntries(header.map((name, place) => [name, cells[place]])));
}

/** Width and height of a PNG, from its first chunk. */
function pngSize(bytes) {
  assert.equal(bytes.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n', 'it is a PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

/** How many colours a picture has, up to a few: a picture of one colour shows nothing. */
const colours = (page, bytes) =>
  page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    return new Set(new Uint32Array(data.buffer)).size;
  }, bytes.toString('base64'));

/** The texts of an SVG document as a browser reads it. */
const textsOf = (page, svg) =>
  page.evaluate((svg) => {
    const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
    const wrong = document.querySelector('parsererror');
    if (wrong) throw new Error(wrong.textContent);
    return { root: document.documentElement.localName, texts: [...document.querySelectorAll('text')].map((text) => text.textContent.trim()) };
  }, svg);

const open = (page, ...files) =>
  page.locator('input[data-control="open-files"]').setInputFiles(
    files.map(([name, content]) => ({ name, mimeType: name.endsWith('.csv') ? 'text/csv' : 'application/json', buffer: Buffer.from(content) })),
  );

const scenario = (fields) => JSON.stringify({ format: 'buildout-scenario', version: 1, name: 'Mine', baseline: '2025q3', ...fields });

// ------------------------------------------------------------------------------------------ tables

check('the table of a chart holds the figures of the page and of the command line', { link: CHANGED }, async ({ page }) => {
  const { name, bytes } = await fileOfChart(page, 'cash-flow', 'download-csv');
  assert.match(name, /^buildout-cash-flow-20\d\d-\d\d-\d\d\.csv$/);
  const rows = rowsOf(bytes.toString('utf8'));
  const by = (kind) => new Map(rows.filter((row) => row.scenario === kind).map((row) => [row.quarter, row]));
  const [reported, current, base] = ['reported', 'current', 'base'].map(by);
  const shown = await table(page, 'cash-flow');
  assert.ok(shown.length > 40);
  for (const { quarter, reported: isReported, cells } of shown) {
    const row = (isReported ? reported : current).get(quarter);
    for (const [output, value] of Object.entries(cells)) assert.equal(row[output], value, `${output} in ${quarter}`);
  }
  for (const [rowsOfRun, link] of [[current, CHANGED], [base, '#1~2025q3']]) {
    const quarters = cliQuarters(link);
    assert.deepEqual([...rowsOfRun.keys()], [...quarters.keys()]);
    for (const [quarter, { scenario: _, quarter: __, ...cells }] of rowsOfRun) {
      for (const [output, value] of Object.entries(cells)) assertSame(value, quarters.get(quarter).get(output), `${output} in ${quarter} of ${link}`);
    }
  }
});

for (const link of ['#1~2025q3', CHANGED, '#1~2026q2~psl_4~H_2031~~2025q3~cx1_200']) {
  check(`the table of the whole run is that of the command line: ${link}`, { link }, async ({ page }) => {
    const { name, bytes } = await fileOfPanel(page, 'download-run-csv');
    assert.match(name, /^buildout-20\d\d-\d\d-\d\d\.csv$/);
    assert.equal(bytes.toString('utf8'), cli('export', '--csv', '-', link));
  });
}

// ------------------------------------------------------------------------------------------ pictures

for (const { locale, colorScheme } of [{ locale: 'en-US', colorScheme: 'light' }, { locale: 'zh-CN', colorScheme: 'dark' }]) {
  check(`every chart is a picture, ${locale}, ${colorScheme}`, { locale, colorScheme, link: `#1~2025q3~cx1_180~V_${PANELS.join('.')}` }, async ({ page }) => {
    for (const panel of PANELS) {
      const svg = (await fileOfChart(page, panel, 'download-svg')).bytes.toString('utf8');
      const { root, texts } = await textsOf(page, svg);
      const all = texts.join(' ');
      assert.equal(root, 'svg');
      assert.ok(all.includes(await figure(page, panel).locator('h2').innerText()), `${panel}: the title is in ${all}`);
      assert.match(all, TODAY, `${panel}: the day is there`);
      assert.ok(texts.join('').includes(await shareLink(page)), `${panel}: the link is in ${all}`);
      const [, width, height] = /<svg[^>]* width="(\d+)(?:\.\d+)?"[^>]* height="(\d+)/.exec(svg) ?? assert.fail(svg.slice(0, 300));
      const { name, bytes } = await fileOfChart(page, panel, 'download-png');
      assert.match(name, new RegExp(`^buildout-${panel}-20\\d\\d-\\d\\d-\\d\\d\\.png$`));
      assert.deepEqual(pngSize(bytes), [2 * Number(width), 2 * Number(height)], `${panel}: two pixels for each of the SVG's`);
      assert.ok((await colours(page, bytes)) > 16, `${panel}: the picture shows something`);
    }
  });
}

check('the card for posts has the size that posts have, and says whose figures it shows', { link: CHANGED }, async ({ page }) => {
  const { name, bytes } = await fileOfPanel(page, 'download-card-png');
  assert.match(name, /^buildout-card-20\d\d-\d\d-\d\d\.png$/);
  assert.deepEqual(pngSize(bytes), [1200, 675]);
  assert.ok((await colours(page, bytes)) > 16);
  const svg = (await fileOfPanel(page, 'download-card-svg')).bytes.toString('utf8');
  const { texts } = await textsOf(page, svg);
  const all = texts.join(' ');
  assert.match(all, /180/, 'the scenario in words');
  assert.match(all, TODAY);
  assert.ok(texts.join('').includes(await shareLink(page)), `the link is in ${all}`);
  const { fcf_2030: shown } = await headlines(page);
  assert.ok(all.includes(Math.abs(shown).toFixed(1)), `free cash flow in 2030, ${shown}, is in ${all}`);
});

// ------------------------------------------------------------------------------------------ the workbook

check('the workbook is a button away, and is a whole one', { link: CHANGED }, async ({ page }) => {
  const { name, bytes } = await fileOf(page, page.locator('button[data-action="download-xlsx"]').first());
  assert.match(name, /^buildout-20\d\d-\d\d-\d\d\.xlsx$/);
  assert.equal(bytes.subarray(0, 2).toString('latin1'), 'PK');
  assert.ok(bytes.length > 100_000, `${bytes.length} bytes`);
  const directory = bytes.toString('latin1');
  for (const part of ['[Content_Types].xml', 'xl/workbook.xml', 'xl/worksheets/sheet3.xml']) assert.ok(directory.includes(part), `${part} is in it`);
});

// ------------------------------------------------------------------------------------------ scenario files

for (const link of [CHANGED, '#1~2026q2~psl_4~H_2031~L_zh~M_quarter~V_chips.cash-flow~Z_2026-2029', `${CHANGED}~~2026q2~cx1_200`]) {
  check(`a scenario file opens again as the same link: ${link}`, { link }, async ({ page, open: visit, url }) => {
    const { name, bytes } = await fileOfPanel(page, 'download-scenario');
    assert.match(name, /\.json$/);
    const folder = mkdtempSync(join(tmpdir(), 'buildout-'));
    try {
      writeFileSync(join(folder, name), bytes);
      assert.equal(cli('link', '--file', join(folder, name)).trim(), link, 'for the command line');
      const other = await visit(url);
      await openPanel(other);
      await other.locator('input[data-control="open-files"]').setInputFiles(join(folder, name));
      await eventually('the link is the same', async () => assert.equal(await fragment(other), link));
      await assertHeadlines(other, await headlines(page), 'on the other page');
      assert.equal(await trouble(other).count(), 0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

check('two scenario files are compared, a third is left out and said to be', {}, async ({ page }) => {
  const files = [180, 200, 220].map((capex) => [`${capex}.json`, scenario({ name: `CapEx ${capex}`, set: { capex_next_year: capex } })]);
  await open(page, ...files);
  await page.locator('[data-comparison]').waitFor();
  await eventually('the link holds both', async () => assert.equal(await fragment(page), '#1~2025q3~cx1_180~~2025q3~cx1_200'));
  const said = await trouble(page).innerText();
  for (const words of ['CapEx 180 is open', 'CapEx 200 is open', '220.json: left out']) assert.ok(said.includes(words), said);
  assert.ok(!said.includes('CapEx 220 is open'), `what was left out is not said to be open: ${said}`);
});

check('opening a file is a step that undo takes back', { link: CHANGED }, async ({ page }) => {
  await open(page, ['mine.json', scenario({ set: { capex_next_year: 222 } })]);
  await eventually('it is open', async () => assert.equal(await fragment(page), '#1~2025q3~cx1_222'));
  await page.locator('button[data-action="undo"]').click();
  await eventually('it is taken back', async () => assert.equal(await fragment(page), CHANGED));
});

const BROKEN = [
  { name: 'a value out of range', content: scenario({ set: { pue: 9 } }), says: /set\.pue.*9.*1\.03.*1\.6/s },
  { name: 'an unknown input', content: scenario({ set: { no_such: 1 } }), says: /set\.no_such/ },
  { name: 'an unknown field', content: scenario({ colour: 'red' }), says: /colour/ },
  { name: 'a baseline that is none', content: scenario({ baseline: '2020q1' }), says: /baseline.*2020q1.*2025q3/s },
  { name: 'half a file', content: scenario({}).slice(0, 40), says: /JSON/ },
  { name: 'no scenario', content: '{"hello": "world"}', says: /format/ },
  { name: 'an empty file', content: '', says: /\S{3}/ },
];
for (const { locale, heading } of [{ locale: 'en-US', heading: /not opened/ }, { locale: 'zh-CN', heading: /未打开/ }]) {
  check(`a broken file names what is wrong and changes nothing, ${locale}`, { locale, link: CHANGED }, async ({ page }) => {
    const before = await headlines(page);
    for (const { name, content, says } of BROKEN) {
      await open(page, ['broken.json', content]);
      await trouble(page).waitFor();
      const told = await trouble(page).innerText();
      assert.match(told, heading, name);
      assert.match(told, says, name);
      assert.match(told, /broken\.json/, `${name}: the file is named`);
      assert.equal(await fragment(page), CHANGED, name);
      await page.locator('button[data-action="dismiss-told"]').click();
      await trouble(page).waitFor({ state: 'detached' });
    }
    await assertHeadlines(page, before, 'after broken files');
  });
}

check('a good file beside a broken one is not said to have changed nothing', {}, async ({ page }) => {
  await open(page, ['broken.json', scenario({ set: { pue: 9 } })], ['good.json', scenario({ set: { capex_next_year: 180 } })]);
  await trouble(page).waitFor();
  const told = await trouble(page).innerText();
  assert.match(told, /broken\.json.*set\.pue/s);
  assert.doesNotMatch(told, /good\.json/);
  const isChanged = (await fragment(page)) !== '';
  assert.ok(!(isChanged && /nothing has changed/.test(told)), `the address is ${await fragment(page)}, and the page says: ${told}`);
});

check('a file whose link says something else is opened by its fields, and said so', {}, async ({ page }) => {
  await open(page, ['edited.json', scenario({ set: { capex_next_year: 180 }, link: '#1~2025q3~cx1_200' })]);
  await eventually('the fields count', async () => assert.equal(await fragment(page), '#1~2025q3~cx1_180'));
  assert.match(await word(page).or(trouble(page)).first().innerText(), /link was left out/);
});

check('a file dropped on the page is opened, and the page stays', { link: CHANGED }, async ({ page }) => {
  const taken = await page.evaluate((content) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], 'mine.json', { type: 'application/json' }));
    const target = document.querySelector('figure[data-chart] canvas');
    return ['dragover', 'drop'].map((kind) => !target.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true })));
  }, scenario({ name: 'Dropped', set: { capex_next_year: 222 } }));
  assert.deepEqual(taken, [true, true], 'the browser is kept from leaving the page');
  await eventually('it is open', async () => assert.equal(await fragment(page), '#1~2025q3~cx1_222'));
  assert.match(await word(page).innerText(), /Dropped/);
});

check('a text that is dragged into a field is left to the browser', {}, async ({ page }) => {
  const isTaken = await page.locator('input[type="search"]').first().evaluate((field) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', 'power');
    return ['dragover', 'drop'].map((kind) => !field.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true })));
  });
  assert.deepEqual(isTaken, [false, false], 'dropping a text into a field works as everywhere');
});

// ------------------------------------------------------------------------------------------ own quarters

const OWN = 'quarter,sales,aws_revenue,ocf,capex\n2026Q3,190.4,44.1,48,61.5\n2026Q4,,46,,\n';

/** Moves the crosshair to a quarter by the keys of a chart. */
async function pointAt(page, panel, quarter) {
  const readout = figure(page, panel).locator('[data-readout]');
  await figure(page, panel).locator('canvas').focus();
  await page.keyboard.press('Home');
  await settled(page);
  for (let step = 0; step < 80 && !(await readout.innerText()).startsWith(quarter); step += 1) {
    await page.keyboard.press('ArrowRight');
    await settled(page);
  }
  return readout.innerText();
}

check('own quarters lie over the charts as diamonds, and can be taken away; nothing is sent or kept', { link: '#1~2025q3~M_quarter' }, async ({ page, context }) => {
  // What follows must need nothing from the network, so whatever the page still loads is loaded first.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await fileOfPanel(page, 'quarters-template');
  const asked = [];
  context.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));

  const key = page.locator('.chart-bar .key:not([data-fan-key])');
  assert.doesNotMatch(await pointAt(page, 'sales', '2026Q3'), /◆/);
  const before = { canvas: await canvasHash(page, 'sales'), at: await fragment(page), kept: await page.evaluate(() => JSON.stringify(localStorage)) };
  assert.doesNotMatch(await key.innerText(), /diamond/i);

  await open(page, ['mine.csv', OWN]);
  // It is said for a while only, so that this is read first.
  await eventually('it is said', async () => assert.match(await word(page).innerText(), /mine\.csv: 2 of your quarters/));
  await eventually('the readout shows them', async () => assert.match(await pointAt(page, 'sales', '2026Q3'), /AWS\s+[^◆]*◆ \$44\.1 B/));
  assert.match(await key.innerText(), /diamond/i);
  assert.notEqual(await canvasHash(page, 'sales'), before.canvas, 'they are drawn');
  assert.doesNotMatch(await pointAt(page, 'sales', '2026Q2'), /◆/, 'other quarters have none');
  assert.match(await pointAt(page, 'sales', '2026Q4'), /◆ \$46\.0 B/, 'a quarter has its own');
  const csv = rowsOf((await fileOfChart(page, 'sales', 'download-csv')).bytes.toString('utf8'));
  assert.deepEqual(csv.filter((row) => row.scenario === 'own').map((row) => row.quarter), ['2026Q3', '2026Q4'], 'the table of the chart has them');
  assert.match(await pointAt(page, 'cash-flow', '2026Q3'), /◆/, 'what follows from them is shown too');

  await page.locator('button[data-action="remove-own"]').click();
  await eventually('they are gone', async () => assert.doesNotMatch(await pointAt(page, 'sales', '2026Q3'), /◆/));
  assert.equal(await canvasHash(page, 'sales'), before.canvas, 'the chart is as it was');
  assert.equal(await page.locator('button[data-action="remove-own"]').count(), 0);
  assert.equal(await fragment(page), before.at, 'no link holds them');
  assert.equal(await page.evaluate(() => JSON.stringify(localStorage)), before.kept, 'nothing is kept');
  assert.deepEqual(asked.filter((url) => !/ blob:/.test(url)), [], 'nothing is asked of anyone');
});

check('own quarters are on pictures and in the table of the whole run too', { link: '#1~2025q3~M_quarter' }, async ({ page }) => {
  const plain = (await fileOfChart(page, 'sales', 'download-svg')).bytes.toString('utf8');
  await open(page, ['mine.csv', OWN]);
  await page.locator('button[data-action="remove-own"]').waitFor({ state: 'attached' });
  const svg = (await fileOfChart(page, 'sales', 'download-svg')).bytes.toString('utf8');
  assert.notEqual(svg, plain);
  const rows = rowsOf((await fileOfPanel(page, 'download-run-csv')).bytes.toString('utf8')).filter((row) => row.scenario === 'own');
  assert.deepEqual(rows.map(({ quarter, sales, capex }) => [quarter, sales, capex]), [['2026Q3', '190.4', '61.5'], ['2026Q4', '', '']]);
  assert.ok(Math.abs(Number(rows[0].fcf) - (48 - 61.5)) < 1e-9, 'free cash flow follows');
});

check('the table to fill in can be filled in', {}, async ({ page }) => {
  const { name, bytes } = await fileOfPanel(page, 'quarters-template');
  assert.match(name, /\.csv$/);
  const template = bytes.toString('utf8');
  const lines = template.trimEnd().split(/\r?\n/);
  const columns = lines.find((line) => !line.startsWith('#')).split(',');
  assert.equal(columns[0], 'quarter');
  assert.match(lines.at(-1), /^20\d\dQ\d,+$/, 'the next quarter waits to be filled in');
  const cells = lines.pop().split(',').map((cell, place) => (columns[place] === 'capex' ? '61.5' : cell));
  await open(page, [name, [...lines, cells.join(',')].join('\n')]);
  await page.locator('button[data-action="remove-own"]').waitFor({ state: 'attached' });
  assert.equal(await trouble(page).count(), 0);
});

const BAD_TABLES = [
  { name: 'no number', content: 'quarter,capex\n2026Q3,lots\n', en: /line 2, capex: .*lots/, zh: /第 2 行，capex：.*lots/ },
  { name: 'no quarter', content: 'quarter,capex\n2026Q3,60\nQ3 2026,61\n', en: /line 3, quarter: .*Q3 2026/, zh: /第 3 行，quarter：.*Q3 2026/ },
  { name: 'millions', content: 'quarter,capex\n2026Q3,61500\n', en: /line 2, capex: .*61\.5/, zh: /第 2 行，capex：.*61\.5/ },
  { name: 'an unknown column', content: 'quarter,profit\n2026Q3,10\n', en: /line 1, profit: /, zh: /第 1 行，profit：/ },
  { name: 'a quarter twice', content: 'quarter,capex\n2026Q3,60\n2026Q3,61\n', en: /line 3.*2026Q3.*line 2/, zh: /第 3 行.*2026Q3.*第 2 行/ },
];
for (const { locale, language } of [{ locale: 'en-US', language: 'en' }, { locale: 'zh-CN', language: 'zh' }]) {
  check(`a bad table is refused by line and column, ${locale}`, { locale, link: CHANGED }, async ({ page }) => {
    for (const { name, content, ...says } of BAD_TABLES) {
      await open(page, ['bad.csv', content]);
      await trouble(page).waitFor();
      const told = await trouble(page).innerText();
      assert.match(told, says[language], name);
      if (language === 'zh') for (const line of told.split('\n').filter(Boolean)) assert.match(line, HAN, name);
      assert.equal(await page.locator('button[data-action="remove-own"]').count(), 0, `${name}: nothing lies over the charts`);
      await page.locator('button[data-action="dismiss-told"]').click();
      await trouble(page).waitFor({ state: 'detached' });
    }
    assert.equal(await fragment(page), CHANGED);
  });
}
