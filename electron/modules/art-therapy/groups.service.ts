import type { z } from 'zod';
import { invalid, notFound, refusal } from '../../../shared/kernel/errors';
import type { PlainDate } from '../../../shared/kernel/plain-date';
import type { artTherapyContract } from '../../../shared/modules/art-therapy/art-therapy.contract';
import type { ChildAttendance, GroupCard, GroupFields, GroupRow } from '../../../shared/modules/art-therapy/art-therapy.model';
import { membersOn, wasThere, wrongGroup } from '../../../shared/modules/art-therapy/art-therapy.rules';
import type { ReadContext, WriteContext } from '../../ipc/context';
import { visibleChild } from '../children';
import { InstitutionEntity, ProgrammeEntity } from '../institutions';
import { merged } from '../clinical';
import { ArtAttendanceEntity, ArtGroupEntity, ArtGroupMemberEntity, ArtGroupSessionEntity } from './group.entity';
import { childFor, houseIsVisible, leftOn, ownGroup, readableGroup } from './groups.policy';
import { attendanceOf, belongings, memberLines, sessionsOf, sharedLines } from './shared-layer';

type In<K extends keyof typeof artTherapyContract.operations> = z.output<(typeof artTherapyContract.operations)[K]['input']>;

function rowOf(ctx: ReadContext, group: ArtGroupEntity): GroupRow {
  const sessions = sessionsOf(ctx.db, group.id);
  const held = sessions.filter(({ shared }) => shared.status === 'held');
  return {
    id: group.id as GroupRow['id'],
    fields: group.fields,
    leaderName: group.leaderName,
    members: membersOn(belongings(ctx.db, group.id), ctx.today).length,
    held: held.length,
    lastOn: (held.at(-1)?.onDate ?? null) as PlainDate | null,
    nextOn: (sessions.find(({ shared, onDate }) => shared.status === 'planned' && onDate >= ctx.today)?.onDate ?? null) as PlainDate | null,
  };
}

/** Groups of the reader's houses, and those that a child of these houses goes to. */
export function listGroups(ctx: ReadContext, input: In<'groups'>): GroupRow[] {
  const reachable = new Set(
    ctx.db
      .table(ArtGroupMemberEntity)
      .where({})
      .filter(({ childId }) => childFor(ctx, childId))
      .map(({ groupId }) => groupId),
  );
  return ctx.db
    .table(ArtGroupEntity)
    .where({}, 'createdAt')
    .filter((group) => houseIsVisible(ctx, group.institutionId) || reachable.has(group.id))
    .filter(({ endedOn }) => input.ended || endedOn === null || endedOn >= ctx.today)
    .map((group) => rowOf(ctx, group))
    .sort((a, b) => a.fields.name.localeCompare(b.fields.name, 'ru'));
}

export function groupCard(ctx: ReadContext, id: string): GroupCard {
  const group = readableGroup(ctx, id);
  const { members, hidden } = memberLines(ctx, id);
  return {
    id: group.id as GroupCard['id'],
    fields: group.fields,
    leaderName: group.leaderName,
    institutionName: ctx.db.table(InstitutionEntity).byId(group.institutionId)?.shortName ?? '',
    members,
    hiddenMembers: hidden,
    sessions: sharedLines(ctx.db, id),
  };
}

function mustBeRight(ctx: ReadContext, fields: GroupFields, prefix: string): void {
  const wrong = wrongGroup(fields);
  if (!ctx.db.table(InstitutionEntity).exists(fields.institutionId) || !houseIsVisible(ctx, fields.institutionId))
    wrong.push({ path: 'institutionId', code: 'INSTITUTION.UNKNOWN' });
  if (!ctx.db.table(ProgrammeEntity).exists(fields.programmeId)) wrong.push({ path: 'programmeId', code: 'PROGRAMME.UNKNOWN' });
  if (wrong.length > 0) throw invalid(wrong.map((field) => ({ ...field, path: `${prefix}${field.path}` })));
}

const columnsOf = (fields: GroupFields) => ({ fields, institutionId: fields.institutionId, endedOn: fields.endedOn });

export function createGroup(ctx: WriteContext, input: In<'createGroup'>): GroupCard {
  if (ctx.db.table(ArtGroupEntity).exists(input.id)) return groupCard(ctx, ownGroup(ctx, input.id).id);
  mustBeRight(ctx, input.fields, 'fields.');
  ctx.db
    .table(ArtGroupEntity)
    .insert({ id: input.id, ...columnsOf(input.fields), leaderId: ctx.actor.userId, leaderName: ctx.actor.name, createdAt: ctx.nowIso });
  return groupCard(ctx, input.id);
}

