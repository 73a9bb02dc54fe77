// A window of a browser, with Playwright's ways to go about in it.

import { showAsPrint } from '../engines/print_media.mjs';
import { Frame } from './frame.mjs';
import { Keyboard, Mouse } from './input.mjs';
import { waitUntil } from './locator.mjs';
import { DISPLAY } from './processes.mjs';

export class Page extends Frame {
  #context;
  #viewport;
  #scale;

  constructor(context, window, { viewport, deviceScaleFactor }) {
    super();
    this.#context = context;
    this.window = window;
    this.#viewport = viewport;
    this.#scale = deviceScaleFactor;
    const perform = (actions) => this.take((send) => send('POST', '/actions', { actions }));
    this.keyboard = new Keyboard(perform);
    this.mouse = new Mouse(perform);
  }

  context() {
    return this.#context;
  }

  /** Opens an address and waits until it is loaded. */
  async goto(url) {
    await this.#navigate((send) => send('POST', '/url', { url }));
  }

  reload() {
    return this.#navigate((send) => send('POST', '/refresh'));
  }

  goBack() {
    return this.#navigate((send) => send('POST', '/back'));
  }

  goForward() {
    return this.#navigate((send) => send('POST', '/forward'));
  }

  async #navigate(command) {
    // What the document has to say goes with it.
    await this.evaluate(() => 0).catch(() => {});
    await this.#context.beforeNavigation(this);
    await this.take(async (send) => {
      await command(send);
      this.knownUrl = await send('GET', '/url');
    });
    await this.evaluate(() => 0);
  }

  addInitScript(...given) {
    return this.#context.addInitScript(...given);
  }

  route(...given) {
    return this.#context.route(...given);
  }

  unroute(...given) {
    return this.#context.unroute(...given);
  }

  async emulateMedia({ media }) {
    if (media !== 'print') throw new Error(`the medium can be print, not ${media}`);
    await this.evaluate(showAsPrint);
  }

  /** Waits for what happens next: a `download`, or the `load` of another document. */
  async waitForEvent(event) {
    if (event === 'download') return this.#context.downloads.next(this.patience);
    if (event !== 'load') throw new Error(`nothing here tells of the event \`${event}\``);
    const before = await this.evaluate(() => performance.timeOrigin);
    await waitUntil('another document', this.patience, async () => {
      const now = await this.evaluate(() => document.readyState === 'complete' && performance.timeOrigin).catch(() => false);
      return { found: now && now !== before };
    });
  }

  setViewportSize(size) {
    this.#viewport = size;
    return this.fit();
  }

  /** Makes the window as large as the viewport needs it, whatever bars it has. */
  async fit() {
    let bars = { width: 0, height: 0 };
    // The pointer rests in the middle of the display; the window that it is on has the focus, so its upper bar is put there.
    const at = { x: DISPLAY.width / 2 / this.#scale - 2, y: DISPLAY.height / 2 / this.#scale - 2 };
    const wanted = this.#viewport;
    await waitUntil(`a viewport of ${wanted.width} × ${wanted.height}`, this.patience, async () => {
      const size = { width: wanted.width + bars.width, height: wanted.height + bars.height };
      await this.take((send) => send('POST', '/window/rect', { ...at, ...size }));
      const { width, height } = await this.#steadySize();
      if (width === wanted.width && height === wanted.height) return { found: true };
      bars = { width: size.width - width, height: size.height - height };
      return { not: `it is ${width} × ${height}` };
    });
  }

  /** The size of the viewport once it no longer changes: a window follows a command a moment later. */
  async #steadySize() {
    let before;
    return waitUntil('a viewport that keeps its size', this.patience, async () => {
      const [width, height] = await this.evaluate(async () => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        return [innerWidth, innerHeight];
      });
      const isSteady = before?.width === width && before.height === height;
      before = { width, height };
      return { found: isSteady && before };
    });
  }

  async close() {
    await this.#context.closePage(this);
  }
}
