import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json';
import type { DefinitionErrorCode } from './definition-errors';
import { DEFINITION_ERRORS } from './definition-errors';
import { loadInstrument } from './instrument.loader';
import { DEFINITION_LIMITS } from './instrument.model';
import type { Loose } from './sample.data';
import { sampleDefinition } from './sample.data';

const changed = (change: (definition: Loose) => void): Loose => {
  const definition = sampleDefinition() as Loose;
  change(definition);
  return definition;
};
const errorsOf = (raw: unknown) => {
  const loaded = loadInstrument(raw);
  return loaded.ok ? [] : loaded.errors;
};
const deep = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>((inner) => ['not', inner], true);
const wide = (parts: number): unknown => ['and', ...Array.from({ length: parts }, () => ['and', true, true, true])];

/** What is done to the sample, and the one error that it must give. */
const REFUSED: [DefinitionErrorCode, string, (definition: Loose) => void][] = [
  ['FIELD.UNKNOWN', '$.scales[0].revers', (d) => (d.scales[0].revers = true)],
  ['FIELD.MISSING', '$.rights', (d) => delete d.rights],
  ['FIELD.WRONG_TYPE', '$.items[2].n', (d) => (d.items[2].n = '3')],
  ['FIELD.TOO_SMALL', '$.items[0].n', (d) => (d.items[0].n = 0)],
  ['FIELD.TOO_LARGE', '$.scales[0].reliability[0].alpha', (d) => (d.scales[0].reliability[0].alpha = 1.2)],
  ['FIELD.NOT_ALLOWED', '$.scales[0].items[0].sign', (d) => (d.scales[0].items[0].sign = 2)],
  ['FIELD.NOT_ALLOWED', '$.bands[0].cuts[0].severity', (d) => (d.bands[0].cuts[0].severity = 4)],
  ['FIELD.FORBIDDEN', '$.items[0].constructor', (d) => (d.items[0].constructor = {})],
  ['TEXT.REQUIRED', '$.bands[0].source', (d) => (d.bands[0].source = '')],
  ['TEXT.TOO_LONG', '$.title.en', (d) => (d.title.en = 'x'.repeat(2001))],
  ['ID.MALFORMED', '$.id', (d) => (d.id = '../etc')],
  ['ID.TWICE', '$.items[1].id', (d) => (d.items[1].id = 'q1')],
  ['ID.TWICE', '$.derived[0].id', (d) => (d.derived[0].id = 'calm')],
  ['VERSION.MALFORMED', '$.version', (d) => (d.version = 'one two')],
  ['EXPRESSION.MALFORMED', '$.items[6].skipIf', (d) => (d.items[6].skipIf = 'q6 == 1')],
  ['EXPRESSION.UNKNOWN_OPERATOR', '$.items[6].skipIf[0]', (d) => (d.items[6].skipIf = ['eval', 1])],
  ['EXPRESSION.WRONG_NUMBER_OF_PARTS', '$.items[6].skipIf', (d) => (d.items[6].skipIf = ['>', { item: 'q6' }])],
  ['EXPRESSION.WRONG_KIND_OF_PART', '$.items[6].skipIf', (d) => (d.items[6].skipIf = ['+', { item: 'q6' }, 1])],
  ['EXPRESSION.WRONG_KIND_OF_PART', '$.items[6].skipIf[1]', (d) => (d.items[6].skipIf = ['not', { item: 'q6' }])],
  ['EXPRESSION.TOO_DEEP', '$.items[6].skipIf[1][1][1][1][1][1][1][1][1][1][1][1]', (d) => (d.items[6].skipIf = deep(16))],
  ['EXPRESSION.UNKNOWN_ITEM', '$.items[6].skipIf', (d) => (d.items[6].skipIf = ['==', { item: 'q9' }, 1])],
  ['EXPRESSION.UNKNOWN_SCALE', '$.derived[0].expr', (d) => (d.derived[0].expr = { scale: 'none' })],
  ['EXPRESSION.ITEM_NOT_ALLOWED', '$.derived[0].expr', (d) => (d.derived[0].expr = { item: 'q1' })],
  ['EXPRESSION.SCALE_NOT_ALLOWED', '$.items[6].skipIf', (d) => (d.items[6].skipIf = ['>', { scale: 'calm' }, 1])],
  ['EXPRESSION.NOT_AN_OPTION', '$.items[6].skipIf', (d) => (d.items[6].skipIf = ['==', { item: 'q6' }, 0])],
  ['EXPRESSION.CYCLE', '$.derived[0].expr', (d) => (d.derived[0].expr = ['+', { derived: 'index' }, 1])],
  ['EXPRESSION.CYCLE', '$.items[6].skipIf', (d) => (d.items[6].skipIf = ['>', { item: 'q7' }, 0])],
  ['INSTRUMENT.NO_ITEMS', '$.items', (d) => Object.assign(d, { items: [], scales: [], derived: [], norms: [], bands: [], validity: {} })],
  [
    'INSTRUMENT.NO_SCALES',
    '$.scales',
    (d) => Object.assign(d, { kind: 'external', items: [], scales: [], derived: [], norms: [], bands: [], validity: {} }),
  ],
  ['AUDIENCE.AGES_REVERSED', '$.audience.maxAge', (d) => (d.audience = { minAge: 18, maxAge: 9, respondent: 'self' })],
  ['LANGUAGE.TEXT_MISSING', '$.items[3].text.ru', (d) => delete d.items[3].text.ru],
  ['LANGUAGE.TEXT_MISSING', '$.items[3].text.en', (d) => (d.items[3].text.en = '  ')],
  ['LANGUAGE.TEXT_MISSING', '$.bands[0].cuts[1].text.en', (d) => delete d.bands[0].cuts[1].text.en],
  ['LANGUAGE.TEXT_MISSING', '$.optionSets.five[0].label.kk', (d) => delete d.optionSets.five[0].label.kk],
  ['LANGUAGE.TEXT_NOT_DECLARED', '$.stem.kk', (d) => declareKazakhAbsent(d)],
  ['LANGUAGE.TEXT_IN_NONE', '$.derived[0].title', (d) => onlyDrafts(d)],
  ['OPTIONS.VALUE_TWICE', '$.optionSets.odd[1].value', (d) => (d.optionSets.odd[1].value = 0)],
  ['OPTIONS.TOO_MANY_SETS', '$.optionSets', (d) => Array.from({ length: 101 }, (_, n) => (d.optionSets[`s${n}`] = d.optionSets.odd))],
  ['ITEM.NUMBER_MISSING', '$.items', (d) => (d.items[6].n = 8)],
  ['ITEM.UNKNOWN_OPTIONS', '$.items[0].options', (d) => (d.items[0].options = 'six')],
  ['ITEM.IN_NO_SCALE', '$.items[6]', (d) => delete d.items[6].unscored],
  ['ITEM.UNSCORED_BUT_USED', '$.items[0].unscored', (d) => (d.items[0].unscored = true)],
  ['ITEM.SKIP_LOOKS_AHEAD', '$.items[0].skipIf', (d) => (d.items[0].skipIf = ['==', { item: 'q4' }, 1])],
  ['ITEM.SKIP_VALUE_NOT_AN_OPTION', '$.items[6].skipValue', (d) => (d.items[6].skipValue = 2)],
  ['ITEM.SKIP_VALUE_WITHOUT_SKIP', '$.items[6].skipValue', (d) => delete d.items[6].skipIf],
  ['SCALE.UNKNOWN_ITEM', '$.scales[0].items[0].id', (d) => Object.assign(d.scales[0].items[0], { id: 'q9' }, (d.items[0].unscored = true))],
  [
    'SCALE.ITEM_TWICE',
    '$.scales[1].items[3].id',
    (d) => Object.assign(d.scales[1], { items: [...d.scales[1].items, { id: 'q4', sign: 1 }], range: [4, 20] }),
  ],
  ['SCALE.REVERSE_MISSING', '$.scales[1].items[3]', (d) => addOddItem(d, { sign: -1 })],
  ['SCALE.REVERSE_WITHOUT_SIGN', '$.scales[0].items[1].reverse', (d) => (d.scales[0].items[1].sign = 1)],
  ['SCALE.REVERSE_NOT_OPTIONS', '$.scales[0].items[1].reverse', (d) => (d.scales[0].items[1].reverse = { min: 0, max: 5 })],
  ['SCALE.MULTIPLIED_BY_ZERO', '$.scales[0].post.mul', (d) => (d.scales[0].post = { mul: 0 })],
  ['SCALE.TOO_MANY_REQUIRED', '$.scales[0].missing.minAnswered', (d) => (d.scales[0].missing.minAnswered = 4)],
  ['SCALE.NONE_REQUIRED', '$.scales[0].missing.minAnswered', (d) => (d.scales[0].missing.minAnswered = 0)],
  ['SCALE.MISSING_LEAVES_RANGE', '$.scales[1].missing', (d) => (d.scales[1].missing.method = 'none')],
  ['SCALE.RANGE_WRONG', '$.scales[1].range', (d) => (d.scales[1].range = [0, 12])],
  ['SCALE.RANGE_WRONG', '$.scales[0].range', (d) => (d.scales[0].post = { add: 1 })],
  ['SCALE.CHANGE_WITHOUT_VALUE', '$.scales[0].change[0].minReliableChange', (d) => delete d.scales[0].change[0].minReliableChange],
  ['RANGE.REVERSED', '$.derived[0].range', (d) => (d.derived[0].range = [5, 5])],
  ['DERIVED.RANGE_MISSING', '$.derived[0].range', (d) => (d.bands[0].scale = 'index') && delete d.derived[0].range],
  ['NORM.UNKNOWN_SCALE', '$.norms[0].cells[0].scale', (d) => (d.norms[0].cells[0].scale = 'none')],
  ['NORM.AGES_REVERSED', '$.norms[0].cells[0].ageTo', (d) => (d.norms[0].cells[0].ageTo = 9)],
  ['NORM.CELLS_OVERLAP', '$.norms[0].cells[3]', (d) => d.norms[0].cells.push({ ...d.norms[0].cells[0], ageFrom: 13, ageTo: 20 })],
  ['NORM.FIGURES_MISSING', '$.norms[0].cells[0]', (d) => delete d.norms[0].cells[0].sd],
  ['NORM.MEAN_OUTSIDE_RANGE', '$.norms[0].cells[0].mean', (d) => (d.norms[0].cells[0].mean = 15)],
  ['NORM.TABLE_MISSING', '$.norms[0].cells[2].table', (d) => delete d.norms[0].cells[2].table],
  ['NORM.TABLE_NOT_ORDERED', '$.norms[0].cells[2].table[1].raw', (d) => (d.norms[0].cells[2].table[1].raw = 3)],
  ['NORM.TABLE_UNEVEN', '$.norms[0].cells[2].table[1]', (d) => delete d.norms[0].cells[2].table[1].T],
  ['NORM.BOTH_KINDS', '$.norms[0].cells[2]', (d) => (d.norms[0].cells[2].mean = 9)],
  ['NORM.TOO_MANY_CELLS', '$.norms', (d) => (d.norms = [0, 1].map((n) => ({ ...d.norms[0], id: `n${n}`, cells: manyCells(3000) })))],
  ['BANDS.UNKNOWN_SCALE', '$.bands[0].scale', (d) => (d.bands[0].scale = 'none')],
  ['BANDS.NOT_ORDERED', '$.bands[1].cuts[2].from', (d) => (d.bands[1].cuts[2].from = 40)],
  ['BANDS.GAP_AT_START', '$.bands[0].cuts[0].from', (d) => (d.bands[0].cuts[0].from = 4)],
  ['BANDS.GAP_AT_START', '$.bands[1].cuts[0].from', (d) => (d.bands[1].cuts[0].from = 35)],
  ['BANDS.BEYOND_RANGE', '$.bands[0].cuts[1].from', (d) => (d.bands[0].cuts[1].from = 16)],
  ['BANDS.OVERLAP', '$.bands[2]', (d) => d.bands.push(d.bands[0])],
  ['BANDS.AGES_REVERSED', '$.bands[0].when.ageTo', (d) => (d.bands[0].when = { ageFrom: 18, ageTo: 13 })],
  ['VALIDITY.UNKNOWN_ITEM', '$.validity.pairs[0].b', (d) => (d.validity.pairs[0].b = 'q9')],
  ['VALIDITY.UNKNOWN_SCALE', '$.validity.lieScale', (d) => (d.validity.lieScale = 'lies')],
  ['VALIDITY.SAME_ITEM', '$.validity.pairs[0]', (d) => (d.validity.pairs[0].b = 'q1')],
  ['SCALE.NO_ITEMS', '$.scales[0].items', (d) => emptyScale(d)],
];

