import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { runInherited } from './lib/process.mjs';

export const run = (options) => runInherited(process.execPath, [join(root, 'test/config/types.mjs'), ...options]);