export function changeGroup(ctx: WriteContext, input: In<'changeGroup'>): GroupCard {
  const group = ownGroup(ctx, input.id);
  const fields = merged(group.fields, input.changes);
  mustBeRight(ctx, fields, '');
  ctx.db.table(ArtGroupEntity).update(group.id, columnsOf(fields));
  return groupCard(ctx, group.id);
}

const overlaps = (row: ArtGroupMemberEntity, from: string, to: string | null): boolean =>
  (row.toDate === null || row.toDate >= from) && (to === null || row.fromDate <= to);

/** The composition of a closed group stands once it has met. */
function mustStillBeOpen(ctx: WriteContext, group: ArtGroupEntity): void {
  if (group.endedOn !== null && group.endedOn < ctx.today) throw refusal('GROUP.ENDED');
  const hasMet = sessionsOf(ctx.db, group.id).some(({ shared }) => shared.status === 'held');
  if (group.fields.kind === 'closed' && hasMet) throw refusal('GROUP.IS_CLOSED');
}

export function addMember(ctx: WriteContext, input: In<'addMember'>): GroupCard {
  const group = ownGroup(ctx, input.groupId);
  const child = visibleChild(ctx, input.childId);
  const table = ctx.db.table(ArtGroupMemberEntity);
  const known = table.byId(input.rowId);
  if (known) {
    if (known.groupId !== group.id || known.childId !== child.id) throw notFound();
    return groupCard(ctx, group.id);
  }
  mustStillBeOpen(ctx, group);
  const left = leftOn(child);
  if (left !== null && input.from > left) throw refusal('GROUP.CHILD_LEFT', { date: left });
  if (table.where({ groupId: group.id, childId: child.id }).some((row) => overlaps(row, input.from, null))) throw refusal('GROUP.ALREADY_MEMBER');
  table.insert({ id: input.rowId, groupId: group.id, childId: child.id, fromDate: input.from, toDate: null });
  return groupCard(ctx, group.id);
}

/** A stay cannot end before a session at which the child's attendance is written down. */
export function endMember(ctx: WriteContext, input: In<'endMember'>): GroupCard {
  const group = ownGroup(ctx, input.groupId);
  const table = ctx.db.table(ArtGroupMemberEntity);
  const row = table.byId(input.rowId);
  if (row?.groupId !== group.id) throw notFound();
  const { to } = input;
  if (to !== null && to < row.fromDate) throw invalid([{ path: 'to', code: 'DATE.ENDS_BEFORE_START' }]);
  const others = table.where({ groupId: group.id, childId: row.childId }).filter(({ id }) => id !== row.id);
  if (others.some((other) => overlaps(other, row.fromDate, to))) throw refusal('GROUP.ALREADY_MEMBER');
  const after = sessionsOf(ctx.db, group.id).filter(
    ({ id, onDate }) => to !== null && onDate > to && wasThere(attendanceOf(ctx.db, id).get(row.childId)),
  );
  const own = after.filter(({ onDate }) => row.toDate === null || onDate <= row.toDate).at(-1);
  if (own) throw refusal('GROUP.ATTENDED_AFTER', { date: own.onDate });
  table.update(row.id, { toDate: to });
  return groupCard(ctx, group.id);
}

/** A child's own lines over all groups, newest first. */
export function childAttendance(ctx: ReadContext, childId: string): ChildAttendance[] {
  visibleChild(ctx, childId);
  const stays = ctx.db.table(ArtGroupMemberEntity).where({ childId });
  const written = new Map(
    ctx.db
      .table(ArtAttendanceEntity)
      .where({ childId })
      .map((row) => [row.sessionId, row.data]),
  );
  const groups = [...new Set(stays.map(({ groupId }) => groupId))];
  return groups
    .flatMap((groupId) => {
      const name = ctx.db.table(ArtGroupEntity).byId(groupId)?.fields.name ?? '';
      const rows = belongings(ctx.db, groupId);
      return ctx.db
        .table(ArtGroupSessionEntity)
        .where({ groupId })
        .filter((row) => written.has(row.id) || membersOn(rows, row.onDate).includes(childId))
        .map((row) => ({
          sessionId: row.id as ChildAttendance['sessionId'],
          groupId: groupId as ChildAttendance['groupId'],
          groupName: name,
          onDate: row.shared.onDate,
          theme: row.shared.theme,
          status: row.shared.status,
          attendance: written.get(row.id) ?? null,
        }));
    })
    .sort((a, b) => b.onDate.localeCompare(a.onDate));
}
