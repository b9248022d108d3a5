import { describe, expect, it } from 'vitest';
import { wordIn, figure, inside, signed } from './assessment-words';
import { cutOffOf, leadingScale, onRuler, setOf, type Measured } from './result-of';

const cut = (from: number) => ({ from, label: { en: String(from) }, severity: 0 as const, text: { en: '' } });
const adults = { scale: 'total', basis: 'raw' as const, id: 'screen', source: 'A', when: { ageFrom: 18 }, cuts: [cut(0), cut(10)] };
const teens = { ...adults, source: 'B', when: { ageFrom: 13, ageTo: 17 }, cuts: [cut(0), cut(11)] };
const severity = { ...adults, id: 'severity', cuts: [cut(0), cut(5), cut(10)] };
const record = { instrument: { bands: [severity, adults, teens] } } as unknown as Measured;
const applied = (set: typeof adults, from: number) => ({
  kind: 'applied' as const,
  id: set.id,
  title: null,
  basis: set.basis,
  source: set.source,
  from,
});
const scale = (patch: object) => ({ id: 'total', items: 9, raw: 9, range: [0, 27], norm: { kind: 'none' }, bands: [], ...patch }) as never;

describe('what a result page reads off a result', () => {
  it('takes the cut-off of the age that was applied, never of another, and no line from a set of severities', () => {
    expect(cutOffOf(record, scale({ bands: [applied(severity, 5), applied(teens, 0)] }))?.value).toBe(11);
    expect(cutOffOf(record, scale({ bands: [applied(severity, 5)] }))).toBeNull();
    expect(setOf(record, 'total', applied(adults, 0) as never)?.source).toBe('A');
  });

  it('opens with the scale of most questions, the first of equals', () => {
    const scales = [scale({ id: 'a', items: 3 }), scale({ id: 'b', items: 6 }), scale({ id: 'c', items: 6 })];
    expect(leadingScale({ scales } as never)?.id).toBe('b');
  });

  it('puts a score on no ruler of a norm that was not applied', () => {
    expect(onRuler(scale({}), 'T')).toBeNull();
    expect(onRuler(scale({ norm: { kind: 'applied', converted: { T: 54 } } }), 'T')).toEqual({ range: [20, 80], value: 54 });
    expect(onRuler(scale({ raw: null }), 'raw')).toBeNull();
  });
});

describe('words of a definition', () => {
  it('falls back to a language that has the text, and to nothing only when none has', () => {
    expect(wordIn({ en: 'Mood' }, 'kk')).toBe('Mood');
    expect(wordIn(null, 'ru')).toBe('');
  });

  it('writes scores alike in Russian and Kazakh, and differences with their sign', () => {
    expect(figure(3.676, 'kk')).toBe('3,68');
    expect(signed(-3, 'ru')).toBe('−3');
    expect(signed(3, 'en')).toBe('+3');
  });

  it('keeps the capitals of an abbreviation inside a sentence', () => {
    expect(inside('Лёгкая', 'ru')).toBe('лёгкая');
    expect(inside('GAD', 'en')).toBe('GAD');
  });
});
