import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadInstrument } from './instrument.loader';
import { readResponses } from './responses-csv';
import { score } from './scoring';

const fixture = (name: string): string => readFileSync(new URL(`../../../test/support/instruments/${name}`, import.meta.url), 'utf8');

/** Sums after reverse keying (7 - x) over the number of answers, worked out by hand from the file of responses. */
const BY_HAND: Record<string, Record<'A' | 'C' | 'E' | 'N' | 'O', number | null>> = {
  '61617': { A: 20 / 5, C: 14 / 5, E: 19 / 5, N: 14 / 5, O: 15 / 5 },
  R01: { A: 13 / 4, C: 12 / 5, E: 19 / 5, N: 15 / 4, O: 13 / 5 },
  R02: { A: 15 / 5, C: 15 / 4, E: 21 / 5, N: 23 / 5, O: 19 / 5 },
  R03: { A: 15 / 5, C: 19 / 5, E: 15 / 4, N: 12 / 5, O: 11 / 4 },
  R04: { A: 10 / 4, C: 8 / 2, E: 14 / 5, N: 12 / 4, O: 20 / 5 },
  R05: { A: 4 / 3, C: 22 / 4, E: 19 / 5, N: 18 / 4, O: 15 / 5 },
  R06: { A: 14 / 4, C: 12 / 5, E: 17 / 5, N: null, O: 13 / 5 },
  R07: { A: 12 / 5, C: 2 / 2, E: 18 / 5, N: 16 / 5, O: 8 / 4 },
};

describe('a 25-item inventory with six-point answers, reversed keys, five mean scales and blanks', () => {
  it('is imported from its file and scored right for every respondent of another file', () => {
    const loaded = loadInstrument(fixture('inventory-25.json'));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
    const read = readResponses(loaded.instrument, fixture('inventory-25.csv'), { columns: { respondent: 'code', sex: 'sex', age: 'age' } });
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    const got = read.responses.map(({ respondent, answers, ageYears, sex }) => {
      const outcome = score(loaded.instrument, answers, { language: 'en', source: 'file', ageYears, sex });
      return [respondent, outcome.ok ? Object.fromEntries(outcome.result.scales.map(({ id, raw }) => [id, raw])) : outcome.errors];
    });
    expect(Object.fromEntries(got)).toEqual(BY_HAND);
    expect(read.responses.map(({ ageYears, sex }) => [ageYears, sex]).slice(0, 3)).toEqual([
      [16, 'm'],
      [17, 'f'],
      [18, 'f'],
    ]);
    expect(read.delimiter).toBe(';');
  });
});
