import { notFound } from '../../../shared/kernel/errors';
import type { PairId } from '../../../shared/kernel/ids';
import type { ReadContext } from '../../ipc/context';
import { seesChild } from '../children';
import { PairEntity } from './pair.entity';

/** A pair is seen by those who see its child; the mentor alone opens nothing. */
export const seesPair = (context: ReadContext, pair: PairEntity): boolean => seesChild(context, pair.childId as never);

/** The pair's row, or *not found* when its child lies outside the actor's scope. */
export function visiblePair(context: ReadContext, id: PairId): PairEntity {
  const pair = context.db.table(PairEntity).byId(id);
  if (!pair || !seesPair(context, pair)) throw notFound();
  return pair;
}
