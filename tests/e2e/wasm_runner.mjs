// Runs the wasm-bindgen tests of one program in the browser that BROWSER chooses: what cargo calls as the runner of its target.
//
// The tests' own runner drives a browser only over WebDriver of a few kinds. Here it serves the tests alone, as it does for a
// reader who opens them by hand, and the browser of the end-to-end tests opens them.
//
// Usage: node tests/e2e/wasm_runner.mjs PROGRAM.wasm [arguments of the tests]
// Environment: BROWSER and its variables (harness.mjs), WASM_TEST_RUNNER (default wasm-bindgen-test-runner).

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

import { launch, newPage } from './harness.mjs';

/** How long starting to serve may take, and how long the tests, in ms. */
const PATIENCE_TO_SERVE = 60_000;
const PATIENCE_TO_TEST = 300_000;

/** A port that is free now. */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** The runner, once it serves; `said` is what it printed. */
async function serveTests(args, port) {
  const environment = { ...process.env, NO_HEADLESS: '1', WASM_BINDGEN_TEST_ADDRESS: `127.0.0.1:${port}` };
  const runner = spawn(process.env.WASM_TEST_RUNNER ?? 'wasm-bindgen-test-runner', args, { env: environment });
  let said = '';
  const ended = new Promise((resolve) => runner.once('exit', (code) => resolve(code ?? 1)).once('error', () => resolve(1)));
  const serves = new Promise((resolve, reject) => {
    const hear = (text) => {
      said += text;
      if (said.includes('now available at')) resolve();
    };
    runner.stdout.setEncoding('utf8').on('data', hear);
    runner.stderr.setEncoding('utf8').on('data', hear);
    setTimeout(() => reject(new Error(`the tests were not served in ${PATIENCE_TO_SERVE / 1000} s: ${said}`)), PATIENCE_TO_SERVE).unref();
  });
  const code = await Promise.race([serves.then(() => null), ended]);
  return { runner, code, said: () => said };
}

const port = await freePort();
const { runner, code, said } = await serveTests(process.argv.slice(2), port);
if (code !== null) {
  // A program without tests has nothing to serve, and says so.
  process.stdout.write(said());
  process.exit(code);
}
const browser = await launch();
let isGood = false;
try {
  const origin = `http://127.0.0.1:${port}`;
  const { page } = await newPage(browser, origin);
  await page.goto(`${origin}/`);
  await page.waitForFunction(() => document.querySelector('#output')?.textContent.includes('test result:'), undefined, { timeout: PATIENCE_TO_TEST });
  const output = await page.evaluate(() => document.querySelector('#output').textContent);
  console.log(output.trim());
  isGood = /test result: ok\. [1-9]\d* passed; 0 failed/.test(output);
} finally {
  await browser.close();
  runner.kill();
}
process.exitCode = isGood ? 0 : 1;
