import { describe, expect, it } from 'vitest';
import { attainment, attainmentT, Goal } from './goal-attainment';

const goals = (weight: number, ...levels: number[]) => levels.map((level) => ({ weight, level }));

describe('goal attainment', () => {
  it('of three goals at +1 is 63.69, of one at -2 is 30', () => {
    expect(attainmentT(goals(1, 1, 1, 1))).toBeCloseTo(63.69, 2);
    expect(attainmentT(goals(1, -2))).toBeCloseTo(30, 12);
  });

  it('is 50 when all came as expected, whatever the weights, and none without goals', () => {
    expect(attainmentT([...goals(4, 0), ...goals(1, 0, 0)])).toBe(50);
    expect(attainmentT([])).toBeNull();
  });

  it('lies as far below 50 as its mirror above, and does not depend on the unit of weights or on the order', () => {
    for (const levels of [
      [2, -1, 0],
      [1, 1, -2, 2],
      [-2, -2],
      [2, 1, 0, -1, -2],
    ]) {
      const mixed = levels.map((level, index) => ({ weight: 1 + (index % 4), level }));
      const value = attainmentT(mixed) ?? Number.NaN;
      expect(attainmentT(mixed.map(({ weight, level }) => ({ weight, level: -level })))).toBeCloseTo(100 - value, 10);
      expect(attainmentT(mixed.map(({ weight, level }) => ({ weight: 3 * weight, level })))).toBeCloseTo(value, 10);
      expect(attainmentT(mixed.toReversed())).toBeCloseTo(value, 10);
    }
  });

  it('weighs goals: (4 * 2 - 1) / sqrt(.7 * 17 + .3 * 25) tens above 50', () => {
    expect(attainmentT([...goals(4, 2), ...goals(1, -1)])).toBeCloseTo(50 + 70 / Math.sqrt(19.4), 12);
  });

  it('gains from its baseline, once every goal has both', () => {
    const rated = [
      { weight: 1, baseline: -1, level: 1 },
      { weight: 1, baseline: -1, level: 1 },
      { weight: 1, baseline: -1, level: 1 },
    ];
    const { baseline, achieved, gain } = attainment(rated);
    expect(baseline).toBeCloseTo(36.31, 2);
    expect(achieved).toBeCloseTo(63.69, 2);
    expect(gain).toBeCloseTo(27.39, 2);
    expect(attainment([...rated, { weight: 2, baseline: -2, level: null }])).toMatchObject({
      achieved: null,
      gain: null,
      unrated: [3],
      withoutBaseline: [],
    });
    expect(attainment([{ weight: 2, baseline: null, level: 0 }])).toMatchObject({ baseline: null, achieved: 50, gain: null, withoutBaseline: [0] });
  });

  it('describes all five levels of a goal', () => {
    const goal = {
      title: 'Comes to the club by himself',
      levels: ['never', 'with help', 'most weeks', 'weekly', 'weekly, and brings a friend'],
      baseline: -2,
      weight: 2,
      setOn: '2026-02-01',
    };
    expect(Goal.safeParse(goal).success).toBe(true);
    expect(Goal.safeParse({ ...goal, levels: goal.levels.slice(1) }).success).toBe(false);
    expect(Goal.safeParse({ ...goal, levels: ['', ...goal.levels.slice(1)] }).success).toBe(false);
    expect(Goal.safeParse({ ...goal, weight: 5 }).success).toBe(false);
  });
});
