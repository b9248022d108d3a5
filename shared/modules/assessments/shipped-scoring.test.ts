import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadInstrument } from './instrument.loader';
import type { Instrument } from './instrument.model';
import type { Answers, ScoreResult } from './result.model';
import type { ScoreContext } from './scoring';
import { score } from './scoring';

function shipped(id: string): Instrument {
  const loaded = loadInstrument(readFileSync(new URL(`../../../resources/instruments/${id}.json`, import.meta.url), 'utf8'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
  return loaded.instrument;
}
function resultOf(instrument: Instrument, answers: Answers, context: Partial<ScoreContext> = {}): ScoreResult {
  const outcome = score(instrument, answers, { language: 'en', source: 'paper', sex: 'f', ageYears: 30, ...context });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
  return outcome.result;
}
/** Answers of items 1, 2, 3 ... in the order of the form. */
const inOrder = (instrument: Instrument, values: readonly (number | null)[]): Answers =>
  Object.fromEntries(
    instrument.items.toSorted((a, b) => a.n - b.n).flatMap(({ id }, index) => (index < values.length ? [[id, values[index] ?? null]] : [])),
  );

describe('PHQ-9', () => {
  const phq = shipped('phq-9');
  const ninth = phq.items.find(({ n }) => n === 9)?.id;

  it('raises the alert of item 9 by one answer above 0, though the total cannot be scored', () => {
    for (const language of ['ru', 'kk', 'en'] as const) {
      const result = resultOf(phq, inOrder(phq, [null, null, null, null, null, null, null, null, 1]), { language });
      expect(result.alerts).toMatchObject([{ item: ninth, n: 9, level: 'urgent', value: 1 }]);
      expect(result.scales[0]).toMatchObject({ raw: null, notScored: { answered: 1, needed: 7 } });
    }
  });

  it('raises none at 0', () => {
    expect(resultOf(phq, inOrder(phq, [3, 3, 3, 3, 3, 3, 3, 3, 0])).alerts).toEqual([]);
  });

  it('prorates two blanks and refuses three', () => {
    expect(resultOf(phq, inOrder(phq, [2, 2, 2, 2, 2, 2, 1, null, null])).scales[0]?.raw).toBeCloseTo((13 * 9) / 7, 12);
    expect(resultOf(phq, inOrder(phq, [2, 2, 2, 2, 2, 2, null, null, null])).scales[0]?.raw).toBeNull();
  });

  it.each([
    [4, 0],
    [5, 5],
    [9, 5],
    [10, 10],
    [14, 10],
    [15, 15],
    [19, 15],
    [20, 20],
    [27, 20],
  ])('has a total of %i in the band from %i', (total, from) => {
    const values = Array.from({ length: 9 }, (_, index) => Math.max(0, Math.min(3, total - 3 * index)));
    const scale = resultOf(phq, inOrder(phq, values)).scales[0];
    expect(scale).toMatchObject({ raw: total });
    expect(scale?.bands.find(({ id }) => id === 'severity')).toMatchObject({ from });
  });
});

describe('WHO-5', () => {
  it('is four times its sum, and none with a blank', () => {
    const who = shipped('who-5');
    expect(resultOf(who, inOrder(who, [3, 3, 2, 2, 2])).scales[0]).toMatchObject({ raw: 48, display: 48 });
    expect(resultOf(who, inOrder(who, [3, 3, 2, 2, null])).scales[0]?.raw).toBeNull();
  });
});

describe('Mini-IPIP', () => {
  it('has five means after its eleven reversed keys', () => {
    const ipip = shipped('mini-ipip-20');
    const scales = resultOf(
      ipip,
      inOrder(
        ipip,
        Array.from({ length: 20 }, () => 5),
      ),
    ).scales;
    expect(ipip.scales.flatMap(({ items }) => items).filter(({ sign }) => sign === -1)).toHaveLength(11);
    // E, A, C and N have two of four reversed, Intellect three.
    expect(scales.map(({ raw }) => raw).toSorted()).toEqual([2, 3, 3, 3, 3]);
  });
});

describe('AUDIT', () => {
  it('of somebody who never drinks needs questions 1, 9 and 10 alone', () => {
    const audit = shipped('audit');
    const result = resultOf(audit, inOrder(audit, [0, null, null, null, null, null, null, null, 0, 2]));
    expect(result.skipped).toHaveLength(7);
    expect(result.missing).toEqual([]);
    expect(result.scales.find(({ range }) => range?.[1] === 40)).toMatchObject({ raw: 2, prorated: false });
  });
});
