import { findBrowser } from '../config/tasks/lib/browser.mjs';

/** The Chromium that the tests drive: an installed one, never a download of the test runner's own. */
export function browserPath(): string {
  const found = findBrowser();
  if (!found) throw new Error('No Chromium or Chrome was found. Install one, or name it in PLAYWRIGHT_CHROMIUM.');
  return found;
}

/** Chromium does not start its sandbox as root or without user namespaces, which is where tests usually run; and it is to be silent on the network. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
