import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../shared/kernel/plain-date';
import type { PlanGoal } from '../../../shared/modules/sessions/plan.model';
import { mondayOf } from './components/week';
import { levelWord } from './level';
import { goalChanges } from './plan-form';

const goal = (no: number, patch: Partial<PlanGoal> = {}): PlanGoal => ({
  id: `00000000-0000-4000-8000-00000000000${String(no)}` as PlanGoal['id'],
  title: 'Сон',
  levels: ['1', '2', '3', '4', '5'],
  baseline: null,
  weight: 1,
  setOn: plainDate('2026-11-20'),
  ...patch,
});

describe('a plan is saved goal by goal', () => {
  it('names only what was added, changed and taken out', () => {
    const [kept, changed, gone, added] = [goal(1), goal(2), goal(3), goal(4)];
    const now = goal(2, { weight: 3 });
    expect(goalChanges([kept, changed, gone], [kept, now, added])).toEqual([
      { id: changed.id, from: changed, to: now },
      { id: gone.id, from: gone, to: null },
      { id: added.id, from: null, to: added },
    ]);
  });
});

it('a week begins on Monday, for a Sunday too', () => {
  expect([mondayOf(plainDate('2026-11-22')), mondayOf(plainDate('2026-11-16')), mondayOf(plainDate('2027-01-01'))]).toEqual([
    '2026-11-16',
    '2026-11-16',
    '2026-12-28',
  ]);
});

it('a level is written with a real minus', () => {
  expect([-2, 0, 1, null].map(levelWord)).toEqual(['−2', '0', '+1', '–']);
});
