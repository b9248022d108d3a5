import { createRequire } from 'node:module';
import { script } from '../tasks/lib/paths.mjs';
import { runCaptured } from '../tasks/lib/process.mjs';

const RULES = 'test/config/dependency-cruiser.cjs';
const all = createRequire(import.meta.url)('../dependency-cruiser.cjs').forbidden.map(({ name }) => name);
const folders = ['electron', 'shared', 'renderer', 'test'];
const { output } = await runCaptured(process.execPath, [
  script('dependency-cruiser/bin/dependency-cruise.mjs'),
  '-c',
  RULES,
  '-T',
  'json',
  ...folders,
]);

let summary;
try {
  ({ summary } = JSON.parse(output.slice(output.indexOf('{'))));
} catch {
  console.log(output);
  process.exit(1);
}
for (const { rule, from, to, cycle } of summary.violations) {
  console.log(`${rule.name}: ${from} -> ${cycle ? cycle.map((step) => step.name ?? step).join(' -> ') : to}`);
}
const broken = new Set(summary.violations.map(({ rule }) => rule.name)).size;
console.log(`boundaries: ${all.length - broken} passed, ${broken} failed`);
process.exitCode = broken === 0 && summary.totalCruised > 0 ? 0 : 1;
