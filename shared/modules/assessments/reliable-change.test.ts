import { describe, expect, it } from 'vitest';
import { plainDate } from '../../kernel/plain-date';
import type { Reliability } from './instrument.model';
import type { Wave } from './reliable-change';
import {
  changeBetween,
  changeMeasures,
  chartSegments,
  compareWaves,
  cutOffBetween,
  errorOfMeasurement,
  reliableChangeIndex,
} from './reliable-change';

const sample = (figures: Partial<Reliability>): Reliability => ({ sample: 'Pupils of Almaty', source: 'made up', ...figures });
const scale = { reliability: [sample({ sd: 10, alpha: 0.8 })] };
const wave = (id: string, date: string, raw: number | null, differs: Partial<Wave> = {}): Wave => ({
  id,
  testDate: plainDate(date),
  instrumentId: 'phq-9',
  version: '1.0',
  language: 'ru',
  textStatus: 'validated',
  respondent: 'self',
  raw,
  ...differs,
});

describe('the index of reliable change', () => {
  it("gives Jacobson and Truax's example", () => {
    expect(reliableChangeIndex(32.5, 47.5, 10, 0.8)).toBeCloseTo(2.37, 2);
  });

  it('rests on the error of measurement', () => {
    const { sem, sdiff, threshold } = errorOfMeasurement(10, 0.8);
    expect(sem).toBeCloseTo(4.4721, 4);
    expect(sdiff).toBeCloseTo(6.3246, 4);
    expect(threshold).toBeCloseTo(12.396, 3);
  });

  it('gives the minimal changes of well-known scales', () => {
    // Rosenberg: SD 4.8, alpha .82; burnout, personal: SD 16.5, alpha .87; client: SD 17.6, alpha .85
    expect(errorOfMeasurement(4.8, 0.82).threshold).toBeCloseTo(5.6, 1);
    expect(errorOfMeasurement(16.5, 0.87).threshold).toBeCloseTo(16.5, 1);
    expect(errorOfMeasurement(17.6, 0.85).threshold).toBeCloseTo(18.9, 1);
  });

  it('finds where two samples meet', () => {
    expect(cutOffBetween({ mean: 40, sd: 10 }, { mean: 60, sd: 10 })).toBe(50);
    expect(cutOffBetween({ mean: 40, sd: 7.5 }, { mean: 60, sd: 7.5 })).toBe(50);
    expect(cutOffBetween({ mean: 40, sd: 5 }, { mean: 60, sd: 15 })).toBe(45);
  });
});

describe('a measure of change', () => {
  it('needs a spread and a reliability of one named sample', () => {
    expect(changeMeasures({})).toEqual({ measures: [], reason: 'no-figures' });
    expect(changeMeasures({ reliability: [sample({ alpha: 0.8 })] })).toEqual({ measures: [], reason: 'no-sd' });
    expect(changeMeasures({ reliability: [sample({ sd: 10 })] })).toEqual({ measures: [], reason: 'no-reliability' });
    expect(changeMeasures({ reliability: [sample({ sd: 10 }), sample({ alpha: 0.8 })] }).measures).toEqual([]);
    expect(changeMeasures({ reliability: [sample({ sd: 10, alpha: 0.8, sample: ' ' })] }).measures).toEqual([]);
    expect(changeMeasures(scale).measures).toMatchObject([{ method: 'JT', sample: 'Pupils of Almaty', coefficient: 'alpha', sd: 10 }]);
  });

  it('by retest holds only for an interval like that of the retest', () => {
    const retested = { reliability: [sample({ sd: 10, retest: 0.7, retestDays: 30 })] };
    expect(changeMeasures(retested).reason).toBe('no-reliability');
    expect(changeMeasures(retested, 90).reason).toBe('no-reliability');
    expect(changeMeasures(retested, 45).measures).toMatchObject([{ coefficient: 'retest', reliability: 0.7 }]);
  });

  it('as two papers print it stands twice, each with its source', () => {
    const gad = {
      change: [
        { method: 'published' as const, minReliableChange: 6, source: 'one' },
        { method: 'published' as const, minReliableChange: 4, source: 'other' },
      ],
    };
    expect(changeMeasures(gad).measures).toEqual([
      { method: 'published', source: 'one', threshold: 6 },
      { method: 'published', source: 'other', threshold: 4 },
    ]);
  });
});

