import { describe, expect, it } from 'vitest';
import { plainDate } from '../../kernel/plain-date';
import { loadInstrument } from './instrument.loader';
import type { Instrument } from './instrument.model';
import type { Answers, ScaleResult, ScoreResult } from './result.model';
import { ENGINE_VERSION, ScoreResult as ScoreResultShape } from './result.model';
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
const russianPupil: ScoreContext = { language: 'ru', source: 'paper', sex: 'm', ageYears: 12 };
const full: Answers = { q1: 4, q2: 2, q3: 1, q4: 3, q5: 3, q6: 3, q7: 4 };

function scored(answers: Answers, context: Partial<ScoreContext> = {}, instrument = load()): ScoreResult {
  const outcome = score(instrument, answers, { ...russianPupil, ...context });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
  return outcome.result;
}
const scaleOf = (result: ScoreResult, id: string): ScaleResult => {
  const found = result.scales.find((scale) => scale.id === id);
  if (!found) throw new Error(`no scale ${id}`);
  return found;
};
const calm = (answers: Answers, context?: Partial<ScoreContext>, instrument?: Instrument) => scaleOf(scored(answers, context, instrument), 'calm');
const count = (answers: Answers, context?: Partial<ScoreContext>, instrument?: Instrument) => scaleOf(scored(answers, context, instrument), 'count');

describe('answers', () => {
  it('outside their options are refused by item, and nothing is scored', () => {
    expect(score(load(), { ...full, q1: 6, q7: 2, q9: 1, q4: Number.NaN }, russianPupil)).toEqual({
      ok: false,
      errors: [
        { item: 'q1', code: 'ANSWER.NOT_AN_OPTION' },
        { item: 'q4', code: 'ANSWER.NOT_A_NUMBER' },
        { item: 'q7', code: 'ANSWER.NOT_AN_OPTION' },
        { item: 'q9', code: 'ANSWER.UNKNOWN_ITEM' },
      ],
    });
  });
});

describe('a scale', () => {
  it('counts reversed items as min + max - x and keeps its full precision', () => {
    // 4, 6 - 2 and 6 - 1
    expect(calm(full)).toMatchObject({ raw: 13 / 3, display: 4.33, prorated: false, answered: 3, items: 3, notScored: null });
    expect(count(full)).toMatchObject({ raw: 9, display: 9 });
  });

  it('reverses by the ends of its options although nobody chose them', () => {
    expect(calm({ q1: 3, q2: 3, q3: 2 }).raw).toBe((3 + 3 + 4) / 3);
  });

  it('prorates a sum as the mean times the number of items, and shows a prorated sum with a decimal', () => {
    expect(count({ ...full, q6: null })).toMatchObject({ raw: 9, prorated: true, answered: 2 });
    expect(count({ q4: 3, q5: 4 })).toMatchObject({ raw: 10.5, display: 10.5, prorated: true });
  });

  it('takes the mean of what was answered, without saying that a sum was prorated where none was', () => {
    expect(calm({ q1: 5, q2: 1 })).toMatchObject({ raw: 5, prorated: true, answered: 2 });
  });

  it('with too few answers has no value and says how many it needs', () => {
    expect(calm({ q1: 5 })).toMatchObject({
      raw: null,
      display: null,
      notScored: { code: 'too-few-answers', answered: 1, needed: 2 },
      norm: { kind: 'none', reason: 'not-scored' },
      band: { kind: 'none', reason: 'not-scored' },
    });
  });

  it('multiplies and adds after it has aggregated', () => {
    const instrument = load((d) => {
      Object.assign(d.scales[1], { post: { mul: 4, add: -10, round: 1 }, range: [2, 50] });
      d.bands.shift();
      d.derived = [];
      d.norms[0].cells.pop();
    });
    expect(count({ q4: 1, q5: 2, q6: 2 }, {}, instrument)).toMatchObject({ raw: 10, display: 10 });
  });

  it('weighs its items, prorated or not', () => {
    const instrument = load((d) => {
      d.scales[1].items[0].weight = 2;
      d.scales[1].range = [4, 20];
      d.derived = [];
    });
    expect(count({ q4: 5, q5: 2, q6: 3 }, {}, instrument).raw).toBe(15);
    // (2 * 5 + 2) / 3 * 4
    expect(count({ q4: 5, q5: 2 }, {}, instrument).raw).toBe(16);
  });

  it('of items with unlike options stays in its range when it is prorated', () => {
    const instrument = load((d) => {
      d.optionSets.two = d.optionSets.five.slice(0, 2);
      d.items[5].options = 'two';
      d.scales[1].range = [3, 12];
    });
    expect(count({ q4: 5, q5: 5 }, {}, instrument).raw).toBe(12);
  });

  it('that allows no proration adds up what was answered, where a blank may count as nothing', () => {
    const instrument = load((d) => {
      d.optionSets.five.unshift({ value: 0, label: d.optionSets.five[0].label });
      for (const item of [1, 2]) d.scales[0].items[item].reverse.min = 0;
      d.scales[0].range = [0, 5];
      Object.assign(d.scales[1], { missing: { minAnswered: 2, method: 'none' }, range: [0, 15] });
      d.bands[0].cuts[0].from = 0;
    });
    expect(count({ q4: 3, q5: 4 }, {}, instrument)).toMatchObject({ raw: 7, prorated: false });
  });
});

