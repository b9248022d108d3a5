import { describe, expect, it } from 'vitest';
import { csvFile, guessedColumn } from './csv-file';
import { emptyRow, limitsLeft, typedNumber } from './external-form';

describe('a figure as it is typed', () => {
  it.each([
    ['61,5', 61.5],
    ['-3', -3],
    ['−3', -3],
    [' 12 ', 12],
    ['1e3', null],
    ['12 %', null],
    ['', null],
  ])('%s', (text, value) => {
    expect(typedNumber(text)).toBe(value);
  });

  it('outside the limits of its scale is told them; a scale of one’s own has none', () => {
    const definition = { scales: [{ id: 'total', range: [0, 54] }] } as never;
    expect(limitsLeft(definition, { ...emptyRow(), scale: 'total', value: '55' })).toMatchObject({ min: 0, max: 54 });
    expect(limitsLeft(definition, { ...emptyRow(), scale: 'total', value: '54' })).toBe(null);
    expect(limitsLeft(definition, { ...emptyRow(), scale: '', value: '900' })).toBe(null);
  });
});

describe('a file of answers', () => {
  it('is UTF-8 with or without its mark, else Windows-1251, and says which', () => {
    const utf8 = csvFile('a.csv', new TextEncoder().encode('\uFEFFкод;пол;1\nА;м;2'));
    expect(utf8).toMatchObject({ encoding: 'utf-8', headers: ['код', 'пол', '1'] });
    const old = csvFile('b.csv', new Uint8Array([0xea, 0xee, 0xe4, 0x3b, 0x31]));
    expect(old).toMatchObject({ encoding: 'windows-1251', headers: ['код', '1'] });
  });

  it('has its columns guessed by their names in three languages', () => {
    expect(guessedColumn('respondent', ['Код', 'x'])).toBe('Код');
    expect(guessedColumn('sex', ['жынысы'])).toBe('жынысы');
    expect(guessedColumn('birthDate', ['DOB'])).toBe('DOB');
    expect(guessedColumn('age', ['Q1'])).toBe('');
  });
});
