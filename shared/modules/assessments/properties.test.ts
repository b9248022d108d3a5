import { describe, expect, it } from 'vitest';
import { loadInstrument } from './instrument.loader';
import type { Instrument, InstrumentFile } from './instrument.model';
import { endsOf, reversed } from './options';
import type { Answers } from './result.model';
import { score } from './scoring';

/** A small generator of its own (mulberry32), so that a failure comes again with its seed. */
function dice(seed: number): { next: () => number; whole: (below: number) => number } {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, whole: (below) => Math.floor(next() * below) };
}
type Dice = ReturnType<typeof dice>;
/** Tries a claim on many random questionnaires; a failure names its seed. */
function always(claim: string, check: (roll: Dice) => void): void {
  it(claim, () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      try {
        check(dice(seed));
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error });
      }
    }
  });
}
const l = { en: 'x' };

function randomSet(roll: Dice): { value: number; label: { en: string } }[] {
  const from = roll.whole(5) - 2;
  return Array.from({ length: 2 + roll.whole(6) }, (_, index) => ({ value: from + index, label: l }));
}

/** A questionnaire of random length, options, keys, weights and missing rule, with the range that its parts give. */
function randomInstrument(roll: Dice): Instrument {
  const sets = { a: randomSet(roll), b: randomSet(roll) };
  const items = Array.from({ length: 2 + roll.whole(12) }, (_, index) => ({
    id: `i${index}`,
    n: index + 1,
    text: l,
    options: roll.whole(3) === 0 ? 'b' : 'a',
  }));
  const keyed = items.map(({ id }) => ({
    id,
    sign: roll.whole(2) === 0 ? (1 as const) : (-1 as const),
    ...(roll.whole(3) === 0 ? { weight: 1 + roll.whole(3) } : {}),
  }));
  const agg = roll.whole(2) === 0 ? ('sum' as const) : ('mean' as const);
  const end = (which: 'min' | 'max') =>
    keyed.reduce((sum, { weight }, index) => sum + (weight ?? 1) * endsOf(sets[items[index]?.options === 'b' ? 'b' : 'a'])[which], 0);
  const by = agg === 'mean' ? keyed.reduce((sum, { weight }) => sum + (weight ?? 1), 0) : 1;
  const post = { mul: [1, 4, -2, 0.5][roll.whole(4)] ?? 1, add: roll.whole(7) - 3 };
  const range = [end('min'), end('max')].map((value) => (value / by) * post.mul + post.add).toSorted((a, b) => a - b) as [number, number];
  const file: InstrumentFile = {
    id: 'random',
    version: '1',
    kind: 'builtin',
    title: l,
    audience: { respondent: 'self' },
    rights: { status: 'public-domain', notice: l, source: 'made up' },
    texts: { en: { status: 'original' }, ru: { status: 'absent' }, kk: { status: 'absent' } },
    optionSets: sets,
    items,
    scales: [
      {
        id: 's',
        title: l,
        agg,
        items: keyed,
        missing: { minAnswered: 1 + roll.whole(items.length), method: 'personMean' },
        post,
        range,
        higherIs: 'neutral',
      },
    ],
  };
  const loaded = loadInstrument(file);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
  return loaded.instrument;
}

const randomAnswers = (instrument: Instrument, roll: Dice, blanks: number): Answers =>
  Object.fromEntries(
    instrument.items.map((item) => {
      const options = instrument.optionSets[item.options] ?? [];
      return [item.id, roll.next() < blanks ? null : (options[roll.whole(options.length)]?.value ?? null)];
    }),
  );

function resultOf(instrument: Instrument, answers: Answers) {
  const outcome = score(instrument, answers, { language: 'en', source: 'paper', sex: null });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
  const scale = outcome.result.scales[0];
  if (!scale) throw new Error('no scale');
  return scale;
}

const shuffled = <T>(list: readonly T[], roll: Dice): T[] =>
  list
    .map((value) => ({ value, at: roll.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ value }) => value);

describe('of any questionnaire', () => {
  always('reversing twice gives the answer back', (roll) => {
    const set = randomSet(roll);
    const ends = endsOf(set);
    for (const { value } of set) expect(reversed(reversed(value, ends), ends)).toBe(value);
  });

  always('the order of items, answers and scale items changes nothing', (roll) => {
    const instrument = randomInstrument(roll);
    const answers = randomAnswers(instrument, roll, 0.2);
    const expected = resultOf(instrument, answers);
    const mixed: Instrument = {
      ...instrument,
      items: shuffled(instrument.items, roll),
      scales: instrument.scales.map((scale) => ({ ...scale, items: shuffled(scale.items, roll) })),
    };
    const got = resultOf(mixed, Object.fromEntries(shuffled(Object.entries(answers), roll)));
    expect(got.answered).toBe(expected.answered);
    if (expected.raw === null) expect(got.raw).toBeNull();
    else expect(got.raw).toBeCloseTo(expected.raw, 10);
  });

  always('a score never leaves the range, and is none below the needed number', (roll) => {
    const instrument = randomInstrument(roll);
    const [scale] = instrument.scales;
    if (!scale) throw new Error('no scale');
    for (const blanks of [0, 0.3, 0.7, 1]) {
      const { raw, answered } = resultOf(instrument, randomAnswers(instrument, roll, blanks));
      expect(raw === null).toBe(answered < scale.missing.minAnswered);
      if (raw === null) continue;
      expect(raw).toBeGreaterThanOrEqual(scale.range[0]);
      expect(raw).toBeLessThanOrEqual(scale.range[1]);
    }
  });

  always('prorating a complete form is the identity', (roll) => {
    const instrument = randomInstrument(roll);
    const answers = randomAnswers(instrument, roll, 0);
    const strict: Instrument = {
      ...instrument,
      scales: instrument.scales.map((scale) => ({ ...scale, missing: { minAnswered: scale.items.length, method: 'none' } })),
    };
    const got = resultOf(instrument, answers);
    expect(got).toEqual(resultOf(strict, answers));
    expect(got.prorated).toBe(false);
  });
});
