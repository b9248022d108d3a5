import { describe, expect, it } from 'vitest';
import { courseLines, membersOn, versioned, whyNotHere, whyNotSigned, wrongAttendance, wrongScales, wrongShared } from './art-therapy.rules';
import type { Scale, ScaleDraft } from './observation.model';

const stay = (childId: string, from: string, to: string | null = null, leftOn: string | null = null) => ({ childId, from, to, leftOn });
const words = (text: string) => ({ ru: text, kk: '', en: '' });
const draft = (code: string, title = code): ScaleDraft => ({ code, title: words(title), levels: ['a', 'b', 'c'].map(words) });

describe('who belongs to a group', () => {
  const rows = [stay('a', '2026-09-01'), stay('b', '2026-09-01', '2026-10-01'), stay('b', '2026-11-01'), stay('c', '2026-09-01', null, '2026-10-10')];
  it.each([
    ['a', '2026-08-31', 'GROUP.NOT_MEMBER'],
    ['a', '2026-09-01', null],
    ['b', '2026-10-01', null],
    ['b', '2026-10-02', 'GROUP.NOT_MEMBER'],
    ['b', '2026-11-01', null],
    ['c', '2026-10-10', null],
    ['c', '2026-10-11', 'GROUP.CHILD_LEFT'],
    ['d', '2026-10-11', 'GROUP.NOT_MEMBER'],
  ])('%s on %s: %s', (child, day, why) => {
    expect(whyNotHere(rows, child, day)).toBe(why);
  });
  it('is asked for a whole day at once', () => {
    expect(membersOn(rows, '2026-10-15')).toEqual(['a']);
  });
});

describe('a session as educators see it', () => {
  const shared = {
    onDate: '2026-11-20' as never,
    startsAt: '15:00',
    endsAt: '16:20',
    place: '',
    theme: 'Дом',
    activity: '',
    materials: '',
    status: 'held' as const,
  };
  it('ends after it began and is not held before its day', () => {
    expect(wrongShared(shared, '2026-11-20')).toEqual([]);
    expect(wrongShared({ ...shared, endsAt: '15:00' }, '2026-11-20')).toMatchObject([{ path: 'endsAt' }]);
    expect(wrongShared(shared, '2026-11-19')).toMatchObject([{ path: 'onDate', code: 'DATE.IN_FUTURE' }]);
    expect(wrongShared({ ...shared, status: 'planned' }, '2026-11-19')).toEqual([]);
  });
  it.each([
    ['came', null, null, undefined],
    ['late', '15:20', null, undefined],
    ['late', null, null, 'GROUP.TIME_OUTSIDE_SESSION'],
    ['left-early', '17:00', null, 'GROUP.TIME_OUTSIDE_SESSION'],
    ['came', '15:20', null, 'GROUP.TIME_NOT_NEEDED'],
    ['absent', null, null, 'GROUP.REASON_NEEDED'],
    ['absent', null, 'ill', undefined],
    ['came', null, 'ill', 'GROUP.REASON_NOT_NEEDED'],
  ] as const)('attendance «%s» at %s for %s: %s', (status, time, reason, code) => {
    expect(wrongAttendance({ status, time, reason }, shared, 'x')[0]?.code).toBe(code);
  });
});

describe('scales', () => {
  it('keep their version while their words stand, and get one that they never had when the words change', () => {
    const first = versioned([draft('affect'), draft('contact')], []);
    expect(first.map(({ version }) => version)).toEqual([1, 1]);
    const second = versioned([draft('affect'), draft('contact', 'Контакт')], [first]);
    expect(second.map(({ version }) => version)).toEqual([1, 2]);
    const third = versioned([draft('contact', 'Другое')], [first, second]);
    expect(third.map(({ version }) => version)).toEqual([3]);
    const back = versioned([draft('contact')], [first, second, third]);
    expect(back.map(({ version }) => version)).toEqual([1]);
  });
  it('are refused without a word, twice under one code, or not at all', () => {
    expect(wrongScales([])).toMatchObject([{ code: 'GROUP.NO_SCALES' }]);
    expect(wrongScales([draft('a'), draft('a')])).toMatchObject([{ path: 'scales.1.code', code: 'GROUP.SCALE_TWICE' }]);
    expect(wrongScales([{ ...draft('a'), title: words('') }])).toMatchObject([{ path: 'scales.0.title' }]);
  });
  it('of two versions make two lines, in the order of days', () => {
    const scale = (version: number): Scale => ({ ...draft('affect'), version });
    const point = (sessionId: string, onDate: string, version: number, level?: number) => ({
      sessionId,
      onDate,
      scales: [scale(version)],
      levels: (level === undefined ? {} : { affect: level }) as Record<string, number>,
    });
    const lines = courseLines([
      point('c', '2026-11-03', 2, 3),
      point('b', '2026-11-02', 1, 2),
      point('a', '2026-11-01', 1, 1),
      point('d', '2026-11-04', 2),
    ]);
    expect(lines.map(({ version, points }) => [version, points.map(({ sessionId, level }) => `${sessionId}${String(level)}`)])).toEqual([
      [1, ['a1', 'b2']],
      [2, ['c3']],
    ]);
  });
});

it('a session is signed when it was held, described, everybody’s attendance is known and nobody is named in another’s sheet', () => {
  const child = (patch = {}) => ({ childId: 'a', attendance: { status: 'came' as const, time: null, reason: null }, mentions: 0, ...patch });
  const codes = (session: object) => whyNotSigned({ status: 'held', process: 'Тихо', children: [child()], ...session }).map(({ code }) => code);
  expect(codes({})).toEqual([]);
  expect(codes({ status: 'planned' })).toEqual(['GROUP.NOT_HELD']);
  expect(codes({ process: ' ' })).toEqual(['GROUP.NO_PROCESS']);
  expect(codes({ children: [child({ attendance: null })] })).toEqual(['GROUP.ATTENDANCE_MISSING']);
  expect(codes({ children: [child({ mentions: 2 })] })).toEqual(['GROUP.OTHER_CHILD_NAMED']);
  expect(codes({ status: 'cancelled', process: '', children: [child({ attendance: null })] })).toEqual([]);
});
