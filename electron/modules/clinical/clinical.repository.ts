import type { RecordKind, RecordState, Subject } from '../../../shared/modules/clinical/clinical.model';
import { fold } from '../../../shared/kernel/search-text';
import type { ReadDb, SqlValue, WriteDb } from '../../db/types';
import type { ClinicalCaseEntity, ClinicalRecordEntity } from './clinical.entity';

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
  /** Only of cases that this person leads. */
  responsibleId?: string | undefined;
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
  if (query.responsibleId)
    add(
      `EXISTS (SELECT 1 FROM "clinical_case" k WHERE k."id" = r."subject_kind" || '/' || r."subject_id" AND k."responsible_id" = ?)`,
      query.responsibleId,
    );
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

export const headersOf = (db: ReadDb, subject: Subject): HeaderRow[] =>
  db.all<HeaderRow>(`SELECT ${HEADER} FROM "clinical_record" r WHERE r."subject_kind" = ? AND r."subject_id" = ?`, subject.kind, subject.id);

export const subjectsWithRecords = (db: ReadDb, kind: Subject['kind']): string[] =>
  db.all<{ id: string }>('SELECT DISTINCT "subject_id" AS "id" FROM "clinical_record" WHERE "subject_kind" = ?', kind).map(({ id }) => id);

export type CaseLine = Pick<ClinicalCaseEntity, 'subjectKind' | 'subjectId' | 'responsibleId' | 'responsibleName' | 'since'> & {
  records: number;
  drafts: number;
  lastOn: string | null;
};

const RECORDS_OF = `FROM "clinical_record" r WHERE r."subject_kind" = k."subject_kind" AND r."subject_id" = k."subject_id"`;

/** The cases of one person, or all of them; those written about last come first. */
export function caseRows(db: ReadDb, responsibleId: string | null): CaseLine[] {
  const where = responsibleId === null ? '1' : 'k."responsible_id" = ?';
  return db.all<CaseLine>(
    `SELECT k."subject_kind" AS "subjectKind", k."subject_id" AS "subjectId", k."responsible_id" AS "responsibleId", k."responsible_name" AS "responsibleName", k."since", (SELECT count(*) ${RECORDS_OF}) AS "records", (SELECT count(*) ${RECORDS_OF} AND r."state" = 'draft') AS "drafts", (SELECT max(r."on_date") ${RECORDS_OF}) AS "lastOn" FROM "clinical_case" k WHERE ${where} ORDER BY "lastOn" DESC, k."id"`,
    ...(responsibleId === null ? [] : [responsibleId]),
  );
}

export const draftsBy = (db: ReadDb, authorId: string, scope: { sql: string; params: SqlValue[] }): HeaderRow[] =>
  db.all<HeaderRow>(
    `SELECT ${HEADER} FROM "clinical_record" r WHERE r."state" = 'draft' AND r."author_id" = ? AND ${scope.sql}`,
    authorId,
    ...scope.params,
  );

/** Unsigned records of people who are not among those who work here. */
export const draftsOfGone = (db: ReadDb, here: readonly string[], scope: { sql: string; params: SqlValue[] }) =>
  db.all<{ id: string; name: string; drafts: number }>(
    `SELECT r."author_id" AS "id", max(r."author_name") AS "name", count(*) AS "drafts" FROM "clinical_record" r WHERE r."state" = 'draft' AND r."author_id" NOT IN (SELECT value FROM json_each(?)) AND ${scope.sql} GROUP BY r."author_id"`,
    JSON.stringify(here),
    ...scope.params,
  );
