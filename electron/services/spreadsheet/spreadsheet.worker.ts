import { parentPort } from 'node:worker_threads';
import { cellsOf, sheetFile } from './sheet-file';
import type { SheetAnswer, SheetHead, SheetPart } from './sheet.types';

/*
 * One worker puts one sheet together and ends: what it held of people goes with its thread, and cancelling is ending it.
 */
const port = parentPort;
const body: unknown[][] = [];
let head: SheetHead = { title: '', columns: [] };

async function finish(): Promise<void> {
  try {
    const bytes = new Uint8Array(await sheetFile(head, body));
    port?.postMessage({ kind: 'done', bytes } satisfies SheetAnswer, [bytes.buffer]);
  } catch (error) {
    // Only the class goes out: the library quotes cells in its messages.
    port?.postMessage({ kind: 'failed', name: error instanceof Error ? error.name : 'Error' } satisfies SheetAnswer);
  }
}

port?.on('message', (part: SheetPart) => {
  if (part.kind === 'head') head = part.head;
  else if (part.kind === 'rows') for (const row of cellsOf(part.rows)) body.push(row);
  else void finish();
});
