// The one door to every task: `node test/config/run.mjs <task> [options]`. Plain Node 20 and its standard library until the
// pinned Node of node_modules is there; from then on everything runs under that one.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './tasks/lib/dependencies.mjs';
import { localNode, root } from './tasks/lib/paths.mjs';
import { runInherited } from './tasks/lib/process.mjs';

const NEEDED_NODE = 24;
const [task, ...options] = process.argv.slice(2);

if (!task || !/^[a-z0-9]+$/.test(task) || !existsSync(join(root, `test/config/tasks/${task}.mjs`))) {
  console.error('Which task? One of: start, test, demo, bench, package, build, types, lint, unit, e2e.');
  process.exit(2);
}

await ensureDependencies();

// SQLite's native module kills a Node older than this without a word, so the change of Node comes before any task is loaded.
if (Number(process.versions.node.split('.')[0]) < NEEDED_NODE) {
  process.exit(await runInherited(localNode(), [join(root, 'test/config/run.mjs'), task, ...options]));
}

const { run } = await import(`./tasks/${task}.mjs`);
process.exitCode = await run(options);
