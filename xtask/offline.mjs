// Makes a built page one that works without a network: gives the page its version and writes sw.js with all files of the build.
// Usage: node xtask/offline.mjs dist pwa/sw.js

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const [dist, template] = process.argv.slice(2);
const MARK = '<!-- version -->';
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const worker = join(dist, 'sw.js');
rmSync(worker, { force: true });

const paths = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(dist, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'))
  // What is for the host alone is not the page's to store.
  .filter((path) => path !== '_headers')
  .sort();
const hashOf = (path) => sha256(readFileSync(join(dist, path)));

const page = join(dist, 'index.html');
const html = readFileSync(page, 'utf8');
if (!html.includes(MARK)) throw new Error(`${page} has no place for the version: ${MARK}`);
// The version is a hash of what the build made, the page still without it.
const version = sha256(paths.map((path) => `${path} ${hashOf(path)}`).join('\n')).slice(0, 16);
writeFileSync(page, html.replace(MARK, `<meta name="buildout-version" content="${version}">`));

const files = JSON.stringify(paths.map((path) => [path, hashOf(path)]));
if (files.includes("'") || files.includes('\\')) throw new Error('a file of the build has a quote in its name');
const text = readFileSync(template, 'utf8').replace('%VERSION%', version).replace('%FILES%', files);
writeFileSync(worker, text);
