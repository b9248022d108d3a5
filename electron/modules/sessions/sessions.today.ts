import { daysBetween, type PlainDate } from '../../../shared/kernel/plain-date';
import type { TodayItem } from '../../../shared/modules/settings/settings.contract';
import type { ClinicalReadContext } from '../../ipc/context';
import { factsOf } from '../clinical';
import { rowsForScreen } from './appointments.service';
import { openDisclosures, openRisks, ownDrafts, sessionsBetween, unsignedBefore } from './casework.repository';
import { subjectOf } from './casework.policy';

/** A note is written while the words are fresh; after these days it is overdue. */
const NOTE_DAYS = 3;

/** The address of each record, in the room of its kind. */
const recordPath = (kind: string, id: string): string => `/psychology/casework/${kind}/${id}`;
const item = (key: string, params: TodayItem['title']['params'] = {}) => ({ key: `sessions:today.${key}`, params });

function risks(ctx: ClinicalReadContext): TodayItem[] {
  return rowsForScreen(ctx, openRisks(ctx)).map((row) => ({
    id: `risk:${row.id}`,
    tone: 'alarm',
    when: row.onDate,
    title: item('risk', { name: row.subjectName }),
    reason: item('riskOpen', { date: row.onDate }),
    action: { key: 'sessions:today.writeAction', path: recordPath('session', row.id) },
  }));
}

function disclosures(ctx: ClinicalReadContext): TodayItem[] {
  return openDisclosures(ctx).map((row) => ({
    id: `disclosure:${row.id}`,
    tone: 'alarm',
    when: row.onDate,
    title: item('disclosure', { name: factsOf(ctx, subjectOf(row))?.name ?? '' }),
    reason: item(row.told === 0 ? 'nobodyTold' : 'routeOpen', { date: row.onDate }),
    action: { key: 'sessions:today.openRoute', path: recordPath('disclosure', row.id) },
  }));
}

function sessions(ctx: ClinicalReadContext): TodayItem[] {
  const late = rowsForScreen(ctx, unsignedBefore(ctx, ctx.today, 50)).map((row): TodayItem => ({
    id: `session:${row.id}`,
    tone: daysBetween(row.onDate, ctx.today) > NOTE_DAYS ? 'overdue' : 'today',
    when: row.onDate,
    title: item('note', { name: row.subjectName }),
    reason: item(row.state === null ? 'noteMissing' : 'noteUnsigned', { date: row.onDate }),
    action: { key: 'sessions:today.writeNote', path: recordPath('session', row.id) },
  }));
  const own = sessionsBetween(ctx, ctx.today, ctx.today).filter(
    ({ row, state }) => row.keeperId === ctx.actor.userId && row.status !== 'cancelled' && state !== 'signed',
  );
  const now = rowsForScreen(ctx, own).map((row): TodayItem => ({
    id: `session:${row.id}`,
    tone: 'today',
    when: null,
    title: item('session', { name: row.subjectName }),
    reason: item(row.place === '' ? 'atTime' : 'atTimeAndPlace', row.place === '' ? { time: row.atTime } : { time: row.atTime, place: row.place }),
    action: { key: 'sessions:today.openSession', path: recordPath('session', row.id) },
  }));
  return [...late, ...now];
}

function drafts(ctx: ClinicalReadContext): TodayItem[] {
  return ownDrafts(ctx).map((line) => ({
    id: `casework:${line.id}`,
    tone: line.kind !== 'request' ? 'soon' : line.urgency === 'urgent' ? 'overdue' : line.urgency === 'soon' ? 'today' : 'soon',
    when: line.onDate as PlainDate,
    title: item(line.kind, { name: factsOf(ctx, subjectOf(line))?.name ?? '' }),
    reason: item(line.kind === 'request' ? 'undecided' : 'unsigned', { date: line.onDate }),
    action: { key: 'sessions:today.openCase', path: recordPath(line.kind, line.id) },
  }));
}

/** Flags and disclosures burn before everybody who holds the key and sees the person; notes and drafts wait for their author. */
export const todayOfSessions = (ctx: ClinicalReadContext): TodayItem[] => [...risks(ctx), ...disclosures(ctx), ...sessions(ctx), ...drafts(ctx)];
