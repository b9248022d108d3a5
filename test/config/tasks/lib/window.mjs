import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRoot } from './browser.mjs';

export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-sync',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--password-store=basic',
  '--disable-features=Translate,AutofillServerCommunication,OptimizationHints,MediaRouter',
];

/**
 * An application window with a browser profile of its own, outside the data folder and gone with the window: what a browser
 * caches about a page must not outlive the sitting.
 * @returns {{ closed: Promise<void>, close: () => void }}
 */
export function openAppWindow(browser, url) {
  const profile = mkdtempSync(join(tmpdir(), 'tirek-window-'));
  // Chromium refuses to run its sandbox as root; for every other user it stays on.
  const args = [`--app=${url}`, `--user-data-dir=${profile}`, '--window-size=1366,900', ...QUIET, ...(isRoot() ? ['--no-sandbox'] : [])];
  const child = spawn(browser, args, { stdio: 'ignore' });
  const closed = new Promise((done) => {
    const end = () => {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      done();
    };
    child.on('error', end);
    child.on('close', end);
  });
  return { closed, close: () => child.kill() };
}
