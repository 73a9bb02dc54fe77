// Times the model as a bare WebAssembly module, in the engine that Chromium has too.
// Usage: node benches/engine.mjs FOLDER, where FOLDER holds the module that wasm-bindgen wrote for Node.

import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const engine = await import(pathToFileURL(resolve(process.argv[2], 'buildout_engine_bench.js')).href);
const COUNT = 2_000;
const ROUNDS = 25;

console.log(`wasm in Node ${process.version} (V8 ${process.versions.v8}); microseconds a run of 41 quarters, ${ROUNDS} rounds of ${COUNT}\n`);
console.log(`${'engine'.padEnd(24)}${'min'.padStart(9)}${'median'.padStart(9)}${'max'.padStart(9)}`);
for (const name of ['runs', 'runs_with_headline']) {
  engine[name](COUNT);
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    engine[name](COUNT);
    return ((performance.now() - start) * 1000) / COUNT;
  }).sort((a, b) => a - b);
  const cells = [rounds[0], rounds[ROUNDS >> 1], rounds[ROUNDS - 1]].map((us) => us.toFixed(2).padStart(9));
  console.log(name.padEnd(24) + cells.join(''));
}
