import { notFound, refusal } from '../../../shared/kernel/errors';
import type { SessionFields, SessionRecord } from '../../../shared/modules/sessions/appointments.model';
import type { CaseSubject } from '../../../shared/modules/sessions/casework.model';
import { whyNoteNotSigned } from '../../../shared/modules/sessions/casework.rules';
import type { ClinicalReadContext, ClinicalWriteContext } from '../../ipc/context';
import { draftRecord, dropDraft, openRecord, recordHeader, signRecord, touchRecord } from '../clinical';
import { blank, placeOf, rowForScreen, visibleSession } from './appointments.service';
import { CaseworkSessionEntity } from './casework.entity';
import { changed, mustBeRight, mustMeet, sealedContent, stillAsSigned, subjectOf, type Changes } from './casework.policy';
import { routesOf, routeText } from './routes.service';

/** What a form for a session that is only planned begins with. */
const planned = (row: CaseworkSessionEntity): SessionFields => ({
  ...placeOf(row),
  method: '',
  attendance: 'came',
  cancelledBy: null,
  note: '',
  childWords: '',
  riskLevel: 'none',
  riskText: '',
});

export function sessionRecord(ctx: ClinicalReadContext, id: string): SessionRecord {
  const row = visibleSession(ctx, id);
  const header = row.content === null ? null : recordHeader(ctx, id);
  return {
    row: rowForScreen(ctx, row, header?.state ?? null),
    header,
    fields: row.content ?? planned(row),
    moves: row.moves,
    routes: routesOf(ctx, id),
    exception: row.exception,
    asSigned: header === null || stillAsSigned(ctx, id, sealedContent(row, row.content)),
  };
}

export const noteWords = (ctx: ClinicalReadContext, fields: SessionFields, id: string): string =>
  [fields.method, fields.note, fields.childWords, fields.riskText, routeText(ctx, id)].join('\n');

/** The flag burns until an action is written, signed or not. */
export const riskBurns = (ctx: ClinicalReadContext, id: string, fields: SessionFields): boolean =>
  fields.riskLevel !== 'none' && !routesOf(ctx, id).some((route) => route.fields.action.trim() !== '');

function keepNote(ctx: ClinicalWriteContext, id: string, fields: SessionFields, exception: string): void {
  ctx.db.table(CaseworkSessionEntity).update(id, {
    ...placeOf(fields),
    content: fields,
    exception,
    status: 'noted',
    riskOpen: riskBurns(ctx, id, fields),
  });
  touchRecord(ctx, id, { text: noteWords(ctx, fields, id), label: fields.method, onDate: fields.onDate });
}

export function createNote(ctx: ClinicalWriteContext, input: { id: string; subject: CaseSubject; fields: SessionFields }): SessionRecord {
  const table = ctx.db.table(CaseworkSessionEntity);
  const row = table.exists(input.id) ? visibleSession(ctx, input.id) : null;
  if (row && (row.subjectKind !== input.subject.kind || row.subjectId !== input.subject.id)) throw notFound();
  if (row?.status === 'noted') return sessionRecord(ctx, input.id);
  if (row?.status === 'cancelled') throw refusal('SESSION.NOT_PLANNED');
  const exception = mustMeet(ctx, input.subject, input.fields.onDate);
  openRecord(ctx, { id: input.id, kind: 'session', subject: input.subject, label: input.fields.method, onDate: input.fields.onDate });
  if (row) table.update(row.id, { keeperId: ctx.actor.userId, keeperName: ctx.actor.name });
  else table.insert({ ...blank(ctx, input.id, input.subject), ...placeOf(input.fields) });
  keepNote(ctx, input.id, input.fields, exception);
  return sessionRecord(ctx, input.id);
}

export function changeNote(ctx: ClinicalWriteContext, input: { id: string; changes: Changes<SessionFields> }): SessionRecord {
  draftRecord(ctx, input.id, 'session');
  const row = visibleSession(ctx, input.id);
  const fields = changed(row.content ?? planned(row), input.changes);
  keepNote(ctx, input.id, fields, mustMeet(ctx, subjectOf(row), fields.onDate));
  return sessionRecord(ctx, input.id);
}

export function signNote(ctx: ClinicalWriteContext, id: string): SessionRecord {
  draftRecord(ctx, id, 'session');
  const row = visibleSession(ctx, id);
  const fields = row.content ?? planned(row);
  mustBeRight(whyNoteNotSigned(fields, ctx.today));
  mustMeet(ctx, subjectOf(row), fields.onDate);
  signRecord(ctx, id, sealedContent(row, row.content));
  return sessionRecord(ctx, id);
}

export function dropNote(ctx: ClinicalWriteContext, id: string): void {
  draftRecord(ctx, id, 'session');
  const row = visibleSession(ctx, id);
  // What was told to somebody stays on record: a note with a telling is signed, not thrown away.
  if (routesOf(ctx, id).length > 0) throw refusal('SESSION.RISK_TOLD');
  dropDraft(ctx, id);
  const table = ctx.db.table(CaseworkSessionEntity);
  if (row.wasPlanned) table.update(id, { status: 'planned', content: null, riskOpen: false });
  else table.remove(id);
}
