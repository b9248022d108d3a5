import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadInstrument } from '../../shared/modules/assessments/instrument.loader';
import type { Instrument } from '../../shared/modules/assessments/instrument.model';
import type { Answers } from '../../shared/modules/assessments/result.model';
import { score, type ScoreContext } from '../../shared/modules/assessments/scoring';

const FOLDER = join(import.meta.dirname, '../../resources/instruments');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json') && name !== 'instrument.schema.json');

function load(id: string): Instrument {
  const loaded = loadInstrument(readFileSync(join(FOLDER, `${id}.json`), 'utf8'));
  if (!loaded.ok) throw new Error(`${id}: ${JSON.stringify(loaded.errors)}`);
  return loaded.instrument;
}
const all = files.map((name) => load(name.replace(/\.json$/, '')));

/** Typed by hand from the instruments guide, apart from the files: scale, then item and sign; `-` is reversed. */
const KEYS: Record<string, Record<string, string>> = {
  'mini-ipip-20': {
    extraversion: '1 6- 11 16-',
    agreeableness: '2 7- 12 17-',
    conscientiousness: '3 8- 13 18-',
    neuroticism: '4 9- 14 19-',
    imagination: '5 10- 15- 20-',
  },
  'ipip-50': {
    extraversion: '1 6- 11 16- 21 26- 31 36- 41 46-',
    agreeableness: '2- 7 12- 17 22- 27 32- 37 42 47',
    conscientiousness: '3 8- 13 18- 23 28- 33 38- 43 48',
    stability: '4- 9 14- 19 24- 29- 34- 39- 44- 49-',
    intellect: '5 10- 15 20- 25 30- 35 40 45 50',
  },
  'ipip-mentor-facets': {
    trust: '4 34 64 94-',
    altruism: '14 44 74- 104-',
    sympathy: '29 59 89- 119-',
    dutifulness: '15 45 75- 105-',
    anger: '6 36 66 96-',
  },
  'phq-9': { total: '1 2 3 4 5 6 7 8 9' },
  'gad-7': { total: '1 2 3 4 5 6 7' },
  rses: { 'self-esteem': 'worth qualities failure- able proud- attitude satisfied respect- useless- nogood-' },
  'who-5': { index: '1 2 3 4 5' },
  'chs-6': { total: '1 2 3 4 5 6', agency: '1 3 5', pathways: '2 4 6' },
  audit: { total: '1 2 3 4 5 6 7 8 9 10', consumption: '1 2 3', dependence: '4 5 6', harm: '7 8 9 10' },
  'ecr-rs': { avoidance: '1- 2- 3- 4- 5 6', anxiety: '7 8 9' },
  cbi: {
    personal: 'personal-1 personal-2 personal-3 personal-4 personal-5 personal-6',
    work: 'work-1 work-2 work-3 work-4 work-5 work-6 work-7-',
    client: 'client-1 client-2 client-3 client-4 client-5 client-6',
  },
  'psc-17': {
    total: '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17',
    internalizing: '2 6 9 11 15',
    attention: '1 3 7 13 17',
    externalizing: '4 5 8 10 12 14 16',
  },
  'ces-dc': { total: '1 2 3 4- 5 6 7 8- 9 10 11 12- 13 14 15 16- 17 18 19 20' },
  teq: { empathy: '1 2- 3 4- 5 6 7- 8 9 10- 11- 12- 13 14- 15- 16' },
  ysor: { strength: 'positive-1 positive-2 positive-3 positive-4 positive-5 positive-6 negative-1- negative-2- negative-3- negative-4-' },
  myas: { alliance: '1 2 3 4 5 6 7 8 9 10' },
  'de-jong-gierveld-6': { 'answer-1': '1', 'answer-2': '2-', 'answer-3': '3-', 'answer-4': '4', 'answer-5': '5-', 'answer-6': '6' },
  'vfi-30': Object.fromEntries(
    ['values', 'understanding', 'enhancement', 'career', 'social', 'protective'].map((motive) => [
      motive,
      [1, 2, 3, 4, 5].map((n) => `${motive}-${String(n)}`).join(' '),
    ]),
  ),
};
const keyOf = (token: string): string => (token.endsWith('-') ? `${token.slice(0, -1)} reversed` : token);

