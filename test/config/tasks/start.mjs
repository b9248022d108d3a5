import { ensureBuilt } from './lib/build.mjs';
import { chooseWay, openTirek, startOptions } from './lib/open.mjs';

export async function run(argv) {
  const options = startOptions(argv);
  const electron = await chooseWay(options);
  return (await ensureBuilt()) ? openTirek(options, electron) : 1;
}
