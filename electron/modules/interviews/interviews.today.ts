import { holds } from '../../../shared/kernel/permissions';
import { addDays } from '../../../shared/kernel/plain-date';
import type { TodayItem } from '../../../shared/modules/settings/settings.contract';
import type { ClinicalReadContext } from '../../ipc/context';
import { factsOf, noteTermDays, visibleRecords } from '../clinical';
import { endingBetween, unsignedBefore } from './interviews.repository';

const SOON = 30;
/** An ended recommendation is reminded of for as long; by then there is a new interview, or the candidate is gone. */
const ENDED = 90;

const path = (id: string): string => `/psychology/interviews/${id}`;

/** One's own interviews that were not signed within the programme's term, and recommendations that come to their end. */
export function todayOfInterviews(ctx: ClinicalReadContext): TodayItem[] {
  if (!holds(ctx.actor.roles, 'interview.read')) return [];
  const scope = visibleRecords(ctx);
  const term = noteTermDays(ctx.records);
  const nameOf = (kind: 'child' | 'mentor', id: string): string => factsOf(ctx, { kind, id } as never)?.name ?? '';
  const unsigned = unsignedBefore(ctx.db, ctx.actor.userId, addDays(ctx.today, -term), scope).map((line): TodayItem => ({
    id: `interview-unsigned:${line.id}`,
    tone: 'overdue',
    when: line.onDate,
    title: { key: 'interviews:today.unsigned', params: { name: nameOf(line.subjectKind, line.subjectId) } },
    reason: { key: 'interviews:today.unsignedReason', params: { count: term } },
    action: { key: 'interviews:today.finish', path: path(line.id) },
  }));
  const ending = endingBetween(ctx.db, addDays(ctx.today, -ENDED), addDays(ctx.today, SOON), scope).map((line): TodayItem => ({
    id: `interview-ends:${line.id}`,
    tone: line.validUntil < ctx.today ? 'overdue' : 'soon',
    when: line.validUntil,
    title: { key: 'interviews:today.ends', params: { name: nameOf('mentor', line.subjectId) } },
    reason: { key: line.validUntil < ctx.today ? 'interviews:today.ended' : 'interviews:today.endsReason', params: { date: line.validUntil } },
    action: { key: 'interviews:today.open', path: path(line.id) },
  }));
  return [...unsigned, ...ending];
}
