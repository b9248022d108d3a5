import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface, type Interface } from 'node:readline';

const root = resolve(import.meta.dirname, '../..');

interface Announcement {
  address: string;
  launch: string;
}

/** The built browser host as a process of its own, on a data folder of the test's choice. */
export class HostProcess {
  private errors = '';

  private constructor(
    private readonly child: ChildProcess,
    private readonly lines: Interface,
    readonly dataDir: string,
    readonly address: string,
    readonly launchUrl: string,
  ) {
    child.stderr?.on('data', (chunk: Buffer) => {
      this.errors += chunk.toString();
    });
  }

  static async start(dataDir: string, env: Record<string, string> = {}): Promise<HostProcess> {
    const args = [
      resolve(root, 'out/host/host.js'),
      '--data',
      dataDir,
      '--resources',
      resolve(root, 'resources'),
      '--renderer',
      resolve(root, 'out/renderer'),
    ];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    const lines = createInterface({ input: child.stdout });
    const first = await Promise.race([once(lines, 'line').then(([line]) => String(line)), once(child, 'exit').then(() => null)]);
    if (first === null) throw new Error(`The browser host ended at once. Was it built (npm run build)?\n${complaint}`);
    const { address, launch } = JSON.parse(first) as Announcement;
    return new HostProcess(child, lines, dataDir, address, launch);
  }

  /** Another one-time address, as for a browser that was closed and opened again. */
  async newLaunchUrl(): Promise<string> {
    const line = once(this.lines, 'line');
    this.child.stdin?.write('launch\n');
    return (JSON.parse(String((await line)[0])) as Announcement).launch;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** What it wrote to its error stream so far: nothing, when all is well. */
  get complaints(): string {
    return this.errors;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.child.exitCode;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
    return this.child.exitCode;
  }
}
