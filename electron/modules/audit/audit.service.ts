import { setImmediate as nextTurn } from 'node:timers/promises';
import { notFound, refusal } from '../../../shared/kernel/errors';
import type { JournalFilter, JournalLine, JournalPage, Verdict } from '../../../shared/modules/audit/audit.model';
import type { ReadDb } from '../../db/types';
import type { Vault } from '../../vault';
import { journalRows, peopleOf, timeOf } from './audit.repository';
import { openFirstKey } from './first-key';
import { staleRows } from './freshness';
import { headOf } from './journal';
import { anchorOfLine, monthlyLine } from './line';
import { verifyJournal, type Anchor } from './verify';

const EXPORT_LIMIT = 50_000;
const EXPORT_BATCH = 2000;
const STALE_SHOWN = 50;

type Names = ReadonlyMap<string, string>;

/** Names live in the records vault only; the clinical journal is shown with them too. */
export const namesFrom = (records: ReadDb): Names => new Map(peopleOf(records).map(({ id, name }) => [id, name]));

export function journalPage(db: ReadDb, names: Names, query: { filter: JournalFilter; before?: number | undefined; limit: number }): JournalPage {
  const rows = journalRows(db, query.filter, query.before ?? Number.MAX_SAFE_INTEGER, query.limit + 1);
  const shown = rows.slice(0, query.limit);
  return { entries: shown.map((row) => lineOf(row, names)), next: rows.length > query.limit ? (shown.at(-1)?.seq ?? null) : null };
}

/** In portions, so that a large journal does not hold the event loop; entries written meanwhile are newer and not asked for. */
export async function journalForExport(db: ReadDb, names: Names, filter: JournalFilter, signal?: AbortSignal): Promise<JournalLine[]> {
  const lines: JournalLine[] = [];
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const rows = journalRows(db, filter, before, EXPORT_BATCH);
    lines.push(...rows.map((row) => lineOf(row, names)));
    if (lines.length > EXPORT_LIMIT) throw refusal('EXPORT.TOO_MANY', { limit: EXPORT_LIMIT });
    before = rows.at(-1)?.seq ?? 0;
    if (rows.length < EXPORT_BATCH) return lines;
    signal?.throwIfAborted();
    await nextTurn();
  }
}

function lineOf(row: Omit<JournalLine, 'detail' | 'userName'> & { detail: string | null }, names: Names): JournalLine {
  return { ...row, userName: row.userId === null ? null : (names.get(row.userId) ?? null), detail: detailOf(row.detail) };
}

/** The sealed first key stands in entry 1; it is of no use on a screen. A damaged detail is verify's to report, not the list's. */
function detailOf(text: string | null): JournalLine['detail'] {
  if (!text) return null;
  try {
    const { sealedKey: _, ...rest } = JSON.parse(text) as Record<string, string | number | boolean | null>;
    return rest;
  } catch {
    return null;
  }
}

export function lineNow(db: ReadDb): { line: string; seq: number; at: string } {
  const head = headOf(db);
  if (!head) throw notFound();
  return { line: monthlyLine(head), seq: head.seq, at: timeOf(db, head.seq) };
}

interface CheckRequest {
  lines: readonly string[];
  recoveryKey?: string | undefined;
}

export async function checkJournal(db: ReadDb, vault: Vault, kept: readonly Anchor[], request: CheckRequest, signal?: AbortSignal): Promise<Verdict> {
  const typed = request.lines.map(anchorOfLine);
  const anchors = [...kept, ...typed.filter((anchor) => anchor !== null)];
  const firstKey = request.recoveryKey ? openFirstKey(db, vault, request.recoveryKey) : null;
  try {
    const verdict = await verifyJournal(db, anchors, firstKey, signal);
    const stale = vault === 'records' ? await staleRows(db, signal) : [];
    return {
      ...verdict,
      ok: verdict.ok && stale.length === 0,
      stale: stale.slice(0, STALE_SHOWN),
      unreadLines: typed.flatMap((anchor, at) => (anchor === null ? [at] : [])),
      whole: firstKey !== null,
    };
  } finally {
    firstKey?.fill(0);
  }
}
