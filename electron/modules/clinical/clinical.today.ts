import type { TodayItem } from '../../../shared/modules/settings/settings.contract';
import type { ClinicalReadContext } from '../../ipc/context';
import { emergencyAccesses } from '../users';
import { leftBehind } from './clinical.cases';
import { orphans } from './clinical.orphans';

const NOTICE_DAYS = 30;

/** What concerns every holder of the key: who came in by the paper, whose cases nobody leads, what stayed of a destroyed file. */
export function todayOfClinical(ctx: ClinicalReadContext): TodayItem[] {
  return [...emergencies(ctx), ...left(ctx), ...remains(ctx)];
}

function emergencies(ctx: ClinicalReadContext): TodayItem[] {
  const since = new Date(ctx.now.getTime() - NOTICE_DAYS * 86_400_000).toISOString();
  return emergencyAccesses(ctx.db, ctx.records)
    .filter(({ fromAt }) => fromAt >= since)
    .map((access): TodayItem => ({
      id: `emergency:${access.id}`,
      tone: 'alarm',
      when: access.fromAt,
      title: {
        key: access.secondName ? 'clinical:today.emergencyTwo' : 'clinical:today.emergency',
        params: { name: access.userName, second: access.secondName ?? '', date: access.fromAt },
      },
      reason: { key: access.missing ? 'clinical:today.emergencyMissing' : 'clinical:today.emergencyReason', params: { reason: access.reason } },
      action: { key: 'clinical:today.emergencyOpen', path: '/psychology/keys' },
    }));
}

const left = (ctx: ClinicalReadContext): TodayItem[] =>
  leftBehind(ctx).map(({ id, name, cases, drafts }): TodayItem => ({
    id: `cases-left:${id}`,
    tone: 'overdue',
    when: null,
    title: { key: 'clinical:today.left', params: { name } },
    reason: { key: 'clinical:today.leftReason', params: { cases, drafts } },
    action: { key: 'clinical:today.leftOpen', path: '/psychology/cases' },
  }));

const numberOf = (no: number | null): string => (no === null ? '' : String(no).padStart(4, '0'));

const remains = (ctx: ClinicalReadContext): TodayItem[] =>
  orphans(ctx).map(({ subject, no, how, count, intoName }): TodayItem => ({
    id: `orphan:${subject.kind}/${subject.id}`,
    tone: 'overdue',
    when: null,
    title: { key: `clinical:today.${subject.kind === 'pair' ? 'pairGone' : how}`, params: { no: numberOf(no), name: intoName ?? '' } },
    reason: { key: 'clinical:today.remains', params: { count } },
    action: { key: 'clinical:today.remainsOpen', path: '/psychology/cases' },
  }));
