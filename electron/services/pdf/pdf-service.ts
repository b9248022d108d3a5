import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { Paper } from '../../../shared/papers/paper.model';
import { startWorker } from '../worker-entry';

export interface PdfService {
  /** The bytes of a paper. Rejects with AbortError when the signal fires; the same paper gives the same bytes. */
  render(paper: Paper, options?: { signal?: AbortSignal }): Promise<Uint8Array>;
  close(): Promise<void>;
}

interface Answer {
  id: number;
  bytes?: Uint8Array;
  failed?: string;
}

interface Waiting {
  resolve: (bytes: Uint8Array) => void;
  reject: (error: Error) => void;
}

function settle(waiting: Map<number, Waiting>, answer: Answer): void {
  const one = waiting.get(answer.id);
  waiting.delete(answer.id);
  if (answer.bytes) one?.resolve(answer.bytes);
  else one?.reject(new Error(`the paper could not be laid out: ${answer.failed ?? 'unknown'}`));
}

/** One warm worker renders every paper, so that neither the window nor a command ever waits for layout. */
export function createPdfService({ resourcesDir }: { resourcesDir: string }): PdfService & { renderRaw(definition: unknown): Promise<Uint8Array> } {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let next = 1;

  const failAll = (error: Error): void => {
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
    worker = null;
  };
  const start = (): Worker => {
    const started = startWorker('pdf', { workerData: { fontsDir: join(resourcesDir, 'fonts') } });
    started.on('message', (answer: Answer) => {
      settle(waiting, answer);
    });
    started.on('error', failAll);
    started.on('exit', () => {
      failAll(new Error('the paper engine stopped'));
    });
    return started;
  };
  const ask = (task: { paper?: Paper; raw?: unknown }, signal?: AbortSignal): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const id = next;
      next += 1;
      waiting.set(id, { resolve, reject });
      signal?.addEventListener(
        'abort',
        () => {
          waiting.delete(id);
          reject(signal.reason instanceof Error ? signal.reason : new DOMException('cancelled', 'AbortError'));
        },
        { once: true },
      );
      worker ??= start();
      worker.ref();
      worker.postMessage({ id, ...task });
    });
  return {
    render: (paper, options) => ask({ paper }, options?.signal),
    renderRaw: (raw) => ask({ raw }),
    close: async () => {
      const stopping = worker;
      worker = null;
      await stopping?.terminate();
    },
  };
}
