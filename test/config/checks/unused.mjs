import { root, script } from '../tasks/lib/paths.mjs';
import { runCaptured } from '../tasks/lib/process.mjs';

const { code, output } = await runCaptured(process.execPath, [
  script('knip/bin/knip.js'),
  '-c',
  'test/config/knip.json',
  '--no-progress',
  '--no-config-hints',
]);
if (code !== 0) console.log(output.replaceAll(root, '.'));
console.log(`unused: ${code === 0 ? '1 passed, 0 failed' : '0 passed, 1 failed'}`);
process.exitCode = code;
