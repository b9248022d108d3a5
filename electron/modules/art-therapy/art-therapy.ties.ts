import type { ReadDb, WriteDb } from '../../db/types';
import { tieChildren } from '../children';
import { tieSubject } from '../clinical';
import { ArtAttendanceEntity, ArtGroupEntity, ArtGroupMemberEntity } from './group.entity';
import { houseIsVisible } from './groups.policy';

/** A child's stays and attendance follow it into a merged record and go with an erased one; the group's own history stays. */
tieChildren({
  name: 'groups',
  stays: false,
  count: (db: ReadDb, childId: string) => db.table(ArtGroupMemberEntity).count({ childId }),
  move: (db: WriteDb, from: string, to: string) => {
    for (const row of db.table(ArtGroupMemberEntity).where({ childId: from })) db.table(ArtGroupMemberEntity).update(row.id, { childId: to });
    const attendance = db.table(ArtAttendanceEntity);
    for (const row of attendance.where({ childId: from })) {
      attendance.remove(row.id);
      const id = `${row.sessionId}/${to}`;
      if (!attendance.exists(id)) attendance.insert({ ...row, id, childId: to });
    }
  },
  remove: (db: WriteDb, childId: string) => {
    for (const row of db.table(ArtAttendanceEntity).where({ childId })) db.table(ArtAttendanceEntity).remove(row.id);
    for (const row of db.table(ArtGroupMemberEntity).where({ childId })) db.table(ArtGroupMemberEntity).remove(row.id);
  },
});

/** Sealed work of a group is for psychologists of its house, wherever its children live. */
tieSubject('group', {
  facts: (ctx, id) => {
    const group = ctx.records.table(ArtGroupEntity).byId(id);
    if (!group || !houseIsVisible(ctx, group.institutionId)) return null;
    return { name: group.fields.name, code: '', birthDate: null, sex: null };
  },
  visible: (ctx) =>
    ctx.actor.institutionIds === 'all'
      ? 'all'
      : ctx.records
          .table(ArtGroupEntity)
          .where({})
          .filter((group) => houseIsVisible(ctx, group.institutionId))
          .map(({ id }) => id),
});
