// The proxy between a browser and the hosts of a test: WebDriver cannot look into the network, so this does. It notes what is asked
// and answered, answers in place of a host where a test says so, plays dead where the test wants no network, and puts a script
// before all others of a page.

import { createServer, request as ask } from 'node:http';

/** The path of the script that runs before those of a page. */
const EARLY = '/.before-all-others.js';

/** No connection is used twice: where one that was used before breaks off, the browser's library asks again by itself. */
const ONCE = { connection: 'close' };

/** A pattern of addresses as Playwright takes it: an expression, or a text in which `**` stands for anything and `*` for a name. */
function toExpression(pattern) {
  if (pattern instanceof RegExp) return pattern;
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\*\*|\*/g, (stars) => (stars === '**' ? '.*' : '[^/]*'))}$`);
}

export class Proxy {
  #server;
  #routes = [];
  #notes;
  isOffline = false;
  /** Sources of functions to run first in each page. */
  scripts = [];

  /** @param {{request: (method: string, url: string) => void, response: (status: number, url: string) => void}} notes */
  constructor(notes) {
    this.#notes = notes;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
    // What is encrypted belongs to other hosts: it is noted and refused.
    this.#server.on('connect', ({ url }, socket) => {
      this.#notes.request('CONNECT', `https://${url}`);
      socket.destroy();
    });
  }

  async start() {
    await new Promise((resolve, reject) => this.#server.once('error', reject).listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  stop() {
    return new Promise((resolve) => {
      this.#server.close(resolve);
      this.#server.closeAllConnections();
    });
  }

  route(pattern, handler) {
    this.#routes.unshift({ pattern, expression: toExpression(pattern), handler });
  }

  unroute(pattern) {
    this.#routes = this.#routes.filter((route) => String(route.pattern) !== String(pattern));
  }

  async #answer(request, response) {
    const { url } = request;
    const { hostname, pathname } = new URL(url);
    if (pathname === EARLY) {
      response.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-store', ...ONCE }).end(this.scripts.join('\n'));
      return;
    }
    // Browsers ask for icons and the like by themselves; a host without one is not the page's doing.
    if (pathname !== '/favicon.ico') this.#notes.request(request.method, url);
    if (this.isOffline || !['127.0.0.1', 'localhost'].includes(hostname)) return response.destroy();
    const route = this.#routes.find(({ expression }) => expression.test(url));
    if (!route) return this.#pass(request, response);
    await route.handler({
      request: () => ({ url: () => url, method: () => request.method }),
      abort: async () => { response.destroy(); },
      continue: async () => this.#pass(request, response),
      fulfill: async ({ status = 200, contentType = 'text/plain', body = '' }) => {
        this.#end(request, response, status, { 'content-type': contentType }, Buffer.from(body));
      },
    });
  }

  #pass(request, response) {
    const { 'proxy-connection': _, 'accept-encoding': __, ...headers } = request.headers;
    const onward = ask(request.url, { method: request.method, headers }, async (answer) => {
      const parts = [];
      for await (const part of answer) parts.push(part);
      this.#end(request, response, answer.statusCode, answer.headers, Buffer.concat(parts));
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  }

  #end(request, response, status, headers, body) {
    if (new URL(request.url).pathname !== '/favicon.ico') this.#notes.response(status, request.url);
    const { 'content-length': _, 'transfer-encoding': __, connection: ___, ...rest } = headers;
    // Only what is shown: a worker that stores the page compares what it gets with what was built.
    const isShown = ['document', 'iframe'].includes(request.headers['sec-fetch-dest']) && /^text\/html/.test(headers['content-type'] ?? '');
    const sent = isShown ? Buffer.from(withEarly(body.toString('utf8'))) : body;
    response.writeHead(status, { ...rest, 'content-length': sent.length, ...ONCE }).end(sent);
  }
}

/** The page with the script before everything that could run or forbid it. */
function withEarly(html) {
  const script = `<script src="${EARLY}"></script>`;
  const head = /<head[^>]*>/i.exec(html) ?? /<!doctype[^>]*>/i.exec(html);
  if (!head) return script + html;
  const end = head.index + head[0].length;
  return html.slice(0, end) + script + html.slice(end);
}
