import { notFound } from '../../../shared/kernel/errors';
import type { Attendance, AttendanceLine, GroupMember, SharedLine, SharedSession } from '../../../shared/modules/art-therapy/art-therapy.model';
import { membersOn, wasThere } from '../../../shared/modules/art-therapy/art-therapy.rules';
import type { ReadContext, WriteContext } from '../../ipc/context';
import type { ReadDb } from '../../db/types';
import { ChildEntity } from '../children';
import { ArtAttendanceEntity, ArtGroupEntity, ArtGroupMemberEntity, ArtGroupSessionEntity } from './group.entity';
import { childFor, leftOn } from './groups.policy';
import type { Pending } from './sealed.entity';

type Asks = Pick<ReadContext, 'actor' | 'db'>;

export interface Belonging {
  rowId: string;
  childId: string;
  from: string;
  to: string | null;
  leftOn: string | null;
}

/** Every stay in the group, of all houses: membership is a rule, not a thing to look at. */
export const belongings = (db: ReadDb, groupId: string): Belonging[] =>
  db
    .table(ArtGroupMemberEntity)
    .where({ groupId }, 'fromDate')
    .map(({ id, childId, fromDate, toDate }) => ({
      rowId: id,
      childId,
      from: fromDate,
      to: toDate,
      leftOn: leftOn(db.table(ChildEntity).byId(childId)),
    }));

export const sharedRow = (db: ReadDb, id: string): ArtGroupSessionEntity => {
  const row = db.table(ArtGroupSessionEntity).byId(id);
  if (!row) throw notFound();
  return row;
};

export const attendanceOf = (db: ReadDb, sessionId: string): Map<string, Attendance> =>
  new Map(
    db
      .table(ArtAttendanceEntity)
      .where({ sessionId })
      .map(({ childId, data }) => [childId, data]),
  );

const byDay = (a: ArtGroupSessionEntity, b: ArtGroupSessionEntity): number =>
  a.onDate.localeCompare(b.onDate) || a.shared.startsAt.localeCompare(b.shared.startsAt) || a.id.localeCompare(b.id);

export const sessionsOf = (db: ReadDb, groupId: string): ArtGroupSessionEntity[] => db.table(ArtGroupSessionEntity).where({ groupId }).sort(byDay);

/** Those who were expected that day, and those whose attendance was written down although they have gone since. */
export function expectedAt(db: ReadDb, row: Pick<ArtGroupSessionEntity, 'id' | 'groupId' | 'onDate'>, stays = belongings(db, row.groupId)): string[] {
  return [...new Set([...membersOn(stays, row.onDate), ...attendanceOf(db, row.id).keys()])];
}

const numbered = (rows: readonly ArtGroupSessionEntity[]): Map<string, number> =>
  new Map(rows.filter(({ shared }) => shared.status !== 'cancelled').map(({ id }, index) => [id, index + 1]));

export function sharedLines(db: ReadDb, groupId: string): SharedLine[] {
  const rows = sessionsOf(db, groupId);
  const numbers = numbered(rows);
  const stays = belongings(db, groupId);
  return rows.map((row) => ({
    id: row.id as SharedLine['id'],
    no: numbers.get(row.id) ?? null,
    shared: row.shared,
    came: [...attendanceOf(db, row.id).values()].filter(wasThere).length,
    expected: expectedAt(db, row, stays).length,
  }));
}

export function memberLines(ctx: Asks, groupId: string): { members: GroupMember[]; hidden: number } {
  const stays = belongings(ctx.db, groupId);
  const members = stays.flatMap((stay): (GroupMember & { sortKey: string })[] => {
    const child = childFor(ctx, stay.childId);
    if (!child) return [];
    const { rowId, childId, from, to } = stay;
    return [
      { id: rowId, childId, from, to, leftOn: stay.leftOn, name: child.shortName, sortKey: child.sortKey } as GroupMember & { sortKey: string },
    ];
  });
  const hidden = new Set(stays.filter(({ childId }) => !childFor(ctx, childId)).map(({ childId }) => childId)).size;
  return { members: members.sort((a, b) => a.sortKey.localeCompare(b.sortKey)).map(({ sortKey: _, ...member }) => member), hidden };
}

/** A session as this reader may see it: children of other houses are a number and nothing else. */
export function sharedSession(ctx: Asks, id: string): SharedSession {
  const row = sharedRow(ctx.db, id);
  const group = ctx.db.table(ArtGroupEntity).byId(row.groupId);
  if (!group) throw notFound();
  const attendance = attendanceOf(ctx.db, id);
  const expected = expectedAt(ctx.db, row).map((childId) => ({
    childId,
    child: childFor(ctx, childId),
    attendance: attendance.get(childId) ?? null,
  }));
  const hidden = expected.filter(({ child }) => !child);
  const lines = expected
    .flatMap(({ child, ...line }) => (child ? [{ ...line, child }] : []))
    .sort((a, b) => a.child.sortKey.localeCompare(b.child.sortKey));
  return {
    id: id as SharedSession['id'],
    groupId: row.groupId as SharedSession['groupId'],
    groupName: group.fields.name,
    agesFrom: group.fields.agesFrom,
    agesTo: group.fields.agesTo,
    no: numbered(sessionsOf(ctx.db, row.groupId)).get(id) ?? null,
    of: group.fields.sessionsPlanned,
    shared: row.shared,
    attendance: lines.map(({ childId, child, attendance: one }): AttendanceLine => ({
      childId: childId as AttendanceLine['childId'],
      name: child.shortName,
      sex: child.sex,
      attendance: one,
    })),
    hidden: { expected: hidden.length, came: hidden.filter((one) => wasThere(one.attendance)).length },
  };
}

/** Writes what a session's sealed side has for the records. The same twice leaves what once leaves. */
export function applyPending(tx: WriteContext, session: { id: string; groupId: string }, pending: Pending): void {
  const rows = tx.db.table(ArtAttendanceEntity);
  if (pending.kind === 'drop') {
    for (const row of rows.where({ sessionId: session.id })) rows.remove(row.id);
    tx.db.table(ArtGroupSessionEntity).remove(session.id);
  } else {
    const { shared } = pending;
    const patch = { groupId: session.groupId, onDate: shared.onDate, shared };
    const sessions = tx.db.table(ArtGroupSessionEntity);
    if (!sessions.update(session.id, patch)) sessions.insert({ id: session.id, ...patch });
    for (const [childId, data] of Object.entries(pending.attendance)) {
      const id = `${session.id}/${childId}`;
      if (data === null) rows.remove(id);
      else if (!rows.update(id, { data })) rows.insert({ id, sessionId: session.id, childId, data });
    }
  }
  tx.journal({
    action: `art-therapy.${pending.kind === 'drop' ? 'sessionRemoved' : 'sessionShared'}`,
    subject: 'group-session',
    subjectId: session.id,
  });
}
