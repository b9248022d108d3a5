import { daysBetween } from '../../../shared/kernel/plain-date';
import type { TodayItem } from '../../../shared/modules/settings/settings.contract';
import type { ClinicalReadContext } from '../../ipc/context';
import { factsOf, noteTermDays, visibleRecord } from '../clinical';
import { GroupSessionEntity } from './sealed.entity';
import { ArtGroupSessionEntity } from './group.entity';

const item = (key: string, params: TodayItem['title']['params'] = {}) => ({ key: `art-therapy:today.${key}`, params });

/** One's own sessions: those of today, and those that are over and still unsigned. */
export function todayOfArtTherapy(ctx: ClinicalReadContext): TodayItem[] {
  const term = noteTermDays(ctx.records);
  const drafts = ctx.db.all<{ id: string; groupId: string }>(
    `SELECT g."id", g."group_id" AS "groupId" FROM "clinical_record" r CROSS JOIN "group_session" g ON g."id" = r."id" WHERE r."state" = 'draft' AND r."author_id" = ? AND r."kind" = 'group-session' AND r."on_date" <= ? ORDER BY r."on_date" LIMIT 60`,
    ctx.actor.userId,
    ctx.today,
  );
  return drafts.flatMap(({ id, groupId }): TodayItem[] => {
    const facts = factsOf(ctx, { kind: 'group', id: groupId as never });
    const shared = ctx.records.table(ArtGroupSessionEntity).byId(id)?.shared;
    if (!facts || !shared || ctx.db.table(GroupSessionEntity).byId(id)?.pending?.kind === 'drop' || visibleRecord(ctx, id).state !== 'draft')
      return [];
    const today = shared.onDate === ctx.today && shared.status === 'planned';
    const late = daysBetween(shared.onDate, ctx.today) > term;
    const reason = today
      ? item('atTime', { time: shared.startsAt })
      : item(shared.status === 'planned' ? 'notHeld' : 'unsigned', { date: shared.onDate });
    return [
      {
        id: `group-session:${id}`,
        tone: late ? 'overdue' : 'today',
        when: today ? null : shared.onDate,
        title: item('session', { name: facts.name }),
        reason,
        action: { key: 'art-therapy:today.open', path: `/psychology/group-sessions/${id}` },
      },
    ];
  });
}
