// Keyboard and mouse of a page, as WebDriver's actions. Positions are in pixels of the page's window.

import { pressActions, typeActions } from './keys.mjs';

export class Keyboard {
  /** @param {(actions: object[]) => Promise<void>} perform */
  constructor(perform) {
    this.#perform = perform;
  }

  #perform;

  press(key) {
    return this.#do(pressActions(key));
  }

  type(text) {
    return this.#do(typeActions(text));
  }

  #do(actions) {
    return this.#perform([{ type: 'key', id: 'keyboard', actions }]);
  }
}

export class Mouse {
  #perform;
  #at = { x: 0, y: 0 };

  constructor(perform) {
    this.#perform = perform;
  }

  /** Moves the pointer, in steps along the line from where it is. */
  move(x, y, { steps = 1 } = {}) {
    const from = this.#at;
    this.#at = { x, y };
    const along = (step, axis) => Math.round(from[axis] + ((this.#at[axis] - from[axis]) * step) / steps);
    return this.#do(Array.from({ length: steps }, (_, step) => moveTo(along(step + 1, 'x'), along(step + 1, 'y'))));
  }

  down() {
    return this.#do([{ type: 'pointerDown', button: 0 }]);
  }

  up() {
    return this.#do([{ type: 'pointerUp', button: 0 }]);
  }

  click(x, y) {
    this.#at = { x, y };
    return this.#do([moveTo(Math.round(x), Math.round(y)), { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]);
  }

  #do(actions) {
    return this.#perform([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }]);
  }
}

const moveTo = (x, y) => ({ type: 'pointerMove', duration: 0, x, y });
