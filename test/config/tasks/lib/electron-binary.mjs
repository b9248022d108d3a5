import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, script } from './paths.mjs';
import { runCaptured } from './process.mjs';

const FILE = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';

/** @returns {string | null} an Electron binary that is already here */
export function findElectron() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? script('electron/dist');
  const file = join(folder, FILE);
  return existsSync(file) ? file : null;
}

/** True once a first byte of the download came; a server that stays silent is given up after a few seconds. */
function download() {
  return new Promise((done) => {
    const child = fork(join(root, 'test/config/tasks/lib/fetch-electron.mjs'), { stdio: 'ignore', execPath: process.execPath });
    child.once('message', () => console.log('Downloading the Electron binary (about 120 MB, once) ...'));
    child.on('error', () => done(false));
    child.on('exit', (code) => done(code === 0));
  });
}

/** @returns {Promise<string | null>} the binary, downloaded if a download starts within a few seconds */
export async function electronOrNull() {
  const present = findElectron();
  if (present || process.env.ELECTRON_OVERRIDE_DIST_PATH) return present;
  if (!(await download())) return null;
  await runCaptured(process.execPath, [script('electron/install.js')]);
  return findElectron();
}
