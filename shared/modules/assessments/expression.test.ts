import { describe, expect, it } from 'vitest';
import { evaluate, holds, references } from './expression';
import { Expr } from './expression.model';

const answers = new Map([
  ['a', 3],
  ['b', 0],
]);
const lookup = ({ id }: { id: string }): number | null => answers.get(id) ?? null;
const a = { item: 'a' };
const b = { item: 'b' };
const blank = { item: 'blank' };

describe('an expression', () => {
  const cases: [Expr, number | boolean | null][] = [
    [['==', a, 3], true],
    [['!=', a, 3], false],
    [['>', a, b], true],
    [['>=', a, 3], true],
    [['<', a, 3], false],
    [['<=', a, 3], true],
    [['+', a, b, 4], 7],
    [['*', a, 2, 2], 12],
    [['-', b, a], -3],
    [['/', a, 2], 1.5],
    [['/', a, b], null],
    [['min', a, b], 0],
    [['max', a, b], 3],
    [['abs', ['-', b, a]], 3],
    [['not', ['==', a, 3]], false],
    [['if', ['==', b, 0], 5, blank], 5],
    [['if', ['==', blank, 0], 5, 6], null],
    [['answered', a], true],
    [['answered', blank], false],
    [['==', blank, 0], null],
    [['+', blank, 1], null],
    [['not', ['==', blank, 0]], null],
    [['and', ['==', blank, 0], ['==', a, 4]], false],
    [['and', ['==', blank, 0], ['==', a, 3]], null],
    [['or', ['==', blank, 0], ['==', a, 3]], true],
    [['or', ['==', blank, 0], ['==', a, 4]], null],
  ];
  it.each(cases)('%j is %j', (expr, value) => {
    expect(evaluate(expr, lookup)).toBe(value);
  });

  it('holds only when it is known to be true', () => {
    expect(holds(['==', a, 3], lookup)).toBe(true);
    expect(holds(['==', blank, 3], lookup)).toBe(false);
  });

  it('says everything that it reads', () => {
    expect(references(['and', ['>', a, 1], ['or', ['answered', blank], ['==', { scale: 's' }, { derived: 'd' }]]])).toEqual([
      { kind: 'item', id: 'a' },
      { kind: 'item', id: 'blank' },
      { kind: 'scale', id: 's' },
      { kind: 'derived', id: 'd' },
    ]);
  });

  it.each([['a > 0'], [{ item: 'a', scale: 'b' }], [{ call: 'fetch' }], [['toString', 1]], [null], [[]], [['==', [1], 2]]])(
    'has no other shape, such as %j',
    (value) => {
      expect(Expr.safeParse(value).success).toBe(false);
    },
  );
});
