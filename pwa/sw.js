// The page without a network. `cargo xtask build` writes the files with their hashes and the version, a hash of them all, into
// this text, so that each build has a worker of its own.
//
// A version is stored whole, checked file by file, or not at all; the page is served from one version only. A new one waits
// until the reader takes it.

const VERSION = '%VERSION%';
/** @type {[string, string][]} path beside this file, SHA-256 of its content */
const FILES = JSON.parse('%FILES%');
const PREFIX = 'buildout-';
const CACHE = PREFIX + VERSION;

const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

async function store(cache, [path, hash]) {
  const response = await fetch(path, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const body = await response.clone().arrayBuffer();
  // While a host is being updated it may send a file of another version.
  if (hex(await crypto.subtle.digest('SHA-256', body)) !== hash) throw new Error(`${path} belongs to another version`);
  await cache.put(path, response);
}

self.addEventListener('install', (event) => {
  const install = async () => {
    const cache = await caches.open(CACHE);
    try {
      await Promise.all(FILES.map((file) => store(cache, file)));
    } catch (error) {
      await caches.delete(CACHE);
      throw error;
    }
  };
  event.waitUntil(install());
});

self.addEventListener('activate', (event) => {
  const activate = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(activate());
});

self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  const answer = async () => {
    const cache = await caches.open(CACHE);
    const wanted = event.request.mode === 'navigate' ? 'index.html' : event.request;
    return (await cache.match(wanted, { ignoreSearch: true })) ?? fetch(event.request);
  };
  event.respondWith(answer());
});
