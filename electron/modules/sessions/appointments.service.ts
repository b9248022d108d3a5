import { conflict, notFound, refusal } from '../../../shared/kernel/errors';
import type { CANCELLED_BY, MoveEntry, Place, SeriesFields, SessionRow } from '../../../shared/modules/sessions/appointments.model';
import type { CaseSubject } from '../../../shared/modules/sessions/casework.model';
import { clashes, seriesDates } from '../../../shared/modules/sessions/casework.rules';
import type { RecordState } from '../../../shared/modules/clinical/clinical.model';
import type { ClinicalReadContext, ClinicalWriteContext } from '../../ipc/context';
import { factsOf, recordHeader, visibleSubject } from '../clinical';
import { CaseworkSessionEntity } from './casework.entity';
import { matchOf, mustMeet, same, subjectOf } from './casework.policy';
import { sessionsBetween, type SessionLine } from './casework.repository';

export const placeOf = ({ onDate, atTime, minutes, place }: Pick<CaseworkSessionEntity, keyof Place>): Place =>
  ({ onDate, atTime, minutes, place }) as Place;

export function rowForScreen(ctx: ClinicalReadContext, row: CaseworkSessionEntity, state: RecordState | null, name?: string): SessionRow {
  const subject = subjectOf(row);
  return {
    ...placeOf(row),
    id: row.id as SessionRow['id'],
    subject,
    subjectName: name ?? factsOf(ctx, subject)?.name ?? '',
    seriesId: row.seriesId as SessionRow['seriesId'],
    seriesNo: row.seriesNo,
    seriesOf: row.seriesOf,
    keeperId: row.keeperId as SessionRow['keeperId'],
    keeperName: row.keeperName,
    status: row.status,
    state,
    attendance: row.content?.attendance ?? null,
    method: row.content?.method ?? '',
    riskOpen: row.riskOpen,
    moved: row.moves.length,
    cancellation: row.cancellation,
  };
}

/** The rows of many sessions; each person's name is asked for once. */
export function rowsForScreen(ctx: ClinicalReadContext, lines: SessionLine[]): SessionRow[] {
  const names = new Map<string, string>();
  return lines.map(({ row, state }) => {
    const name = names.get(row.subjectId) ?? factsOf(ctx, subjectOf(row))?.name ?? '';
    names.set(row.subjectId, name);
    return rowForScreen(ctx, row, state, name);
  });
}

/** A session of somebody whom the actor sees; a row without a header is guarded by its subject alone. */
export function visibleSession(ctx: ClinicalReadContext, id: string): CaseworkSessionEntity {
  const row = ctx.db.table(CaseworkSessionEntity).byId(id);
  if (!row) throw notFound();
  visibleSubject(ctx, subjectOf(row));
  return row;
}

const stateOf = (ctx: ClinicalReadContext, row: CaseworkSessionEntity): RecordState | null =>
  row.content === null ? null : recordHeader(ctx, row.id).state;
export const shown = (ctx: ClinicalReadContext, id: string): SessionRow => {
  const row = visibleSession(ctx, id);
  return rowForScreen(ctx, row, stateOf(ctx, row));
};

export function agenda(ctx: ClinicalReadContext, input: { from: string; to: string; mine: boolean }): (SessionRow & { clash: boolean })[] {
  const rows = rowsForScreen(ctx, sessionsBetween(ctx, input.from, input.to)).filter((row) => !input.mine || row.keeperId === ctx.actor.userId);
  const meets = (a: SessionRow, b: SessionRow): boolean => a.id !== b.id && a.keeperId === b.keeperId && b.status !== 'cancelled' && clashes(a, b);
  const byDay = Map.groupBy(rows, (row) => row.onDate);
  return rows.map((row) => ({ ...row, clash: row.status !== 'cancelled' && (byDay.get(row.onDate) ?? []).some((other) => meets(row, other)) }));
}

