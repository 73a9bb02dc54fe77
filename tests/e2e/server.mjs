// Serves a folder on this machine, as a static host would: no fallback page, no listing, nothing outside the folder.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/**
 * Starts a server over `folder` under the path `prefix`, with further `headers` on each file.
 * Resolves to its address and a function that stops it.
 */
export async function serve(folder, prefix = '/', headers = {}) {
  const server = createServer(async (request, response) => {
    const refuse = (status) => response.writeHead(status, { 'Content-Type': 'text/plain' }).end(String(status));
    let path;
    try {
      path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    } catch {
      return refuse(400);
    }
    if (!path.startsWith(prefix)) return refuse(404);
    const relative = path.slice(prefix.length);
    const file = normalize(join(folder, relative === '' || relative.endsWith('/') ? `${relative}index.html` : relative));
    if (!file.startsWith(normalize(folder) + sep)) return refuse(404);
    try {
      const body = await readFile(file);
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache', ...headers }).end(body);
    } catch {
      refuse(404);
    }
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const stop = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${server.address().port}${prefix}`, stop };
}
