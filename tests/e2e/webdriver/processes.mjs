// The programs behind a context: a display nobody sees, and the driver that starts the browser on it.

import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { PATIENCE } from '../workspace.mjs';

/** The size of the display, in pixels. Windows may be larger. */
export const DISPLAY = { width: 1600, height: 1200 };

/** Where a C library keeps the locale that every system has. */
const PLAIN_LOCALES = ['/usr/lib/locale/C.utf8', '/usr/lib/locale/C.UTF-8'];

/** A port that is free now. */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** What runs still. A test run that is broken off takes it along. */
const running = new Set();
process.once('exit', () => running.forEach((child) => child.kill()));

/** Starts a process that ends with this one. */
function start(...command) {
  const child = spawn(...command);
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Stops a process and waits until it is gone. */
function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill();
  });
}

/** Starts a display; resolves to its name and a function that stops it. */
export async function startDisplay(xvfb) {
  const screen = `${DISPLAY.width}x${DISPLAY.height}x24`;
  const child = start(xvfb, ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${xvfb} ended with ${code}`)));
    let text = '';
    child.stdio[3].on('data', (data) => {
      text += data;
      if (text.includes('\n')) resolve(Number(text));
    });
  });
  return { name: `:${number}`, stop: () => stop(child) };
}

/**
 * A home for one browser: nothing of it is shared with another, or with whoever runs the tests.
 * Returns the environment that leads there, and the folder into which downloads go.
 */
export function makeHome(folder, { locale, reducedMotion }) {
  const config = join(folder, 'config');
  const downloads = join(folder, 'downloads');
  mkdirSync(join(config, 'gtk-3.0'), { recursive: true });
  mkdirSync(downloads);
  writeFileSync(join(config, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  writeFileSync(join(config, 'gtk-3.0', 'settings.ini'), `[Settings]\ngtk-enable-animations=${reducedMotion === 'reduce' ? 0 : 1}\n`);
  // The window can be as narrow as a phone only if its own bar is.
  const small = 'min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; -gtk-icon-transform: scale(0.01);';
  writeFileSync(join(config, 'gtk-3.0', 'gtk.css'), `* { ${small} }\n`);

  // The browser speaks the language of its locale, if the C library knows that; a copy of the plain one under its name does.
  const name = locale.replace('-', '_');
  const locales = join(folder, 'locales');
  const plain = PLAIN_LOCALES.find((path) => existsSync(path));
  if (plain) cpSync(plain, join(locales, `${name}.utf8`), { recursive: true, dereference: true });
  const environment = {
    // There is no graphics card: its stand-in would take more than half of all the work. Chromium has `--disable-gpu` for this.
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    MESA_SHADER_CACHE_DISABLE: 'true',
    HOME: folder,
    XDG_CONFIG_HOME: config,
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    LANG: `${name}.UTF-8`,
    ...(plain ? { LOCPATH: locales } : {}),
  };
  return { environment, downloads };
}

/** Starts a driver; resolves to its address and a function that stops it. */
export async function startDriver(program, environment) {
  const port = await freePort();
  const { LANGUAGE, LC_ALL, LC_MESSAGES, ...inherited } = process.env;
  const child = start(program, [`--port=${port}`], { env: { ...inherited, ...environment }, stdio: 'ignore' });
  const failed = new Promise((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}`)));
  });
  failed.catch(() => {});
  const address = `http://127.0.0.1:${port}`;
  const answers = async () => {
    for (const deadline = Date.now() + PATIENCE; ; ) {
      try {
        return await fetch(`${address}/status`);
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  };
  await Promise.race([answers(), failed]);
  return { address, stop: () => stop(child) };
}
