// Downloads of browsers whose drivers do not tell of them: a file that comes to a folder is one.

import { mkdtempSync, readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a file is called while it is being written. */
const UNFINISHED = /\.(part|wkdownload)$/;

export class Downloads {
  /** @param {string} folder where the browser puts files, and nobody else */
  constructor(folder) {
    this.folder = folder;
  }

  /** The next file that comes, in the form of Playwright's download; what came before does not count. */
  async next(patience) {
    for (const name of this.#names()) this.#take(name);
    for (const deadline = Date.now() + patience; Date.now() < deadline; ) {
      // A browser may make an empty file before the unfinished one, and take it away at any moment. Nobody hands out an empty file.
      const names = this.#names();
      const name = names.find((one) => !UNFINISHED.test(one));
      if (name && names.length === 1 && statSync(join(this.folder, name), { throwIfNoEntry: false })?.size > 0) {
        const path = this.#take(name);
        return { suggestedFilename: () => name, path: async () => path };
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`no file came within ${patience} ms`);
  }

  #names() {
    return readdirSync(this.folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name);
  }

  /** Puts a file aside, so that another of the same name keeps that name. */
  #take(name) {
    const path = join(mkdtempSync(join(this.folder, 'taken-')), name);
    renameSync(join(this.folder, name), path);
    return path;
  }
}
