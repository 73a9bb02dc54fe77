// A scenario on its way to somebody else: the link with its receipt, what the page says of one whose figures have changed, the
// preview, copying, the system's share sheet, and how often the address is written.

import assert from 'node:assert/strict';

import {
  assertHeadlines, check, cli, cliHeadline, drag, eventually, fragment, headlines, ready, refuseWorkers, setSlider, settled, shareLink,
  slider, sliderValue, useBrowser,
} from './harness.mjs';

useBrowser();

const CHANGED = '#1~2025q3~cx1_180~psl_2.5~tm_0.7';
const CAPEX = 'capex_next_year';
const TRAINIUM = 'trainium_mix';
/** The figures of a receipt, in its order after the version of the model. */
const FIGURES = [
  'fcf_trough', 'fcf_trough_quarter', 'margin_trough', 'margin_trough_quarter', 'npv', 'npv_without_book', 'irr', 'peak_need',
  'payback_quarter', 'power_multiple_2027', 'aws_2030', 'fcf_2030',
];
const HAN = /[\u4e00-\u9fff]/;

const button = (page, action) => page.locator(`button[data-action="${action}"]`).first();
const receipt = (page) => page.locator('[data-receipt]');
const differing = (page) =>
  receipt(page).locator('tr[data-receipt-figure]').evaluateAll((rows) =>
    rows.map((row) => ({
      figure: row.dataset.receiptFigure,
      cells: [...row.querySelectorAll('td')].map((cell) => cell.textContent),
    })),
  );

/** A link with its receipt changed: `change` gets the version of the model and the figures by name. */
function tampered(link, change) {
  const [, head, text, tail] = /^(.*~R_)([^~]*)(.*)$/.exec(link) ?? assert.fail(`\`${link}\` carries a receipt`);
  const [version, ...figures] = text.split('_');
  assert.equal(figures.length, FIGURES.length, 'a receipt has a figure for each of the headline');
  const held = { version: Number(version), ...Object.fromEntries(FIGURES.map((name, place) => [name, figures[place]])) };
  change(held);
  return `${head}${[held.version, ...FIGURES.map((name) => held[name])].join('_')}${tail}`;
}

const inBillionsMore = (tenths) => String(Number(tenths) + 400);

// ------------------------------------------------------------------------------------------ the receipt

