import { createHmac } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ReadDb } from '../../db/types';

/*
 * A page of the file put back to yesterday's ciphertext passes every check of the page itself: an old role, a withdrawn
 * consent or another contract would be believed. For the rows where that would matter the entry of each change carries `h`, a
 * value over the row as it was left. Verification compares the newest `h` of each with the row as it stands.
 */
interface Watched {
  subject: string;
  /** Only these may change the row, and only they seal it: any other entry would bless what was put back. */
  actions: readonly string[];
  /** The content that counts; undefined when the row is gone. */
  row: string;
  /** Where a row may rightly be gone, its tombstone. */
  gone?: string;
  /** What a person calls it. */
  label: string;
}

const WATCHED: readonly Watched[] = [
  {
    subject: 'user',
    actions: ['users.invite', 'users.update', 'users.leave', 'users.madeAdministrator'],
    row: 'SELECT roles, institution_ids, child_ids, active, left_at FROM user_account WHERE id = ?',
    label: 'SELECT name AS label FROM user_account WHERE id = ?',
  },
  {
    subject: 'child',
    actions: ['children.saveConsent', 'children.withdrawConsent', 'children.removeRow', 'children.merge'],
    row: `SELECT json_group_array(json_array(id, data)) AS consents FROM (SELECT d.id, d.data FROM child_detail d WHERE d.child_id = ? AND d.kind = 'consent' ORDER BY d.id)`,
    gone: 'SELECT 1 AS one FROM child_tombstone WHERE id = ?',
    label: 'SELECT code AS label FROM child WHERE id = ?',
  },
  {
    subject: 'document',
    actions: ['documents.issue'],
    row: `SELECT kind, year, no, version, number, draft_id, issued_at, issued_by, mentor_id, child_ids, pair_ids, institution_id, term_from, term_to, sha256, snapshot
      FROM document WHERE id = ?`,
    label: 'SELECT number AS label FROM document WHERE id = ?',
  },
];

/** Not a secret against a holder of the file, who reads the rows anyway: it keeps equal rows of two vaults from looking alike. */
const SALT = 'SELECT mac FROM journal WHERE seq = 1';

/** HMAC over a row's content: tells whether the row is the one that was last journalled. */
export function rowFreshness(salt: Uint8Array, row: Record<string, unknown>): string {
  const sorted = Object.keys(row)
    .sort()
    .map((name) => [name, row[name] ?? null]);
  return createHmac('sha256', salt).update('tirek-row-v1\0').update(JSON.stringify(sorted)).digest('hex');
}

function stands(db: ReadDb, watched: Watched, id: string): string | null {
  const row = db.get<Record<string, unknown>>(watched.row, id);
  const salt = row && db.get<{ mac: Uint8Array }>(SALT)?.mac;
  return row && salt ? rowFreshness(salt, row) : null;
}

/** `h` for an entry that is being written, inside the transaction of its change; null for what is not watched. */
export function sealOf(db: ReadDb, entry: { action: string; subject: string; subjectId: string | null; outcome?: string }): string | null {
  if (entry.subjectId === null || (entry.outcome ?? 'done') !== 'done') return null;
  const watched = WATCHED.find(({ subject, actions }) => subject === entry.subject && actions.includes(entry.action));
  return watched ? stands(db, watched, entry.subjectId) : null;
}

export interface StaleRow {
  subject: string;
  id: string;
  label: string;
}

const PORTION = 100;
const NEWEST = 'SELECT subject_id AS id, h, max(seq) AS seq FROM journal WHERE subject = ? AND h IS NOT NULL GROUP BY subject_id';

/** Rows that are not as their newest entry left them, looked at in portions. The clinical vault has no such tables yet. */
export async function staleRows(db: ReadDb, signal?: AbortSignal): Promise<StaleRow[]> {
  const stale: StaleRow[] = [];
  for (const watched of WATCHED) {
    const sealed = db.all<{ id: string; h: string }>(NEWEST, watched.subject);
    for (const [at, { id, h }] of sealed.entries()) {
      if (at % PORTION === PORTION - 1) {
        signal?.throwIfAborted();
        await nextTurn();
      }
      if (stands(db, watched, id) === h || (watched.gone && db.get(watched.gone, id))) continue;
      stale.push({ subject: watched.subject, id, label: db.get<{ label: string }>(watched.label, id)?.label ?? id });
    }
  }
  return stale;
}
