import { notFound } from '../../../shared/kernel/errors';
import type { ReadContext } from '../../ipc/context';
import type { SqlValue } from '../../db/types';
import { ChildEntity } from './child.entity';

/**
 * The condition that keeps an actor's lists within the own orphanages, and a coach's within the assigned children. `c` is the child's row.
 * With `sieve` '+' the houses are sieved out while a list is read in its order; without it the database looks them up and sorts what it found.
 */
export function visibleChildren({ actor }: Pick<ReadContext, 'actor'>, sieve: '' | '+' = ''): { sql: string; params: SqlValue[] } {
  const parts: string[] = [];
  const params: SqlValue[] = [];
  if (actor.institutionIds !== 'all') {
    const one = actor.institutionIds.length === 1;
    parts.push(one ? 'c."institution_id" = ?' : `${sieve}c."institution_id" IN (SELECT value FROM json_each(?))`);
    params.push(one ? (actor.institutionIds[0] ?? '') : JSON.stringify(actor.institutionIds));
  }
  if (actor.childIds !== 'all') {
    parts.push('c."id" IN (SELECT value FROM json_each(?))');
    params.push(JSON.stringify(actor.childIds));
  }
  return { sql: parts.length > 0 ? parts.join(' AND ') : '1', params };
}

export function sees({ actor }: Pick<ReadContext, 'actor'>, child: Pick<ChildEntity, 'id' | 'institutionId'>): boolean {
  const house = actor.institutionIds === 'all' || actor.institutionIds.some((id) => id === child.institutionId);
  return house && (actor.childIds === 'all' || actor.childIds.some((id) => id === child.id));
}

/** The record, or *not found* for a child whom this actor may not see: the two look alike on purpose. */
export function visibleChild(context: Pick<ReadContext, 'actor' | 'db'>, id: string): ChildEntity {
  const child = context.db.table(ChildEntity).byId(id);
  if (!child || !sees(context, child)) throw notFound();
  return child;
}