describe('a skip', () => {
  it('counts its item as the value that the form gives it, and is not missing', () => {
    const result = scored({ ...full, q6: 1, q7: null });
    expect(result).toMatchObject({ skipped: ['q7'], missing: [] });
  });

  it('that was answered all the same keeps the answer and is flagged', () => {
    const result = scored({ ...full, q6: 1, q7: 4 });
    expect(result.skipped).toEqual([]);
    expect(result.flags).toContainEqual({ kind: 'answered-though-skipped', about: ['q7'], value: null, limit: null });
  });

  it('without a value is simply not answered', () => {
    const instrument = load((d) => {
      d.items[5].skipIf = ['==', { item: 'q4' }, 1];
    });
    expect(count({ q4: 1, q5: 2 }, {}, instrument)).toMatchObject({ answered: 2, raw: 4.5 });
  });
});

describe('a composite', () => {
  it('is computed from scales, prorated with them', () => {
    expect(scaleOf(scored({ q1: 5, q2: 1, q3: 1, q4: 3, q5: 4 }), 'index')).toMatchObject({ origin: 'derived', raw: 5.5, prorated: true });
  });

  it('waits for its scales, and says so', () => {
    expect(scaleOf(scored({ q4: 3, q5: 4 }), 'index')).toMatchObject({ raw: null, notScored: { code: 'scale-not-scored', answered: 1, needed: 2 } });
  });

  it('of a composite that stands behind it in the file is computed all the same', () => {
    const instrument = load((d) => {
      d.derived.unshift({ id: 'twice', title: d.title, expr: ['*', 2, { derived: 'index' }] });
    });
    expect(scaleOf(scored(full, {}, instrument), 'twice').raw).toBeCloseTo(2 * (9 - 13 / 3), 12);
  });
});

