import type { z } from 'zod';
import { invalid, notFound, refusal, type FieldError } from '../../../shared/kernel/errors';
import { holds } from '../../../shared/kernel/permissions';
import type { artTherapyContract } from '../../../shared/modules/art-therapy/art-therapy.contract';
import type { Attendance, SharedFields } from '../../../shared/modules/art-therapy/art-therapy.model';
import { emptyContent, emptyObservation, type GroupSessionRecord } from '../../../shared/modules/art-therapy/observation.model';
import {
  isEmptyObservation,
  membersOn,
  wasThere,
  whyNotHere,
  wrongAttendance,
  wrongLevels,
  wrongShared,
} from '../../../shared/modules/art-therapy/art-therapy.rules';
import type { Attachment } from '../../../shared/modules/clinical/clinical.model';
import type { ClinicalReadContext, ClinicalStepsContext, ClinicalWriteContext } from '../../ipc/context';
import { addAttachment, draftRecord, dropDraft, filesOf, openRecord, signRecord, touchRecord, visibleRecord, withdrawRecord } from '../clinical';
import { Merge, merged, same } from '../clinical';
import { blockersOf, observationRows, sealedContent, sealedRow, searchTextOf, sessionRecord } from './group-session.record';
import { inRecords, ownGroup } from './groups.policy';
import { keepInForce, setOfVersion } from './scales.service';
import { GroupObservationEntity, GroupSessionEntity } from './sealed.entity';
import { applyPending, attendanceOf, belongings, sharedRow } from './shared-layer';

type In<K extends keyof typeof artTherapyContract.operations> = z.output<(typeof artTherapyContract.operations)[K]['input']>;
const KIND = 'group-session' as const;

/**
 * Two files have no common transaction. What the records are to be told is first written on the sealed side, then told,
 * then crossed out: whatever stops in between, the next opening of the group tells it again, which changes nothing more.
 */
export function finishPending(ctx: ClinicalStepsContext, groupId: string): void {
  if (!holds(ctx.actor.roles, 'group.write')) return;
  for (const row of ctx.read((c) => c.db.table(GroupSessionEntity).where({ groupId }))) {
    const { pending } = row;
    if (!pending) continue;
    ctx.inRecords((tx) => {
      applyPending(tx, row, pending);
    });
    ctx.upkeep((db) => {
      const sessions = db.table(GroupSessionEntity);
      if (pending.kind === 'write') sessions.update(row.id, { pending: null });
      else removeSealed(db, row.id);
    });
  }
}

export function removeSealed(db: ClinicalWriteContext['db'], id: string): void {
  for (const row of db.table(GroupObservationEntity).where({ sessionId: id })) db.table(GroupObservationEntity).remove(row.id);
  db.table(GroupSessionEntity).remove(id);
}

const answer = (ctx: ClinicalStepsContext, id: string): Promise<GroupSessionRecord> => Promise.resolve(ctx.read((c) => sessionRecord(c, id)));

function mustBeRight(wrong: FieldError[]): void {
  if (wrong.length > 0) throw invalid(wrong);
}

/** Refused with the reason, for a child who left the programme or does not belong to the group on that day. */
function mustBelong(ctx: ClinicalReadContext, groupId: string, childId: string, onDate: string): void {
  const stays = belongings(ctx.records, groupId);
  const why = whyNotHere(stays, childId, onDate);
  const left = stays.find((stay) => stay.childId === childId)?.leftOn ?? null;
  if (why === 'GROUP.CHILD_LEFT' && left !== null) throw refusal(why, { date: left });
  if (why) throw refusal(why, { date: onDate });
}

export function createSession(ctx: ClinicalStepsContext, input: In<'createSession'>): Promise<GroupSessionRecord> {
  ctx.transaction((tx) => {
    const group = ownGroup(inRecords(tx), input.groupId);
    const { id, shared } = input;
    const known = tx.db.table(GroupSessionEntity).byId(id);
    if (known) {
      if (known.groupId !== group.id) throw notFound();
      return;
    }
    if (group.endedOn !== null && shared.onDate > group.endedOn) throw refusal('GROUP.ENDED');
    mustBeRight(wrongShared(shared, tx.today).map((field) => ({ ...field, path: `shared.${field.path}` })));
    if (membersOn(belongings(tx.records, group.id), shared.onDate).length === 0) throw refusal('GROUP.NO_MEMBERS', { date: shared.onDate });
    openRecord(tx, { id, kind: KIND, subject: { kind: 'group', id: group.id as never }, label: shared.theme, onDate: shared.onDate });
    tx.db.table(GroupSessionEntity).insert({
      id,
      groupId: group.id,
      scaleSet: keepInForce(tx),
      content: { ...emptyContent(), technique: input.technique },
      pending: { kind: 'write', shared, attendance: {} },
    });
  });
  finishPending(ctx, input.groupId);
  return answer(ctx, input.id);
}

const groupIdOf = (ctx: ClinicalStepsContext, id: string): string =>
  ctx.read((c) => {
    visibleRecord(c, id, KIND);
    return sealedRow(c, id).groupId;
  });

export function openSession(ctx: ClinicalStepsContext, id: string): Promise<GroupSessionRecord> {
  finishPending(ctx, groupIdOf(ctx, id));
  return answer(ctx, id);
}

function nextAttendance(tx: ClinicalWriteContext, input: In<'saveShared'>, merge: Merge): Record<string, Attendance | null> {
  const stored = attendanceOf(tx.records, input.id);
  const next: Record<string, Attendance | null> = {};
  for (const change of input.attendance)
    next[change.childId] = merge.take(`attendance.${change.childId}`, stored.get(change.childId) ?? null, change);
  return next;
}

