import type { RecordKind, RecordState, Subject } from '../../../shared/modules/clinical/clinical.model';
import { fold, stem, words } from '../../../shared/kernel/search-text';
import type { ReadDb, SqlValue, WriteDb } from '../../db/types';
import type { ClinicalRecordEntity } from './clinical.entity';

const HEADER = `r."id", r."no", r."kind", r."subject_kind" AS "subjectKind", r."subject_id" AS "subjectId", r."label", r."on_date" AS "onDate", r."author_id" AS "authorId", r."author_name" AS "authorName", r."state", r."signed_at" AS "signedAt", r."signed_hash" AS "signedHash", r."version", r."created_at" AS "createdAt", r."updated_at" AS "updatedAt", (SELECT count(*) FROM "clinical_amendment" a WHERE a."record_id" = r."id") AS "amendments"`;

export type HeaderRow = ClinicalRecordEntity & { amendments: number };

export const nextRecordNo = (db: ReadDb): number => (db.get<{ no: number | null }>('SELECT max("no") AS "no" FROM "clinical_record"')?.no ?? 0) + 1;

export const headerOf = (db: ReadDb, id: string): HeaderRow | undefined =>
  db.get<HeaderRow>(`SELECT ${HEADER} FROM "clinical_record" r WHERE r."id" = ?`, id);

export interface HeaderQuery {
  subject?: Subject | undefined;
  kinds: readonly RecordKind[];
  states: readonly RecordState[];
  authorId?: string | undefined;
  before?: number | undefined;
  limit: number;
}

/** One subject's records by the day they are about; all records by their serial number, which an index pages. */
export function headerRows(db: ReadDb, query: HeaderQuery, scope: { sql: string; params: SqlValue[] }): HeaderRow[] {
  const parts = [scope.sql];
  const params: SqlValue[] = [...scope.params];
  const add = (sql: string, ...values: SqlValue[]): void => {
    parts.push(sql);
    params.push(...values);
  };
  if (query.subject) add('r."subject_kind" = ? AND r."subject_id" = ?', query.subject.kind, query.subject.id);
  if (query.kinds.length > 0) add('r."kind" IN (SELECT value FROM json_each(?))', JSON.stringify(query.kinds));
  if (query.states.length > 0) add('r."state" IN (SELECT value FROM json_each(?))', JSON.stringify(query.states));
  if (query.authorId) add('r."author_id" = ?', query.authorId);
  if (query.before) add('r."no" < ?', query.before);
  const where = parts.join(' AND ');
  return db.all<HeaderRow>(
    `SELECT ${HEADER} FROM "clinical_record" r WHERE ${where} ORDER BY r."no" DESC LIMIT CAST(? AS INTEGER)`,
    ...params,
    query.limit,
  );
}

export function indexText(db: WriteDb, no: number, text: string): void {
  forgetText(db, no);
  if (text.trim() === '') return;
  db.run('INSERT INTO "clinical_note_text" ("no", "text") VALUES (?, ?)', no, text);
  db.run('INSERT INTO "clinical_note" (rowid, text) VALUES (?, ?)', no, fold(text));
}

export function forgetText(db: WriteDb, no: number): void {
  db.run('DELETE FROM "clinical_note" WHERE rowid = ?', no);
  db.run('DELETE FROM "clinical_note_text" WHERE "no" = ?', no);
}

/** Every word must occur, each as the beginning of a word: «тревога» finds «тревогу» and «тревогой». A single letter stands in every note and is passed over. */
export function matchOf(text: string): string | null {
  const terms = words(text)
    .filter((word) => word.length > 1)
    .slice(0, 12);
  return terms.length === 0 ? null : terms.map((term) => `"${stem(term)}"*`).join(' ');
}

export type NoteRow = HeaderRow & { text: string };

/** More than this many hits say little by their rank, and ranking them takes longer than a person waits. */
const RANKED = 1000;

const meets = (db: ReadDb, match: string): number =>
  db.get<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM "clinical_note" WHERE "clinical_note" MATCH ? LIMIT CAST(? AS INTEGER))`,
    match,
    RANKED + 1,
  )?.n ?? 0;

/** The best first; where a word stands in very many notes, the newest first. */
export function searchNotes(db: ReadDb, match: string, scope: { sql: string; params: SqlValue[] }, limit: number): NoteRow[] {
  const from = `FROM "clinical_note" n CROSS JOIN "clinical_record" r ON r."no" = n.rowid JOIN "clinical_note_text" t ON t."no" = n.rowid`;
  const where = `n."clinical_note" MATCH ? AND ${scope.sql}`;
  const params = [match, ...scope.params, limit];
  return meets(db, match) <= RANKED
    ? db.all<NoteRow>(`SELECT ${HEADER}, t."text" ${from} WHERE ${where} ORDER BY n.rank LIMIT CAST(? AS INTEGER)`, ...params)
    : db.all<NoteRow>(`SELECT ${HEADER}, t."text" ${from} WHERE ${where} ORDER BY n.rowid DESC LIMIT CAST(? AS INTEGER)`, ...params);
}
