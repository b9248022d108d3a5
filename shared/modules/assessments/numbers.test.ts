import { describe, expect, it } from 'vitest';
import { sten, tScore } from './norms';
import { normalShareBelow, roundedHalfAway, withoutNoise } from './numbers';

describe('rounding for display', () => {
  it.each([
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [2.4999, 0, 2],
    [0.1 + 0.2, 1, 0.3],
    [2.4999999999999996, 0, 3],
    [1e-9, 2, 0],
    [-0.001, 2, 0],
    [0, 2, 0],
    [123456.785, 2, 123456.79],
  ])('%d to %i decimals is %d, half away from zero', (value, decimals, shown) => {
    expect(roundedHalfAway(value, decimals)).toBe(shown);
  });
});

describe('converted scores', () => {
  it.each([
    [0, 6],
    [-0.01, 5],
    [-0.5, 5],
    [-0.51, 4],
    [0.49, 6],
    [0.5, 7],
    [2, 10],
    [5, 10],
    [-2.3, 1],
    [-9, 1],
  ])('z of %d is sten %i', (z, expected) => {
    expect(sten(z)).toBe(expected);
  });

  it('of a z that binary fractions put just under a step is the step', () => {
    expect(sten((3.3 - 3) / 0.6)).toBe(7);
    expect(withoutNoise((3.3 - 3) / 0.6)).toBe(0.5);
  });

  it('follow their formulas', () => {
    expect(tScore(-1.5)).toBe(35);
    expect(normalShareBelow(0)).toBeCloseTo(0.5, 7);
    expect(normalShareBelow(1.96)).toBeCloseTo(0.975, 5);
    expect(normalShareBelow(-1.2815516)).toBeCloseTo(0.1, 6);
  });
});
