import { defineConfig } from '@playwright/test';
import { join } from 'node:path';
import { browserArguments, browserPath } from '../support/browser.ts';
import { root } from './vite.shared.ts';

export default defineConfig({
  testDir: join(root, 'test/e2e'),
  testMatch: ['specs/**/*.spec.ts', 'electron/**/*.spec.ts'],
  outputDir: join(root, 'out/test/e2e'),
  fullyParallel: false,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: join(root, 'out/test/e2e.json') }]],
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'ru-RU',
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: browserPath(), args: browserArguments },
  },
});