function declareKazakhAbsent(d: Loose): void {
  d.texts.kk.status = 'absent';
  for (const item of d.items) delete item.text.kk;
}
function onlyDrafts(d: Loose): void {
  for (const language of ['ru', 'kk', 'en']) d.texts[language].status = 'draft';
  d.derived[0].title = {};
}
function addOddItem(d: Loose, key: Loose): void {
  delete d.items[6].unscored;
  d.scales[1].items.push({ id: 'q7', ...key });
  d.scales[1].range = [3, 19];
}
const manyCells = (count: number): unknown[] =>
  Array.from({ length: count }, () => ({ sex: 'any', ageFrom: 1, ageTo: 2, scale: 'calm', kind: 'linear', mean: 3, sd: 1 }));
function emptyScale(d: Loose): void {
  d.scales[0].items = [];
  for (const item of d.items.slice(0, 3)) item.unscored = true;
}

describe('a definition', () => {
  it('that says everything once is accepted, as an object and as a text with a byte-order mark', () => {
    expect(loadInstrument(sampleDefinition())).toMatchObject({ ok: true });
    expect(loadInstrument(`\uFEFF${JSON.stringify(sampleDefinition(), null, 2)}`)).toMatchObject({ ok: true });
  });

  it.each(REFUSED)('is refused with %s at %s', (code, path, change) => {
    expect(errorsOf(changed(change))).toContainEqual(expect.objectContaining({ code, path }));
  });

  it('has each of its possible errors seen by a test', () => {
    const elsewhere: DefinitionErrorCode[] = [
      'FILE.TOO_LARGE',
      'FILE.NOT_JSON',
      'FILE.TOO_DEEP',
      'FILE.TOO_MANY_VALUES',
      'FILE.TOO_MANY_ERRORS',
      'FIELD.TWICE',
    ];
    elsewhere.push('LANGUAGE.NO_TEXTS', 'ITEM.NUMBER_TWICE', 'EXPRESSION.TOO_LONG', 'FIELD.MALFORMED');
    const seen = new Set([...REFUSED.map(([code]) => code), ...elsewhere]);
    expect(DEFINITION_ERRORS.filter((code) => !seen.has(code))).toEqual([]);
  });

  it('names all its errors at once', () => {
    const errors = errorsOf(
      changed((d) => {
        d.scales[1].range = [0, 12];
        d.items[0].options = 'six';
        d.norms[0].cells[0].ageTo = 9;
      }),
    );
    expect(errors.map(({ code }) => code)).toEqual(expect.arrayContaining(['SCALE.RANGE_WRONG', 'ITEM.UNKNOWN_OPTIONS', 'NORM.AGES_REVERSED']));
  });

  it('of two items with one number names the number that is twice and the one that is missing', () => {
    const codes = errorsOf(changed((d) => (d.items[6].n = 6))).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['ITEM.NUMBER_TWICE', 'ITEM.NUMBER_MISSING']));
  });

  it('names every item of a circle of skips', () => {
    const errors = errorsOf(
      changed((d) => {
        d.items[4].skipIf = ['==', { item: 'q6' }, 1];
        d.items[5].skipIf = ['==', { item: 'q5' }, 1];
      }),
    );
    const circle = errors.filter(({ code }) => code === 'EXPRESSION.CYCLE').map(({ path }) => path);
    // The seventh waits for the circle without standing in it.
    expect(circle).toEqual(['$.items[4].skipIf', '$.items[5].skipIf']);
  });
});

