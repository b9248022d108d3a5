import { notFound } from '../../../shared/kernel/errors';
import type { InstitutionId, MentorId } from '../../../shared/kernel/ids';
import type { ReadContext } from '../../ipc/context';
import type { SqlValue } from '../../db/types';
import { MentorEntity } from './mentor.entity';

/** The condition that keeps an actor's lists within the own orphanages. `m` is the mentor's row. */
export function visibleMentors(context: ReadContext): { sql: string; params: SqlValue[] } {
  const scope = context.actor.institutionIds;
  if (scope === 'all') return { sql: '1', params: [] };
  return {
    sql: `EXISTS (SELECT 1 FROM "mentor_institution" mi WHERE mi."mentor_id" = m."id" AND mi."institution_id" IN (SELECT value FROM json_each(?)))`,
    params: [JSON.stringify(scope)],
  };
}

/** The mentor's row, or *not found* for a person whom this actor may not see. */
export function visibleMentor(context: ReadContext, id: MentorId): MentorEntity {
  const { sql, params } = visibleMentors(context);
  const row = context.db.get<{ one: number }>(`SELECT 1 AS one FROM "mentor" m WHERE m."id" = ? AND ${sql}`, id, ...params);
  const mentor = row && context.db.table(MentorEntity).byId(id);
  if (!mentor) throw notFound();
  return mentor;
}

/**
 * Someone bound to some orphanages ties and unties mentors there and nowhere else, and never leaves a mentor tied to none
 * (the record would vanish before the eyes of the one who saved it).
 */
export function mayTie(context: ReadContext, before: readonly InstitutionId[], after: readonly InstitutionId[]): boolean {
  const scope = context.actor.institutionIds;
  if (scope === 'all') return true;
  const moved = [...before.filter((id) => !after.includes(id)), ...after.filter((id) => !before.includes(id))];
  return moved.every((id) => scope.includes(id)) && after.some((id) => scope.includes(id));
}
