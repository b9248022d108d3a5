import type { JournalFilter, JournalLine } from '../../../shared/modules/audit/audit.model';
import type { ReadDb } from '../../db/types';

type Row = Omit<JournalLine, 'detail' | 'userName'> & { detail: string | null };

const PAGE = `SELECT seq, at, user_id AS userId, action, subject, subject_id AS subjectId, outcome, detail FROM journal
  WHERE seq < ? AND (? IS NULL OR user_id = ?) AND (? IS NULL OR action = ?) AND (? IS NULL OR subject = ?)
    AND (? IS NULL OR subject_id = ?) AND (? IS NULL OR outcome = ?) AND (? IS NULL OR at >= ?) AND (? IS NULL OR at < ?)
  ORDER BY seq DESC LIMIT CAST(? AS INTEGER)`;

/** Local midnight as the UTC text that the column holds: a person filters by the days of the wall calendar. */
function instantOf(date: string | undefined, days: number): string | null {
  if (!date) return null;
  const at = new Date(`${date}T00:00:00`);
  at.setDate(at.getDate() + days);
  return at.toISOString();
}

/** Newest first. `before` is the sequence number after the page's first entry (keyset paging: page 2,000 costs what page 1 costs). */
export function journalRows(db: ReadDb, filter: JournalFilter, before: number, limit: number): Row[] {
  const { userId = null, action = null, subject = null, subjectId = null, outcome = null } = filter;
  const [from, to] = [instantOf(filter.from, 0), instantOf(filter.to, 1)];
  return db.all<Row>(
    PAGE,
    before,
    userId,
    userId,
    action,
    action,
    subject,
    subject,
    subjectId,
    subjectId,
    outcome,
    outcome,
    from,
    from,
    to,
    to,
    limit,
  );
}

export const peopleOf = (db: ReadDb): { id: string; name: string }[] => db.all('SELECT id, name FROM user_account ORDER BY name');
export const actionsOf = (db: ReadDb): string[] =>
  db.all<{ action: string }>('SELECT DISTINCT action FROM journal ORDER BY action').map((row) => row.action);
export const subjectsOf = (db: ReadDb): string[] =>
  db.all<{ subject: string }>('SELECT DISTINCT subject FROM journal ORDER BY subject').map((row) => row.subject);
export const timeOf = (db: ReadDb, seq: number): string => db.get<{ at: string }>('SELECT at FROM journal WHERE seq = ?', seq)?.at ?? '';
