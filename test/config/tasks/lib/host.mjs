import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { environment, root } from './paths.mjs';

/**
 * Starts the built browser host and waits for its first address.
 * @returns {Promise<{ address: string, launch: string, stop: () => Promise<void>, ended: Promise<number> }>}
 */
export async function startHost({ dataDir, port = 0 }) {
  const args = [
    join(root, 'out/host/host.js'),
    '--data',
    dataDir,
    '--resources',
    join(root, 'resources'),
    '--renderer',
    join(root, 'out/renderer'),
    '--port',
    String(port),
  ];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'], cwd: root, env: environment() });
  const ended = new Promise((done) => child.on('close', (code) => done(code ?? 1)));
  const first = new Promise((done) => createInterface({ input: child.stdout }).once('line', done));
  const line = await Promise.race([first, ended.then(() => null)]);
  if (line === null) throw new Error('The browser host ended before it had an address.');
  return {
    ...JSON.parse(line),
    ended,
    // The end of its input is the same word on every system; Windows has no SIGTERM.
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
