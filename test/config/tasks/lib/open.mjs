import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser, isRoot } from './browser.mjs';
import { defaultDataFolder } from './data-folder.mjs';
import { electronOrNull } from './electron-binary.mjs';
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

/** Opens Tirek on a data folder: the window where there is an Electron binary, otherwise the browser host. */
export async function openTirek(options) {
  console.log(`Data folder: ${options.data}`);
  if (options.browser || !options.open) return openInBrowser(options);
  const canShow = hasDisplay() && !isRoot();
  const electron = canShow ? await electronOrNull() : null;
  if (electron) return runInherited(electron, [root, `--data=${options.data}`]);
  if (isRoot()) console.log('The window keeps its sandbox, which does not work for the root user: opening in a browser instead.');
  else if (!hasDisplay()) console.log('The window needs a display, and there is none: opening in a browser instead.');
  else console.log('There is no Electron binary here and none could be downloaded: opening in a browser instead.');
  return openInBrowser(options);
}
