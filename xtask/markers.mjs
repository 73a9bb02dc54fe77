// Takes out of a built page what differs with the folder in which cargo keeps its crates, so that two machines build the same bytes.
//
// `wasm_split_helpers`, which Leptos brings along, names an export after a hash of the path to its own source. Nothing reads the name
// unless a program is split, which this one is not, so the hash becomes zeros: as many, so that the module stays valid. The names of
// the program's files, which Trunk took from its bytes before that, are taken anew.
// Usage: node xtask/markers.mjs dist

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MARKER = /_WASM_SPLIT_MARKER_[0-9a-f]{16}/g;
const PROGRAM = /^(?<crate>buildout-page)-(?<hash>[0-9a-f]+)_bg\.wasm$/;

const [dist] = process.argv.slice(2);
const programs = readdirSync(dist).map((name) => PROGRAM.exec(name)).filter(Boolean);
if (programs.length !== 1) throw new Error(`${dist} has ${programs.length} programs of the page, not 1`);
const [{ groups: { crate, hash } }] = programs;

const wasm = join(dist, `${crate}-${hash}_bg.wasm`);
// One character a byte, there and back.
const marked = readFileSync(wasm, 'latin1');
const plain = marked.replace(MARKER, (marker) => marker.replace(/[0-9a-f]{16}$/, '0'.repeat(16)));
const markers = marked.match(MARKER)?.length ?? 0;
if (markers === 0) throw new Error(`${wasm} has no marker: this step is not needed any more, or looks for the wrong one`);
writeFileSync(wasm, plain, 'latin1');

const anew = createHash('sha256').update(plain, 'latin1').digest('hex').slice(0, 16);
for (const end of ['_bg.wasm', '.js']) renameSync(join(dist, `${crate}-${hash}${end}`), join(dist, `${crate}-${anew}${end}`));
const page = join(dist, 'index.html');
writeFileSync(page, readFileSync(page, 'utf8').replaceAll(`${crate}-${hash}`, `${crate}-${anew}`));
