import type { FieldError } from '../../kernel/errors';
import type { Attendance, GroupFields, SharedFields } from './art-therapy.model';
import type { CourseLine, ObservationFields, Scale, ScaleDraft, SessionBlocker } from './observation.model';

interface Span {
  from: string;
  to: string | null;
}
interface Belonging extends Span {
  childId: string;
  leftOn: string | null;
}

const covers = (span: Span, day: string): boolean => span.from <= day && (span.to === null || day <= span.to);

export type WhyNotHere = 'GROUP.NOT_MEMBER' | 'GROUP.CHILD_LEFT';

/** Null when the child belongs to the group on that day. A child who has left the programme belongs to no group after. */
export function whyNotHere(rows: readonly Belonging[], childId: string, day: string): WhyNotHere | null {
  const own = rows.filter((row) => row.childId === childId);
  if (own.some(({ leftOn }) => leftOn !== null && day > leftOn)) return 'GROUP.CHILD_LEFT';
  return own.some((row) => covers(row, day)) ? null : 'GROUP.NOT_MEMBER';
}

export const membersOn = (rows: readonly Belonging[], day: string): string[] => [
  ...new Set(rows.map(({ childId }) => childId).filter((childId) => whyNotHere(rows, childId, day) === null)),
];

export function wrongGroup(fields: GroupFields): FieldError[] {
  return fields.agesTo < fields.agesFrom ? [{ path: 'agesTo', code: 'GROUP.AGES_REVERSED' }] : [];
}

export function wrongShared(fields: SharedFields, today: string): FieldError[] {
  const wrong: FieldError[] = [];
  if (fields.endsAt <= fields.startsAt) wrong.push({ path: 'endsAt', code: 'TIME.ENDS_BEFORE_START' });
  if (fields.status === 'held' && fields.onDate > today) wrong.push({ path: 'onDate', code: 'DATE.IN_FUTURE' });
  return wrong;
}

/** Late and left early have a time, absent has a reason; the others have neither. */
export function wrongAttendance(one: Attendance, shared: Pick<SharedFields, 'startsAt' | 'endsAt'>, path: string): FieldError[] {
  const timed = one.status === 'late' || one.status === 'left-early';
  if (timed && (one.time === null || one.time < shared.startsAt || one.time > shared.endsAt))
    return [{ path: `${path}.time`, code: 'GROUP.TIME_OUTSIDE_SESSION' }];
  if (!timed && one.time !== null) return [{ path: `${path}.time`, code: 'GROUP.TIME_NOT_NEEDED' }];
  if (one.status === 'absent' && one.reason === null) return [{ path: `${path}.reason`, code: 'GROUP.REASON_NEEDED' }];
  return one.status !== 'absent' && one.reason !== null ? [{ path: `${path}.reason`, code: 'GROUP.REASON_NOT_NEEDED' }] : [];
}

export const wasThere = (one: Attendance | null | undefined): boolean => one !== null && one !== undefined && one.status !== 'absent';

export function wrongLevels(fields: ObservationFields, scales: readonly Scale[], path: string): FieldError[] {
  return Object.entries(fields.levels).flatMap(([code, level]) => {
    const scale = scales.find((one) => one.code === code);
    return scale && level <= scale.levels.length ? [] : [{ path: `${path}.levels.${code}`, code: 'GROUP.NO_SUCH_LEVEL' }];
  });
}

export const isEmptyObservation = ({ levels, themes, words, text }: ObservationFields): boolean =>
  Object.keys(levels).length === 0 && themes.length === 0 && words.trim() === '' && text.trim() === '';

export function wrongScales(scales: readonly ScaleDraft[]): FieldError[] {
  const wrong: FieldError[] = scales.length === 0 ? [{ path: 'scales', code: 'GROUP.NO_SCALES' }] : [];
  scales.forEach((scale, at) => {
    if (scales.findIndex((one) => one.code === scale.code) !== at) wrong.push({ path: `scales.${String(at)}.code`, code: 'GROUP.SCALE_TWICE' });
    const empty = (words: ScaleDraft['title']): boolean => words.ru === '' && words.kk === '' && words.en === '';
    if (empty(scale.title)) wrong.push({ path: `scales.${String(at)}.title`, code: 'TEXT.REQUIRED' });
    scale.levels.forEach((level, n) => {
      if (empty(level)) wrong.push({ path: `scales.${String(at)}.levels.${String(n)}`, code: 'TEXT.REQUIRED' });
    });
  });
  return wrong;
}

const wordsOf = ({ code, title, levels }: ScaleDraft): string => JSON.stringify([code, ...[title, ...levels].map(({ ru, kk, en }) => [ru, kk, en])]);

/** Same words, same version; changed words, the next one that this scale never had. */
export function versioned(drafts: readonly ScaleDraft[], before: readonly (readonly Scale[])[]): Scale[] {
  const known = before.flat();
  return drafts.map((draft) => {
    const own = known.filter(({ code }) => code === draft.code);
    const same = own.filter((scale) => wordsOf(scale) === wordsOf(draft)).at(-1);
    const version = same?.version ?? Math.max(0, ...own.map((scale) => scale.version)) + 1;
    return { code: draft.code, title: draft.title, levels: draft.levels, version };
  });
}

export interface CoursePoint {
  sessionId: string;
  onDate: string;
  levels: Record<string, number>;
  scales: readonly Scale[];
}

/** One line a scale and version, in the order of days: what was judged by other words is never joined to it. */
export function courseLines(points: readonly CoursePoint[]): CourseLine[] {
  const lines = new Map<string, CourseLine>();
  for (const point of [...points].sort((a, b) => a.onDate.localeCompare(b.onDate))) {
    for (const scale of point.scales) {
      const level = point.levels[scale.code];
      if (level === undefined) continue;
      const key = `${scale.code}/${String(scale.version)}`;
      const line = lines.get(key) ?? { code: scale.code, version: scale.version, scale, points: [] };
      line.points.push({ sessionId: point.sessionId as never, onDate: point.onDate, level });
      lines.set(key, line);
    }
  }
  return [...lines.values()].sort((a, b) => a.code.localeCompare(b.code) || a.version - b.version);
}

interface Signable {
  status: SharedFields['status'];
  process: string;
  children: { childId: string; attendance: Attendance | null; mentions: number }[];
}

/** What stands between a session and its signature, each with its place. */
export function whyNotSigned(session: Signable): SessionBlocker[] {
  const blockers: SessionBlocker[] = [];
  const add = (code: string, childId: string | null = null, params: SessionBlocker['params'] = {}): void => {
    blockers.push({ code, childId: childId as SessionBlocker['childId'], params });
  };
  if (session.status === 'planned') add('GROUP.NOT_HELD');
  if (session.status === 'held' && session.process.trim() === '') add('GROUP.NO_PROCESS');
  for (const child of session.children) {
    if (session.status === 'held' && child.attendance === null) add('GROUP.ATTENDANCE_MISSING', child.childId);
    if (child.mentions > 0) add('GROUP.OTHER_CHILD_NAMED', child.childId, { count: child.mentions });
  }
  return blockers;
}
