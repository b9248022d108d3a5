import type { ReadDb, WriteDb } from '../../db/types';
import { tieChildren } from '../children';
import { ChildVoiceEntity, PairEntity, PairExtractEntity, PairStageEntity } from './pair.entity';

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
      for (const extract of db.table(PairExtractEntity).where({ pairId: pair.id })) db.table(PairExtractEntity).remove(extract.id);
      for (const stage of db.table(PairStageEntity).where({ pairId: pair.id })) db.table(PairStageEntity).remove(stage.id);
      db.table(PairEntity).remove(pair.id);
    }
  },
});
