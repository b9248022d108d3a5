import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { startWorker } from '../worker-entry';
import type { SheetAnswer, SheetHead, SheetPart, SheetRow } from './sheet.types';

export type { SheetColumn, SheetRow } from './sheet.types';

export interface SheetOptions {
  /** Rejects with the signal's reason; the worker that held the rows is gone by then. */
  signal?: AbortSignal;
  /** Rows handed over so far. */
  onRows?: (rows: number) => void;
}

export interface SpreadsheetService {
  /**
   * The bytes of an .xlsx file. `rows` may be made while they are asked for (a generator that reads page by page): they are
   * taken in portions, between which everything else on this thread has its turn. An error in them ends the sheet.
   */
  writeSheet(sheet: SheetHead & { rows: Iterable<SheetRow> }, options?: SheetOptions): Promise<Uint8Array>;
  /** Ends every sheet that is being written; whoever waits for one is told. */
  close(): Promise<void>;
}

/** How long rows are taken at a stretch, and how many at most go over at once: the window stays smooth below a frame. */
const STRETCH_MS = 8;
const PORTION = 500;

const send = (worker: Worker, part: SheetPart): void => {
  worker.postMessage(part);
};

interface Feeding {
  onRows: SheetOptions['onRows'];
  /** Fires when nobody waits for the sheet any more: no further row is read. */
  over: AbortSignal;
}

async function feed(worker: Worker, sheet: SheetHead & { rows: Iterable<SheetRow> }, { onRows, over }: Feeding): Promise<void> {
  send(worker, { kind: 'head', head: { title: sheet.title, columns: sheet.columns } });
  let [portion, count, since]: [SheetRow[], number, number] = [[], 0, performance.now()];
  const flush = async (): Promise<void> => {
    send(worker, { kind: 'rows', rows: portion });
    count += portion.length;
    portion = [];
    onRows?.(count);
    await nextTurn();
    over.throwIfAborted();
    since = performance.now();
  };
  for (const row of sheet.rows) {
    portion.push(row);
    if (portion.length >= PORTION || performance.now() - since >= STRETCH_MS) await flush();
  }
  if (portion.length > 0) await flush();
  send(worker, { kind: 'end' });
}

/** Resolves with the file, rejects when the worker fails or ends, or when the signal fires. */
function answerOf(worker: Worker, signal: AbortSignal | undefined): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    worker.on('message', (answer: SheetAnswer) => {
      if (answer.kind === 'done') resolve(answer.bytes);
      else reject(new Error(`the sheet could not be written: ${answer.name}`));
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      reject(new Error('the sheet writer stopped'));
    });
    signal?.addEventListener(
      'abort',
      () => {
        reject(signal.reason instanceof Error ? signal.reason : new DOMException('cancelled', 'AbortError'));
      },
      { once: true },
    );
  });
}

/** Each sheet has a worker of its own for as long as it is being written: putting 60,000 rows together takes seconds. */
export function createSpreadsheetService(): SpreadsheetService & { working(): number } {
  const workers = new Set<Worker>();
  return {
    writeSheet: async (sheet, options = {}) => {
      options.signal?.throwIfAborted();
      const over = new AbortController();
      const worker = startWorker('spreadsheet');
      workers.add(worker);
      worker.on('exit', () => workers.delete(worker));
      try {
        const answer = answerOf(worker, options.signal);
        // Together: a worker that fails, or a person who cancels, is heard while rows are still being read.
        const [bytes] = await Promise.all([answer, feed(worker, sheet, { onRows: options.onRows, over: over.signal })]);
        return bytes;
      } finally {
        over.abort();
        await worker.terminate();
      }
    },
    close: async () => {
      await Promise.all([...workers].map((worker) => worker.terminate()));
    },
    working: () => workers.size,
  };
}
