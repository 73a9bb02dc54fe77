// Makes the scripts and style sheets of a built page as short as they can be, under their own names.
// Usage: node xtask/minify.mjs dist

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

const dist = process.argv[2] ?? 'dist';
for (const name of readdirSync(dist).filter((name) => /\.(js|css)$/.test(name))) {
  const path = join(dist, name);
  const { code } = transformSync(readFileSync(path, 'utf8'), {
    loader: name.endsWith('.css') ? 'css' : 'js',
    minify: true,
    target: 'es2022',
    legalComments: 'none',
    // Numbers and texts of both languages stay readable, and no longer than they are.
    charset: 'utf8',
  });
  writeFileSync(path, code);
}