describe('a norm', () => {
  it('is the cell of the age at the date of the test and of the recorded sex', () => {
    const { norm } = calm({ q1: 4, q2: 2, q3: 2 }, { ageYears: null, birthDate: plainDate('2012-05-10'), testDate: plainDate('2026-05-09') });
    // z = (4 - 3) / .5
    expect(norm).toMatchObject({
      kind: 'applied',
      normId: 'pupils',
      cell: { sex: 'm', ageFrom: 10, ageTo: 13 },
      converted: { z: 2, T: 70, sten: 10 },
    });
    const older = calm({ q1: 4, q2: 2, q3: 2 }, { ageYears: null, birthDate: plainDate('2012-05-10'), testDate: plainDate('2026-05-10') });
    expect(calm(full, { ageYears: 13.9 }).norm).toMatchObject({ kind: 'applied', cell: { ageFrom: 10 } });
    expect(older.norm).toMatchObject({ kind: 'applied', cell: { ageFrom: 14 }, converted: { T: 50 + (10 * 0.8) / 0.5 } });
  });

  it.each([
    ['no-applicable-norm', { sex: 'f' }],
    ['no-applicable-norm', { ageYears: 30 }],
    ['sex-unknown', { sex: null }],
    ['age-unknown', { ageYears: null }],
    ['other-language', { language: 'en' }],
    ['draft-text', { language: 'kk' }],
    ['no-norms', { normId: 'others' }],
  ] as const)('is none, because of %s', (reason, context) => {
    const { norm, band } = calm(full, context);
    expect(norm).toEqual({ kind: 'none', reason });
    expect(band.kind).toBe('none');
  });

  it('for any sex serves those whose sex is unknown', () => {
    expect(calm(full, { sex: null, ageYears: 15 }).norm).toMatchObject({ kind: 'applied', cell: { sex: 'any' } });
  });

  it('given as a table is read between its rows, stens by step, and never beyond its ends', () => {
    expect(count({ q4: 3, q5: 3, q6: 3 }).norm).toMatchObject({ converted: { T: 50, sten: 5, z: null, pct: null, pctByNormalCurve: false } });
    expect(count({ q4: 4, q5: 4, q6: 4 }).norm).toMatchObject({ converted: { T: 60, sten: 5 } });
    expect(count({ q4: 5, q5: 5, q6: 5 }).norm).toMatchObject({ converted: { T: 70, sten: 9 } });
    const short = load((d) => d.norms[0].cells[2].table.pop());
    expect(count({ q4: 5, q5: 5, q6: 5 }, {}, short).norm).toEqual({ kind: 'none', reason: 'outside-table' });
    const late = load((d) => d.norms[0].cells[2].table.shift());
    expect(count({ q4: 1, q5: 1, q6: 1 }, {}, late).norm).toEqual({ kind: 'none', reason: 'outside-table' });
  });
});

describe('a band', () => {
  it('is half-open: its own cut belongs to it, the next one does not', () => {
    expect(count({ q4: 3, q5: 3, q6: 3 }).band).toMatchObject({ kind: 'applied', from: 3, to: 10, severity: 0, source: 'made up' });
    expect(count({ q4: 4, q5: 3, q6: 3 }).band).toMatchObject({ from: 10, to: null, severity: 2 });
  });

  it('is looked up at full precision, not as it is shown', () => {
    const instrument = load((d) => {
      for (const n of [8, 9]) {
        d.items.push({ ...d.items[3], id: `q${n}`, n });
        d.scales[1].items.push({ id: `q${n}`, sign: 1 });
      }
      Object.assign(d.scales[1], { range: [5, 25], missing: { minAnswered: 4, method: 'personMean' } });
      d.bands[0].cuts[0].from = 5;
      d.bands[0].cuts[1].from = 9;
      d.scales[1].post = { round: 0 };
      d.derived = [];
    });
    expect(count({ q4: 2, q5: 2, q6: 2, q8: 1 }, {}, instrument)).toMatchObject({ raw: 8.75, display: 9, band: { to: 9 } });
    expect(count({ q4: 2, q5: 2, q6: 2, q8: 2 }, {}, instrument)).toMatchObject({ raw: 10, band: { from: 9 } });
  });

  it('by norm needs the norm', () => {
    expect(calm(full).band).toMatchObject({ kind: 'applied', basis: 'T', label: { en: 'High' } });
    expect(calm(full, { sex: 'f' }).band).toEqual({ kind: 'none', reason: 'no-applicable-norm' });
  });

  it('is never shown for a draft wording, published cut-offs on raw scores included', () => {
    expect(count(full, { language: 'kk' })).toMatchObject({ raw: 9, band: { kind: 'none', reason: 'draft-text' }, bands: [] });
  });

  it('is never shown for a wording that nobody knows, unless its standing is told', () => {
    const instrument = load((d) => {
      d.texts.kk.status = 'absent';
      delete d.stem.kk;
      for (const item of d.items) delete item.text.kk;
    });
    expect(count(full, { language: 'kk' }, instrument).band).toEqual({ kind: 'none', reason: 'absent-text' });
    expect(count(full, { language: 'kk', textStatus: 'authorised' }, instrument).band.kind).toBe('applied');
  });

  it('with a condition goes before one without, and unknown age takes the one without', () => {
    const instrument = load((d) => {
      d.bands.push({ ...d.bands[0], when: { ageFrom: 11, ageTo: 13 }, source: 'of pupils' });
    });
    expect(count(full, {}, instrument).band).toMatchObject({ source: 'of pupils' });
    expect(count(full, { ageYears: 14 }, instrument).band).toMatchObject({ source: 'made up' });
    expect(count(full, { ageYears: null }, instrument).band).toMatchObject({ source: 'made up' });
  });

  it('under conditions alone says what is not known of the person', () => {
    const instrument = load((d) => {
      d.bands[0].when = { ageFrom: 18, sex: 'f' };
    });
    expect(count(full, {}, instrument).band).toEqual({ kind: 'none', reason: 'no-applicable-band' });
    expect(count(full, { ageYears: 20, sex: null }, instrument).band).toEqual({ kind: 'none', reason: 'sex-unknown' });
    expect(count(full, { ageYears: null, sex: 'f' }, instrument).band).toEqual({ kind: 'none', reason: 'age-unknown' });
    expect(count(full, { ageYears: 20, sex: 'f' }, instrument).band.kind).toBe('applied');
  });

  it('of a second reading stands beside the main one', () => {
    const instrument = load((d) => {
      d.bands.unshift({ ...d.bands[0], id: 'screen', title: d.title, cuts: [{ ...d.bands[0].cuts[0] }, { ...d.bands[0].cuts[1], from: 8 }] });
    });
    const { band, bands } = count(full, {}, instrument);
    expect(band).toMatchObject({ id: null, severity: 0 });
    expect(bands.map(({ id, severity }) => [id, severity])).toEqual([
      ['screen', 2],
      [null, 0],
    ]);
  });
});

