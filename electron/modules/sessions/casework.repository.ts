import type { RecordState } from '../../../shared/modules/clinical/clinical.model';
import type { CaseSubject } from '../../../shared/modules/sessions/casework.model';
import type { ClinicalReadContext } from '../../ipc/context';
import { visibleRecords } from '../clinical';
import { CaseworkSessionEntity } from './casework.entity';

export interface SessionLine {
  row: CaseworkSessionEntity;
  state: RecordState | null;
}

interface Found {
  id: string;
  state: RecordState | null;
}

const withRows = (ctx: ClinicalReadContext, found: Found[]): SessionLine[] =>
  found.flatMap(({ id, state }) => {
    const row = ctx.db.table(CaseworkSessionEntity).byId(id);
    return row ? [{ row, state }] : [];
  });

const SESSIONS = `SELECT r."id", h."state" FROM "casework_session" r LEFT JOIN "clinical_record" h ON h."id" = r."id"`;

/** By day and hour, of the people whom the actor sees. A session's row carries its subject as a header does, so the header's condition fits. */
export function sessionsBetween(ctx: ClinicalReadContext, from: string, to: string): SessionLine[] {
  const scope = visibleRecords(ctx);
  const found = ctx.db.all<Found>(
    `${SESSIONS} WHERE r."on_date" >= ? AND r."on_date" <= ? AND ${scope.sql} ORDER BY r."on_date", r."at_time", r."id" LIMIT 2000`,
    from,
    to,
    ...scope.params,
  );
  return withRows(ctx, found);
}

/** Newest first. */
export function sessionsOf(ctx: ClinicalReadContext, subject: CaseSubject, limit = 1000): SessionLine[] {
  const found = ctx.db.all<Found>(
    `${SESSIONS} WHERE r."subject_kind" = ? AND r."subject_id" = ? ORDER BY r."on_date" DESC, r."at_time" DESC, r."id" LIMIT CAST(? AS INTEGER)`,
    subject.kind,
    subject.id,
    limit,
  );
  return withRows(ctx, found);
}

/** Sessions whose day has passed and that nobody signed: planned without a note, or with an unfinished one. The actor's own. */
export function unsignedBefore(ctx: ClinicalReadContext, day: string, limit: number): SessionLine[] {
  const scope = visibleRecords(ctx);
  const found = ctx.db.all<Found>(
    `${SESSIONS} WHERE r."on_date" < ? AND r."keeper_id" = ? AND r."status" <> 'cancelled' AND (h."state" IS NULL OR h."state" = 'draft') AND ${scope.sql} ORDER BY r."on_date" LIMIT CAST(? AS INTEGER)`,
    day,
    ctx.actor.userId,
    ...scope.params,
    limit,
  );
  return withRows(ctx, found);
}

export function openRisks(ctx: ClinicalReadContext): SessionLine[] {
  const scope = visibleRecords(ctx);
  const found = ctx.db.all<Found>(`${SESSIONS} WHERE r."risk_open" = 1 AND ${scope.sql} ORDER BY r."on_date" LIMIT 100`, ...scope.params);
  return withRows(ctx, found);
}

export interface OpenDisclosure {
  id: string;
  subjectKind: CaseSubject['kind'];
  subjectId: string;
  onDate: string;
  told: number;
}

export function openDisclosures(ctx: ClinicalReadContext): OpenDisclosure[] {
  const scope = visibleRecords(ctx);
  return ctx.db.all<OpenDisclosure>(
    `SELECT d."id", r."subject_kind" AS "subjectKind", r."subject_id" AS "subjectId", r."on_date" AS "onDate", (SELECT count(*) FROM "casework_route" t WHERE t."record_id" = d."id") AS "told" FROM "casework_disclosure" d JOIN "clinical_record" r ON r."id" = d."id" WHERE d."open" = 1 AND ${scope.sql} ORDER BY r."on_date" LIMIT 100`,
    ...scope.params,
  );
}

export interface DraftLine {
  id: string;
  kind: 'request' | 'plan' | 'closing';
  subjectKind: CaseSubject['kind'];
  subjectId: string;
  onDate: string;
  urgency: string | null;
}

/** Undecided requests, unsigned plans and summaries of the actor. */
export function ownDrafts(ctx: ClinicalReadContext): DraftLine[] {
  const scope = visibleRecords(ctx);
  return ctx.db.all<DraftLine>(
    `SELECT r."id", r."kind", r."subject_kind" AS "subjectKind", r."subject_id" AS "subjectId", r."on_date" AS "onDate", (SELECT json_extract(q."content", '$.urgency') FROM "casework_request" q WHERE q."id" = r."id") AS "urgency" FROM "clinical_record" r WHERE r."state" = 'draft' AND r."author_id" = ? AND r."kind" IN ('request', 'plan', 'closing') AND ${scope.sql} ORDER BY r."on_date" LIMIT 50`,
    ctx.actor.userId,
    ...scope.params,
  );
}

export interface CaseRow {
  subjectKind: CaseSubject['kind'];
  subjectId: string;
  responsibleName: string | null;
  openRequests: number;
  held: number;
  lastOn: string | null;
  nextOn: string | null;
  alarms: number;
}

/** Everybody with a record or a planned session of individual work. */
export function caseRows(ctx: ClinicalReadContext): CaseRow[] {
  const scope = visibleRecords(ctx);
  return ctx.db.all<CaseRow>(
    `WITH work AS (
       SELECT "subject_kind", "subject_id", ("kind" = 'request' AND "state" = 'draft') AS "request", 0 AS "held", NULL AS "past", NULL AS "next", 0 AS "alarm" FROM "clinical_record" WHERE "kind" IN ('request', 'plan', 'closing')
       UNION ALL SELECT "subject_kind", "subject_id", 0, "status" = 'noted', CASE WHEN "status" = 'noted' THEN "on_date" END, CASE WHEN "status" = 'planned' AND "on_date" >= ? THEN "on_date" END, "risk_open" FROM "casework_session"
       UNION ALL SELECT "subject_kind", "subject_id", 0, 0, NULL, NULL, "open" FROM "casework_disclosure"
     )
     SELECT r."subject_kind" AS "subjectKind", r."subject_id" AS "subjectId", (SELECT c."responsible_name" FROM "clinical_case" c WHERE c."id" = r."subject_kind" || '/' || r."subject_id") AS "responsibleName", sum(r."request") AS "openRequests", sum(r."held") AS "held", max(r."past") AS "lastOn", min(r."next") AS "nextOn", sum(r."alarm") AS "alarms"
     FROM work r WHERE ${scope.sql} GROUP BY r."subject_kind", r."subject_id" ORDER BY max(r."alarm") DESC, min(r."next") IS NULL, min(r."next"), max(r."past") DESC LIMIT 1000`,
    ctx.today,
    ...scope.params,
  );
}
