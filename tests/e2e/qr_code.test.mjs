// The QR code of a link, read as a camera program would, but without mending: what the page draws has no faults to mend.

import assert from 'node:assert/strict';

import { check, eventually, setSlider, shareLink, useBrowser } from './harness.mjs';

useBrowser();

// ------------------------------------------------------------------------------------------ reading a code
// After ISO/IEC 18004: https://www.iso.org/standard/62021.html

const QUIET = 4;
/** Codewords for error correction in each block at level L, and blocks, by version from 1. */
const CORRECTION = [
  7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30,
  30, 30, 30, 30, 30, 30,
];
const BLOCKS = [
  1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25,
];
const MASKS = [
  (x, y) => (x + y) % 2,
  (x, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];
const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Where the small squares lie that keep a large code straight. */
function alignments(version, size) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, place) => size - 7 - (count - 2 - place) * step)];
}

/** Whether a module belongs to the frame of a code and not to what it says. */
function isFrame(version, size, x, y) {
  const inCorner = (x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8);
  const isTiming = x === 6 || y === 6;
  const isVersion = version >= 7 && ((x >= size - 11 && x < size - 8 && y < 6) || (y >= size - 11 && y < size - 8 && x < 6));
  const centres = alignments(version, size);
  const last = centres.length - 1;
  const isAlignment = centres.some((cx, i) => centres.some((cy, j) => {
    const overFinder = (i === 0 && j === 0) || (i === last && j === 0) || (i === 0 && j === last);
    return !overFinder && Math.abs(x - cx) <= 2 && Math.abs(y - cy) <= 2;
  }));
  return inCorner || isTiming || isVersion || isAlignment;
}

/** The bits of a code in the order in which they were laid: two columns at a time from the right, up and down in turn. */
function laidBits(dark, version, size, mask) {
  const bits = [];
  let isUp = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let row = 0; row < size; row += 1) {
      const y = isUp ? size - 1 - row : row;
      for (const x of [right, right - 1]) {
        if (!isFrame(version, size, x, y)) bits.push(Number(dark(x, y)) ^ Number(MASKS[mask](x, y) === 0));
      }
    }
    isUp = !isUp;
  }
  return bits;
}

/** The data of the blocks, one after the other; they are laid a codeword of each in turn, longer blocks last. */
function dataBytes(bits, version) {
  const bytes = Array.from({ length: Math.floor(bits.length / 8) }, (_, place) =>
    bits.slice(place * 8, place * 8 + 8).reduce((byte, bit) => byte * 2 + bit, 0));
  const [blocks, correction] = [BLOCKS[version - 1], CORRECTION[version - 1]];
  const short = Math.floor(bytes.length / blocks) - correction;
  const longer = bytes.length % blocks;
  const data = Array.from({ length: blocks }, () => []);
  let next = 0;
  for (let place = 0; place <= short; place += 1) {
    for (let block = 0; block < blocks; block += 1) {
      if (place < short || block >= blocks - longer) data[block].push(bytes[next++]);
    }
  }
  return data.flat();
}

/** The text in the data: parts of numbers, of capitals, or of bytes. */
function textOf(bytes, version) {
  const bits = bytes.flatMap((byte) => Array.from({ length: 8 }, (_, place) => (byte >> (7 - place)) & 1));
  let at = 0;
  const take = (count) => bits.slice(at, (at += count)).reduce((value, bit) => value * 2 + bit, 0);
  const size = version < 10 ? 0 : version < 27 ? 1 : 2;
  let text = '';
  while (bits.length - at >= 4) {
    const mode = take(4);
    if (mode === 0) break;
    if (mode === 1) {
      let left = take([10, 12, 14][size]);
      for (; left >= 3; left -= 3) text += String(take(10)).padStart(3, '0');
      if (left === 2) text += String(take(7)).padStart(2, '0');
      if (left === 1) text += String(take(4));
    } else if (mode === 2) {
      let left = take([9, 11, 13][size]);
      for (; left >= 2; left -= 2) {
        const pair = take(11);
        text += ALPHANUMERIC[Math.floor(pair / 45)] + ALPHANUMERIC[pair % 45];
      }
      if (left === 1) text += ALPHANUMERIC[take(6)];
    } else if (mode === 4) {
      const count = take([8, 16, 16][size]);
      text += Buffer.from(Array.from({ length: count }, () => take(8))).toString('utf8');
    } else {
      assert.fail(`a part of kind ${mode} in ${text}…`);
    }
  }
  return text;
}

