import { randomBytes } from 'node:crypto';
import type { ReadDb, WriteDb } from '../../db/types';
import type { ChainEntry, ChainState } from './chain';
import { EPOCH_LENGTH, epochOf, extend, GENESIS, nextKey, packState, unpackState } from './chain';

export type JournalOutcome = 'done' | 'refused' | 'not-allowed' | 'invalid' | 'failed';

/** What an entry may say. `detail` holds codes and counts, never a name, a number of a paper or a written word about a person. */
export interface JournalInput {
  at: string;
  userId: string | null;
  sessionId: string | null;
  action: string;
  subject: string;
  subjectId: string | null;
  outcome?: JournalOutcome | undefined;
  detail?: Record<string, string | number | boolean | null> | null | undefined;
  /** sealOf() the row after the change, for rows where a rolled-back page must be noticed. */
  h?: string | null | undefined;
}

/** The end of a chain, as it is anchored outside the file: in the keyring, in backups, on the monthly line. */
export interface JournalHead {
  seq: number;
  /** Hex of the 64 stored bytes (keyed MAC, plain link) of entry `seq`. */
  mac: string;
}

const DETAIL_LIMIT = 2000;
const LAST = 'SELECT seq, mac FROM journal ORDER BY seq DESC LIMIT 1';
const KEY = 'SELECT epoch, key FROM journal_key';
const INSERT =
  'INSERT INTO journal (seq, at, user_id, session_id, action, subject, subject_id, outcome, detail, h, mac) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';

interface KeyRow {
  epoch: number;
  key: Uint8Array;
}
interface LastRow {
  seq: number;
  mac: Uint8Array;
}

/**
 * Begins the chain of a new vault with its first entry. `seal` encrypts the first key to the vault's recovery key and
 * returns text; the sealed key is part of entry 1, so the chain itself vouches for it. Nobody else ever sees that key again.
 */
export function startJournal(db: WriteDb, entry: JournalInput, seal: (firstKey: Uint8Array) => string): JournalHead {
  if (db.get(KEY) !== undefined || db.get(LAST) !== undefined) throw new Error('the journal has already begun');
  const firstKey = randomBytes(32);
  db.run('INSERT INTO journal_key (epoch, key) VALUES (0, ?)', firstKey);
  const head = appendJournal(db, { ...entry, detail: { ...entry.detail, sealedKey: seal(firstKey) } });
  firstKey.fill(0);
  return head;
}

/** Writes one entry. Called inside the transaction that makes the change, so that neither exists without the other. */
export function appendJournal(db: WriteDb, input: JournalInput): JournalHead {
  const last = db.get<LastRow>(LAST);
  const seq = (last?.seq ?? 0) + 1;
  const previous = previousState(last);
  const key = keyFor(db, seq);
  const entry = toEntry(seq, input);
  const mac = packState(extend(key, previous, entry));
  db.run(
    INSERT,
    seq,
    entry.at,
    entry.userId,
    entry.sessionId,
    entry.action,
    entry.subject,
    entry.subjectId,
    entry.outcome,
    entry.detail,
    entry.h,
    mac,
  );
  return { seq, mac: mac.toString('hex') };
}

/** The end of the chain, or null when the journal has not begun. */
export function headOf(db: ReadDb): JournalHead | null {
  const last = db.get<LastRow>(LAST);
  return last ? { seq: last.seq, mac: Buffer.from(last.mac).toString('hex') } : null;
}

function previousState(last: LastRow | undefined): ChainState {
  if (!last) return GENESIS;
  const state = unpackState(last.mac);
  if (!state) throw new Error('the last journal entry is damaged');
  return state;
}

/** The key of the epoch that `seq` belongs to. At an epoch's first entry the successor replaces the old key in the file. */
function keyFor(db: WriteDb, seq: number): Uint8Array {
  const row = db.get<KeyRow>(KEY);
  if (!row) throw new Error('the journal has not begun');
  const epoch = epochOf(seq);
  if (row.epoch === epoch) return row.key;
  if (row.epoch !== epoch - 1 || (seq - 1) % EPOCH_LENGTH !== 0) throw new Error('the journal and its key do not belong together');
  const key = nextKey(row.key);
  db.run('UPDATE journal_key SET epoch = ?, key = ?', epoch, key);
  return key;
}

function toEntry(seq: number, input: JournalInput): ChainEntry {
  const detail = input.detail && Object.keys(input.detail).length > 0 ? JSON.stringify(input.detail) : null;
  if (detail && detail.length > DETAIL_LIMIT) throw new Error('a journal entry carries codes and counts, not texts');
  return {
    seq,
    at: input.at,
    userId: input.userId,
    sessionId: input.sessionId,
    action: input.action,
    subject: input.subject,
    subjectId: input.subjectId,
    outcome: input.outcome ?? 'done',
    detail,
    h: input.h ?? null,
  };
}
