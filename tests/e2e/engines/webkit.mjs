// WebKit, as WebKitGTK ships it with a small browser and a driver of the classic WebDriver, on a display that nobody sees.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { Browser } from '../webdriver/browser.mjs';
import { isProgram, programOf } from './programs.mjs';

/** Where systems keep what is no command: Debian by the machine's architecture, others in one folder. */
const LIBRARIES = ['/usr/libexec', '/usr/lib', '/usr/lib64'];

/** The small browser that comes with the library; the newest, where there are several. */
function miniBrowser() {
  if (process.env.MINIBROWSER) return process.env.MINIBROWSER;
  const list = (folder) => (existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []);
  const folders = (folder) => list(folder).filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name));
  const places = LIBRARIES.flatMap((library) => [library, ...folders(library).filter((folder) => folder.includes('-linux-'))]);
  const versions = places.flatMap(folders).filter((folder) => /webkit2?gtk-\d/.test(folder)).sort().reverse();
  const found = versions.map((folder) => join(folder, 'MiniBrowser')).find(isProgram);
  if (!found) throw new Error('no MiniBrowser of WebKitGTK found; set MINIBROWSER to its program, or run `cargo xtask test --all-browsers`');
  return found;
}

/** @type {import('./engine.mjs').Engine} */
export const WEBKIT = {
  name: 'WebKit',
  lacks: {
    touch: 'its driver makes a mouse of a finger',
    selfInSandbox: 'in a frame without an origin its policies take \'self\' for nobody',
  },
  launch: async () =>
    new Browser({
      xvfb: programOf('XVFB', ['Xvfb'], 'virtual display (Xvfb)'),
      driver: programOf('WEBKIT_DRIVER', ['WebKitWebDriver'], 'driver of WebKitGTK'),
      program: miniBrowser(),
    }),
};
