// What the tests in WebKit stand on beside the browser: the proxy, the words of locators and keys, and the folder of downloads.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { Downloads } from './engines/downloads.mjs';
import { serve } from './server.mjs';
import { pressActions } from './webdriver/keys.mjs';
import { Proxy } from './webdriver/proxy.mjs';
import { stepsOf } from './webdriver/selector.mjs';

async function inFolder(body) {
  const folder = mkdtempSync(join(tmpdir(), 'buildout-webdriver-'));
  try {
    await body(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the proxy passes on, notes, answers in place of a host, and plays dead', () => inFolder(async (folder) => {
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html><head><title>page</title>');
  writeFileSync(join(folder, 'a.js'), 'true');
  const noted = [];
  const proxy = new Proxy({
    request: (method, url) => noted.push(`${method} ${new URL(url).pathname}`),
    response: (status) => noted.push(status),
  });
  const [server, address] = [await serve(folder), new URL(await proxy.start())];
  const get = (path, headers = {}, at = server.url) =>
    new Promise((resolve) => {
      const sent = request({ host: address.hostname, port: address.port, path: at + path, headers }, async (answer) => {
        let text = '';
        for await (const part of answer) text += part;
        resolve(`${answer.statusCode} ${text}`);
      });
      sent.on('error', () => resolve('dead')).end();
    });
  try {
    assert.equal(await get('a.js'), '200 true');
    assert.equal(await get('b.js'), '404 404');
    assert.deepEqual(noted, ['GET /a.js', 200, 'GET /b.js', 404]);
    assert.match(await get('', { 'sec-fetch-dest': 'document' }), /<head><script src="[^"]+"><\/script><title>/, 'a page gets the script');
    assert.equal(await get('', { 'sec-fetch-dest': 'empty' }), `200 ${readFileSync(join(folder, 'index.html'))}`, 'a worker gets what was built');
    proxy.scripts.push('first();');
    assert.equal(await get('.before-all-others.js'), '200 first();');

    proxy.route('**/a.js', (route) => route.fulfill({ body: 'false' }));
    assert.equal(await get('a.js'), '200 false');
    proxy.route(/a\.js$/, (route) => route.abort());
    assert.equal(await get('a.js'), 'dead', 'the last route counts');
    proxy.unroute(/a\.js$/);
    proxy.unroute('**/a.js');
    assert.equal(await get('a.js'), '200 true');

    assert.equal(await get('', {}, 'http://example.org/'), 'dead', 'no other host is asked');
    proxy.isOffline = true;
    assert.equal(await get('a.js'), 'dead');
  } finally {
    await proxy.stop();
    await server.stop();
  }
}));

test('a download counts once it is whole, and keeps its name', () => inFolder(async (folder) => {
  const downloads = new Downloads(folder);
  for (const content of ['one', 'two']) {
    const next = downloads.next(2000);
    writeFileSync(join(folder, 'run.csv'), '');
    writeFileSync(join(folder, 'run.csv.part'), 'o');
    await new Promise((resolve) => setTimeout(resolve, 60));
    writeFileSync(join(folder, 'run.csv'), content);
    rmSync(join(folder, 'run.csv.part'));
    const download = await next;
    assert.equal(download.suggestedFilename(), 'run.csv');
    assert.equal(readFileSync(await download.path(), 'utf8'), content);
  }
  await assert.rejects(downloads.next(50), /no file came within 50 ms/);
}));

const SELECTORS = [
  { given: ['p, b'], steps: [['css', 'p, b']] },
  { given: ['.a :is(p, b):visible'], steps: [['css', '.a :is(p, b)'], ['visible']] },
  { given: ['p:visible, b:visible'], steps: [['css', 'p, b'], ['visible']] },
  { given: ['p', { hasText: /^x/i }], steps: [['css', 'p'], ['text', { source: '^x', flags: 'i' }]] },
  { given: ['p', { has: { steps: [['css', 'b']] } }], steps: [['css', 'p'], ['has', [['css', 'b']]]] },
];
for (const { given, steps } of SELECTORS) {
  test(`${given[0]} is ${JSON.stringify(steps)}`, () => assert.deepEqual(stepsOf(...given), steps));
}
test('a selector of which only a part must be seen is refused', () => assert.throws(() => stepsOf('p:visible, b'), /in some parts only/));

test('keys are held while others are pressed, and an unknown one is refused', () => {
  const said = pressActions('Control+Shift+z').map(({ type, value }) => `${type} ${value}`);
  assert.deepEqual(said, ['keyDown \uE009', 'keyDown \uE008', 'keyDown z', 'keyUp z', 'keyUp \uE008', 'keyUp \uE009']);
  assert.throws(() => pressActions('Control+Nope'), /no key is called `Nope`/);
});
