import { describe, expect, it } from 'vitest';
import { delimiterOf, parseCsv } from './csv';

const rows = (text: string, delimiter: ';' | ',' | '\t' = ';') => {
  const parsed = parseCsv(text, delimiter, 1000);
  return parsed.ok ? parsed.rows.map(({ cells }) => cells) : `${parsed.code} ${parsed.line}`;
};

describe('a file of values', () => {
  it.each([
    ['a;b;c\n1,5;2;3', ';'],
    ['a,b,c\n1;2;3', ','],
    ['a\tb,c\td', '\t'],
    ['"a;b;c",d', ','],
    ['a', ';'],
  ] as const)('is divided by what divides its first line (%j)', (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });

  it('reads quotes, line ends of three kinds, and a byte-order mark', () => {
    expect(rows('\uFEFFa;b\r\n1;"x;""y"""\n2;"two\nlines"\r3;\n')).toEqual([
      ['a', 'b'],
      ['1', 'x;"y"'],
      ['2', 'two\nlines'],
      ['3', ''],
    ]);
  });

  it('leaves out empty rows and knows the lines of the others', () => {
    const parsed = parseCsv('a;b\n\n;\n"x\ny";1\n2;3', ';', 10);
    expect(parsed.ok && parsed.rows.map(({ line }) => line)).toEqual([1, 4, 6]);
  });

  it('is refused where a quote would move every answer behind it', () => {
    expect(rows('a;b\n"1;2')).toBe('CSV.QUOTE_NOT_CLOSED 2');
    expect(rows('a;b\n"1"x;2')).toBe('CSV.TEXT_AFTER_QUOTE 2');
    expect(rows('a;b\n1"x;2')).toBe('CSV.QUOTE_IN_TEXT 2');
  });

  it('stops after the rows that it may have', () => {
    expect(parseCsv('1\n2\n3\n4', ';', 2)).toMatchObject({ ok: true, rows: [{ cells: ['1'] }, { cells: ['2'] }] });
  });

  it('may hold a text that looks like an error', () => {
    expect(rows('CSV.QUOTE_IN_TEXT;x')).toEqual([['CSV.QUOTE_IN_TEXT', 'x']]);
  });
});
