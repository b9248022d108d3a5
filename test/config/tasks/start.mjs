import { ensureBuilt } from './lib/build.mjs';
import { openTirek, startOptions } from './lib/open.mjs';

export async function run(argv) {
  const options = startOptions(argv);
  return (await ensureBuilt()) ? openTirek(options) : 1;
}
