import type { FieldError } from '../../kernel/errors';
import { addDays, type PlainDate } from '../../kernel/plain-date';
import { attainment, Goal } from '../assessments/goal-attainment';
import type { Place, SeriesFields, SessionFields } from './appointments.model';
import type { ClosingFields, RouteFields } from './casework.model';
import type { PlanFields, PlanGoal } from './plan.model';

/** The days of a series: the same weekday every so many weeks. */
export const seriesDates = (series: Pick<SeriesFields, 'onDate' | 'times' | 'everyWeeks'>): PlainDate[] =>
  Array.from({ length: series.times }, (_, index) => addDays(series.onDate, index * series.everyWeeks * 7));

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Two sessions of one psychologist at one time. One that ends as the other begins is no clash. */
export function clashes(a: Place, b: Place): boolean {
  if (a.onDate !== b.onDate) return false;
  const [from, to] = [minuteOf(a.atTime), minuteOf(b.atTime)];
  return from < to + b.minutes && to < from + a.minutes;
}

/** What keeps a note from being signed, at its fields. An unfinished note may be kept as a draft all the same. */
export function whyNoteNotSigned(fields: SessionFields, today: PlainDate): FieldError[] {
  const wrong: FieldError[] = [];
  if (fields.onDate > today) wrong.push({ path: 'onDate', code: 'DATE.IN_FUTURE' });
  if (fields.attendance === 'came' && fields.note.trim() === '') wrong.push({ path: 'note', code: 'TEXT.REQUIRED' });
  if (fields.attendance === 'cancelled' && fields.cancelledBy === null) wrong.push({ path: 'cancelledBy', code: 'SESSION.WHO_CANCELLED' });
  if (fields.riskLevel !== 'none' && fields.riskText.trim() === '') wrong.push({ path: 'riskText', code: 'TEXT.REQUIRED' });
  return wrong;
}

export function whyPlanNotSigned(fields: PlanFields): FieldError[] {
  if (fields.goals.length === 0) return [{ path: 'goals', code: 'PLAN.NO_GOALS' }];
  return fields.goals.flatMap(({ id: _, ...goal }, index) => {
    const checked = Goal.safeParse(goal);
    if (checked.success) return [];
    return checked.error.issues.map((issue) => ({ path: ['goals', index, ...issue.path].join('.'), code: issue.message }));
  });
}

export function whyNotClosed(fields: ClosingFields, today: PlainDate): FieldError[] {
  const wrong: FieldError[] = [];
  if (fields.onDate > today) wrong.push({ path: 'onDate', code: 'DATE.IN_FUTURE' });
  for (const path of ['reached', 'recommendations'] as const) if (fields[path].trim() === '') wrong.push({ path, code: 'TEXT.REQUIRED' });
  if (fields.followUp && fields.followUpWhy.trim() === '') wrong.push({ path: 'followUpWhy', code: 'TEXT.REQUIRED' });
  if (fields.followUp && fields.followUpUntil !== null && fields.followUpUntil < fields.onDate)
    wrong.push({ path: 'followUpUntil', code: 'DATE.ENDS_BEFORE_START' });
  return wrong;
}

/** A disclosure is passed on by somebody's decision and on a ground; a risk flag is answered by what was done. */
export function wrongRoute(kind: 'session' | 'disclosure', fields: RouteFields, today: PlainDate): FieldError[] {
  const wrong: FieldError[] = [];
  if (fields.onDate > today) wrong.push({ path: 'onDate', code: 'DATE.IN_FUTURE' });
  const needed = kind === 'disclosure' ? (['basis', 'decidedBy'] as const) : (['action'] as const);
  for (const path of needed) if (fields[path].trim() === '') wrong.push({ path, code: 'TEXT.REQUIRED' });
  return wrong;
}

/** T of one rating and what it gained on the baseline: over all goals of the plan, or not at all. */
export function courseOf(
  goals: readonly PlanGoal[],
  levels: Readonly<Record<string, number>>,
): { baseline: number | null; t: number | null; gain: number | null } {
  const whole = attainment(goals.map(({ id, weight, baseline }) => ({ weight, baseline, level: levels[id] ?? null })));
  return { baseline: whole.baseline, t: whole.achieved, gain: whole.gain };
}

export interface Standing {
  /** The day on which the child left the programme; null for one who is in it. */
  leftOn: string | null;
  /** The signed summary that closed the work and was not reopened. */
  closing: Pick<ClosingFields, 'onDate' | 'followUp' | 'followUpWhy' | 'followUpUntil'> | null;
}

export type Leave = { allowed: true; exception: string } | { allowed: false; code: 'CASEWORK.CHILD_LEFT' | 'CASEWORK.CLOSED'; date: string };

/**
 * May a session be held on this day? After the child has left, and after the work was closed, only where the closing
 * summary allows it; the reason written there stands in the session.
 */
export function mayMeet({ leftOn, closing }: Standing, onDate: string): Leave {
  const left = leftOn !== null && onDate > leftOn;
  const closed = closing !== null && onDate > closing.onDate;
  if (!left && !closed) return { allowed: true, exception: '' };
  const follows = closing?.followUp === true && (closing.followUpUntil === null || onDate <= closing.followUpUntil);
  if (follows) return { allowed: true, exception: closing.followUpWhy };
  return left
    ? { allowed: false, code: 'CASEWORK.CHILD_LEFT', date: leftOn }
    : { allowed: false, code: 'CASEWORK.CLOSED', date: closing?.onDate ?? '' };
}
