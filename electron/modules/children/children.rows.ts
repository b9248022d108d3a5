import { invalid, notFound, refusal } from '../../../shared/kernel/errors';
import type { PlainDate } from '../../../shared/kernel/plain-date';
import type { ChildRecord, Consent, ConsentFields } from '../../../shared/modules/children/children.model';
import type { WriteContext } from '../../ipc/context';
import { ChildDetailEntity, type DetailKind } from './child.entity';
import { tellEvent } from './children.events';
import { visibleChild } from './children.policy';
import { recordOf, summarise } from './children.record';
import { saveDetail } from './children.repository';

function done(context: WriteContext, id: string): ChildRecord {
  return recordOf(context, summarise(context.db, id, context.nowIso, context.today));
}

function storedRow(context: WriteContext, id: string, kind: DetailKind, rowId: string): ChildDetailEntity {
  const row = context.db.table(ChildDetailEntity).byId(rowId);
  if (row?.childId !== id || row.kind !== kind) throw notFound();
  return row;
}

/** A new id makes the row, a known one of the same child and kind replaces it; anybody else's id is not found. */
function put(context: WriteContext, id: string, kind: DetailKind, rowId: string, data: Record<string, unknown>): void {
  const stored = context.db.table(ChildDetailEntity).byId(rowId);
  if (stored && (stored.childId !== id || stored.kind !== kind)) throw notFound();
  // The same press of a button sent twice changes nothing and tells nothing.
  if (stored && JSON.stringify(stored.data) === JSON.stringify(data)) return;
  saveDetail(context.db, { id: rowId, childId: id, kind, data, createdAt: context.nowIso, createdBy: context.actor.name });
  tellEvent(context, id, stored ? `${kind}-changed` : `${kind}-added`, stored ? { from: stored.data } : {});
}

function order(from: PlainDate | null, to: PlainDate | null, path: string): void {
  if (from !== null && to !== null && to < from) throw invalid([{ path, code: 'DATE.ENDS_BEFORE_START' }]);
}

export function saveConsent(context: WriteContext, id: string, rowId: string, fields: ConsentFields): ChildRecord {
  const child = visibleChild(context, id);
  if (fields.signedOn > context.today) throw invalid([{ path: 'fields.signedOn', code: 'DATE.IN_FUTURE' }]);
  if (fields.signedOn < child.birthDate) throw invalid([{ path: 'fields.signedOn', code: 'DATE.BEFORE_BIRTH' }]);
  order(fields.signedOn, fields.validUntil, 'fields.validUntil');
  const stored = context.db.table(ChildDetailEntity).byId(rowId);
  if (stored?.childId === id && (stored.data as unknown as Consent).withdrawnOn) throw refusal('CONSENT.WITHDRAWN');
  put(context, id, 'consent', rowId, { ...fields, withdrawnOn: null, withdrawalReason: '' });
  return done(context, id);
}

export function withdrawConsent(context: WriteContext, id: string, rowId: string, on: PlainDate, reason: string): ChildRecord {
  visibleChild(context, id);
  const row = storedRow(context, id, 'consent', rowId);
  const consent = row.data as unknown as Consent;
  if (consent.withdrawnOn !== null) throw refusal('CONSENT.WITHDRAWN');
  if (on > context.today || on < consent.signedOn)
    throw invalid([{ path: 'on', code: on > context.today ? 'DATE.IN_FUTURE' : 'DATE.ENDS_BEFORE_START' }]);
  context.db.table(ChildDetailEntity).update(rowId, { data: { ...row.data, withdrawnOn: on, withdrawalReason: reason } });
  tellEvent(context, id, 'consent-withdrawn', { consent: consent.kind, on });
  return done(context, id);
}

export function saveRow(
  context: WriteContext,
  id: string,
  kind: 'paper' | 'relative' | 'placement',
  rowId: string,
  fields: Record<string, unknown>,
): ChildRecord {
  visibleChild(context, id);
  if (kind === 'placement') order(fields['from'] as PlainDate, fields['to'] as PlainDate | null, 'fields.to');
  if (kind === 'paper') order(fields['issuedOn'] as PlainDate | null, fields['validUntil'] as PlainDate | null, 'fields.validUntil');
  put(context, id, kind, rowId, fields);
  return done(context, id);
}

/** Both children carry the link, or neither does. */
export function saveSibling(
  context: WriteContext,
  id: string,
  rowId: string,
  fields: { childId: string; together: boolean; why: string },
): ChildRecord {
  if (fields.childId === id) throw refusal('SIBLING.ITSELF');
  visibleChild(context, id);
  visibleChild(context, fields.childId);
  const details = context.db.table(ChildDetailEntity);
  const former = details.byId(rowId);
  if (former && (former.childId !== id || former.kind !== 'sibling')) throw notFound();
  if (former && former.data['childId'] !== fields.childId) removeLink(context, id, String(former.data['childId']), null);
  const mirror = details.where({ childId: fields.childId, kind: 'sibling' }).find((row) => row.data['childId'] === id)?.id ?? context.newId();
  removeLink(context, id, fields.childId, [rowId, mirror]);
  const kept = { together: fields.together, why: fields.why };
  put(context, id, 'sibling', rowId, { childId: fields.childId, ...kept });
  put(context, fields.childId, 'sibling', mirror, { childId: id, ...kept });
  summarise(context.db, fields.childId, context.nowIso, context.today);
  return done(context, id);
}

function removeLink(context: WriteContext, one: string, other: string, except: readonly string[] | null): void {
  const details = context.db.table(ChildDetailEntity);
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    for (const row of details.where({ childId: from, kind: 'sibling' })) {
      if (row.data['childId'] === to && !except?.includes(row.id)) details.remove(row.id);
    }
  }
}

export function removeRow(
  context: WriteContext,
  id: string,
  kind: 'paper' | 'relative' | 'placement' | 'sibling',
  rowId: string,
  reason: string,
): ChildRecord {
  visibleChild(context, id);
  const row = storedRow(context, id, kind, rowId);
  if (kind === 'sibling') removeLink(context, id, String(row.data['childId']), null);
  else context.db.table(ChildDetailEntity).remove(rowId);
  tellEvent(context, id, `${kind}-struck`, { reason, row: row.data });
  return done(context, id);
}

export function raiseFlag(
  context: WriteContext,
  id: string,
  rowId: string,
  fields: { kind: string; text: string; dueOn: PlainDate | null },
): ChildRecord {
  visibleChild(context, id);
  // A flag that is written again keeps who raised it, and stays resolved once it was.
  const raised = { raisedOn: context.today, raisedBy: context.actor.name, resolvedOn: null, resolvedBy: null, resolution: '' };
  put(context, id, 'flag', rowId, { ...raised, ...context.db.table(ChildDetailEntity).byId(rowId)?.data, ...fields });
  return done(context, id);
}

export function resolveFlag(context: WriteContext, id: string, rowId: string, resolution: string): ChildRecord {
  visibleChild(context, id);
  const row = storedRow(context, id, 'flag', rowId);
  context.db.table(ChildDetailEntity).update(rowId, { data: { ...row.data, resolvedOn: context.today, resolvedBy: context.actor.name, resolution } });
  tellEvent(context, id, 'flag-resolved', { resolution });
  return done(context, id);
}
