import { join } from 'node:path';
import { root, script } from './lib/paths.mjs';
import { runCaptured, runInherited } from './lib/process.mjs';

export async function run(argv) {
  const built = await runCaptured(process.execPath, [
    script('vite/bin/vite.js'),
    'build',
    '--logLevel',
    'warn',
    '-c',
    'test/config/vite.bench.config.ts',
  ]);
  if (built.code !== 0) {
    console.error(built.output);
    return built.code;
  }
  return runInherited(process.execPath, ['--expose-gc', join(root, 'out/bench/bench.js'), '--resources', join(root, 'resources'), ...argv]);
}
