import type { RecordState } from '../../../shared/modules/clinical/clinical.model';
import type { Audience } from '../../../shared/modules/interviews/guide.model';
import type { Recommendation } from '../../../shared/modules/interviews/interview.model';
import type { ReadDb, SqlValue } from '../../db/types';

export interface Scope {
  sql: string;
  params: SqlValue[];
}

export interface ListQuery {
  audiences: readonly Audience[];
  states: readonly RecordState[];
  recommendations: readonly Recommendation[];
  authorId: string | undefined;
  subject: { kind: string; id: string } | undefined;
  /** Whose interviews: the people whose names were found. Null means everybody's. */
  subjectIds: readonly string[] | null;
}

function conditions(query: ListQuery, scope: Scope): Scope {
  const parts = [scope.sql];
  const params: SqlValue[] = [...scope.params];
  const among = (column: string, values: readonly string[]): void => {
    if (values.length === 0) return;
    parts.push(`${column} IN (SELECT value FROM json_each(?))`);
    params.push(JSON.stringify(values));
  };
  among('i."audience"', query.audiences);
  among('r."state"', query.states);
  among('i."recommendation"', query.recommendations);
  if (query.authorId !== undefined) {
    parts.push('r."author_id" = ?');
    params.push(query.authorId);
  }
  if (query.subject) {
    parts.push('i."subject_kind" = ? AND i."subject_id" = ?');
    params.push(query.subject.kind, query.subject.id);
  }
  if (query.subjectIds) {
    parts.push('i."subject_id" IN (SELECT value FROM json_each(?))');
    params.push(JSON.stringify(query.subjectIds));
  }
  return { sql: parts.join(' AND '), params };
}

export function pageOfInterviews(
  db: ReadDb,
  query: ListQuery,
  scope: Scope,
  before: number | undefined,
  limit: number,
): { id: string; no: number }[] {
  const where = conditions(query, scope);
  return db.all<{ id: string; no: number }>(
    `SELECT i."id", r."no" FROM "clinical_record" r JOIN "interview" i ON i."id" = r."id" WHERE r."kind" = 'interview' AND ${where.sql} AND r."no" < ? ORDER BY r."no" DESC LIMIT CAST(? AS INTEGER)`,
    ...where.params,
    before ?? Number.MAX_SAFE_INTEGER,
    limit,
  );
}

export function countOfInterviews(db: ReadDb, query: ListQuery, scope: Scope): number {
  const where = conditions(query, scope);
  return (
    db.get<{ n: number }>(
      `SELECT count(*) AS n FROM "clinical_record" r JOIN "interview" i ON i."id" = r."id" WHERE r."kind" = 'interview' AND ${where.sql}`,
      ...where.params,
    )?.n ?? 0
  );
}

export const interviewedSubjects = (db: ReadDb): { kind: 'child' | 'mentor'; id: string }[] =>
  db.all('SELECT DISTINCT i."subject_kind" AS kind, i."subject_id" AS id FROM "interview" i');

export const interviewsPerVersion = (db: ReadDb): { guideId: string; version: number; count: number }[] =>
  db.all(
    'SELECT i."guide_id" AS guideId, i."guide_version" AS version, count(*) AS count FROM "interview" i GROUP BY i."guide_id", i."guide_version"',
  );

export interface DraftLine {
  id: string;
  subjectKind: 'child' | 'mentor';
  subjectId: string;
  onDate: string;
}

/** The author's own unsigned interviews held before a day. */
export const unsignedBefore = (db: ReadDb, authorId: string, day: string, scope: Scope): DraftLine[] =>
  db.all(
    `SELECT i."id", i."subject_kind" AS subjectKind, i."subject_id" AS subjectId, r."on_date" AS onDate FROM "clinical_record" r INDEXED BY "ix_clinical_record_state" CROSS JOIN "interview" i ON i."id" = r."id" WHERE r."state" = 'draft' AND r."author_id" = ? AND r."on_date" < ? AND ${scope.sql} ORDER BY r."on_date" LIMIT 30`,
    authorId,
    day,
    ...scope.params,
  );

export interface ExpiryLine {
  id: string;
  subjectId: string;
  validUntil: string;
}

/** Positive recommendations of a candidate's last signed interview that end between two days. */
export const endingBetween = (db: ReadDb, from: string, to: string, scope: Scope): ExpiryLine[] =>
  db.all(
    `SELECT i."id", i."subject_id" AS subjectId, i."valid_until" AS validUntil FROM "interview" i CROSS JOIN "clinical_record" r ON r."id" = i."id" WHERE i."valid_until" BETWEEN ? AND ? AND i."audience" = 'candidate' AND i."recommendation" <> 'not-recommended' AND r."state" = 'signed' AND NOT EXISTS (SELECT 1 FROM "interview" n JOIN "clinical_record" m ON m."id" = n."id" WHERE n."subject_kind" = i."subject_kind" AND n."subject_id" = i."subject_id" AND n."audience" = 'candidate' AND m."state" = 'signed' AND (m."on_date" > r."on_date" OR (m."on_date" = r."on_date" AND m."no" > r."no"))) AND ${scope.sql} ORDER BY i."valid_until" LIMIT 30`,
    from,
    to,
    ...scope.params,
  );
