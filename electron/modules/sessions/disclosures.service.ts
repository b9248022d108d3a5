import { notFound, refusal } from '../../../shared/kernel/errors';
import type { CaseSubject, DisclosureFields, DisclosureRecord, RouteAnswer, RouteFields } from '../../../shared/modules/sessions/casework.model';
import type { ClinicalReadContext, ClinicalWriteContext } from '../../ipc/context';
import { openRecord, recordHeader, signRecord, touchRecord, visibleRecord } from '../clinical';
import { visibleSession } from './appointments.service';
import { CaseworkDisclosureEntity, CaseworkSessionEntity } from './casework.entity';
import { matchOf, mustBeRight, sealedContent, stillAsSigned } from './casework.policy';
import { noteWords, riskBurns } from './notes.service';
import { putAnswer, putRoute, routesOf, routeText } from './routes.service';

export const disclosureRow = (ctx: ClinicalReadContext, id: string): CaseworkDisclosureEntity => {
  const row = ctx.db.table(CaseworkDisclosureEntity).byId(id);
  if (!row) throw notFound();
  return row;
};

export function disclosureRecord(ctx: ClinicalReadContext, id: string): DisclosureRecord {
  const header = recordHeader(ctx, id);
  const row = disclosureRow(ctx, id);
  return {
    header,
    fields: row.content,
    routes: routesOf(ctx, id),
    completed: row.completed,
    asSigned: stillAsSigned(ctx, id, sealedContent(row, row.content)),
  };
}

const wordsOf = (ctx: ClinicalReadContext, row: CaseworkDisclosureEntity): string =>
  [row.content.circumstances, row.content.facts, row.content.words, row.content.promised, routeText(ctx, row.id), row.completed?.outcome ?? ''].join(
    '\n',
  );

interface NewDisclosure {
  id: string;
  subject: CaseSubject;
  fields: DisclosureFields;
  route: { rowId: string; fields: RouteFields } | null;
}

/** Written and signed in one transaction. There is no draft of it in the records, and nothing that deletes it. */
export function disclose(ctx: ClinicalWriteContext, input: NewDisclosure): DisclosureRecord {
  const { fields } = input;
  if (fields.onDate > ctx.today) mustBeRight([{ path: 'fields.onDate', code: 'DATE.IN_FUTURE' }]);
  if (fields.sessionId !== null && visibleSession(ctx, fields.sessionId).subjectId !== input.subject.id) throw notFound();
  if (!openRecord(ctx, { id: input.id, kind: 'disclosure', subject: input.subject, label: '', onDate: fields.onDate }))
    return disclosureRecord(ctx, input.id);
  const row: CaseworkDisclosureEntity = { id: input.id, ...matchOf(input.subject), content: fields, completed: null, open: true };
  ctx.db.table(CaseworkDisclosureEntity).insert(row);
  if (input.route) putRoute(ctx, 'disclosure', input.id, input.route.rowId, input.route.fields);
  touchRecord(ctx, input.id, { text: wordsOf(ctx, row) });
  signRecord(ctx, input.id, sealedContent(row, fields));
  return disclosureRecord(ctx, input.id);
}

/** Tellings stand beside a record, signed or not, and any colleague who holds the case's key may add one: the flag must not wait for its author. */
export function addRoute(ctx: ClinicalWriteContext, input: { id: string; rowId: string; fields: RouteFields }): { open: boolean } {
  const { kind } = visibleRecord(ctx, input.id);
  if (kind === 'disclosure') {
    if (disclosureRow(ctx, input.id).completed) throw refusal('ROUTE.COMPLETE');
    putRoute(ctx, 'disclosure', input.id, input.rowId, input.fields);
  } else if (kind === 'session') {
    if (visibleSession(ctx, input.id).content?.riskLevel === 'none') throw refusal('ROUTE.NO_RISK');
    putRoute(ctx, 'session', input.id, input.rowId, input.fields);
  } else throw notFound();
  return retold(ctx, input.id);
}

export function answerRoute(ctx: ClinicalWriteContext, input: { id: string; rowId: string; answer: RouteAnswer }): { open: boolean } {
  visibleRecord(ctx, input.id);
  putAnswer(ctx, input.id, input.rowId, input.answer);
  return retold(ctx, input.id);
}

/** After a telling or an answer: the words for the search, and whether the record still calls. */
function retold(ctx: ClinicalWriteContext, id: string): { open: boolean } {
  const disclosed = ctx.db.table(CaseworkDisclosureEntity).byId(id);
  if (disclosed) {
    touchRecord(ctx, id, { text: wordsOf(ctx, disclosed) });
    return { open: disclosed.open };
  }
  const { content } = visibleSession(ctx, id);
  if (!content) throw notFound();
  const open = riskBurns(ctx, id, content);
  ctx.db.table(CaseworkSessionEntity).update(id, { riskOpen: open });
  touchRecord(ctx, id, { text: noteWords(ctx, content, id) });
  return { open };
}

export function completeRoute(ctx: ClinicalWriteContext, input: { id: string; outcome: string }): DisclosureRecord {
  visibleRecord(ctx, input.id, 'disclosure');
  const row = disclosureRow(ctx, input.id);
  if (row.completed) throw refusal('ROUTE.COMPLETE');
  const routes = routesOf(ctx, input.id);
  if (routes.length === 0) throw refusal('ROUTE.NOBODY_TOLD');
  if (routes.some(({ answer }) => answer === null)) throw refusal('ROUTE.UNANSWERED', { count: routes.filter(({ answer }) => !answer).length });
  const completed = { outcome: input.outcome, onDate: ctx.today, byName: ctx.actor.name };
  ctx.db.table(CaseworkDisclosureEntity).update(input.id, { completed, open: false });
  touchRecord(ctx, input.id, { text: wordsOf(ctx, { ...row, completed }) });
  return disclosureRecord(ctx, input.id);
}

export const disclosuresOf = (ctx: ClinicalReadContext, subject: CaseSubject) =>
  ctx.db
    .table(CaseworkDisclosureEntity)
    .where(matchOf(subject))
    .map((row) => {
      const routes = routesOf(ctx, row.id);
      const unanswered = routes.filter(({ answer }) => answer === null).length;
      return { header: recordHeader(ctx, row.id), completed: row.completed, told: routes.length, unanswered };
    })
    .sort((a, b) => b.header.onDate.localeCompare(a.header.onDate));
