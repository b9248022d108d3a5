import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRoot } from '../../config/tasks/lib/browser.mjs';
import { findElectron } from '../../config/tasks/lib/electron-binary.mjs';
import { root } from '../../support/sources';

const binary = findElectron();
const why = 'no Electron binary was found, so the true window was not tried';
if (!binary) console.log(`\n*** ${why} ***\n`);

/** The true window: what only a running Electron can prove about the shell. */
test.describe('the window', () => {
  test.skip(!binary, why);

  let app: ElectronApplication;
  let window: Page;
  let folder: string;

  test.beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tirek-window-'));
    app = await _electron.launch({
      executablePath: binary ?? '',
      args: [...(isRoot() ? ['--no-sandbox'] : []), root, `--data=${join(folder, 'data')}`],
      env: { ...process.env, XDG_CONFIG_HOME: join(folder, 'config'), APPDATA: join(folder, 'config') },
    });
    window = await app.firstWindow();
  });

  test.afterEach(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });

  test('shows the bundle by its own scheme and gives the page no Node', async () => {
    expect(window.url()).toMatch(/^app:\/\/bundle\//);
    const seen = await window.evaluate(() => ({
      require: typeof (globalThis as { require?: unknown }).require,
      process: typeof (globalThis as { process?: unknown }).process,
      bridge: Object.keys((globalThis as unknown as { tirek: object }).tirek),
    }));
    expect(seen).toEqual({ require: 'undefined', process: 'undefined', bridge: ['call', 'onLocked'] });
  });

  test('refuses camera, place, notices and clipboard, other pages and second windows', async () => {
    const states = await window.evaluate(async () => {
      const names = ['camera', 'microphone', 'geolocation', 'notifications', 'clipboard-read'];
      return Promise.all(names.map((name) => navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state)));
    });
    expect(new Set(states)).toEqual(new Set(['denied']));
    expect(await window.evaluate(() => globalThis.open('https://example.org/') === null)).toBe(true);
    await window.evaluate(() => {
      location.href = 'https://example.org/';
    });
    await expect.poll(() => window.url()).toMatch(/^app:\/\/bundle\//);
    expect(app.windows()).toHaveLength(1);
  });

  test('answers the page and refuses what the contract does not name', async () => {
    const outcomes = await window.evaluate(async () => {
      const { tirek } = globalThis as unknown as { tirek: { call: (op: string, input: unknown) => Promise<{ ok: boolean }> } };
      const known = await tirek.call('session.status', {});
      const unknown = await tirek.call('session.destroyEverything', {}).catch((error: unknown) => String(error));
      return { known: known.ok, unknown };
    });
    expect(outcomes.known).toBe(true);
    expect(outcomes.unknown).toContain('unknown request');
  });
});
