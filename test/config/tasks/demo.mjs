import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { chooseWay, openTirek, startOptions } from './lib/open.mjs';
import { root, script } from './lib/paths.mjs';
import { runCaptured, runInherited } from './lib/process.mjs';

/** Fills a folder with fictitious people; the builder prints who can sign in, and as its last line the same as JSON. */
async function fill(folder) {
  const built = await runCaptured(process.execPath, [
    script('vite/bin/vite.js'),
    'build',
    '--logLevel',
    'warn',
    '-c',
    'test/config/vite.demo.config.ts',
  ]);
  if (built.code !== 0) {
    console.error(built.output);
    return built.code;
  }
  return runInherited(process.execPath, [join(root, 'out/demo/demo.js'), '--build', folder, '--resources', join(root, 'resources')]);
}

export async function run(argv) {
  const at = argv.indexOf('--build');
  if (at >= 0) {
    const folder = argv[at + 1];
    if (!folder) throw new Error('--build needs a folder.');
    return fill(resolve(folder));
  }
  const options = startOptions(argv);
  const electron = await chooseWay(options);
  if (!(await ensureBuilt())) return 1;
  const folder = mkdtempSync(join(tmpdir(), 'tirek-demo-'));
  try {
    const code = await fill(join(folder, 'data'));
    return code === 0 ? await openTirek({ ...options, data: join(folder, 'data') }, electron) : code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
