import { notFound } from '../../../shared/kernel/errors';
import type { ClinicalReadContext, ReadContext } from '../../ipc/context';
import { ChildEntity } from '../children';
import { ArtGroupEntity, ArtGroupMemberEntity } from './group.entity';

type Asks = Pick<ReadContext, 'actor' | 'db'>;

/** Scope rules read the records; a clinical context hands them over under another name. */
export const inRecords = <C extends ClinicalReadContext>(ctx: C): Omit<C, 'db'> & { db: ClinicalReadContext['records'] } => ({
  ...ctx,
  db: ctx.records,
});

export const houseIsVisible = ({ actor }: Pick<ReadContext, 'actor'>, institutionId: string): boolean =>
  actor.institutionIds === 'all' || actor.institutionIds.some((id) => id === institutionId);

/** The child, if this reader may see it. */
export function childFor(ctx: Asks, childId: string): ChildEntity | null {
  const child = ctx.db.table(ChildEntity).byId(childId);
  if (!child || !houseIsVisible(ctx, child.institutionId)) return null;
  return ctx.actor.childIds === 'all' || ctx.actor.childIds.some((id) => id === childId) ? child : null;
}

/** A group of the reader's house, or one that a child of the reader's house goes to. */
export function readableGroup(ctx: Asks, id: string): ArtGroupEntity {
  const group = ctx.db.table(ArtGroupEntity).byId(id);
  if (!group) throw notFound();
  if (houseIsVisible(ctx, group.institutionId)) return group;
  const members = ctx.db.table(ArtGroupMemberEntity).where({ groupId: id });
  if (!members.some(({ childId }) => childFor(ctx, childId))) throw notFound();
  return group;
}

/** A group that this psychologist may lead: of the own houses. */
export function ownGroup(ctx: Asks, id: string): ArtGroupEntity {
  const group = ctx.db.table(ArtGroupEntity).byId(id);
  if (!group || !houseIsVisible(ctx, group.institutionId)) throw notFound();
  return group;
}

export const leftOn = (child: Pick<ChildEntity, 'life'> | undefined): string | null => (child?.life.state === 'left' ? child.life.since : null);
