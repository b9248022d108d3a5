import { conflict, invalid, notFound, refusal, type FieldConflict } from '../../../shared/kernel/errors';
import type { CaseSubject } from '../../../shared/modules/sessions/casework.model';
import { courseOf, whyPlanNotSigned } from '../../../shared/modules/sessions/casework.rules';
import type { PlanFields, PlanRecord, RatingFields, RatingRow } from '../../../shared/modules/sessions/plan.model';
import type { PlanChanges } from '../../../shared/modules/sessions/sessions.contract';
import type { ClinicalReadContext, ClinicalWriteContext } from '../../ipc/context';
import { draftRecord, dropDraft, openRecord, recordHeader, signRecord, touchRecord, visibleRecord } from '../clinical';
import { CaseworkPlanEntity, CaseworkRatingEntity } from './casework.entity';
import { closingInForce, matchOf, mustBeRight, mustMeet, same, sealedContent, stillAsSigned, subjectOf, withChanges } from './casework.policy';

const rowOf = (ctx: ClinicalReadContext, id: string): CaseworkPlanEntity => {
  const row = ctx.db.table(CaseworkPlanEntity).byId(id);
  if (!row) throw notFound();
  return row;
};

export function planRecord(ctx: ClinicalReadContext, id: string): PlanRecord {
  const header = recordHeader(ctx, id);
  const row = rowOf(ctx, id);
  return { header, fields: row.content, versionNo: row.versionNo, asSigned: stillAsSigned(ctx, id, sealedContent(row, row.content)) };
}

/** Newest version first. */
export const plansOf = (ctx: ClinicalReadContext, subject: CaseSubject): PlanRecord[] =>
  ctx.db
    .table(CaseworkPlanEntity)
    .where(matchOf(subject), 'versionNo')
    .map(({ id }) => planRecord(ctx, id))
    .reverse();

const face = (fields: PlanFields) => ({
  label: fields.goals
    .map((goal) => goal.title)
    .join(' · ')
    .slice(0, 120),
  text: [fields.focus, ...fields.goals.flatMap((goal) => [goal.title, ...goal.levels])].join('\n'),
});

export function createPlan(ctx: ClinicalWriteContext, input: { id: string; subject: CaseSubject; fields: PlanFields }): PlanRecord {
  const table = ctx.db.table(CaseworkPlanEntity);
  if (table.exists(input.id)) return planRecord(ctx, input.id);
  const versions = plansOf(ctx, input.subject);
  if (versions.some(({ header }) => header.state === 'draft')) throw refusal('PLAN.DRAFT_EXISTS');
  mustMeet(ctx, input.subject, ctx.today);
  const { text, label } = face(input.fields);
  openRecord(ctx, { id: input.id, kind: 'plan', subject: input.subject, label, onDate: ctx.today });
  table.insert({ id: input.id, ...matchOf(input.subject), versionNo: (versions[0]?.versionNo ?? 0) + 1, content: input.fields });
  touchRecord(ctx, input.id, { text });
  return planRecord(ctx, input.id);
}

/** Goals are compared one by one, so that two windows may work on two goals. */
function withGoals(fields: PlanFields, changes: PlanChanges['goals'], conflicts: FieldConflict[]): PlanFields['goals'] {
  let goals = [...fields.goals];
  for (const { id, from, to } of changes) {
    const stored = goals.find((goal) => goal.id === id) ?? null;
    if (!same(stored, from) && !same(stored, to)) conflicts.push({ field: `goals.${id}`, base: from, theirs: stored, mine: to });
    else if (to === null) goals = goals.filter((goal) => goal.id !== id);
    else if (stored === null) goals.push(to);
    else goals = goals.map((goal) => (goal.id === id ? to : goal));
  }
  return goals;
}