/** The values of each option set in the order in which they are shown. */
const OPTIONS: Record<string, Record<string, number[]>> = {
  'mini-ipip-20': { accuracy: [1, 2, 3, 4, 5] },
  'ipip-50': { accuracy: [1, 2, 3, 4, 5] },
  'ipip-mentor-facets': { accuracy: [1, 2, 3, 4, 5] },
  'phq-9': { frequency: [0, 1, 2, 3], difficulty: [0, 1, 2, 3] },
  'gad-7': { frequency: [0, 1, 2, 3] },
  rses: { agreement: [3, 2, 1, 0] },
  'who-5': { time: [5, 4, 3, 2, 1, 0] },
  'chs-6': { time: [1, 2, 3, 4, 5, 6] },
  audit: { drinking: [0, 1, 2, 3, 4], amount: [0, 1, 2, 3, 4], often: [0, 1, 2, 3, 4], ever: [0, 2, 4] },
  gas: { level: [-2, -1, 0, 1, 2], weight: [1, 2, 3, 4] },
  'ecr-rs': { agreement: [1, 2, 3, 4, 5, 6, 7] },
  cbi: { frequency: [100, 75, 50, 25, 0], degree: [100, 75, 50, 25, 0] },
  'psc-17': { 'how-often': [0, 1, 2] },
  'ces-dc': { 'how-much': [0, 1, 2, 3] },
  teq: { 'how-often': [0, 1, 2, 3, 4] },
  ysor: { truth: [1, 2, 3, 4, 5] },
  myas: { truth: [1, 2, 3, 4] },
  'de-jong-gierveld-6': { 'yes-no': [2, 1, 0] },
  'vfi-30': { importance: [1, 2, 3, 4, 5, 6, 7] },
};

const ADULT: ScoreContext = { language: 'en', source: 'paper', sex: 'f', ageYears: 30 };
const numbered = (...values: number[]): Answers => Object.fromEntries(values.map((value, index) => [String(index + 1), value]));
const every = (id: string, value: number, but: Answers = {}): Answers => ({
  ...Object.fromEntries(load(id).items.map((item) => [item.id, value])),
  ...but,
});

/** Answer sheets scored on paper. */
const SHEETS: [id: string, answers: Answers, expected: Record<string, number>][] = [
  [
    'mini-ipip-20',
    numbered(5, 4, 3, 2, 4, 2, 1, 4, 3, 2, 3, 5, 4, 1, 1, 4, 2, 5, 4, 3),
    { extraversion: 3.5, agreeableness: 4.5, conscientiousness: 2.5, neuroticism: 2, imagination: 4 },
  ],
  ['ipip-50', every('ipip-50', 4), { extraversion: 30, agreeableness: 32, conscientiousness: 32, stability: 24, intellect: 34 }],
  ['ipip-mentor-facets', every('ipip-mentor-facets', 5, { 94: 2 }), { trust: 19, altruism: 12, sympathy: 12, dutifulness: 12, anger: 16 }],
  ['phq-9', { ...numbered(2, 1, 3, 2, 0, 1, 1, 0, 0), difficulty: 3 }, { total: 10 }],
  ['gad-7', numbered(1, 2, 3, 0, 1, 2, 1), { total: 10 }],
  [
    'rses',
    { worth: 3, qualities: 2, failure: 1, able: 3, proud: 0, attitude: 2, satisfied: 2, respect: 3, useless: 1, nogood: 0 },
    { 'self-esteem': 22 },
  ],
  ['who-5', numbered(3, 2, 4, 1, 3), { index: 52 }],
  ['chs-6', numbered(4, 5, 3, 6, 2, 5), { total: 25, agency: 9, pathways: 16 }],
  ['audit', numbered(3, 1, 2, 0, 1, 0, 2, 1, 2, 4), { total: 16, consumption: 6, dependence: 1, harm: 9 }],
  ['ecr-rs', numbered(7, 6, 5, 4, 3, 2, 1, 4, 7), { avoidance: 2.5, anxiety: 4 }],
  ['cbi', every('cbi', 75, { 'personal-1': 0, 'client-1': 0, 'client-2': 0 }), { personal: 62.5, work: 475 / 7, client: 50 }],
  ['psc-17', numbered(2, 1, 2, 0, 0, 1, 2, 0, 1, 0, 1, 0, 2, 0, 1, 0, 2), { total: 15, internalizing: 5, attention: 10, externalizing: 0 }],
  ['ces-dc', every('ces-dc', 1), { total: 24 }],
  ['teq', every('teq', 4), { empathy: 32 }],
  ['ysor', every('ysor', 4), { strength: 3.2 }],
  ['myas', numbered(4, 3, 4, 3, 4, 3, 4, 3, 4, 3), { alliance: 3.5 }],
  ['de-jong-gierveld-6', numbered(2, 0, 2, 1, 1, 0), { emotional: 2, social: 2, total: 4 }],
  ['vfi-30', every('vfi-30', 4, { 'values-1': 1, 'values-2': 2, 'values-3': 3, 'values-5': 5 }), { values: 3, understanding: 4, protective: 4 }],
];

