import { ensureBrowser } from './lib/browser.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { script } from './lib/paths.mjs';
import { runInherited } from './lib/process.mjs';

export async function run(options) {
  const browser = ensureBrowser();
  if (!browser) {
    console.error('No Chromium or Chrome was found and none could be installed. Name one in PLAYWRIGHT_CHROMIUM.');
    return 1;
  }
  if (!(await ensureBuilt())) return 1;
  return runInherited(process.execPath, [script('@playwright/test/cli.js'), 'test', '-c', 'test/config/playwright.config.ts', ...options], {
    env: { PLAYWRIGHT_CHROMIUM: browser },
  });
}
