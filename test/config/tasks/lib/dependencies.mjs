import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

const readLock = (path) => JSON.parse(readFileSync(path, 'utf8')).packages ?? {};

/** npm keeps a second lock inside node_modules that says what is really there; packages of other platforms are optional and may be absent. */
function differsFromLock() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed) || !existsSync(join(root, 'node_modules/node/bin'))) return true;
  const wanted = readLock(join(root, 'package-lock.json'));
  const present = readLock(installed);
  return Object.entries(wanted).some(([path, entry]) => path !== '' && !entry.optional && !entry.peer && present[path]?.version !== entry.version);
}

export async function ensureDependencies() {
  if (!differsFromLock()) return;
  console.log('Installing the packages of package-lock.json (once; about a minute) ...');
  // On Windows npm is a .cmd file, which only a shell can start; the command is a constant, no input reaches it.
  const child =
    process.platform === 'win32'
      ? spawn('npm ci --no-audit --no-fund', { stdio: 'inherit', cwd: root, shell: true })
      : spawn('npm', ['ci', '--no-audit', '--no-fund'], { stdio: 'inherit', cwd: root });
  const code = await new Promise((done, fail) => child.on('error', fail).on('close', done));
  if (code !== 0) throw new Error('npm ci failed; its message stands above.');
}
