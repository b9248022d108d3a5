import type { RecordKind, Subject } from '../../../shared/modules/clinical/clinical.model';
import type { ReadDb } from '../../db/types';
import type { ClinicalWriteContext } from '../../ipc/context';

/**
 * What a room of the psychologist keeps under a record's header. The rooms stand to the right and hand this in: when a
 * child's file is destroyed, merged into another, or its case changes hands, each of them takes away, moves or hands over
 * its own.
 */
export interface RecordTie {
  kinds: readonly RecordKind[];
  /** The content of one record; header, files, amendments and words go with it. */
  remove(tx: ClinicalWriteContext, recordId: string): void;
  /** The room's own copies of the subject's id. */
  moveSubject(tx: ClinicalWriteContext, from: Subject, to: Subject): void;
  /** What a signature covers, where that names the subject: such a record is sealed anew under the new name. */
  sealed?(tx: ClinicalWriteContext, recordId: string, kind: RecordKind): unknown;
  /** What it keeps about a subject without a record (a session that is only planned; a place in a group). */
  count?(db: ReadDb, subject: Subject): number;
  removeSubject?(tx: ClinicalWriteContext, subject: Subject): void;
  handOver?(tx: ClinicalWriteContext, subject: Subject, fromId: string, to: { id: string; name: string }): void;
}

const ties: RecordTie[] = [];

export function tieRecords(tie: RecordTie): void {
  ties.push(tie);
}

export const recordTies = (): readonly RecordTie[] => ties;
export const tieOf = (kind: RecordKind): RecordTie | undefined => ties.find((tie) => tie.kinds.includes(kind));