describe('a change', () => {
  const [measure] = changeMeasures(scale).measures;
  it('is reliable beyond 1.96, in either direction', () => {
    if (!measure) throw new Error('no measure');
    expect(changeBetween(32.5, 47.5, measure)).toMatchObject({ reliable: true, direction: 'up', difference: 15 });
    expect(changeBetween(47.5, 32.5, measure)).toMatchObject({ reliable: true, direction: 'down' });
    expect(changeBetween(32.5, 44.5, measure)).toMatchObject({ reliable: false, direction: 'up' });
    expect(changeBetween(30, 30, measure)).toMatchObject({ reliable: false, direction: 'same', rc: 0 });
  });

  it('of just the published size is reliable', () => {
    const published = { method: 'published', source: 'one', threshold: 6 } as const;
    expect(changeBetween(10, 4, published)).toEqual({ difference: -6, rc: null, threshold: 6, reliable: true, direction: 'down' });
    expect(changeBetween(10, 5, published).reliable).toBe(false);
  });
});

describe('waves', () => {
  it('are compared with the first, and from the third also with the one before, in the order of their dates', () => {
    const waves = [wave('c', '2026-06-01', 20), wave('a', '2025-06-01', 40), wave('b', '2025-12-01', 38)];
    expect(compareWaves(scale, waves).map(({ from, to, against }) => `${from}${to} ${against}`)).toEqual(['ab first', 'ac first', 'bc previous']);
    expect(compareWaves(scale, waves).map(({ outcome }) => outcome.kind === 'compared' && outcome.change.reliable)).toEqual([false, true, true]);
  });

  it.each([
    ['version', { version: '1.1' }],
    ['language', { language: 'kk' }],
    ['respondent', { respondent: 'carer' }],
    ['wording', { textStatus: 'draft' }],
    ['instrument', { instrumentId: 'gad-7' }],
  ] as const)('that differ in their %s are neither compared nor joined by a line', (name, differs) => {
    const waves = [wave('a', '2025-06-01', 40), wave('b', '2025-12-01', 20, differs), wave('c', '2026-06-01', 20, differs)];
    expect(compareWaves(scale, waves).map(({ outcome }) => outcome)).toMatchObject([
      { kind: 'none', reason: 'unlike', unlike: [name] },
      { kind: 'none', reason: 'unlike', unlike: [name] },
      { kind: 'compared' },
    ]);
    expect(chartSegments(scale, waves).map(({ points }) => points.map(({ id }) => id))).toEqual([['a'], ['b', 'c']]);
  });

  it('without a score end the line', () => {
    const waves = [wave('a', '2025-06-01', 40), wave('b', '2025-12-01', null), wave('c', '2026-06-01', 20)];
    expect(compareWaves(scale, waves).map(({ outcome }) => outcome)).toMatchObject([
      { reason: 'not-scored' },
      { kind: 'compared' },
      { reason: 'not-scored' },
    ]);
    expect(chartSegments(scale, waves).map(({ points }) => points.map(({ id }) => id))).toEqual([['a'], ['c']]);
  });

  it('have a band around the first of each line, where a measure exists', () => {
    const [segment] = chartSegments(scale, [wave('a', '2025-06-01', 40)]);
    expect(segment?.band?.from).toBeCloseTo(40 - 12.396, 3);
    expect(segment?.band?.to).toBeCloseTo(40 + 12.396, 3);
    expect(chartSegments({}, [wave('a', '2025-06-01', 40)])[0]?.band).toBeNull();
    expect(compareWaves({}, [wave('a', '2025-06-01', 40), wave('b', '2025-12-01', 20)])[0]?.outcome).toEqual({ kind: 'none', reason: 'no-figures' });
  });

  it('are measured by the measure that was chosen', () => {
    const both = { ...scale, change: [{ method: 'published' as const, minReliableChange: 5, source: 'one' }] };
    const [comparison] = compareWaves(both, [wave('a', '2025-06-01', 40), wave('b', '2025-12-01', 34)], (measures) =>
      measures.find(({ method }) => method === 'published'),
    );
    expect(comparison?.outcome).toMatchObject({ kind: 'compared', measure: { method: 'published' }, change: { reliable: true } });
  });
});
