// What is closed is let go. `soak.mjs` does everything at random for an hour; here one thing is done until a leak would show.

import assert from 'node:assert/strict';

import { check, ready, settled, useBrowser } from './harness.mjs';
import { noteWasmMemory, wasmMemory } from './wasm_memory.mjs';

useBrowser();

/** What memory grows by, at least. */
const PAGE = 64 * 1024;

/** Turns something on and off again so many times, without waiting for frames. */
const turned = (page, { on, off, times }) => page.evaluate(async ({ on, off, times }) => {
  // Effects run in microtasks, and what they start in the next.
  const turn = () => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  });
  for (let time = 0; time < times; time += 1) {
    for (const selector of [on, off]) {
      document.querySelector(selector).click();
      await turn();
    }
  }
}, { on, off, times });

const WHAT = [
  { name: 'a panel', on: '[data-panel="capacity"]', off: '[data-panel="capacity"]', times: 80 },
  { name: 'a comparison', on: '[data-action="pin"]', off: '[data-action="unpin"]', times: 120 },
];
for (const { name, ...turns } of WHAT) {
  check(`${name} that comes and goes leaves nothing behind`, { link: '#1~2025q3~cx1_180' }, async ({ page, context }) => {
    await noteWasmMemory(context);
    await page.reload();
    await ready(page);
    // The steps that can be undone are kept, up to a number, and the room that they take is taken once.
    await turned(page, turns);
    const before = await wasmMemory(page);
    await turned(page, turns);
    await turned(page, turns);
    await settled(page);
    assert.ok(before > 0);
    const more = await wasmMemory(page) - before;
    // The room may have been nearly full, and 72 bytes of a panel stay (docs/decisions/0019-lasting-state.md).
    assert.ok(more <= PAGE, `${more / 1024} KiB more`);
  });
}
