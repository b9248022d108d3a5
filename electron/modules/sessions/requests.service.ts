import { invalid, notFound } from '../../../shared/kernel/errors';
import type { CaseSubject, Decision, RequestFields, RequestRecord } from '../../../shared/modules/sessions/casework.model';
import type { ClinicalReadContext, ClinicalWriteContext } from '../../ipc/context';
import { draftRecord, dropDraft, openRecord, recordHeader, signRecord, touchRecord } from '../clinical';
import { CaseworkRequestEntity } from './casework.entity';
import { changed, matchOf, mustBeRight, sealedContent, stillAsSigned, type Changes } from './casework.policy';

const rowOf = (ctx: ClinicalReadContext, id: string): CaseworkRequestEntity => {
  const row = ctx.db.table(CaseworkRequestEntity).byId(id);
  if (!row) throw notFound();
  return row;
};

const signedContent = (row: CaseworkRequestEntity) => sealedContent(row, row.content, { decision: row.decision });

export function requestRecord(ctx: ClinicalReadContext, id: string): RequestRecord {
  const header = recordHeader(ctx, id);
  const row = rowOf(ctx, id);
  return { header, fields: row.content, decision: row.decision, asSigned: stillAsSigned(ctx, id, signedContent(row)) };
}

const face = (fields: RequestFields) => ({
  label: fields.about.trim().split('\n')[0]?.slice(0, 100) ?? '',
  onDate: fields.receivedOn,
  text: [fields.about, fields.fromName].join('\n'),
});

function mustBePast(ctx: ClinicalReadContext, fields: RequestFields, prefix = ''): void {
  if (fields.receivedOn > ctx.today) mustBeRight([{ path: `${prefix}receivedOn`, code: 'DATE.IN_FUTURE' }]);
}

export function createRequest(ctx: ClinicalWriteContext, input: { id: string; subject: CaseSubject; fields: RequestFields }): RequestRecord {
  const { text, ...header } = face(input.fields);
  mustBePast(ctx, input.fields, 'fields.');
  if (openRecord(ctx, { id: input.id, kind: 'request', subject: input.subject, ...header })) {
    ctx.db.table(CaseworkRequestEntity).insert({ id: input.id, ...matchOf(input.subject), content: input.fields, decision: null });
    touchRecord(ctx, input.id, { text });
  }
  return requestRecord(ctx, input.id);
}

export function changeRequest(ctx: ClinicalWriteContext, input: { id: string; changes: Changes<RequestFields> }): RequestRecord {
  draftRecord(ctx, input.id, 'request');
  const content = changed(rowOf(ctx, input.id).content, input.changes);
  mustBePast(ctx, content);
  ctx.db.table(CaseworkRequestEntity).update(input.id, { content });
  touchRecord(ctx, input.id, face(content));
  return requestRecord(ctx, input.id);
}

export function decideRequest(ctx: ClinicalWriteContext, input: { id: string; outcome: Decision['outcome']; reason: string }): RequestRecord {
  draftRecord(ctx, input.id, 'request');
  if (input.outcome === 'declined' && input.reason.trim() === '') throw invalid([{ path: 'reason', code: 'TEXT.REQUIRED' }]);
  const row = rowOf(ctx, input.id);
  const decision: Decision = { outcome: input.outcome, reason: input.reason, on: ctx.today, byName: ctx.actor.name };
  ctx.db.table(CaseworkRequestEntity).update(input.id, { decision });
  touchRecord(ctx, input.id, { text: [face(row.content).text, input.reason].join('\n') });
  signRecord(ctx, input.id, signedContent({ ...row, decision }));
  return requestRecord(ctx, input.id);
}

export function dropRequest(ctx: ClinicalWriteContext, id: string): void {
  draftRecord(ctx, id, 'request');
  dropDraft(ctx, id);
  ctx.db.table(CaseworkRequestEntity).remove(id);
}