describe('a reversed key', () => {
  it('without its ends gets those of its option set, when the set reverses onto itself', () => {
    const loaded = loadInstrument(changed((d) => delete d.scales[0].items[1].reverse));
    expect(loaded).toEqual(loadInstrument(sampleDefinition()));
  });

  it('is refused when the author meant to subtract, for then the range is another', () => {
    const definition = changed((d) => {
      d.scales[1].items[0] = { id: 'q4', sign: -1 };
      d.scales[1].range = [-3, 9];
    });
    expect(errorsOf(definition)).toContainEqual({ path: '$.scales[1].range', code: 'SCALE.RANGE_WRONG', params: { min: 3, max: 15 } });
  });
});

describe('an option without words', () => {
  it('is shown as its number in every language', () => {
    const loaded = loadInstrument(changed((d) => (d.optionSets.five[2].label = { en: ' ' })));
    expect(loaded.ok && loaded.instrument.optionSets.five?.[2]).toEqual({ value: 3, label: { ru: '3', kk: '3', en: '3' } });
  });
});

describe('languages', () => {
  it('may be absent, and then only item texts must be', () => {
    const definition = changed((d) => {
      declareKazakhAbsent(d);
      delete d.stem.kk;
    });
    expect(errorsOf(definition)).toEqual([]);
  });

  it('may be a draft without any texts', () => {
    const definition = changed((d) => {
      for (const item of d.items) delete item.text.kk;
      delete d.stem.kk;
      delete d.title.kk;
    });
    expect(errorsOf(definition)).toEqual([]);
  });

  it('may not be half a draft: somebody would be asked an empty question', () => {
    expect(errorsOf(changed((d) => delete d.items[0].text.kk))).toEqual([
      { path: '$.items[0].text.kk', code: 'LANGUAGE.TEXT_MISSING', params: { language: 'kk' } },
    ]);
  });

  it('of a built-in questionnaire cannot all be absent', () => {
    const definition = changed((d) => {
      for (const item of d.items) item.text = undefined;
      delete d.stem;
      for (const language of ['ru', 'kk', 'en']) d.texts[language].status = 'absent';
    });
    expect(errorsOf(definition).map(({ code }) => code)).toContain('LANGUAGE.NO_TEXTS');
  });

  it('of a shell may all be absent', () => {
    const definition = changed((d) => {
      d.kind = 'shell';
      for (const item of d.items) delete item.text;
      delete d.stem;
      for (const language of ['ru', 'kk', 'en']) d.texts[language].status = 'absent';
    });
    expect(errorsOf(definition)).toEqual([]);
  });
});

