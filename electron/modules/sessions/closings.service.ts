import { notFound, refusal } from '../../../shared/kernel/errors';
import type { CaseSubject, ClosingFields, ClosingRecord } from '../../../shared/modules/sessions/casework.model';
import { whyNotClosed } from '../../../shared/modules/sessions/casework.rules';
import type { ClinicalReadContext, ClinicalWriteContext } from '../../ipc/context';
import { draftRecord, dropDraft, openRecord, recordHeader, signRecord, touchRecord, visibleRecord, visibleSubject } from '../clinical';
import { cancelAfter } from './appointments.service';
import { CaseworkClosingEntity } from './casework.entity';
import { changed, closingInForce, matchOf, mustBeRight, sealedContent, stillAsSigned, subjectOf, type Changes } from './casework.policy';
import { sessionsOf } from './casework.repository';
import { plansOf } from './plans.service';

const rowOf = (ctx: ClinicalReadContext, id: string): CaseworkClosingEntity => {
  const row = ctx.db.table(CaseworkClosingEntity).byId(id);
  if (!row) throw notFound();
  return row;
};

export function closingRecord(ctx: ClinicalReadContext, id: string): ClosingRecord {
  const header = recordHeader(ctx, id);
  const row = rowOf(ctx, id);
  return { header, fields: row.content, reopened: row.reopened, asSigned: stillAsSigned(ctx, id, sealedContent(row, row.content)) };
}

/** Newest first. */
export const closingsOf = (ctx: ClinicalReadContext, subject: CaseSubject): ClosingRecord[] =>
  ctx.db
    .table(CaseworkClosingEntity)
    .where(matchOf(subject))
    .map(({ id }) => closingRecord(ctx, id))
    .sort((a, b) => b.header.onDate.localeCompare(a.header.onDate));

const textOf = (fields: ClosingFields): string => [fields.reached, fields.recommendations, fields.followUpWhy].join('\n');

export function createClosing(ctx: ClinicalWriteContext, input: { id: string; subject: CaseSubject; fields: ClosingFields }): ClosingRecord {
  visibleSubject(ctx, input.subject);
  if (ctx.db.table(CaseworkClosingEntity).exists(input.id)) return closingRecord(ctx, input.id);
  if (closingInForce(ctx, input.subject)) throw refusal('CASEWORK.CLOSED');
  if (closingsOf(ctx, input.subject).some(({ header }) => header.state === 'draft')) throw refusal('CLOSING.DRAFT_EXISTS');
  openRecord(ctx, { id: input.id, kind: 'closing', subject: input.subject, label: '', onDate: input.fields.onDate });
  ctx.db.table(CaseworkClosingEntity).insert({ id: input.id, ...matchOf(input.subject), content: input.fields, reopened: null });
  touchRecord(ctx, input.id, { text: textOf(input.fields) });
  return closingRecord(ctx, input.id);
}

export function changeClosing(ctx: ClinicalWriteContext, input: { id: string; changes: Changes<ClosingFields> }): ClosingRecord {
  draftRecord(ctx, input.id, 'closing');
  const content = changed(rowOf(ctx, input.id).content, input.changes);
  ctx.db.table(CaseworkClosingEntity).update(input.id, { content });
  touchRecord(ctx, input.id, { text: textOf(content), onDate: content.onDate });
  return closingRecord(ctx, input.id);
}

/** The signature ends the work: its plan takes no more ratings, and what was planned after that day is cancelled. */
export function signClosing(ctx: ClinicalWriteContext, id: string): ClosingRecord {
  draftRecord(ctx, id, 'closing');
  const row = rowOf(ctx, id);
  const subject = subjectOf(row);
  mustBeRight(whyNotClosed(row.content, ctx.today));
  if (closingInForce(ctx, subject)) throw refusal('CASEWORK.CLOSED');
  const unsigned =
    sessionsOf(ctx, subject).filter(({ state }) => state === 'draft').length +
    plansOf(ctx, subject).filter(({ header }) => header.state === 'draft').length;
  if (unsigned > 0) throw refusal('CASEWORK.UNSIGNED_LEFT', { count: unsigned });
  signRecord(ctx, id, sealedContent(row, row.content));
  if (!row.content.followUp) cancelAfter(ctx, subject, row.content.onDate);
  return closingRecord(ctx, id);
}

export function dropClosing(ctx: ClinicalWriteContext, id: string): void {
  draftRecord(ctx, id, 'closing');
  dropDraft(ctx, id);
  ctx.db.table(CaseworkClosingEntity).remove(id);
}

/** The summary stays as it was signed; beside it stands why the work goes on. */
export function reopenWork(ctx: ClinicalWriteContext, input: { id: string; reason: string }): ClosingRecord {
  const header = visibleRecord(ctx, input.id, 'closing');
  const row = rowOf(ctx, input.id);
  if (header.state !== 'signed' || row.reopened) throw refusal('CLOSING.NOT_CLOSED');
  ctx.db.table(CaseworkClosingEntity).update(input.id, { reopened: { reason: input.reason, on: ctx.today, byName: ctx.actor.name } });
  touchRecord(ctx, input.id);
  return closingRecord(ctx, input.id);
}
