import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installWithApt, isRoot } from './lib/browser.mjs';
import { root } from './lib/paths.mjs';
import { build, e2e, unit } from './lib/runners.mjs';
import { check, closingLine, pool } from './lib/steps.mjs';

const AT_ONCE = 2;

/** Papers are read back with Poppler's pdftotext, a reader that is not ours. */
function ensurePoppler() {
  if (spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).error && isRoot()) installWithApt(['poppler-utils']);
}

function show(outcome) {
  console.log(`\n--- ${outcome.name} ---`);
  if (outcome.failed > 0 || outcome.name === 'unit' || outcome.name === 'e2e') console.log(outcome.output);
  console.log(closingLine(outcome));
}

export async function run() {
  ensurePoppler();
  const built = await build();
  show(built);
  const checks = ['types', 'lint', 'boundaries', 'unused', 'format', 'licences', 'texts'].map((name) => () => check(name));
  const [units, ...checked] = await pool(AT_ONCE, [unit, ...checks], show);
  // Against an older build the browser would prove nothing about these sources.
  const ends =
    built.failed > 0 ? { name: 'e2e', passed: 0, failed: 1, skipped: 0, note: 'not run, for the build failed', output: '', seconds: 0 } : await e2e();
  show(ends);

  const outcomes = [...checked, units, built, ends];
  const sum = (field) => outcomes.reduce((total, outcome) => total + outcome[field], 0);
  const last = `${sum('passed')} passed, ${sum('failed')} failed`;
  console.log(`\n${outcomes.map(closingLine).join('\n')}\n${last}`);
  mkdirSync(join(root, 'out/test'), { recursive: true });
  writeFileSync(join(root, 'out/test/summary.txt'), `${last}\n`);
  return sum('failed') === 0 ? 0 : 1;
}