export function planSessions(ctx: ClinicalWriteContext, input: { id: string; subject: CaseSubject; fields: SeriesFields }): SessionRow[] {
  visibleSubject(ctx, input.subject);
  const table = ctx.db.table(CaseworkSessionEntity);
  const known = table.where({ seriesId: input.id }, 'seriesNo');
  if (known.length > 0) return known.map((row) => shown(ctx, row.id));
  const days = seriesDates(input.fields);
  // The whole series or nothing: the refusal names a day that is not possible before anything stands.
  const exceptions = days.map((day) => mustMeet(ctx, input.subject, day));
  const ids = days.map((onDate, index) => {
    const id = ctx.newId();
    table.insert({
      ...blank(ctx, id, input.subject),
      ...placeOf({ ...input.fields, onDate }),
      seriesId: input.id,
      seriesNo: index + 1,
      seriesOf: days.length,
      exception: exceptions[index] ?? '',
      wasPlanned: true,
    });
    return id;
  });
  return ids.map((id) => shown(ctx, id));
}

export const blank = (ctx: ClinicalWriteContext, id: string, subject: CaseSubject) =>
  ({
    id,
    ...matchOf(subject),
    seriesId: null,
    seriesNo: 1,
    seriesOf: 1,
    keeperId: ctx.actor.userId,
    keeperName: ctx.actor.name,
    status: 'planned',
    moves: [],
    cancellation: null,
    wasPlanned: false,
    content: null,
    exception: '',
    riskOpen: false,
  }) satisfies Partial<CaseworkSessionEntity>;

function plannedSession(ctx: ClinicalReadContext, id: string): CaseworkSessionEntity {
  const row = visibleSession(ctx, id);
  if (row.status !== 'planned') throw refusal('SESSION.NOT_PLANNED');
  return row;
}

/** `from` is where the screen saw it: a session that somebody moved meanwhile is not moved a second time unseen. */
export function moveSession(ctx: ClinicalWriteContext, input: { id: string; from: Place; to: Place; reason: string }): SessionRow {
  const row = plannedSession(ctx, input.id);
  const stands = placeOf(row);
  if (same(stands, input.to)) return shown(ctx, row.id);
  if (!same(stands, input.from)) throw conflict([{ field: 'onDate', base: input.from, theirs: stands, mine: input.to }]);
  const exception = mustMeet(ctx, subjectOf(row), input.to.onDate);
  const move: MoveEntry = { from: stands, to: input.to, reason: input.reason, byName: ctx.actor.name, at: ctx.nowIso };
  ctx.db.table(CaseworkSessionEntity).update(row.id, { ...input.to, exception, moves: [...row.moves, move] });
  return shown(ctx, row.id);
}

export function cancelSession(
  ctx: ClinicalWriteContext,
  input: { id: string; by: (typeof CANCELLED_BY)[number]; reason: string; rest: boolean },
): SessionRow[] {
  const row = plannedSession(ctx, input.id);
  const table = ctx.db.table(CaseworkSessionEntity);
  const rest = input.rest && row.seriesId ? table.where({ seriesId: row.seriesId, status: 'planned' }, 'seriesNo') : [row];
  const going = rest.filter((one) => one.seriesNo >= row.seriesNo);
  for (const one of going) cancelRow(ctx, one.id, input.by, input.reason);
  return going.map((one) => shown(ctx, one.id));
}

const cancelRow = (ctx: ClinicalWriteContext, id: string, by: NonNullable<SessionRow['cancellation']>['by'], reason: string): void => {
  const cancellation = { by, reason, byName: ctx.actor.name, at: ctx.nowIso };
  ctx.db.table(CaseworkSessionEntity).update(id, { status: 'cancelled', cancellation });
};

export function restoreSession(ctx: ClinicalWriteContext, id: string): SessionRow {
  const row = visibleSession(ctx, id);
  if (row.status !== 'cancelled') throw refusal('SESSION.NOT_CANCELLED');
  const exception = mustMeet(ctx, subjectOf(row), row.onDate);
  ctx.db.table(CaseworkSessionEntity).update(id, { status: 'planned', cancellation: null, exception });
  return shown(ctx, id);
}

/** With the end of the work go the sessions that were planned after it. */
export function cancelAfter(ctx: ClinicalWriteContext, subject: CaseSubject, day: string): void {
  const planned = ctx.db.table(CaseworkSessionEntity).where({ ...matchOf(subject), status: 'planned' });
  for (const row of planned) if (row.onDate > day) cancelRow(ctx, row.id, 'closing', '');
}
