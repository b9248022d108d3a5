import { describe, expect, it } from 'vitest';
import { loadInstrument } from './instrument.loader';
import type { Instrument } from './instrument.model';
import type { Answers, ValidityFlag } from './result.model';
import type { Loose } from './sample.data';
import { sampleDefinition } from './sample.data';
import type { ScoreContext } from './scoring';
import { score } from './scoring';

function load(change: (definition: Loose) => void = () => undefined): Instrument {
  const definition = sampleDefinition();
  change(definition);
  const loaded = loadInstrument(definition);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
  return loaded.instrument;
}
function flagsOf(answers: Answers, context: Partial<ScoreContext> = {}, instrument = load()): ValidityFlag[] {
  const outcome = score(instrument, answers, { language: 'ru', source: 'paper', sex: 'm', ageYears: 12, ...context });
  if (!outcome.ok) throw new Error('refused');
  return outcome.result.flags;
}
const kinds = (flags: ValidityFlag[]) => flags.map(({ kind }) => kind);
const honest: Answers = { q1: 4, q2: 2, q3: 1, q4: 3, q5: 2, q6: 3, q7: 4 };

describe('a form filled in with care', () => {
  it('has no flag', () => {
    expect(flagsOf(honest)).toEqual([]);
  });
});

describe('one option all along', () => {
  it('is flagged when it crosses reversed keys', () => {
    expect(flagsOf({ ...honest, q1: 2, q2: 2, q3: 2 })).toEqual([{ kind: 'long-string', about: ['q1', 'q2', 'q3'], value: 3, limit: 3 }]);
  });

  it('is an honest answer where all its items are keyed alike', () => {
    expect(flagsOf({ ...honest, q4: 5, q5: 5, q6: 5 })).toEqual([]);
  });

  it('is broken by a blank and by another set of options', () => {
    expect(kinds(flagsOf({ ...honest, q1: 3, q2: null, q3: 3, q4: 3 }))).not.toContain('long-string');
    const other = load((d) => {
      d.optionSets.copy = d.optionSets.five;
      d.items[1].options = 'copy';
    });
    expect(kinds(flagsOf({ ...honest, q1: 3, q2: 3, q3: 3 }, {}, other))).not.toContain('long-string');
  });
});

describe('seconds', () => {
  const quick = { q1: 0.4, q2: 0.5, q3: 0.3, q4: 0.4, q5: 90 };
  it('on screen are flagged by their middle, which one long pause does not move', () => {
    expect(flagsOf(honest, { source: 'screen', seconds: quick })).toEqual([
      { kind: 'too-fast', about: ['q1', 'q2', 'q3', 'q4'], value: 0.4, limit: 1 },
    ]);
  });

  it('of somebody who reads are not flagged, not even with one quick answer', () => {
    expect(flagsOf(honest, { source: 'screen', seconds: { q1: 0.4, q2: 3, q3: 4, q4: 2.5 } })).toEqual([]);
  });

  it('mean nothing on paper', () => {
    expect(flagsOf(honest, { source: 'paper', seconds: quick })).toEqual([]);
  });
});

describe('blanks', () => {
  it('beyond the share are flagged, skipped items not counted', () => {
    expect(flagsOf({ ...honest, q1: null, q4: null })).toEqual([{ kind: 'missing', about: ['q1', 'q4'], value: 200 / 7, limit: 20 }]);
    expect(flagsOf({ ...honest, q6: 1, q7: null, q1: null })).toEqual([]);
  });

  it('in required items are named', () => {
    const required = load((d) => (d.items[3].required = true));
    expect(flagsOf({ ...honest, q4: null }, {}, required)).toEqual([{ kind: 'required-unanswered', about: ['q4'], value: 1, limit: 0 }]);
  });
});

describe('a pair', () => {
  it('contradicts itself by its keyed values', () => {
    // 5 and, reversed, 6 - 5 = 1
    expect(flagsOf({ ...honest, q1: 5, q2: 5 })).toEqual([{ kind: 'contradiction', about: ['q1', 'q2'], value: 4, limit: 2 }]);
    expect(flagsOf({ ...honest, q1: 5, q2: 1 })).toEqual([]);
  });
});

describe('the lie scale', () => {
  it('is flagged from its own limit, or by the severity of its band', () => {
    const limited = load((d) => Object.assign(d.validity, { lieScale: 'count', lieScaleFrom: 8 }));
    expect(flagsOf(honest, {}, limited)).toEqual([{ kind: 'lie-scale', about: ['count'], value: 8, limit: 8 }]);
    const banded = load((d) => Object.assign(d.validity, { lieScale: 'count' }));
    expect(flagsOf(honest, {}, banded)).toEqual([]);
    expect(kinds(flagsOf({ ...honest, q4: 5 }, {}, banded))).toEqual(['lie-scale']);
  });
});

describe('the person', () => {
  it('outside the audience is flagged and scored all the same', () => {
    expect(flagsOf(honest, { ageYears: 9 })).toEqual([{ kind: 'outside-audience', about: [], value: 9, limit: 10 }]);
    const forGirls = load((d) => (d.audience.sex = 'f'));
    expect(kinds(flagsOf(honest, { sex: 'm' }, forGirls))).toEqual(['outside-audience']);
  });
});
