import { test as base, expect } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HostProcess } from '../support/host-process';

interface Fixtures {
  /** An empty folder of this test's own, gone afterwards. */
  dataDir: string;
  /** The running program on that folder. */
  host: HostProcess;
  /** What the page complained about in its console; checked to be empty at the end of every test that opens `page`. */
  complaints: string[];
}

export const test = base.extend<Fixtures>({
  dataDir: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'tirek-e2e-'));
    await use(join(folder, 'data'));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  },

  host: async ({ dataDir }, use) => {
    const host = await HostProcess.start(dataDir);
    await use(host);
    await host.stop();
    expect(host.complaints, 'the program wrote nothing to its error stream').toBe('');
  },

  complaints: async ({}, use) => {
    await use([]);
  },

  /** A page that has come in by the one-time address. */
  page: async ({ page, host, complaints }, use) => {
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(host.launchUrl);
    await use(page);
    expect(complaints, 'the page complained about nothing').toEqual([]);
  },
});

export { expect };
