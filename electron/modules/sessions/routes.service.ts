import { notFound, refusal } from '../../../shared/kernel/errors';
import type { RouteAnswer, RouteFields, RouteRow } from '../../../shared/modules/sessions/casework.model';
import { wrongRoute } from '../../../shared/modules/sessions/casework.rules';
import type { ClinicalReadContext, ClinicalWriteContext } from '../../ipc/context';
import { CaseworkRouteEntity } from './casework.entity';
import { mustBeRight } from './casework.policy';

export const routesOf = (ctx: ClinicalReadContext, recordId: string): RouteRow[] =>
  ctx.db
    .table(CaseworkRouteEntity)
    .where({ recordId }, 'at')
    .map((row) => ({ id: row.id as RouteRow['id'], fields: row.content, answer: row.answer, authorName: row.authorName, at: row.at }));

export const routeText = (ctx: ClinicalReadContext, recordId: string): string =>
  routesOf(ctx, recordId)
    .flatMap(({ fields, answer }) => [fields.toWhom, fields.post, fields.basis, fields.action, answer?.text ?? ''])
    .join('\n');

/** The same row a second time (the same button twice) changes nothing. */
export function putRoute(ctx: ClinicalWriteContext, kind: 'session' | 'disclosure', recordId: string, rowId: string, fields: RouteFields): void {
  const table = ctx.db.table(CaseworkRouteEntity);
  const known = table.byId(rowId);
  if (known) {
    if (known.recordId !== recordId) throw notFound();
    return;
  }
  mustBeRight(wrongRoute(kind, fields, ctx.today).map(({ path, ...rest }) => ({ ...rest, path: `fields.${path}` })));
  table.insert({
    id: rowId,
    recordId,
    content: fields,
    answer: null,
    authorId: ctx.actor.userId,
    authorName: ctx.actor.name,
    at: ctx.nowIso,
  });
}

export function putAnswer(ctx: ClinicalWriteContext, recordId: string, rowId: string, answer: RouteAnswer): void {
  const table = ctx.db.table(CaseworkRouteEntity);
  const row = table.byId(rowId);
  if (row?.recordId !== recordId) throw notFound();
  if (row.answer) throw refusal('ROUTE.ANSWERED');
  if (answer.onDate > ctx.today) mustBeRight([{ path: 'answer.onDate', code: 'DATE.IN_FUTURE' }]);
  if (answer.onDate < row.content.onDate) mustBeRight([{ path: 'answer.onDate', code: 'ROUTE.ANSWER_TOO_EARLY' }]);
  table.update(rowId, { answer: { ...answer, byName: ctx.actor.name } });
}
