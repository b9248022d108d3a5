import { script } from './lib/paths.mjs';
import { runInherited } from './lib/process.mjs';

export const run = (options) =>
  runInherited(process.execPath, [script('vitest/vitest.mjs'), 'run', '--config', 'test/config/vitest.config.ts', ...options]);