/** Every line of attendance must fit the day and hours as they become, not only those that were touched. */
function mustFit(tx: ClinicalWriteContext, id: string, shared: SharedFields, touched: Record<string, Attendance | null>): void {
  const { groupId } = sealedRow(tx, id);
  const stored = sharedRow(tx.records, id).shared;
  const moved = stored.onDate !== shared.onDate || stored.startsAt !== shared.startsAt || stored.endsAt !== shared.endsAt;
  const all = { ...(moved ? Object.fromEntries(attendanceOf(tx.records, id)) : {}), ...touched };
  const observed = new Map(observationRows(tx, id).map(({ childId, fields }) => [childId, fields]));
  const drawn = new Set(filesOf(tx, id).map(({ childId }) => childId as string | null));
  const wrong: FieldError[] = [];
  for (const [childId, one] of Object.entries(all)) {
    if (one === null) continue;
    mustBelong(tx, groupId, childId, shared.onDate);
    wrong.push(...wrongAttendance(one, shared, `attendance.${childId}`));
    const fields = observed.get(childId);
    if (!wasThere(one) && ((fields && !isEmptyObservation(fields)) || drawn.has(childId))) throw refusal('GROUP.OBSERVED_CHILD_ABSENT');
  }
  mustBeRight([...wrongShared(shared, tx.today), ...wrong]);
}

export function saveShared(ctx: ClinicalStepsContext, input: In<'saveShared'>): Promise<GroupSessionRecord> {
  const groupId = groupIdOf(ctx, input.id);
  finishPending(ctx, groupId);
  ctx.transaction((tx) => {
    draftRecord(tx, input.id, KIND);
    const stored = sharedRow(tx.records, input.id).shared;
    const merge = new Merge();
    const shared = merge.fields(stored, input.changes);
    const attendance = nextAttendance(tx, input, merge);
    merge.done();
    mustFit(tx, input.id, shared, attendance);
    tx.db.table(GroupSessionEntity).update(input.id, { pending: { kind: 'write', shared, attendance } });
    touchRecord(tx, input.id, { label: shared.theme, onDate: shared.onDate });
  });
  finishPending(ctx, groupId);
  return answer(ctx, input.id);
}

export function saveContent(ctx: ClinicalWriteContext, input: In<'saveContent'>): GroupSessionRecord {
  draftRecord(ctx, input.id, KIND);
  const row = sealedRow(ctx, input.id);
  const content = merged(row.content, input.changes);
  if (!same(content, row.content)) {
    ctx.db.table(GroupSessionEntity).update(row.id, { content });
    touchRecord(ctx, row.id, { text: searchTextOf(ctx, row.id) });
  }
  return sessionRecord(ctx, input.id);
}

function mustHaveBeenThere(ctx: ClinicalReadContext, id: string, childId: string): void {
  const row = sharedRow(ctx.records, id);
  mustBelong(ctx, row.groupId, childId, row.onDate);
  const attendance = attendanceOf(ctx.records, id).get(childId);
  if (attendance && !wasThere(attendance)) throw refusal('GROUP.CHILD_ABSENT');
}

export function saveObservation(ctx: ClinicalWriteContext, input: In<'saveObservation'>): GroupSessionRecord {
  draftRecord(ctx, input.id, KIND);
  mustHaveBeenThere(ctx, input.id, input.childId);
  const rows = ctx.db.table(GroupObservationEntity);
  const id = `${input.id}/${input.childId}`;
  const stored = rows.byId(id)?.fields ?? emptyObservation();
  const fields = merged(stored, input.changes);
  mustBeRight(wrongLevels(fields, setOfVersion(ctx, sealedRow(ctx, input.id).scaleSet).scales, 'changes'));
  if (!same(fields, stored)) {
    if (!rows.update(id, { fields })) rows.insert({ id, sessionId: input.id, childId: input.childId, fields });
    touchRecord(ctx, input.id, { text: searchTextOf(ctx, input.id) });
  }
  return sessionRecord(ctx, input.id);
}

export function addDrawing(ctx: ClinicalStepsContext, input: In<'addDrawing'>): Promise<Attachment> {
  const { id, childId, ...file } = input;
  finishPending(ctx, groupIdOf(ctx, id));
  ctx.read((c) => {
    if (childId !== null) mustHaveBeenThere(c, id, childId);
  });
  return addAttachment(ctx, { recordId: id, childId, ...file });
}

export function signSession(ctx: ClinicalStepsContext, id: string): Promise<GroupSessionRecord> {
  finishPending(ctx, groupIdOf(ctx, id));
  ctx.transaction((tx) => {
    draftRecord(tx, id, KIND);
    const blockers = blockersOf(tx, id);
    mustBeRight(blockers.map(({ code, params, childId }) => ({ path: childId === null ? 'session' : `children.${childId}`, code, params })));
    signRecord(tx, id, sealedContent(tx, id));
  });
  return answer(ctx, id);
}

export function dropSession(ctx: ClinicalStepsContext, id: string): Promise<Record<string, never>> {
  const groupId = groupIdOf(ctx, id);
  finishPending(ctx, groupId);
  ctx.transaction((tx) => {
    draftRecord(tx, id, KIND);
    if (filesOf(tx, id).length > 0) throw refusal('GROUP.HAS_DRAWINGS');
    tx.db.table(GroupSessionEntity).update(id, { pending: { kind: 'drop' } });
    dropDraft(tx, id);
  });
  finishPending(ctx, groupId);
  return Promise.resolve({});
}

export function withdrawSession(ctx: ClinicalWriteContext, id: string, reason: string): GroupSessionRecord {
  visibleRecord(ctx, id, KIND);
  withdrawRecord(ctx, id, reason);
  return sessionRecord(ctx, id);
}
