import { describe, expect, it } from 'vitest';
import { plainDate } from '../../kernel/plain-date';
import type { SessionFields } from './appointments.model';
import { clashes, courseOf, mayMeet, seriesDates, whyNotClosed, whyNoteNotSigned, whyPlanNotSigned, wrongRoute } from './casework.rules';
import type { PlanGoal } from './plan.model';

const day = plainDate;
const TODAY = day('2026-11-20');
const at = (atTime: string, minutes = 45, onDate = '2026-11-20') => ({ onDate: day(onDate), atTime, minutes, place: '' });
const goal = (patch: Partial<PlanGoal> = {}): PlanGoal => ({
  id: '00000000-0000-4000-8000-000000000001' as PlanGoal['id'],
  title: 'Засыпать спокойно',
  levels: ['не спит', 'засыпает к утру', 'засыпает за час', 'засыпает за полчаса', 'засыпает сам'],
  baseline: -1,
  weight: 1,
  setOn: day('2026-10-01'),
  ...patch,
});
const idOf = (n: number): PlanGoal['id'] => `00000000-0000-4000-8000-00000000000${String(n)}` as PlanGoal['id'];

describe('a series', () => {
  it('keeps its weekday over the end of a year and a leap day', () => {
    expect(seriesDates({ onDate: day('2027-12-28'), times: 3, everyWeeks: 1 })).toEqual(['2027-12-28', '2028-01-04', '2028-01-11']);
    expect(seriesDates({ onDate: day('2028-02-22'), times: 3, everyWeeks: 2 })).toEqual(['2028-02-22', '2028-03-07', '2028-03-21']);
  });
});

it.each([
  ['one inside the other', at('10:00', 60), at('10:15', 15), true],
  ['the end of one is the beginning of the other', at('10:00', 60), at('11:00', 45), false],
  ['a minute over', at('10:00', 61), at('11:00', 45), true],
  ['the same hour of another day', at('10:00'), at('10:00', 45, '2026-11-21'), false],
])('two sessions clash or not: %s', (_, a, b, expected) => {
  expect([clashes(a, b), clashes(b, a)]).toEqual([expected, expected]);
});

describe('a note is signed only whole', () => {
  const fields: SessionFields = {
    ...at('10:00'),
    method: '',
    attendance: 'came',
    cancelledBy: null,
    note: 'рисовал дом',
    childWords: '',
    riskLevel: 'none',
    riskText: '',
  };
  it.each([
    ['as it should be', {}, []],
    ['a day to come', { onDate: day('2026-11-21') }, ['onDate']],
    ['came, and nothing written', { note: '  ' }, ['note']],
    ['did not come, and nothing written', { attendance: 'absent', note: '' }, []],
    ['cancelled by nobody', { attendance: 'cancelled' }, ['cancelledBy']],
    ['a risk without words', { riskLevel: 'serious' }, ['riskText']],
  ] as [string, Partial<SessionFields>, string[]][])('%s', (_, patch, paths) => {
    expect(whyNoteNotSigned({ ...fields, ...patch }, TODAY).map(({ path }) => path)).toEqual(paths);
  });
});

describe('a plan is signed with whole goals only', () => {
  const fields = (goals: PlanGoal[]) => ({ focus: '', reviewOn: null, goals });
  it('names the empty level of the goal', () => {
    expect(whyPlanNotSigned(fields([goal(), goal({ levels: ['a', 'b', ' ', 'd', 'e'] })]))).toEqual([
      { path: 'goals.1.levels.2', code: 'TEXT.REQUIRED' },
    ]);
  });
  it('asks for one goal at least', () => {
    expect(whyPlanNotSigned(fields([]))).toEqual([{ path: 'goals', code: 'PLAN.NO_GOALS' }]);
    expect(whyPlanNotSigned(fields([goal()]))).toEqual([]);
  });
});

describe('the course of a plan', () => {
  const three = [1, 2, 3].map((n) => goal({ id: idOf(n) }));
  it('is T by the original formula: three goals all at +1 give 63.69', () => {
    const levels = { [idOf(1)]: 1, [idOf(2)]: 1, [idOf(3)]: 1 };
    expect(courseOf(three, levels).t).toBeCloseTo(63.69, 2);
    expect(courseOf([goal()], { [idOf(1)]: -2 }).t).toBe(30);
  });
  it('has no T while one goal is unrated, and no gain without a baseline', () => {
    expect(courseOf(three, { [idOf(1)]: 1 })).toMatchObject({ t: null, gain: null });
    expect(courseOf([goal({ baseline: null })], { [idOf(1)]: 0 })).toEqual({ baseline: null, t: 50, gain: null });
  });
});

describe('after the end', () => {
  const closing = { onDate: day('2026-11-10'), followUp: false, followUpWhy: '', followUpUntil: null };
  const follows = { ...closing, followUp: true, followUpWhy: 'просит проститься', followUpUntil: day('2026-12-10') };
  it.each([
    ['in the programme, work open', { leftOn: null, closing: null }, '2026-11-20', 'yes'],
    ['the day of leaving itself', { leftOn: '2026-11-20', closing: null }, '2026-11-20', 'yes'],
    ['left', { leftOn: '2026-11-12', closing: null }, '2026-11-20', 'CASEWORK.CHILD_LEFT'],
    ['left, a summary without follow-up', { leftOn: '2026-11-12', closing }, '2026-11-20', 'CASEWORK.CHILD_LEFT'],
    ['left, a summary that allows it', { leftOn: '2026-11-12', closing: follows }, '2026-11-20', 'просит проститься'],
    ['left, allowed no longer', { leftOn: '2026-11-12', closing: follows }, '2026-12-11', 'CASEWORK.CHILD_LEFT'],
    ['closed', { leftOn: null, closing }, '2026-11-20', 'CASEWORK.CLOSED'],
    ['a note of a day before the end', { leftOn: null, closing }, '2026-11-10', 'yes'],
    ['closed, allowed', { leftOn: null, closing: follows }, '2026-11-20', 'просит проститься'],
  ] as const)('%s', (_, standing, onDate, expected) => {
    const leave = mayMeet(standing, onDate);
    expect(leave.allowed ? leave.exception || 'yes' : leave.code).toBe(expected);
  });
  it('a summary that allows sessions says why', () => {
    const fields = { ...closing, reason: 'other', reached: 'спит', recommendations: 'режим', followUp: true } as const;
    expect(whyNotClosed(fields, TODAY)).toEqual([{ path: 'followUpWhy', code: 'TEXT.REQUIRED' }]);
  });
});

it('a disclosure is passed on by a decision and on a ground; a risk is answered by what was done', () => {
  const route = {
    toWhom: 'Омаров Б. Т.',
    post: 'директор',
    way: 'phone',
    onDate: TODAY,
    atTime: '12:30',
    basisKind: 'law',
    basis: '',
    decidedBy: '',
    action: '',
  } as const;
  expect(wrongRoute('disclosure', route, TODAY).map(({ path }) => path)).toEqual(['basis', 'decidedBy']);
  expect(wrongRoute('session', route, TODAY).map(({ path }) => path)).toEqual(['action']);
  expect(wrongRoute('session', { ...route, action: 'осмотрел врач', onDate: day('2026-11-21') }, TODAY).map(({ path }) => path)).toEqual(['onDate']);
});
