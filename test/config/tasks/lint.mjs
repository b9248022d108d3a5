import { check, closingLine, pool } from './lib/steps.mjs';

/** Everything that reads the sources without running them. */
export async function run() {
  const outcomes = await pool(
    2,
    ['types', 'lint', 'boundaries', 'unused', 'format', 'licences', 'texts'].map((name) => () => check(name)),
    ({ output, failed }) => {
      if (failed > 0) console.log(output);
    },
  );
  console.log(outcomes.map(closingLine).join('\n'));
  return outcomes.every(({ failed }) => failed === 0) ? 0 : 1;
}
