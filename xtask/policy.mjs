// Gives a built page its strict policy: no script but its own files, no address but its own, no markup that could run.
// Trunk writes the loader into the page; it goes into a file, as `src/start.js` has it. `docs/hosting.md` says what a host can add.
// Usage: node xtask/policy.mjs dist src/start.js

import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What a `meta` element can say; who may show the page in a frame is for headers alone, and for `src/boot.js`. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

const MARK = '<meta charset="utf-8">';
const LOADER = /<script type="module">\s*import init, \* as bindings from '(?<js>[^']+)';\s*const wasm = await init\(\{ module_or_path: '(?<wasm>[^']+)' \}\);[\s\S]*?<\/script>/;

const [dist, template] = process.argv.slice(2);
const page = join(dist, 'index.html');
const html = readFileSync(page, 'utf8');
const loader = LOADER.exec(html);
if (!loader) throw new Error(`${page} has no loader of Trunk's, or another one than this version writes`);
if (!html.includes(MARK)) throw new Error(`${page} has no place for the policy: ${MARK}`);

const { js, wasm } = loader.groups;
const start = readFileSync(template, 'utf8').replace('%JS%', js).replace('%WASM%', wasm);
const hash = createHash('sha256').update(start).digest('hex').slice(0, 16);
const name = `start-${hash}.js`;
writeFileSync(join(dist, name), start);
// The one that was copied as it is has done its part.
rmSync(join(dist, basename(template)), { force: true });

const policy = `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="referrer" content="no-referrer">`;
writeFileSync(
  page,
  html.replace(MARK, `${MARK}${policy}`).replace(loader[0], `<script type="module" src="./${name}"></script>`),
);