describe('readings', () => {
  it('stand in the order of the file, though a conditional alternative of the second applies', () => {
    const instrument = load((d) => {
      const [set] = d.bands;
      d.bands = [
        { ...set, id: 'severity' },
        { ...set, id: 'screen' },
        { ...set, id: 'screen', when: { ageFrom: 10 }, source: 'of pupils' },
      ];
    });
    const { band, bands } = count(full, {}, instrument);
    expect(bands.map(({ id, source }) => `${String(id)}: ${source}`)).toEqual(['severity: made up', 'screen: of pupils']);
    expect(band).toMatchObject({ id: 'severity' });
  });
});

describe('an alert', () => {
  const withAlert = load((d) => {
    d.items[5].alert = { when: ['>', { item: 'q6' }, 1], level: 'urgent', text: d.title };
    d.scales[1].missing.minAnswered = 3;
  });

  it('is raised by one answer, even when its scale cannot be scored', () => {
    const result = scored({ q6: 2 }, {}, withAlert);
    expect(result.alerts).toEqual([{ item: 'q6', n: 6, level: 'urgent', text: withAlert.title, value: 2 }]);
    expect(scaleOf(result, 'count').raw).toBeNull();
  });

  it('is not raised by a lower answer or by none', () => {
    expect(scored({ ...full, q6: 1 }, {}, withAlert).alerts).toEqual([]);
    expect(scored({ ...full, q6: null }, {}, withAlert).alerts).toEqual([]);
  });

  it('holds for a draft wording too', () => {
    expect(scored({ q6: 5 }, { language: 'kk' }, withAlert).alerts).toHaveLength(1);
  });
});

describe('a result', () => {
  it('names what it was made with and from, and has the shape that is stored', () => {
    const result = scored(full, { source: 'screen' });
    expect(result).toMatchObject({
      instrument: { id: 'sample', version: '1.0' },
      engine: ENGINE_VERSION,
      language: 'ru',
      textStatus: 'validated',
      source: 'screen',
      ageYears: 12,
      sex: 'm',
    });
    expect(ScoreResultShape.parse(result)).toEqual(result);
  });

  it('is the same whenever it is made again, and changes neither answers nor definition', () => {
    const instrument = load();
    const before = JSON.stringify([instrument, full]);
    expect(scored(full, {}, instrument)).toEqual(scored(full, {}, instrument));
    expect(JSON.stringify([instrument, full])).toBe(before);
  });
});