/** What the code on the page says. */
async function readCode(page) {
  const [width, path] = await page.locator('svg[data-qr]').evaluate((svg) => [
    Number(svg.dataset.qr), svg.querySelector('path.qr-dark').getAttribute('d'),
  ]);
  const size = width - 2 * QUIET;
  const version = (size - 17) / 4;
  assert.ok(Number.isInteger(version) && version >= 1 && version <= 40, `a code of ${size} modules`);
  const modules = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x - QUIET} ${y - QUIET}`));
  assert.equal([...modules].join('').length > 0 && path.replace(/M\d+ \d+h1v1h-1z/g, ''), '', 'the path holds modules only');
  const dark = (x, y) => modules.has(`${x} ${y}`);
  // A camera finds a code by the three squares of 7 modules: dark, light, and a dark heart of 3.
  for (const [left, top] of [[0, 0], [size - 7, 0], [0, size - 7]]) {
    for (let y = 0; y < 7; y += 1) {
      for (let x = 0; x < 7; x += 1) {
        const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
        assert.equal(dark(left + x, top + y), ring !== 2, `finder at ${left} ${top}, module ${x} ${y}`);
      }
    }
  }
  const format = [...[0, 1, 2, 3, 4, 5].map((x) => dark(x, 8)), dark(7, 8), dark(8, 8), dark(8, 7)].map(Number);
  const info = format.slice(0, 5).reduce((value, bit) => value * 2 + bit, 0) ^ 0b10101;
  assert.equal(info >> 3, 0b01, 'the level of error correction is L');
  return textOf(dataBytes(laidBits(dark, version, size, info & 7), version), version);
}

// ------------------------------------------------------------------------------------------ the codes of links

const EVERY_PANEL = 'cash-flow.capex.capacity.chips.sales.services.margin.backlog.ads-stores.cash.ai-build.curves';
const LINKS = [
  { name: 'the default', link: '' },
  { name: 'a changed scenario', link: '#1~2025q3~cx1_180~psl_2.5~tm_0.7' },
  {
    name: 'two changed scenarios and every panel',
    link: `#1~2025q3~cx1_190~shk_0.6~shy_2027~bkd_0.4~apd_0.3~V_${EVERY_PANEL}~~2026q2~cx1_200~psl_4~tm_0.85~tmr_2~ta_0.4~trp_0.9`,
  },
];

for (const { name, link } of LINKS) {
  check(`the code says the link of ${name}, and follows it`, { link }, async ({ page }) => {
    await page.locator('details.share-more > summary').click();
    await page.locator('svg[data-qr]').waitFor();
    const says = async () => assert.equal(await readCode(page), await shareLink(page));
    await eventually('the code says the link', says);
    await setSlider(page, 'capex_next_year', 222);
    assert.match(await shareLink(page), /~cx1_222/);
    await eventually('the code says the new link', says);
  });
}

check('the code has a name and light all around, in the dark too', { colorScheme: 'dark' }, async ({ page }) => {
  await page.locator('details.share-more > summary').click();
  const code = page.locator('svg[data-qr]');
  await code.waitFor();
  assert.equal(await code.getAttribute('aria-label'), 'QR code of the link');
  const [light, dark] = await code.evaluate((svg) =>
    ['.qr-light', '.qr-dark'].map((part) => getComputedStyle(svg.querySelector(part)).fill));
  assert.equal(light, 'rgb(255, 255, 255)');
  const [red, green, blue] = dark.match(/\d+/g).map(Number);
  assert.ok(red + green + blue < 120, `${dark} is dark`);
});
