import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { runCaptured } from './process.mjs';

/** @typedef {{ name: string, passed: number, failed: number, skipped: number, note: string, output: string, seconds: number }} Outcome */

const closing = /^([a-z0-9]+): (\d+) passed, (\d+) failed/m;

/** A check of our own: its last line carries the numbers. A check that ends without that line has failed. */
export async function check(name) {
  const begun = Date.now();
  const file = name === 'types' ? 'test/config/types.mjs' : `test/config/checks/${name}.mjs`;
  const { code, output } = await runCaptured(process.execPath, [join(root, file)]);
  const line = [...output.matchAll(new RegExp(closing, 'gm'))].at(-1);
  const passed = Number(line?.[2] ?? 0);
  const failed = Math.max(Number(line?.[3] ?? 0), code === 0 ? 0 : 1);
  return { name, passed, failed, skipped: 0, note: '', output: output.replace(closing, '').trim(), seconds: (Date.now() - begun) / 1000 };
}

/** A runner that leaves its numbers in a file; no file means that it never came to an end. */
export async function reported(name, command, args, { report, read, env }) {
  const begun = Date.now();
  const { code, output } = await runCaptured(command, args, { env });
  const seconds = (Date.now() - begun) / 1000;
  const path = join(root, report);
  if (!existsSync(path)) return { name, passed: 0, failed: 1, skipped: 0, note: 'ended without a report', output, seconds };
  const { passed, failed, skipped = 0, note = '' } = read(JSON.parse(readFileSync(path, 'utf8')));
  const nothingRan = passed + failed === 0;
  return {
    name,
    passed,
    failed: Math.max(failed, code === 0 && !nothingRan ? 0 : 1),
    skipped,
    note: nothingRan ? 'nothing was run' : note,
    output,
    seconds,
  };
}

/** Runs what does not depend on each other, so many at a time. */
export async function pool(limit, jobs, done) {
  const results = new Array(jobs.length);
  let next = 0;
  const worker = async () => {
    while (next < jobs.length) {
      const mine = next;
      next += 1;
      results[mine] = await jobs[mine]();
      done(results[mine]);
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
}

export function closingLine({ name, passed, failed, skipped, note, seconds }) {
  const more = [skipped > 0 ? `${skipped} skipped` : '', note].filter(Boolean).join(': ');
  return `${name}: ${passed} passed, ${failed} failed${more ? `, ${more}` : ''} (${seconds.toFixed(0)} s)`;
}
