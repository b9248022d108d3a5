// Figures of one run as a table and, on the last line, as JSON. `--resources DIR [--children N] [--rounds N] [--documents N]`
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { blocking } from './blocking';
import { clinical } from './clinical';
import { prepare } from './ground';
import { pages, search } from './pages';
import { papers } from './papers';
import { cipher, reads, writes } from './records';
import { Report } from './report';
import { unlocking } from './unlock';

function argument(name: string, standard: string): string {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? standard : (process.argv[at + 1] ?? standard);
}

const [children, rounds, documents] = [Number(argument('children', '100000')), Number(argument('rounds', '7')), Number(argument('documents', '200'))];
const resourcesDir = resolve(argument('resources', 'resources'));
const only = argument('only', 'reads,pages,search,writes,cipher,unlock,papers,blocking,clinical').split(',');
const folder = mkdtempSync(join(tmpdir(), 'tirek-bench-'));
const report = new Report();
try {
  console.error(`${children.toLocaleString('en')} children are being made...`);
  const ground = await prepare(folder, resourcesDir, children);
  console.error('...and measured.');
  const parts: Record<string, () => void | Promise<void>> = {
    reads: () => reads(ground, report, rounds),
    cipher: () => cipher(ground, report, rounds),
    pages: () => pages(ground, report, rounds),
    search: () => {
      search(ground, report);
    },
    unlock: () => unlocking(ground, report, rounds),
    writes: () => writes(ground, report, rounds),
    blocking: () => blocking(ground, report, rounds),
    papers: () => papers(report, resourcesDir, rounds, documents),
    clinical: () => clinical(ground, report, rounds),
  };
  for (const [name, part] of Object.entries(parts)) if (only.includes(name)) await part();
  ground.plain.close();
  ground.encrypted.close();
  await ground.program.close();
  report.print({ children, rounds, documents, node: process.version, processors: availableParallelism(), load: loadavg()[0] ?? 0 });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
