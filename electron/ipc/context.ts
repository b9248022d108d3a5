import type { ChildId, InstitutionId, UserId } from '../../shared/kernel/ids';
import type { PlainDate } from '../../shared/kernel/plain-date';
import type { Language, Role } from '../../shared/kernel/roles';
import type { ReadDb, WriteDb } from '../db/types';
import type { Services } from '../services/services';

/** Who asks: read anew from the records for every request, so that a changed role holds for the very next one. */
export interface Actor {
  userId: UserId;
  name: string;
  roles: Role[];
  institutionIds: 'all' | InstitutionId[];
  /** 'all' unless the person is a coach and nothing else. */
  childIds: 'all' | ChildId[];
  sessionId: string;
  language: Language;
}

export interface JournalEntry {
  action: string;
  subject: string;
  subjectId: string | null;
  outcome?: 'done' | 'refused' | 'not-allowed' | 'invalid' | 'failed';
  detail?: Record<string, string | number | boolean | null>;
}

interface Common {
  actor: Actor;
  now: Date;
  nowIso: string;
  today: PlainDate;
  services: Services;
}

export interface ReadContext extends Common {
  db: ReadDb;
}

export interface WriteContext extends Common {
  db: WriteDb;
  newId(): string;
  /** A further entry beside the one that the pipeline writes for the request itself. */
  journal(entry: JournalEntry): void;
}

/** Work in steps (a paper is rendered, a key derived) around transactions that never wait for anything. */
export interface StepsContext extends Common {
  read<T>(work: (context: ReadContext) => T): T;
  transaction<T>(work: (context: WriteContext) => T): T;
  /** A transaction that changes no record and so has no journal entry: an index put in order, portion by portion. */
  upkeep<T>(work: (db: WriteDb) => T): T;
  progress(done: number, total: number): void;
  signal: AbortSignal;
}

/** A clinical request reads and writes clinical.db; names and scope come from the records, which it can read and not change. */
export interface ClinicalReadContext extends ReadContext {
  records: ReadDb;
}

export interface ClinicalWriteContext extends WriteContext {
  records: ReadDb;
}

/** Two files have no common transaction: whoever writes both orders the steps so that a crash between them can be finished. */
export interface ClinicalStepsContext extends Common {
  read<T>(work: (context: ClinicalReadContext) => T): T;
  transaction<T>(work: (context: ClinicalWriteContext) => T): T;
  upkeep<T>(work: (db: WriteDb) => T): T;
  /** Too much for one turn, and still all or nothing: the generator gives the thread away at each `yield`. Its journal entry is part of it. */
  inPortions(work: (context: ClinicalWriteContext) => Generator<void, void, undefined>): Promise<void>;
  /** The records' side, with its own journal. */
  inRecords<T>(work: (context: WriteContext) => T): T;
  progress(done: number, total: number): void;
  signal: AbortSignal;
}
