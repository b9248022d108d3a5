import { describe, expect, it } from 'vitest';
import { methodOf } from './method-of';

const onDate = '2026-11-20' as never;

describe('a method suggested from a source', () => {
  it.each([
    ['GAD-7, 1.2', 'GAD-7', '1.2'],
    ['Кандидат: готовность, мотивация, 3', 'Кандидат: готовность, мотивация', '3'],
    ['Рисунок семьи', 'Рисунок семьи', ''],
  ])('«%s» is named apart from its version', (title, name, version) => {
    expect(methodOf({ title, onDate })).toEqual({ name, version, date: onDate });
  });
});
