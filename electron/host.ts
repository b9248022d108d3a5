// The browser host: the same program behind a loopback address instead of a window. Built to out/host, never packed.
import { createInterface } from 'node:readline';
import { hostArguments } from './ipc/http-host/options';
import { startHttpHost } from './ipc/http-host/server';
import { createTirek } from './tirek';

if (Number(process.versions.node.split('.')[0]) < 24) {
  // An older Node would be killed by the SQLite module without a word.
  process.stderr.write(`Tirek needs Node 24, not ${process.versions.node}. Start it with npm start.\n`);
  process.exit(1);
}

const { dataDir, resourcesDir, rendererDir, port } = hostArguments(process.argv.slice(2));
const tirek = await createTirek({ dataDir, resourcesDir });
const host = await startHttpHost({
  rendererDir,
  port,
  handle: (request) => tirek.pipeline.handle(request),
  lock: () => tirek.lock(),
});
tirek.onLocked(() => {
  host.locked();
});

const announce = (): void => {
  process.stdout.write(`${JSON.stringify({ address: host.address, launch: host.newLaunchUrl() })}\n`);
};

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await host.close();
  await tirek.close();
  process.exit(0);
}

process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
// The starter holds this pipe: a word asks for another one-time address, its end means that the starter is gone.
createInterface({ input: process.stdin })
  .on('line', (line) => {
    if (line.trim() === 'launch') announce();
  })
  .on('close', () => void stop());

announce();
