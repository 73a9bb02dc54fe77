// A WebDriver session over HTTP: https://www.w3.org/TR/webdriver2/

import { request } from 'node:http';

import { TEST_TIMEOUT } from '../workspace.mjs';

/** The key under which WebDriver refers to an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** What a driver refuses, with WebDriver's name of the reason. */
export class WebDriverError extends Error {
  constructor(reason, message, command) {
    super(`${reason}${message ? `: ${message}` : ''} (${command})`);
    this.name = 'WebDriverError';
    this.reason = reason;
  }
}

/** An element as a script gets it. */
export const elementReference = (id) => ({ [ELEMENT]: id });

/** The identifier of an element that a script gave back. */
export const elementId = (value) => value[ELEMENT];

/**
 * One session. It has one window and one frame at a time; who needs others says so with each turn, and turns follow one another.
 */
export class Session {
  #base;
  #turn = Promise.resolve();
  #window;
  #frames = [];

  constructor(base, window) {
    this.#base = base;
    this.#window = window;
  }

  /** Starts a session at the driver's address with these capabilities. */
  static async start(driver, capabilities) {
    const { sessionId, capabilities: got } = await send(driver, 'POST', '/session', { capabilities: { alwaysMatch: capabilities } });
    const base = `${driver}/session/${sessionId}`;
    const session = new Session(base, await send(base, 'GET', '/window'));
    session.version = got.browserVersion;
    session.firstWindow = session.#window;
    // As long as any test may take; who waits less gives up by itself.
    await send(base, 'POST', '/timeouts', { script: TEST_TIMEOUT, pageLoad: TEST_TIMEOUT });
    return session;
  }

  /**
   * Takes a turn in a window and the frames within it.
   * @param {{window: string, frames?: string[]}} at `frames` are elements, from the outermost
   * @param {(send: (method: string, path: string, body?: object) => Promise<any>) => Promise<any>} work
   */
  take({ window, frames = [] }, work) {
    const result = this.#turn.then(async () => {
      await this.#goTo(window, frames);
      return work((...command) => send(this.#base, ...command));
    });
    this.#turn = result.catch(() => {});
    return result;
  }

  async #goTo(window, frames) {
    if (window !== this.#window) {
      await send(this.#base, 'POST', '/window', { handle: window });
      this.#window = window;
      this.#frames = [];
    }
    if (String(frames) === String(this.#frames)) return;
    await send(this.#base, 'POST', '/frame', { id: null });
    this.#frames = [];
    for (const frame of frames) await send(this.#base, 'POST', '/frame', { id: elementReference(frame) });
    this.#frames = frames;
  }

  /** Ends the session and its browser. */
  async end() {
    await this.#turn;
    await send(this.#base, 'DELETE', '').catch(() => {});
  }
}

/** Asks the driver and gives its answer, however long that takes: `fetch` would give up on a long drag after five minutes. */
function answerTo(url, method, body) {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers: { 'content-type': 'application/json; charset=utf-8' } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => { text += part; });
      response.on('end', () => resolve({ isGood: response.statusCode < 400, text })).on('error', reject);
    });
    asked.on('error', reject).end(body);
  });
}

async function send(base, method, path, body) {
  const { isGood, text } = await answerTo(base + path, method, method === 'POST' ? JSON.stringify(body ?? {}) : undefined);
  const { value } = JSON.parse(text);
  if (!isGood) throw new WebDriverError(value.error, value.message, `${method} ${path}`);
  return value;
}
