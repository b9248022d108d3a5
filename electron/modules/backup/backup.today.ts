import { holds } from '../../../shared/kernel/permissions';
import type { ReadContext } from '../../ipc/context';
import { statusOf } from './backup.service';

/** Reminds those who can make a backup; the rail's foot tells everybody else how old the last one is. */
export function todayOfBackup(ctx: ReadContext) {
  if (!holds(ctx.actor.roles, 'backup.make')) return [];
  const { standing, lastAt, sinceDays } = statusOf(ctx.db, ctx.now);
  if (standing === 'fresh') return [];
  return [
    {
      id: 'backup',
      tone: standing === 'due' ? ('soon' as const) : ('overdue' as const),
      when: lastAt,
      title: { key: `backup:today.${standing}`, params: { days: sinceDays ?? 0 } },
      reason: { key: 'backup:today.why', params: {} },
      action: { key: 'backup:today.act', path: '/administration/backup' },
    },
  ];
}
