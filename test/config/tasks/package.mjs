import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from './lib/build.mjs';
import { electronOrNull } from './lib/electron-binary.mjs';
import { root, script } from './lib/paths.mjs';
import { runInherited } from './lib/process.mjs';

const DAY_MS = 86_400_000;

/** An installer carries its browser engine with it: one whose support was not looked up lately is not given out. */
function isElectronCurrent() {
  const { version, checked, maxAgeDays } = JSON.parse(readFileSync(join(root, 'test/config/electron-release.json'), 'utf8'));
  const age = Math.floor((Date.now() - Date.parse(checked)) / DAY_MS);
  if (age <= maxAgeDays) return true;
  console.error(
    `Electron ${version} was last checked ${age} days ago. See whether it is still supported, update it, and enter the date in test/config/electron-release.json.`,
  );
  return false;
}

export async function run(options) {
  if (!isElectronCurrent()) return 1;
  if (!(await electronOrNull())) {
    console.error(
      'An installer needs the Electron binary. There is none here and none could be downloaded; ELECTRON_OVERRIDE_DIST_PATH can name a folder with one.',
    );
    return 1;
  }
  const built = await buildAll({ force: true });
  const failed = built.filter(({ code }) => code !== 0);
  for (const { name, output } of failed) console.error(`${name}:\n${output}`);
  if (failed.length > 0) return 1;
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  return runInherited(process.execPath, [
    script('electron-builder/cli.js'),
    '--publish',
    'never',
    ...(dist ? [`--config.electronDist=${dist}`] : [`--config.electronDist=${script('electron/dist')}`]),
    ...options,
  ]);
}