function rawsOf(id: string, answers: Answers, context: Partial<ScoreContext> = {}) {
  const outcome = score(load(id), answers, { ...ADULT, ...context });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
  return outcome.result;
}
const bandsOf = (id: string, answers: Answers, scale: string, context: Partial<ScoreContext> = {}) =>
  rawsOf(id, answers, context)
    .scales.find((result) => result.id === scale)
    ?.bands.map((band) => band.label.en);

describe('the questionnaires that ship', () => {
  it('all pass the loader', () => {
    expect(all.map((instrument) => instrument.id).sort()).toEqual(files.map((name) => name.replace(/\.json$/, '')).sort());
    expect(
      all
        .filter(({ kind }) => kind === 'builtin')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['audit', 'chs-6', 'gad-7', 'ipip-50', 'ipip-mentor-facets', 'mini-ipip-20', 'phq-9', 'rses', 'who-5']);
  });

  it.each(all.filter(({ items }) => items.length > 0))('$id is keyed as the guide says', ({ id, scales }) => {
    const found = Object.fromEntries(
      scales.map((scale) => [scale.id, scale.items.map((item) => (item.sign === -1 ? `${item.id} reversed` : item.id))]),
    );
    expect(found).toEqual(Object.fromEntries(Object.entries(KEYS[id] ?? {}).map(([scale, key]) => [scale, key.split(' ').map(keyOf)])));
  });

  it.each(all.filter(({ kind }) => kind !== 'external'))('$id offers the answers of the form, in its order', ({ id, optionSets }) => {
    expect(Object.fromEntries(Object.entries(optionSets).map(([name, set]) => [name, set.map((option) => option.value)]))).toEqual(OPTIONS[id]);
  });

  it.each(SHEETS)('%s gives the scores worked out by hand', (id, answers, expected) => {
    const { scales } = rawsOf(id, answers);
    for (const [scale, raw] of Object.entries(expected)) expect(scales.find((result) => result.id === scale)?.raw, scale).toBeCloseTo(raw, 9);
  });

  it('have a sheet each', () => {
    expect(SHEETS.map(([id]) => id).sort()).toEqual(
      all
        .filter(({ items }) => items.length > 0)
        .map(({ id }) => id)
        .sort(),
    );
  });
});

