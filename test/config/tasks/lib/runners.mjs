import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { buildAll } from './build.mjs';
import { root, script } from './paths.mjs';
import { reported } from './steps.mjs';

const UNIT_REPORT = 'out/test/unit.json';
const E2E_REPORT = 'out/test/e2e.json';

export async function build() {
  const begun = Date.now();
  const results = await buildAll();
  const failed = results.filter((result) => result.code !== 0);
  const output = results
    .map((result) => result.output)
    .join('\n')
    .trim();
  return {
    name: 'build',
    passed: (results.length || 4) - failed.length,
    failed: failed.length,
    skipped: 0,
    note: '',
    output,
    seconds: (Date.now() - begun) / 1000,
  };
}

export function unit(filters = []) {
  rmSync(join(root, UNIT_REPORT), { force: true });
  const args = [
    script('vitest/vitest.mjs'),
    'run',
    '--config',
    'test/config/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${UNIT_REPORT}`,
    ...filters,
  ];
  return reported('unit', process.execPath, args, {
    report: UNIT_REPORT,
    env: { NO_COLOR: '1' },
    read: (report) => ({
      passed: report.numPassedTests,
      // A file that fails to load has no failed test of its own.
      failed:
        report.numFailedTests +
        report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed')).length,
      skipped: report.numPendingTests + report.numTodoTests,
    }),
  });
}

/** Why tests were skipped, in the words of the tests themselves. */
function reasons(suites) {
  const found = new Set();
  for (const suite of suites ?? []) {
    for (const spec of suite.specs ?? [])
      for (const test of spec.tests)
        if (test.status === 'skipped')
          for (const { type, description } of test.annotations) if (type === 'skip') found.add(description ?? 'no reason given');
    for (const reason of reasons(suite.suites)) found.add(reason);
  }
  return [...found];
}

export async function e2e(filters = []) {
  const browser = ensureBrowser();
  const begun = Date.now();
  if (!browser) {
    const note = 'no Chromium or Chrome was found and none could be installed; name one in PLAYWRIGHT_CHROMIUM';
    return { name: 'e2e', passed: 0, failed: 1, skipped: 0, note, output: note, seconds: (Date.now() - begun) / 1000 };
  }
  rmSync(join(root, E2E_REPORT), { force: true });
  return reported('e2e', process.execPath, [script('@playwright/test/cli.js'), 'test', '-c', 'test/config/playwright.config.ts', ...filters], {
    report: E2E_REPORT,
    env: { FORCE_COLOR: '0', PLAYWRIGHT_CHROMIUM: browser },
    read: ({ stats, errors, suites }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
      skipped: stats.skipped,
      note: reasons(suites).join('; '),
    }),
  });
}
