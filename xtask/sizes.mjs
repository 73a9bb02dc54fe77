// Prints the sizes of a built page: each file as it is and as a static host sends it (brotli 11, its highest level).
// Usage: node xtask/sizes.mjs dist

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const dist = process.argv[2] ?? 'dist';
const compressible = /\.(html|js|mjs|css|wasm|svg|json|webmanifest|txt)$/;
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

const rows = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const bytes = readFileSync(path);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    const sent = compressible.test(entry.name) ? brotliCompressSync(bytes, { params }).length : bytes.length;
    return { name: path, raw: bytes.length, sent };
  })
  .sort((a, b) => b.raw - a.raw);

const sum = (some, key) => some.reduce((total, row) => total + row[key], 0);
// What comes later: the desk with the first file that is asked for, the lab with the first analysis, the rest when the page is stored or installed.
const isLater = ({ name }) => /buildout-(desk|lab)|sw\.js$|\.webmanifest$|[\\/]icons[\\/]/.test(name);
const first = rows.filter((row) => !isLater(row));
const total = { name: 'total', raw: sum(rows, 'raw'), sent: sum(rows, 'sent') };
rows.push({ name: 'to open the page', raw: sum(first, 'raw'), sent: sum(first, 'sent') }, total);

const width = Math.max(...rows.map((row) => row.name.length));
console.log(`${''.padEnd(width)}  ${'size'.padStart(10)}  ${'brotli'.padStart(10)}`);
for (const { name, raw, sent } of rows) {
  console.log(`${name.padEnd(width)}  ${kilobytes(raw).padStart(10)}  ${kilobytes(sent).padStart(10)}`);
}