describe('what is said about a score', () => {
  it('comes from cut-offs in English, and nothing is said over a draft', () => {
    for (const instrument of all.filter(({ kind }) => kind === 'builtin')) {
      expect([instrument.texts.en.status, instrument.texts.ru.status, instrument.texts.kk.status]).toEqual(['original', 'draft', 'draft']);
      const sheet = SHEETS.find(([id]) => id === instrument.id)?.[1] ?? {};
      for (const language of ['ru', 'kk'] as const) {
        expect(
          rawsOf(instrument.id, sheet, { language }).scales.flatMap((scale) => scale.bands),
          instrument.id,
        ).toEqual([]);
      }
    }
  });

  it('follows PHQ-9 by age: 10 is above the cut-off for an adult and below it at 15', () => {
    const ten = numbered(2, 1, 3, 2, 0, 1, 1, 0, 0);
    expect(bandsOf('phq-9', ten, 'total')).toEqual(['Moderate', 'Screening cut-off reached']);
    expect(bandsOf('phq-9', ten, 'total', { ageYears: 15 })).toEqual(['Below the screening cut-off']);
    expect(bandsOf('phq-9', numbered(2, 2, 3, 2, 0, 1, 1, 0, 0), 'total', { ageYears: 15 })).toEqual(['Screening cut-off reached']);
    expect(bandsOf('phq-9', ten, 'total', { ageYears: 12 })).toEqual([]);
  });

  it('raises PHQ-9 item 9 as urgent even where there is no total, and never for "Not at all"', () => {
    const { scales, alerts } = rawsOf('phq-9', { 9: 1 }, { language: 'ru' });
    expect(scales[0]?.raw).toBeNull();
    expect(alerts).toMatchObject([{ item: '9', level: 'urgent', value: 1 }]);
    expect(alerts[0]?.text).toMatchObject({ ru: expect.stringMatching(/./), kk: expect.stringMatching(/./), en: expect.stringMatching(/./) });
    expect(rawsOf('phq-9', numbered(3, 3, 3, 3, 3, 3, 3, 3, 0)).alerts).toEqual([]);
  });

  it.each([
    ['gad-7', numbered(1, 2, 3, 0, 1, 2, 0), 'total', ['Mild', 'Below the screening cut-off']],
    ['gad-7', numbered(3, 3, 3, 3, 3, 0, 0), 'total', ['Severe', 'Screening cut-off reached']],
    ['who-5', numbered(2, 2, 2, 1, 0), 'index', ['Very low wellbeing']],
    ['who-5', numbered(2, 2, 2, 2, 0), 'index', ['Reduced wellbeing']],
    ['who-5', numbered(3, 3, 3, 3, 0), 'index', ['Reduced wellbeing']],
    ['who-5', numbered(3, 2, 4, 1, 3), 'index', ['Above the cut-off']],
    ['rses', every('rses', 1, { worth: 0 }), 'self-esteem', ['Low self-esteem']],
    ['rses', every('rses', 1), 'self-esteem', ['Usual range']],
    ['audit', numbered(1, 1, 1, 1, 1, 1, 1, 0, 0, 0), 'total', ['Low risk']],
    ['audit', numbered(3, 1, 2, 0, 1, 0, 2, 1, 2, 4), 'total', ['Harmful use']],
  ])('reads %s at the edges of its bands', (id, answers, scale, labels) => {
    expect(bandsOf(id, answers, scale)).toEqual(labels);
  });

  it('counts the questions that AUDIT passes over as nothing drunk', () => {
    const { scales, skipped } = rawsOf('audit', { 1: 0, 9: 0, 10: 2 });
    expect(scales.map((scale) => scale.raw)).toEqual([2, 0, 0, 2]);
    expect(skipped).toEqual(['2', '3', '4', '5', '6', '7', '8']);
    expect(rawsOf('audit', { 1: 2, 2: 0, 3: 0, 9: 0, 10: 0 }).skipped).toEqual(['4', '5', '6', '7', '8']);
  });
});

describe('honesty of the files', () => {
  it('holds no norm and no standard deviation that was only remembered', () => {
    for (const { id, norms, scales } of all) {
      expect(norms, id).toEqual([]);
      for (const scale of scales)
        for (const figures of scale.reliability ?? []) expect([figures.sd, figures.mean], id).toEqual([undefined, undefined]);
    }
  });

  it('leaves item texts out of everything that needs permission', () => {
    for (const instrument of all.filter(({ kind }) => kind === 'shell' || kind === 'external')) {
      expect(
        instrument.items.filter((item) => item.text),
        instrument.id,
      ).toEqual([]);
      expect(Object.values(instrument.texts).map((text) => text.status)).toEqual(['absent', 'absent', 'absent']);
    }
    expect(all.filter(({ rights, kind }) => rights.status === 'permission-needed' && kind === 'builtin')).toEqual([]);
  });

  it('says everything in three languages', () => {
    const lacking: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      const isText = ['ru', 'kk', 'en'].some((language) => typeof (value as Record<string, unknown>)[language] === 'string');
      for (const language of isText ? ['ru', 'kk', 'en'] : []) {
        if (typeof (value as Record<string, unknown>)[language] !== 'string') lacking.push(`${path}.${language}`);
      }
      for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
    };
    for (const instrument of all) walk(instrument, instrument.id);
    expect(lacking).toEqual([]);
  });
});
