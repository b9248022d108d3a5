import { startWorker } from '../services/worker-entry';
import type { FileWorkAnswer, FileWorkRequest, TableHash } from './file-work.types';

export type { TableHash } from './file-work.types';

export interface FileWorkOptions {
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/** The worker could not finish: `code` is SQLite's or the connection's own. */
export class FileWorkError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'FileWorkError';
  }
}

/** A copy in memory of its own, so that transferring it detaches nothing else. */
function ownBytes(key: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(new ArrayBuffer(key.length));
  bytes.set(key);
  return bytes;
}

function run(request: FileWorkRequest, transfer: Uint8Array<ArrayBuffer>[], options: FileWorkOptions): Promise<TableHash[]> {
  return new Promise((resolve, reject) => {
    options.signal?.throwIfAborted();
    const worker = startWorker('file-work');
    const stop = (): void => {
      finish(() => {
        reject(new FileWorkError('FILE.CANCELLED', 'cancelled'));
      });
    };
    // Settled only when the thread has ended: its connection is closed by then, and the file may be renamed.
    const finish = (settle: () => void): void => {
      options.signal?.removeEventListener('abort', stop);
      worker.removeAllListeners('exit');
      void worker.terminate().then(settle, settle);
    };
    options.signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', (answer: FileWorkAnswer) => {
      if (answer.kind === 'progress') options.onProgress?.(answer.done, answer.total);
      else if (answer.kind === 'done')
        finish(() => {
          resolve(answer.tables);
        });
      else
        finish(() => {
          reject(new FileWorkError(answer.code, answer.message));
        });
    });
    worker.on('error', (error) => {
      finish(() => {
        reject(error instanceof Error ? error : new FileWorkError('FILE.FAILED', String(error)));
      });
    });
    worker.on('exit', (code) => {
      reject(new FileWorkError('FILE.WORKER_ENDED', `worker ended with ${String(code)}`));
    });
    worker.postMessage(
      request,
      transfer.map((bytes) => bytes.buffer),
    );
  });
}

/** Encrypted copy under the same key, without free pages. The target must not exist. The key is not wiped. */
export async function vacuumInto(file: string, key: Uint8Array, target: string, options: FileWorkOptions = {}): Promise<void> {
  const own = ownBytes(key);
  await run({ work: 'vacuum-into', file, key: own, target }, [own], options);
}

/** Encrypts every page anew under another key, in place: only ever for a copy. The file gets a new salt. */
export async function rekey(file: string, key: Uint8Array, newKey: Uint8Array, options: FileWorkOptions = {}): Promise<void> {
  const [own, next] = [ownBytes(key), ownBytes(newKey)];
  await run({ work: 'rekey', file, key: own, newKey: next }, [own, next], options);
}

/** Integrity, foreign keys, every page read; answers row counts and content hashes to compare two files with. */
export async function verifyEveryPage(file: string, key: Uint8Array, options: FileWorkOptions = {}): Promise<TableHash[]> {
  const own = ownBytes(key);
  return run({ work: 'verify', file, key: own }, [own], options);
}
