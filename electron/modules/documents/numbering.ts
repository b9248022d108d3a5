import { refusal } from '../../../shared/kernel/errors';
import type { DocumentKind } from '../../../shared/modules/documents/documents.model';
import type { ReadDb, WriteDb } from '../../db/types';
import { DocumentNumberEntity } from './document.entity';

const rowId = (kind: DocumentKind, year: number): string => `${kind}/${String(year)}`;

/** The number that the next paper of this kind will bear, if nobody is quicker. */
export const expectedNumber = (db: ReadDb, kind: DocumentKind, year: number): number =>
  (db.table(DocumentNumberEntity).byId(rowId(kind, year))?.last ?? 0) + 1;

/**
 * Takes the number that was printed into the paper. It moves in the transaction that stores the paper, so a crash before the
 * commit leaves neither paper nor gap. When another paper took it meanwhile the caller renders anew with the next one.
 */
export function takeNumber(db: WriteDb, kind: DocumentKind, year: number, printed: number): void {
  if (expectedNumber(db, kind, year) !== printed) throw refusal('NUMBER.TAKEN');
  const table = db.table(DocumentNumberEntity);
  const id = rowId(kind, year);
  if (!table.update(id, { last: printed })) table.insert({ id, last: printed });
}

/** Runs one after another whatever renders and stores: two issues at once would print the same number twice. */
export class Mutex {
  private tail: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const next = this.tail.then(work, work);
    this.tail = next.catch(() => undefined);
    return next;
  }
}