export function changePlan(ctx: ClinicalWriteContext, input: PlanChanges & { id: string }): PlanRecord {
  draftRecord(ctx, input.id, 'plan');
  const stored = rowOf(ctx, input.id).content;
  const { next, conflicts } = withChanges<PlanFields>(stored, input.changes);
  const content = { ...next, goals: withGoals(stored, input.goals, conflicts) };
  if (conflicts.length > 0) throw conflict(conflicts);
  ctx.db.table(CaseworkPlanEntity).update(input.id, { content });
  touchRecord(ctx, input.id, face(content));
  return planRecord(ctx, input.id);
}

export function signPlan(ctx: ClinicalWriteContext, id: string): PlanRecord {
  draftRecord(ctx, id, 'plan');
  const row = rowOf(ctx, id);
  mustMeet(ctx, subjectOf(row), ctx.today);
  mustBeRight(whyPlanNotSigned(row.content));
  touchRecord(ctx, id, { onDate: ctx.today });
  signRecord(ctx, id, sealedContent(row, row.content));
  return planRecord(ctx, id);
}

export function dropPlan(ctx: ClinicalWriteContext, id: string): void {
  draftRecord(ctx, id, 'plan');
  dropDraft(ctx, id);
  ctx.db.table(CaseworkPlanEntity).remove(id);
}

function ratingRow(ctx: ClinicalReadContext, row: CaseworkRatingEntity): RatingRow {
  const { t, gain } = courseOf(rowOf(ctx, row.planId).content.goals, row.content.levels);
  return {
    id: row.id as RatingRow['id'],
    planId: row.planId as RatingRow['planId'],
    fields: row.content,
    authorName: row.authorName,
    at: row.at,
    struck: row.struck,
    t,
    gain,
  };
}

/** The course of one plan version, oldest first. */
export const ratingsOf = (ctx: ClinicalReadContext, planId: string): RatingRow[] =>
  ctx.db
    .table(CaseworkRatingEntity)
    .where({ planId }, 'ratedOn')
    .map((row) => ratingRow(ctx, row));

/** Levels are fixed by the signature before anything is rated by them; otherwise the ruler would be cut to the result. */
export function rateGoals(ctx: ClinicalWriteContext, input: { id: string; planId: string; fields: RatingFields }): RatingRow {
  const header = visibleRecord(ctx, input.planId, 'plan');
  const table = ctx.db.table(CaseworkRatingEntity);
  const known = table.byId(input.id);
  if (known) {
    // The plan named here is the one whose subject was looked at: a rating of another plan may be of somebody out of scope.
    if (known.planId !== input.planId) throw notFound();
    return ratingRow(ctx, known);
  }
  if (header.state !== 'signed') throw refusal('PLAN.NOT_SIGNED');
  const plan = rowOf(ctx, input.planId);
  if (closingInForce(ctx, subjectOf(plan))) throw refusal('CASEWORK.CLOSED');
  const { ratedOn, levels } = input.fields;
  if (ratedOn > ctx.today) throw invalid([{ path: 'fields.ratedOn', code: 'DATE.IN_FUTURE' }]);
  const goals = new Set<string>(plan.content.goals.map(({ id }) => id));
  if (Object.keys(levels).length === 0 || Object.keys(levels).some((id) => !goals.has(id)))
    throw invalid([{ path: 'fields.levels', code: 'RATING.NO_LEVELS' }]);
  const row: CaseworkRatingEntity = {
    id: input.id,
    planId: input.planId,
    ratedOn,
    content: input.fields,
    authorId: ctx.actor.userId,
    authorName: ctx.actor.name,
    at: ctx.nowIso,
    struck: null,
  };
  table.insert(row);
  return ratingRow(ctx, row);
}

export function strikeRating(ctx: ClinicalWriteContext, input: { id: string; reason: string }): RatingRow {
  const table = ctx.db.table(CaseworkRatingEntity);
  const row = table.byId(input.id);
  if (!row) throw notFound();
  visibleRecord(ctx, row.planId, 'plan');
  if (row.authorId !== ctx.actor.userId) throw refusal('RECORD.NOT_AUTHOR');
  const struck = row.struck ?? { reason: input.reason, byName: ctx.actor.name, on: ctx.today };
  table.update(row.id, { struck });
  return ratingRow(ctx, { ...row, struck });
}