describe('a hostile file', () => {
  it('larger than the limit is refused unread', () => {
    expect(errorsOf(' '.repeat(DEFINITION_LIMITS.bytes + 1))).toEqual([
      { path: '$', code: 'FILE.TOO_LARGE', params: { limit: DEFINITION_LIMITS.bytes } },
    ]);
    // Two bytes a letter: the limit is of the file, not of its letters.
    expect(errorsOf('ж'.repeat(DEFINITION_LIMITS.bytes / 2 + 1))).toMatchObject([{ code: 'FILE.TOO_LARGE' }]);
  });

  it('that is no JSON, or no object, is refused', () => {
    expect(errorsOf('{"id": ')).toEqual([{ path: '$', code: 'FILE.NOT_JSON' }]);
    expect(errorsOf('[]')).toMatchObject([{ path: '$', code: 'FIELD.WRONG_TYPE' }]);
    expect(errorsOf(null)).toMatchObject([{ path: '$' }]);
    expect(errorsOf(undefined)).toMatchObject([{ path: '$', code: 'FIELD.MISSING' }]);
  });

  it('with a million items is refused for their number', () => {
    expect(errorsOf(changed((d) => (d.items = Array.from({ length: 1_000_000 }, () => d.items[0]))))).toMatchObject([
      { code: 'FILE.TOO_MANY_VALUES' },
    ]);
    expect(errorsOf(`{"items":[${'1,'.repeat(999_999)}1]}`)).toMatchObject([{ code: 'FILE.TOO_MANY_VALUES' }]);
  });

  it('with 501 items is refused for its items', () => {
    expect(errorsOf(changed((d) => (d.items = Array.from({ length: 501 }, () => d.items[0]))))).toEqual([
      { path: '$.items', code: 'FIELD.TOO_LARGE', params: { limit: 500 } },
    ]);
  });

  it('nested without end, or in a circle, is refused for its depth', () => {
    expect(errorsOf(`${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`)).toMatchObject([{ code: 'FILE.TOO_DEEP' }]);
    expect(errorsOf(changed((d) => (d.derived[0].expr = deep(100_000))))).toMatchObject([{ code: 'FILE.TOO_DEEP' }]);
    expect(errorsOf(changed((d) => (d.title = d)))).toMatchObject([{ code: 'FILE.TOO_DEEP' }]);
  });

  it('with an expression of many parts is refused for its length', () => {
    expect(errorsOf(changed((d) => (d.items[6].skipIf = wide(55)))).map(({ code }) => code)).toContain('EXPRESSION.TOO_LONG');
  });

  it('with a key of the language itself is refused, and nothing is polluted', () => {
    const text = JSON.stringify(sampleDefinition()).replace('"title"', '"__proto__":{"ok":true},"title"');
    expect(errorsOf(text)).toEqual([{ path: '$.__proto__', code: 'FIELD.FORBIDDEN' }]);
    expect(errorsOf(changed((d) => (d.optionSets = { constructor: d.optionSets.five })))).toEqual([
      { path: '$.optionSets.constructor', code: 'FIELD.FORBIDDEN' },
    ]);
    expect(({} as Loose).ok).toBeUndefined();
  });

  it('that says a key twice is refused, for two readers would see two scales', () => {
    const text = JSON.stringify(sampleDefinition()).replace('"range":[1,5]', '"range":[1,5],"ran\\u0067e":[0,100]');
    expect(errorsOf(text)).toEqual([{ path: '$.scales[0].range', code: 'FIELD.TWICE' }]);
  });

  it('refers to nothing through names that every object has', () => {
    expect(errorsOf(changed((d) => (d.items[0].options = 'toString')))).toContainEqual(expect.objectContaining({ code: 'ID.MALFORMED' }));
    expect(errorsOf(changed((d) => (d.derived[0].expr = { scale: 'valueOf' })))).toContainEqual(expect.objectContaining({ code: 'ID.MALFORMED' }));
  });

  it('with more errors than anybody reads lists the first of them and counts the rest', () => {
    const errors = errorsOf(changed((d) => Array.from({ length: 600 }, (_, n) => (d[`x${n}`] = 1))));
    expect(errors).toHaveLength(DEFINITION_LIMITS.errors + 1);
    expect(errors.at(-1)).toEqual({ path: '$', code: 'FILE.TOO_MANY_ERRORS', params: { count: 600, shown: DEFINITION_LIMITS.errors } });
  });
});

describe('the canonical spelling', () => {
  it('does not depend on the order of keys, and an accepted definition loads again unchanged', () => {
    const loaded = loadInstrument(sampleDefinition());
    if (!loaded.ok) throw new Error('the sample is refused');
    const backwards = JSON.parse(JSON.stringify(sampleDefinition()), (_key, value: Loose) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toReversed()) : value,
    );
    const again = loadInstrument(canonicalJson(loaded.instrument));
    const reversed = loadInstrument(backwards);
    if (!again.ok || !reversed.ok) throw new Error('refused');
    expect(canonicalJson(again.instrument)).toBe(canonicalJson(loaded.instrument));
    expect(canonicalJson(reversed.instrument)).toBe(canonicalJson(loaded.instrument));
  });

  it('is this text, for ever', () => {
    expect(canonicalJson({ b: [1.5, 'ж"', null], a: { d: true, c: undefined } })).toBe('{"a":{"d":true},"b":[1.5,"ж\\"",null]}');
  });
});
