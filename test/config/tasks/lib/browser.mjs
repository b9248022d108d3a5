import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const FIXED = {
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter(Boolean)
    .flatMap((folder) => [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')]),
};

/** @returns {string | null} an installed Chromium or Chrome; PLAYWRIGHT_CHROMIUM, when set, is the only answer */
export function findBrowser() {
  const asked = process.env.PLAYWRIGHT_CHROMIUM;
  if (asked) return existsSync(asked) ? asked : null;
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...(FIXED[process.platform] ?? []), ...onPath].find(existsSync) ?? null;
}

export const isRoot = () => process.getuid?.() === 0;

/** Installs Debian packages where that is possible without asking anybody. */
export function installWithApt(packages) {
  if (!isRoot() || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  console.log(`Installing ${packages.join(', ')} ...`);
  const install = () => spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { stdio: 'ignore', env }).status === 0;
  if (install()) return true;
  spawnSync('apt-get', ['update'], { stdio: 'ignore', env });
  return install();
}

/** @returns {string | null} as findBrowser, after trying to install one */
export function ensureBrowser() {
  const found = findBrowser();
  if (found || process.env.PLAYWRIGHT_CHROMIUM) return found;
  installWithApt(['chromium']);
  return findBrowser();
}