check('the link to share carries the figures that its sender sees, as the command line writes them', { link: CHANGED }, async ({ page }) => {
  const sent = await shareLink(page);
  assert.equal(new URL(sent).hash, cli('link', '--receipt', CHANGED).trim());
  assert.match(sent, /^[A-Za-z0-9\-._~:/#]+$/, 'nothing in it can be damaged on the way');
  assert.doesNotMatch(await fragment(page), /~R_/, 'the address bar stays short');
});

for (const link of ['', CHANGED, '#1~2026q2~psl_4~H_2031~L_zh', `${CHANGED}~~2026q2~cx1_200`]) {
  check(`a link opens the same scenario elsewhere without a word of its receipt: ${link || 'the default'}`, { link }, async ({ page, open }) => {
    const other = await open(await shareLink(page));
    await assertHeadlines(other, await headlines(page), 'for another reader');
    assert.equal(await other.locator('[data-notice]').count(), 0);
    assert.equal(await shareLink(other), await shareLink(page), 'and it is passed on as it came');
  });
}

check('a link whose figures were others when it was sent shows then and now, and says why', { link: CHANGED }, async ({ page, open }) => {
  const sent = await shareLink(page);
  const other = await open(tampered(sent, (held) => {
    held.fcf_2030 = inBillionsMore(held.fcf_2030);
    held.payback_quarter = '30q1';
  }));
  const rows = await differing(other);
  assert.deepEqual(rows.map((row) => row.figure), ['payback_quarter', 'fcf_2030'], 'only what differs is listed');
  const { fcf_2030: now } = await headlines(page);
  const [then, today] = rows[1].cells.map((text) => Number(text.replace('−', '-').replace(/[^\d.-]/g, '')));
  assert.ok(Math.abs(today - now) < 0.06, `${rows[1].cells} against ${now}`);
  assert.ok(Math.abs(then - today - 40) < 0.11, `then is 40 B$ more: ${rows[1].cells}`);
  assert.equal(rows[0].cells[0], '2030Q1');
  const words = await receipt(other).innerText();
  assert.match(words, /When sent/);
  assert.match(words, /Now/);
  assert.match(words, /Both were computed by model version \d+/, 'the same model means that the link was changed');
  await assertHeadlines(other, await headlines(page), 'the page shows the figures of today');
});

check('a link from another version of the model names both versions', { link: CHANGED }, async ({ page, open }) => {
  let versions;
  const target = tampered(await shareLink(page), (held) => {
    versions = [held.version + 1, held.version];
    held.version += 1;
    held.aws_2030 = inBillionsMore(held.aws_2030);
  });
  const words = await receipt(await open(target)).innerText();
  assert.ok(words.includes(`sent with model version ${versions[0]}`) && words.includes(`computes with version ${versions[1]}`), words);
});

check('another version of the model with the same figures is no news', { link: CHANGED }, async ({ page, open }) => {
  const other = await open(tampered(await shareLink(page), (held) => { held.version += 1; }));
  assert.equal(await other.locator('[data-notice]').count(), 0);
});

check('a receipt that cannot be read is said, and the scenario opens', { link: CHANGED }, async ({ page, open }) => {
  const other = await open((await shareLink(page)).replace(/~R_[^~]*/, '~R_1_2_3'));
  assert.match(await other.locator('[data-notice]').innerText(), /cannot be compared/);
  await assertHeadlines(other, cliHeadline(CHANGED), 'for the reader');
});

const WAYS_ON = [
  { name: 'moving a lever', go: (page) => setSlider(page, CAPEX, 200) },
  { name: 'dismissing it', go: (page) => button(page, 'dismiss-receipt').click() },
  { name: 'choosing a preset', go: (page) => page.locator('select[data-control="preset"]').selectOption('call') },
];
for (const { name, go } of WAYS_ON) {
  check(`${name} takes the notice away, and the link shared then is of today`, { link: CHANGED }, async ({ page, open }) => {
    const other = await open(tampered(await shareLink(page), (held) => { held.npv = inBillionsMore(held.npv); }));
    await receipt(other).waitFor();
    await go(other);
    await settled(other);
    assert.equal(await receipt(other).count(), 0);
    await eventually('the address forgets it', async () => assert.doesNotMatch(await fragment(other), /~R_/));
    assert.equal(await open(await shareLink(other)).then((next) => receipt(next).count()), 0);
  });
}

check('the notice is written in Chinese too', { link: CHANGED }, async ({ page, open }) => {
  const other = await open(tampered(`${await shareLink(page)}~L_zh`, (held) => { held.npv = inBillionsMore(held.npv); }));
  const texts = await receipt(other).locator('p, th, button').allInnerTexts();
  for (const text of texts) assert.match(text, HAN);
  assert.match(texts[0], /模型版本 \d/);
});

// ------------------------------------------------------------------------------------------ the panel

async function openPanel(page) {
  await page.locator('details.share-more > summary').click();
  await page.locator('[data-link-preview]').waitFor();
}

for (const { locale, says, then } of [
  { locale: 'en-US', says: [/CapEx/, /\$180 B/, /free cash flow/i], then: /\$222 B/ },
  { locale: 'zh-CN', says: [/1,800 亿美元/, /自由现金流/], then: /2,220 亿美元/ },
]) {
  check(`the panel says in words what the link will show, ${locale}`, { locale, link: CHANGED }, async ({ page }) => {
    await openPanel(page);
    const preview = page.locator('[data-link-preview]');
    await eventually('the words are there', async () => {
      const words = await preview.innerText();
      for (const word of says) assert.match(words, word);
    });
    assert.equal(await page.locator('input[data-link-address]').inputValue(), await shareLink(page));
    await setSlider(page, CAPEX, 222);
    await eventually('the words follow', async () => assert.match(await preview.innerText(), then));
    assert.equal(await page.locator('input[data-link-address]').inputValue(), await shareLink(page));
  });
}

check('the share panel fits the window where two scenarios are compared', { link: `${CHANGED}~~2026q2~cx1_200` }, async ({ page }) => {
  for (const width of [1440, 1241, 1024, 901, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.locator('details.share-more').evaluate((panel) => { panel.open = true; });
    await page.locator('[data-link-preview] svg').waitFor();
    const { left, right } = await page.locator('.share-list').evaluate((list) => {
      const { left, right } = list.getBoundingClientRect();
      return { left, right };
    });
    assert.ok(left >= 0 && right <= width, `at ${width} px it lies from ${left} to ${right}`);
  }
});

for (const { name, link, maker } of [
  { name: 'come', link: CHANGED, maker: (route) => route.continue() },
  { name: 'cannot be had', link: CHANGED, maker: (route) => route.fulfill({ contentType: 'text/javascript', body: 'postMessage("another build");' }) },
]) {
  for (const width of [1440, 390]) {
    check(`no button moves when words and code ${name}, ${width} px`, { link, viewport: { width, height: 900 } }, async ({ context, url }) => {
      await context.addInitScript(refuseWorkers);
      const page = await context.newPage();
      await page.goto(url + link);
      await ready(page);
      let answer;
      const answered = new Promise((resolve) => { answer = resolve; });
      await context.route('**/buildout-desk_loader.js', async (route) => {
        await answered;
        await maker(route);
      });
      const places = () => page.locator('.share-list :is(button, input, textarea)').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
      await page.locator('details.share-more > summary').click();
      await page.locator('[data-link-preview]').waitFor();
      const before = await places();
      answer();
      await page.locator('[data-link-preview] :is(svg, [data-qr-trouble])').waitFor();
      assert.deepEqual(await places(), before);
    });
  }
}

check('the system\'s share sheet gets the link, where there is one', {}, async ({ page, context }) => {
  await context.addInitScript(() => {
    Navigator.prototype.share = (data) => {
      window.sharedWith = data;
      return Promise.reject(new DOMException('closed', 'AbortError'));
    };
  });
  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  await openPanel(page);
  await button(page, 'share-system').click();
  const data = await page.waitForFunction(() => window.sharedWith).then((handle) => handle.jsonValue());
  assert.equal(data.url, await shareLink(page));
  assert.equal(data.title, await page.title());
  assert.equal(await page.locator('[data-told="trouble"]').count(), 0, 'a reader who closes the sheet has not failed');
});

// ------------------------------------------------------------------------------------------ copying

check('a press copies the link and says so', { link: CHANGED, permissions: ['clipboard-read', 'clipboard-write'] }, async ({ page }) => {
  await button(page, 'share').click();
  await page.locator('.toast.shown').waitFor();
  assert.match(await page.locator('.toast.shown').innerText(), /copied/i);
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await shareLink(page));
  await setSlider(page, CAPEX, 222);
  assert.equal(await page.locator('.toast.shown').count(), 0, 'another scenario is not copied yet');
});

check('where the browser refuses to copy, link and snippet are there to be copied by hand', { link: CHANGED }, async ({ page }) => {
  await page.evaluate(() => {
    Clipboard.prototype.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
  });
  await button(page, 'share').click();
  const shown = page.locator('.toast.shown input');
  await shown.waitFor();
  assert.equal(await shown.inputValue(), await shareLink(page));
  await page.locator('details.share-more').evaluate((panel) => { panel.open = true; });
  await button(page, 'copy-embed').evaluate((one) => one.click());
  const trouble = page.locator('[data-told="trouble"]');
  assert.match(await trouble.innerText(), /copy it yourself/);
  assert.ok(await page.locator('textarea[data-embed-snippet]').isVisible());
});

for (const refused of [false, true]) {
  check(`what is said of ${refused ? 'a refused' : 'a done'} copy leaves the buttons below it in reach`, {
    link: CHANGED, permissions: ['clipboard-write'],
  }, async ({ page }) => {
    if (refused) {
      await page.evaluate(() => {
        Clipboard.prototype.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
      });
    }
    await button(page, 'share').click();
    await page.locator('.toast.shown').waitFor();
    const covered = () =>
      page.locator('.tools :is(button, summary):visible').evaluateAll((all) =>
        all.filter((one) => {
          const { left, top, width, height } = one.getBoundingClientRect();
          return document.elementFromPoint(left + width / 2, top + height / 2)?.closest('.toast');
        }).map((one) => one.textContent));
    await eventually('nothing stays covered', async () => assert.deepEqual(await covered(), []));
  });
}

// ------------------------------------------------------------------------------------------ the address

/** Browsers refuse more writes than this in ten seconds; the strictest of them counts so. */
const MOST_WRITES = 100;
const WINDOW_MS = 10_000;

/** The most writes of the address that fell into any ten seconds since the page was loaded. */
const mostWrites = (page) =>
  page.evaluate((span) => {
    const { writes } = window;
    return Math.max(0, ...writes.map((first) => writes.filter((at) => at >= first && at < first + span).length));
  }, WINDOW_MS);

async function countWrites(page) {
  await page.addInitScript(() => {
    window.writes = [];
    for (const name of ['pushState', 'replaceState']) {
      const write = history[name];
      history[name] = (...given) => {
        window.writes.push(performance.now());
        return write.apply(history, given);
      };
    }
  });
  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
}

/** Sends events to controls, so many a frame: `[kind, selector, value]`. */
const script = (page, events, perFrame) =>
  page.evaluate(async ({ events, perFrame }) => {
    for (const [place, [kind, selector, value]] of events.entries()) {
      const element = document.querySelector(selector);
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value').set.call(element, String(value));
      element.dispatchEvent(new Event(kind, { bubbles: true }));
      if (place % perFrame === perFrame - 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, { events, perFrame });

const range = (input) => `input[type="range"][data-input="${input}"]`;
const up = (place, from, to) => from + (place % (to - from + 1));

const SCRIPTS = [
  {
    name: 'a lever is dragged for long and let go often',
    perFrame: 1,
    events: Array.from({ length: 600 }, (_, place) => [
      ['input', range(CAPEX), up(place, 120, 219)],
      ...(place % 15 === 14 ? [['change', range(CAPEX), up(place, 120, 219)]] : []),
    ]).flat(),
    ends: ['--set', `${CAPEX}=219`],
  },
  {
    name: 'two levers are let go in turn',
    perFrame: 4,
    events: Array.from({ length: 160 }, (_, place) => [
      ['input', range(CAPEX), up(place, 140, 219)],
      ['change', range(CAPEX), up(place, 140, 219)],
      ['input', range(TRAINIUM), up(place, 10, 89) / 100],
      ['change', range(TRAINIUM), up(place, 10, 89) / 100],
    ]).flat(),
    ends: ['--set', `${CAPEX}=219`, '--set', `${TRAINIUM}=0.89`],
  },
  {
    name: 'a choice is changed by a held key',
    perFrame: 1,
    events: Array.from({ length: 240 }, (_, place) => ['change', 'select[data-control="baseline"]', ['2026q2', '2025q3'][place % 2]]),
    ends: ['--baseline', '2025q3'],
  },
];

for (const { name, perFrame, events, ends } of SCRIPTS) {
  check(`browsers never tire of the address, though ${name}`, {}, async ({ page }) => {
    await countWrites(page);
    await script(page, events, perFrame);
    const wanted = cli('link', ...ends).trim();
    await eventually('the address ends where the script does', async () => assert.equal(await fragment(page), wanted));
    const writes = await mostWrites(page);
    assert.ok(writes > 0, 'the address was written');
    assert.ok(writes < MOST_WRITES, `${writes} writes in ten seconds`);
  });
}

check('the address is not written while a lever is held', {}, async ({ page }) => {
  await countWrites(page);
  await drag(page, CAPEX, Array.from({ length: 90 }, (_, place) => 130 + place), { release: false });
  assert.equal(await mostWrites(page), 0);
});

check('back and forward step through what was released', {}, async ({ page }) => {
  const stands = async () => ({ capex: await sliderValue(page, CAPEX), trainium: await sliderValue(page, TRAINIUM), at: await fragment(page) });
  const steps = [await stands()];
  // By key: WebKit goes back over addresses that a page wrote without its reader having done anything.
  for (const input of [CAPEX, TRAINIUM, CAPEX]) {
    const before = await fragment(page);
    await slider(page, input).press('ArrowUp');
    await eventually('the address is written', async () => assert.notEqual(await fragment(page), before));
    steps.push(await stands());
  }
  assert.equal(new Set(steps.map((step) => step.at)).size, 4, 'each release has an address');
  const expect = (place, what) => eventually(what, async () => assert.deepEqual(await stands(), steps[place]));
  for (const place of [2, 1, 0]) {
    await page.goBack();
    await expect(place, `back to release ${place}`);
  }
  await assertHeadlines(page, cliHeadline(), 'at the beginning');
  for (const place of [1, 2, 3]) {
    await page.goForward();
    await expect(place, `forward to release ${place}`);
  }
  await assertHeadlines(page, cliHeadline(steps[3].at), 'at the end');
  assert.equal(Number(await slider(page, CAPEX).inputValue()), steps[3].capex);
});
