import type { InstrumentFile } from './instrument.model';

const l = (en: string) => ({ ru: `${en} (ru)`, kk: `${en} (kk)`, en });

/** A definition as loose data: tests put into it what its type forbids. */
export type Loose = ReturnType<typeof JSON.parse>;

const SAMPLE: InstrumentFile = {
  formatVersion: 1,
  id: 'sample',
  version: '1.0',
  kind: 'builtin',
  title: l('Sample'),
  stem: l('In the last week'),
  audience: { minAge: 10, maxAge: 60, sex: 'any', respondent: 'self' },
  rights: { status: 'public-domain', notice: l('Free'), source: 'made up' },
  texts: { ru: { status: 'validated' }, kk: { status: 'draft' }, en: { status: 'original' } },
  optionSets: {
    five: [1, 2, 3, 4, 5].map((value) => ({ value, label: l(`Option ${value}`) })),
    odd: [0, 1, 4].map((value) => ({ value, label: l(`Odd ${value}`) })),
  },
  items: [
    ...[1, 2, 3, 4, 5, 6].map((n) => ({ id: `q${n}`, n, text: l(`Question ${n}`), options: 'five' })),
    { id: 'q7', n: 7, text: l('Question 7'), options: 'odd', skipIf: ['==', { item: 'q6' }, 1], skipValue: 0, unscored: true },
  ],
  scales: [
    {
      id: 'calm',
      title: l('Calm'),
      agg: 'mean',
      items: [
        { id: 'q1', sign: 1 },
        { id: 'q2', sign: -1, reverse: { min: 1, max: 5 } },
        { id: 'q3', sign: -1, reverse: { min: 1, max: 5 } },
      ],
      missing: { minAnswered: 2, method: 'personMean' },
      range: [1, 5],
      higherIs: 'better',
      reliability: [{ alpha: 0.8, sd: 0.5, mean: 3, n: 200, sample: 'Sample of pupils', source: 'made up' }],
      change: [{ method: 'published', minReliableChange: 1, source: 'made up' }],
    },
    {
      id: 'count',
      title: l('Count'),
      agg: 'sum',
      items: [
        { id: 'q4', sign: 1 },
        { id: 'q5', sign: 1 },
        { id: 'q6', sign: 1 },
      ],
      missing: { minAnswered: 2, method: 'personMean' },
      range: [3, 15],
      higherIs: 'worse',
    },
  ],
  derived: [{ id: 'index', title: l('Index'), expr: ['-', { scale: 'count' }, { scale: 'calm' }], range: [-2, 14] }],
  norms: [
    {
      id: 'pupils',
      sample: 'Pupils',
      source: 'made up',
      country: 'KZ',
      lang: 'ru',
      year: 2020,
      n: 400,
      cells: [
        { sex: 'm', ageFrom: 10, ageTo: 13, scale: 'calm', kind: 'linear', mean: 3, sd: 0.5 },
        { sex: 'any', ageFrom: 14, ageTo: 17, scale: 'calm', kind: 'linear', mean: 3.2, sd: 0.5 },
        {
          sex: 'any',
          ageFrom: 10,
          ageTo: 17,
          scale: 'count',
          kind: 'table',
          table: [
            { raw: 3, T: 30, sten: 2 },
            { raw: 9, T: 50, sten: 5 },
            { raw: 15, T: 70, sten: 9 },
          ],
        },
      ],
    },
  ],
  bands: [
    {
      scale: 'count',
      basis: 'raw',
      source: 'made up',
      cuts: [
        { from: 3, label: l('Few'), severity: 0, text: l('Few of them') },
        { from: 10, label: l('Many'), severity: 2, text: l('Many of them') },
      ],
    },
    {
      scale: 'calm',
      basis: 'T',
      source: 'made up',
      cuts: [
        { from: 0, label: l('Low'), severity: 1, text: l('Low') },
        { from: 40, label: l('Middle'), severity: 0, text: l('Middle') },
        { from: 60, label: l('High'), severity: 0, text: l('High') },
      ],
    },
  ],
  validity: { longString: 3, minSecondsPerItem: 1, maxMissingPct: 20, pairs: [{ a: 'q1', b: 'q2', maxDiff: 2 }] },
};

/**
 * A made-up questionnaire that uses every part of the format once: what the tests change in one place to see it refused.
 * Six items of 1 to 5; `calm` has two reversed keys, `count` is a sum that prorates.
 */
export const sampleDefinition = (): InstrumentFile => JSON.parse(JSON.stringify(SAMPLE)) as InstrumentFile;
