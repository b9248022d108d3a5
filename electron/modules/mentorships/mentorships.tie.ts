import type { ReadDb, WriteDb } from '../../db/types';
import type { Subject } from '../../../shared/modules/clinical/clinical.model';
import { shortName } from '../../../shared/kernel/names';
import type { ReadContext } from '../../ipc/context';
import { MentorEntity } from '../candidates';
import { ChildEntity, tieChildren, visibleChildren } from '../children';
import { tieSubject } from '../clinical';
import { removeExtracts, tiePairs } from '../extracts';
import { seesPair, visiblePair } from './mentorships.policy';
import { ChildVoiceEntity, PairEntity, PairStageEntity } from './pair.entity';

/**
 * Pairs of a child: they follow the child into a merged record. With an erased child goes all that was said and written
 * about the pair; a pair whose contract was issued is kept from erasure by the contract itself.
 */
tieChildren({
  name: 'pairs',
  stays: false,
  count: (db: ReadDb, childId: string) => db.table(PairEntity).count({ childId }),
  move: (db: WriteDb, from: string, to: string) => {
    for (const pair of db.table(PairEntity).where({ childId: from })) db.table(PairEntity).update(pair.id, { childId: to });
  },
  remove: (db: WriteDb, childId: string) => {
    for (const pair of db.table(PairEntity).where({ childId })) {
      for (const voice of db.table(ChildVoiceEntity).where({ pairId: pair.id })) db.table(ChildVoiceEntity).remove(voice.id);
      removeExtracts(db, 'pair', pair.id);
      for (const stage of db.table(PairStageEntity).where({ pairId: pair.id })) db.table(PairStageEntity).remove(stage.id);
      db.table(PairEntity).remove(pair.id);
    }
  },
});

/** «Глеб З. и Дмитрий С.» */
function nameOfPair(ctx: ReadContext, pairId: string): string {
  const pair = visiblePair(ctx, pairId as never);
  const child = ctx.db.table(ChildEntity).byId(pair.childId);
  const mentor = ctx.db.table(MentorEntity).byId(pair.mentorId);
  return [child?.shortName ?? '', mentor ? shortName(mentor.name) : ''].filter((name) => name !== '').join(', ');
}

tiePairs({
  nameOf: nameOfPair,
  partsOf: (records, pairId) => {
    const pair = records.table(PairEntity).byId(pairId);
    return pair
      ? ([
          { kind: 'child', id: pair.childId },
          { kind: 'mentor', id: pair.mentorId },
        ] as Subject[])
      : [];
  },
});

tieSubject('pair', {
  facts: (ctx, id) => {
    const inRecords = { ...ctx, db: ctx.records };
    const pair = ctx.records.table(PairEntity).byId(id);
    if (!pair || !seesPair(inRecords, pair)) return null;
    return { name: nameOfPair(inRecords, id), code: '', birthDate: null, sex: null };
  },
  visible: (ctx) => {
    if (ctx.actor.institutionIds === 'all' && ctx.actor.childIds === 'all') return 'all';
    const scope = visibleChildren(ctx);
    return ctx.records
      .all<{ id: string }>(`SELECT p."id" FROM "pair" p JOIN "child" c ON c."id" = p."child_id" WHERE ${scope.sql}`, ...scope.params)
      .map(({ id }) => id);
  },
});
