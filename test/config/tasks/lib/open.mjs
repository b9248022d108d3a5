import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser, isRoot } from './browser.mjs';
import { defaultDataFolder } from './data-folder.mjs';
import { electronOrNull, findElectron } from './electron-binary.mjs';
import { startHost } from './host.mjs';
import { root } from './paths.mjs';
import { runInherited } from './process.mjs';
import { hasDisplay, openAppWindow } from './window.mjs';

export function startOptions(argv) {
  const { values } = parseArgs({
    args: argv,
    options: {
      browser: { type: 'boolean', default: false },
      open: { type: 'boolean', default: true },
      data: { type: 'string' },
      port: { type: 'string', default: '0' },
    },
    allowNegative: true,
  });
  return { ...values, data: resolve(values.data ?? defaultDataFolder()), port: Number(values.port) };
}

async function openInBrowser({ data, port, open }) {
  const host = await startHost({ dataDir: data, port });
  const stop = () => void host.stop();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const browser = open && hasDisplay() ? findBrowser() : null;
  if (browser) {
    console.log(`Tirek is open in a window of ${browser}, served from ${host.address} (this computer only). Closing the window ends it.`);
    const window = openAppWindow(browser, host.launch);
    await Promise.race([window.closed, host.ended]);
    window.close();
    await window.closed;
    await host.stop();
  } else {
    if (open) console.log(hasDisplay() ? 'No installed Chromium or Chrome was found.' : 'There is no display here to open a window on.');
    console.log(`Open this address in a browser of this computer; it works once. Ctrl+C ends Tirek.\n${host.launch}`);
  }
  const code = await host.ended;
  process.off('SIGINT', stop).off('SIGTERM', stop);
  return code;
}

/** An Electron that ends with an error this soon never showed its window. */
const TOO_SOON_MS = 10_000;

/** @returns {Promise<number | null>} the exit code, or null when the window could not be shown */
async function openWindow(electron, data) {
  const rootOnly = process.platform === 'linux' && isRoot();
  if (rootOnly) console.log("Warning: Chromium's sandbox does not work for the root user and is off. Start Tirek as an ordinary user.");
  const begun = Date.now();
  const code = await runInherited(electron, [...(rootOnly ? ['--no-sandbox'] : []), root, `--data=${data}`]);
  return code !== 0 && Date.now() - begun < TOO_SOON_MS ? null : code;
}

/**
 * Decides between window and browser before anything is built, so that nobody waits to be told.
 * @returns {Promise<string | null>} the Electron binary to use, or null for the browser host
 */
export async function chooseWay({ browser, open }) {
  if (browser || !open) return null;
  const electron = hasDisplay() ? await electronOrNull() : findElectron();
  if (!electron) {
    const why = hasDisplay()
      ? 'There is no Electron binary here and none could be downloaded.'
      : 'There is no Electron binary here, and no display to show a window on.';
    console.log(`${why} Opening the loopback browser host instead.`);
  }
  return electron;
}

/** Opens Tirek on a data folder: the window where there is an Electron binary, otherwise the browser host. */
export async function openTirek(options, electron) {
  console.log(`Data folder: ${options.data}`);
  const code = electron ? await openWindow(electron, options.data) : null;
  if (code !== null) return code;
  if (electron) console.log('The Electron window could not be shown. Opening the loopback browser host instead.');
  return openInBrowser(options);
}
