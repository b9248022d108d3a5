import type { Subject } from '../../../shared/modules/clinical/clinical.model';
import type { ReadDb, SqlValue } from '../../db/types';
import type { AssessmentEntity, AssessmentSummary } from './assessment.entity';

export const usesOf = (db: ReadDb): Map<string, number> =>
  new Map(
    db
      .all<{ hash: string; n: number }>('SELECT "definition" AS "hash", count(*) AS "n" FROM "assessment" GROUP BY "definition"')
      .map(({ hash, n }) => [hash, n]),
  );

export interface ListRow {
  id: string;
  no: number;
  subjectKind: Subject['kind'];
  subjectId: string;
  instrumentId: string;
  version: string;
  onDate: string;
  given: AssessmentEntity['given'];
  language: AssessmentEntity['language'];
  respondent: AssessmentEntity['respondent'];
  stage: AssessmentEntity['stage'];
  state: string;
  openAlerts: number;
  summary: string;
}

export interface ListQuery {
  subject?: Subject | undefined;
  instrumentId?: string | undefined;
  batchId?: string | undefined;
  openAlerts: boolean;
  before?: number | undefined;
  limit: number;
}

/** Newest first, paged by the serial number; each condition has an index that holds the same order. */
export function listRows(db: ReadDb, query: ListQuery, scope: { sql: string; params: SqlValue[] }): ListRow[] {
  const parts: string[] = [];
  const params: SqlValue[] = [];
  const add = (sql: string, ...values: SqlValue[]): void => {
    parts.push(sql);
    params.push(...values);
  };
  if (query.subject) add('a."subject_id" = ? AND r."subject_kind" = ?', query.subject.id, query.subject.kind);
  if (query.instrumentId) add('a."instrument_id" = ?', query.instrumentId);
  if (query.batchId) add('a."batch_id" = ?', query.batchId);
  if (query.openAlerts) add('a."id" IN (SELECT "assessment_id" FROM "assessment_alert" WHERE "acted_at" IS NULL)');
  if (query.before) add('a."no" < ?', query.before);
  add(scope.sql, ...scope.params);
  const where = parts.join(' AND ');
  return db.all<ListRow>(
    `SELECT a."id", a."no", r."subject_kind" AS "subjectKind", a."subject_id" AS "subjectId", a."instrument_id" AS "instrumentId", a."version", r."on_date" AS "onDate", a."given", a."language", a."respondent", a."stage", r."state", a."open_alerts" AS "openAlerts", a."summary" FROM "assessment" a CROSS JOIN "clinical_record" r ON r."id" = a."id" WHERE ${where} ORDER BY a."no" DESC LIMIT CAST(? AS INTEGER)`,
    ...params,
    query.limit,
  );
}

export const summaryOf = (row: Pick<ListRow, 'summary'>): AssessmentSummary => JSON.parse(row.summary) as AssessmentSummary;

/** The figures of one scale in finished measurements of one definition, for a spread of this house's own. Newest thousand. */
export function figuresOf(db: ReadDb, definition: string, except: string): string[] {
  return db
    .all<{ summary: string }>(
      'SELECT a."summary" FROM "assessment" a JOIN "clinical_record" r ON r."id" = a."id" WHERE a."definition" = ? AND a."stage" = \'scored\' AND r."state" = \'signed\' AND a."id" <> ? ORDER BY a."no" DESC LIMIT 1000',
      definition,
      except,
    )
    .map(({ summary }) => summary);
}

export interface OpenAlertRow {
  id: string;
  assessmentId: string;
  subjectKind: Subject['kind'];
  subjectId: string;
  level: 'urgent' | 'attention';
  n: number;
  raisedAt: string;
}

export function openAlertRows(db: ReadDb, scope: { sql: string; params: SqlValue[] }): OpenAlertRow[] {
  return db.all<OpenAlertRow>(
    `SELECT l."id", l."assessment_id" AS "assessmentId", r."subject_kind" AS "subjectKind", r."subject_id" AS "subjectId", l."level", l."n", l."raised_at" AS "raisedAt" FROM "assessment_alert" l JOIN "clinical_record" r ON r."id" = l."assessment_id" WHERE l."acted_at" IS NULL AND ${scope.sql} ORDER BY l."raised_at" LIMIT 100`,
    ...scope.params,
  );
}

export interface CourseRow {
  id: string;
}

export function courseRows(db: ReadDb, subject: Subject, instrumentId: string): CourseRow[] {
  return db.all<CourseRow>(
    'SELECT a."id" FROM "assessment" a JOIN "clinical_record" r ON r."id" = a."id" WHERE a."subject_id" = ? AND r."subject_kind" = ? AND a."instrument_id" = ? AND a."stage" = \'scored\' AND r."state" = \'signed\' ORDER BY r."on_date", a."no" LIMIT 100',
    subject.id,
    subject.kind,
    instrumentId,
  );
}
