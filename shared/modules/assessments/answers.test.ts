import { describe, expect, it } from 'vitest';
import { answerTo, askedItems, nextItem, previousItem } from './answers';
import { loadInstrument } from './instrument.loader';
import { formLanguages } from './languages.rules';
import { answerByKey, digitKeys, entryDifferences } from './paper-entry';
import { isColourOrder, valuesOutsideRange } from './external';
import { sampleDefinition } from './sample.data';

const loaded = loadInstrument(sampleDefinition());
if (!loaded.ok) throw new Error('the sample is refused');
const { instrument } = loaded;

describe('a form on screen', () => {
  it('asks its items in their order and leaves out what earlier answers skip', () => {
    expect(nextItem(instrument, {}, null)?.id).toBe('q1');
    expect(nextItem(instrument, { q6: 5 }, 'q6')?.id).toBe('q7');
    expect(nextItem(instrument, { q6: 1 }, 'q6')).toBeNull();
    expect(askedItems(instrument, { q6: 1 }).map(({ id }) => id)).not.toContain('q7');
    expect(previousItem(instrument, {}, 'q3')?.id).toBe('q2');
    expect(previousItem(instrument, {}, 'q1')).toBeNull();
  });

  it('knows the languages in which it can be given', () => {
    expect(formLanguages(instrument)).toEqual(['ru', 'kk', 'en']);
    expect(formLanguages({ ...instrument, items: instrument.items.map(({ text: _text, ...item }) => item) })).toEqual([]);
  });

  it('takes no answer from a name that every object has', () => {
    expect(answerTo({}, 'toString')).toBeNull();
  });
});

describe('entry from paper', () => {
  const options = (...values: number[]) => values.map((value) => ({ value, label: { en: String(value) } }));
  it('takes the printed digit where all values are digits, and else the place of the option', () => {
    expect(digitKeys(options(0, 2, 4)).map(({ key, value }) => `${key}=${value}`)).toEqual(['0=0', '2=2', '4=4']);
    expect(digitKeys(options(-2, -1, 0)).map(({ key, value }) => `${key}=${value}`)).toEqual(['1=-2', '2=-1', '3=0']);
    expect(digitKeys(options(10, 20, 30, 40, 50, 60, 70, 80, 90, 100)).at(-1)).toEqual({ key: '0', value: 100 });
    expect(digitKeys(options(...Array.from({ length: 11 }, (_, index) => index)))).toEqual([]);
    expect(answerByKey(instrument, { options: 'five' }, '5')).toBe(5);
    expect(answerByKey(instrument, { options: 'five' }, '6')).toBeNull();
  });

  it('twice is compared field by field', () => {
    expect(entryDifferences(instrument, { q2: 1, q1: 3, q3: null }, { q1: 3, q2: 2, q4: 5 })).toEqual([
      { item: 'q2', n: 2, first: 1, second: 2 },
      { item: 'q4', n: 4, first: null, second: 5 },
    ]);
    expect(entryDifferences(instrument, { q1: 3, q2: null }, { q1: 3 })).toEqual([]);
  });
});

describe('a result from outside', () => {
  it('names values that the method cannot have', () => {
    expect(
      valuesOutsideRange(instrument, [
        { scale: 'calm', value: 5 },
        { scale: 'calm', value: 5.5 },
        { scale: 'of my own', value: 900 },
      ]),
    ).toEqual([{ index: 1, min: 1, max: 5 }]);
  });

  it('has each of eight colours once', () => {
    expect(isColourOrder([3, 1, 4, 0, 5, 2, 6, 7])).toBe(true);
    expect(isColourOrder([3, 1, 4, 0, 5, 2, 6, 6])).toBe(false);
    expect(isColourOrder([3, 1, 4, 0, 5, 2, 6, 8])).toBe(false);
    expect(isColourOrder([0, 1, 2])).toBe(false);
  });
});
