import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ReadDb } from '../../db/types';
import type { ChainEntry, ChainState, EntryFault } from './chain';
import { epochOf, GENESIS, keyOfEpoch, nextKey, unpackState, whyBroken } from './chain';
import type { JournalHead } from './journal';
import { headOf } from './journal';

/** Entries checked between two turns of the event loop: about 5 ms of work, well under the 50 ms that a screen notices. */
const BATCH = 250;

/** A point of the chain kept outside the file. `mac` may be shortened to the link's first bytes (the monthly line). */
export type Anchor = JournalHead | { seq: number; linkPrefix: string };

export type JournalFault = EntryFault | 'anchor' | 'truncated' | 'key';

export interface JournalVerdict {
  ok: boolean;
  entries: number;
  /** Entries whose keyed MAC was checked; the others by their link only, which the MACs and anchors after them cover. */
  keyed: number;
  anchors: number;
  firstBad: { seq: number; why: JournalFault } | null;
}

interface Row extends ChainEntry {
  mac: Uint8Array;
}

const PAGE = `SELECT seq, at, user_id AS userId, session_id AS sessionId, action, subject, subject_id AS subjectId, outcome, detail, h, mac
  FROM journal WHERE seq > ? ORDER BY seq LIMIT ${String(BATCH)}`;

export type AgeOfFile = 'current' | 'older' | 'different';

/**
 * On open: a vault whose head lies before an anchor has been put back to an earlier day; one that has another entry at the
 * anchor's place has been put back and written on. Both open read-only with a notice, until someone restores or accepts it.
 */
export function ageAgainst(db: ReadDb, anchor: JournalHead | null): AgeOfFile {
  if (!anchor) return 'current';
  const head = headOf(db);
  if (!head || head.seq < anchor.seq) return 'older';
  const row = db.get<{ mac: Uint8Array }>('SELECT mac FROM journal WHERE seq = ?', anchor.seq);
  return row && Buffer.from(row.mac).toString('hex') === anchor.mac ? 'current' : 'different';
}

/** The first key of the chain, sealed to the vault's recovery key, as entry 1 carries it. */
export function sealedFirstKey(db: ReadDb): string | null {
  const row = db.get<{ detail: string | null }>('SELECT detail FROM journal WHERE seq = 1');
  if (!row?.detail) return null;
  const sealed = (JSON.parse(row.detail) as { sealedKey?: unknown }).sealedKey;
  return typeof sealed === 'string' ? sealed : null;
}

/**
 * Walks the whole chain. Any session can do that: links cover every entry, the running epoch's MACs are checked with the
 * stored key, and anchors tie the rest down. With the first key (recovery sheet) every MAC of every epoch is checked too.
 */
export async function verifyJournal(
  db: ReadDb,
  anchors: readonly Anchor[],
  firstKey: Uint8Array | null = null,
  signal?: AbortSignal,
): Promise<JournalVerdict> {
  const keys = keysFor(db, firstKey);
  const bySeq = new Map<number, Anchor[]>();
  for (const anchor of anchors) bySeq.set(anchor.seq, [...(bySeq.get(anchor.seq) ?? []), anchor]);
  const verdict: JournalVerdict = { ok: true, entries: 0, keyed: 0, anchors: anchors.length, firstBad: null };
  let state: ChainState = GENESIS;
  for (;;) {
    const rows = db.all<Row>(PAGE, verdict.entries);
    for (const row of rows) {
      const key = keys.at(row.seq);
      const fault = whyBroken(state, verdict.entries + 1, row, row.mac, key) ?? anchorFault(row, bySeq.get(row.seq));
      if (fault) return failed(verdict, verdict.entries + 1, fault);
      state = unpackState(row.mac) ?? GENESIS;
      verdict.entries += 1;
      if (key) verdict.keyed += 1;
    }
    if (rows.length < BATCH) break;
    signal?.throwIfAborted();
    await nextTurn();
  }
  return closing(db, verdict, anchors, keys.belongs(verdict.entries));
}

function closing(db: ReadDb, verdict: JournalVerdict, anchors: readonly Anchor[], keyBelongs: boolean): JournalVerdict {
  const beyond = anchors.filter((anchor) => anchor.seq > verdict.entries);
  if (beyond.length > 0) return failed(verdict, verdict.entries + 1, 'truncated');
  // Entry 1 is written with the vault itself: a journal without entries has lost them.
  if (verdict.entries === 0) return failed(verdict, 1, 'truncated');
  const strays = db.get<{ n: number }>('SELECT count(*) AS n FROM journal WHERE seq < 1')?.n ?? 0;
  if (strays > 0) return failed(verdict, 1, 'gap');
  return keyBelongs ? verdict : failed(verdict, verdict.entries, 'key');
}

const failed = (verdict: JournalVerdict, seq: number, why: JournalFault): JournalVerdict => ({ ...verdict, ok: false, firstBad: { seq, why } });

function anchorFault(row: Row, anchors: Anchor[] | undefined): JournalFault | null {
  if (!anchors) return null;
  const stored = Buffer.from(row.mac).toString('hex');
  const matches = anchors.every((anchor) => ('mac' in anchor ? anchor.mac === stored : stored.slice(64).startsWith(anchor.linkPrefix)));
  return matches ? null : 'anchor';
}

function keysFor(db: ReadDb, firstKey: Uint8Array | null): { at: (seq: number) => Uint8Array | null; belongs: (entries: number) => boolean } {
  const stored = db.get<{ epoch: number; key: Uint8Array }>('SELECT epoch, key FROM journal_key');
  let epoch = 0;
  let derived: Buffer | null = firstKey ? Buffer.from(firstKey) : null;
  const at = (seq: number): Uint8Array | null => {
    const wanted = epochOf(seq);
    if (!derived) return stored && stored.epoch === wanted ? stored.key : null;
    while (epoch < wanted) {
      derived = nextKey(derived);
      epoch += 1;
    }
    return derived;
  };
  const belongs = (entries: number): boolean => {
    if (stored?.epoch !== epochOf(Math.max(1, entries))) return false;
    return !firstKey || keyOfEpoch(firstKey, stored.epoch).equals(Buffer.from(stored.key));
  };
  return { at, belongs };
}
