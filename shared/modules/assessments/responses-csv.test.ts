import { describe, expect, it } from 'vitest';
import { plainDate } from '../../kernel/plain-date';
import { loadInstrument } from './instrument.loader';
import type { ResponsesErrorCode, ResponsesOptions } from './responses-csv';
import { readResponses, RESPONSES_ERRORS } from './responses-csv';
import { sampleDefinition } from './sample.data';

const loaded = loadInstrument(sampleDefinition());
if (!loaded.ok) throw new Error('the sample is refused');
const { instrument } = loaded;

const HEAD = 'code;date;sex;born;age;q1;q2;q3;q4;q5;q6;q7';
const ROW = 'A1;2026-03-14;m;2012-05-10;13;4;2;1;3;3;3;4';
const COLUMNS = { respondent: 'code', date: 'date', sex: 'sex', birthDate: 'born', age: 'age' };
const read = (text: string, options: Partial<ResponsesOptions> = {}) => readResponses(instrument, text, { columns: COLUMNS, ...options });
const errorsIn = (text: string, options?: Partial<ResponsesOptions>) => {
  const outcome = read(text, options);
  return outcome.ok ? [] : outcome.errors;
};

describe('a file of responses', () => {
  it('gives answers that are ready to be scored', () => {
    expect(read(`${HEAD}\n${ROW}`)).toEqual({
      ok: true,
      delimiter: ';',
      unknownColumns: [],
      unanswered: 0,
      responses: [
        {
          line: 2,
          respondent: 'A1',
          testDate: '2026-03-14',
          birthDate: '2012-05-10',
          ageYears: 13,
          sex: 'm',
          answers: { q1: 4, q2: 2, q3: 1, q4: 3, q5: 3, q6: 3, q7: 4 },
        },
      ],
    });
  });

  it('reads the same from commas or tabs, decimal commas, quotes, Windows line ends and a byte-order mark', () => {
    const expected = read(`${HEAD}\n${ROW}`);
    const variants = [
      `\uFEFF${HEAD}\r\n${ROW.replace(';4;2;', ';4,0;2,00;')}\r\n`,
      `${HEAD}\n${ROW}`.replaceAll(';', '\t'),
      `${HEAD}\n${ROW.replace(';4;2;', ';"4,0";"2";')}`.replaceAll(';', ','),
      `${HEAD}\n${ROW.replace('2026-03-14', '14.03.2026').replace(';m;', ';муж;').replace(';13;', ';13,9;')}`,
    ];
    for (const text of variants) expect({ ...read(text), delimiter: ';' }).toEqual(expected);
  });

  it('finds its columns by item numbers too, in any order, without regard to case', () => {
    const byNumber = 'Code;7;6;5;4;3;2;1\nA1;4;3;3;3;1;2;4';
    expect(read(byNumber, { columns: { respondent: 'code' } })).toMatchObject({
      ok: true,
      responses: [{ testDate: null, ageYears: null, sex: null, answers: { q1: 4, q2: 2, q7: 4 } }],
    });
    expect(read(HEAD.toUpperCase() + `\n${ROW}`).ok).toBe(true);
  });

  it('takes blanks, NA, N/A, a hyphen and a dot as no answer, and further codes when it is told so', () => {
    const blanks = ROW.replace(';4;2;1;3;3;3;4', ';;NA;n/a;-;.;99;99,0');
    expect(read(`${HEAD}\n${blanks}`, { missingCodes: ['99'] })).toMatchObject({
      ok: true,
      unanswered: 7,
      responses: [{ answers: { q1: null, q6: null, q7: null } }],
    });
    expect(errorsIn(`${HEAD}\n${blanks}`)).toMatchObject([
      { line: 2, column: 'q6', code: 'IMPORT.NOT_AN_OPTION', params: { value: 99 } },
      { line: 2, column: 'q7', code: 'IMPORT.NOT_AN_OPTION' },
    ]);
  });

  it('takes the date of the test for all when the file has none', () => {
    const text = `${HEAD.replace('date;', '')}\n${ROW.replace('2026-03-14;', '')}`;
    expect(read(text, { columns: { ...COLUMNS, date: undefined as never }, testDate: plainDate('2026-02-01') })).toMatchObject({
      ok: true,
      responses: [{ testDate: '2026-02-01' }],
    });
  });

  it('reports columns that it does not know and reads on', () => {
    expect(read(`${HEAD};hobby\n${ROW};chess`)).toMatchObject({ ok: true, unknownColumns: ['hobby'] });
  });

  it('reads codes of sex that the user gives', () => {
    const codes = { m: ['1'], f: ['2'] };
    expect(read(`${HEAD}\n${ROW.replace(';m;', ';2;')}`, { sexCodes: codes })).toMatchObject({ responses: [{ sex: 'f' }] });
    expect(read(`${HEAD}\n${ROW.replace(';m;', ';;')}`)).toMatchObject({ responses: [{ sex: null }] });
  });

  it('never takes an own column for an item', () => {
    // The respondents' column is called like the number of an item.
    const text = '1;q1;q2;q3;q4;q5;q6;q7\nA1;4;2;1;3;3;3;4';
    expect(read(text, { columns: { respondent: '1' } })).toMatchObject({ ok: true, responses: [{ respondent: 'A1', answers: { q1: 4 } }] });
  });
});

const REFUSED: [ResponsesErrorCode, number, string | null, string, Partial<ResponsesOptions>?][] = [
  ['CSV.QUOTE_NOT_CLOSED', 2, null, `${HEAD}\n"A1;${ROW}`],
  ['CSV.TEXT_AFTER_QUOTE', 2, null, `${HEAD}\n"A"1;${ROW}`],
  ['CSV.QUOTE_IN_TEXT', 2, null, `${HEAD}\nA"1;${ROW}`],
  ['IMPORT.EMPTY', 0, null, ''],
  ['IMPORT.EMPTY', 0, null, HEAD],
  ['IMPORT.TOO_LARGE', 0, null, 'x'.repeat(40_000_001)],
  ['IMPORT.TOO_MANY_ROWS', 0, null, `${HEAD}\n${`${ROW}\n`.repeat(10_001)}`],
  ['IMPORT.TOO_MANY_COLUMNS', 1, null, `${HEAD}${';x'.repeat(700)}\n${ROW}`],
  ['IMPORT.COLUMN_MISSING', 1, 'q7', `${HEAD.replace(';q7', ';item7')}\n${ROW}`],
  ['IMPORT.COLUMN_MISSING', 1, 'code', `${HEAD.replace('code', 'name')}\n${ROW}`],
  ['IMPORT.COLUMN_MISSING', 1, 'born', `${HEAD.replace('born', 'birth')}\n${ROW}`],
  ['IMPORT.COLUMN_TWICE', 1, 'Q1', `${HEAD};Q1\n${ROW};4`],
  ['IMPORT.MISSING_CODE_IS_OPTION', 0, null, `${HEAD}\n${ROW}`, { missingCodes: ['5'] }],
  ['IMPORT.ROW_LENGTH', 2, null, `${HEAD}\n${ROW.slice(0, -2)}`],
  ['IMPORT.ROW_LENGTH', 2, null, `${HEAD}\n${ROW};4`],
  ['IMPORT.RESPONDENT_MISSING', 2, 'code', `${HEAD}\n${ROW.slice(2)}`],
  ['IMPORT.RESPONDENT_TWICE', 3, 'code', `${HEAD}\n${ROW}\n${ROW.replace('A1', ' a1 ')}`],
  ['IMPORT.DATE_MISSING', 2, 'date', `${HEAD}\n${ROW.replace('2026-03-14', '')}`],
  ['IMPORT.DATE_UNREADABLE', 2, 'date', `${HEAD}\n${ROW.replace('2026-03-14', '03/04/2026')}`],
  ['IMPORT.DATE_UNREADABLE', 2, 'born', `${HEAD}\n${ROW.replace('2012-05-10', '31.02.2012')}`],
  ['IMPORT.DATE_IN_FUTURE', 2, 'date', `${HEAD}\n${ROW}`, { today: plainDate('2026-03-13') }],
  ['IMPORT.BORN_AFTER_TEST', 2, 'born', `${HEAD}\n${ROW.replace('2012-05-10', '2026-05-10')}`],
  ['IMPORT.AGE_UNREADABLE', 2, 'age', `${HEAD}\n${ROW.replace(';13;', ';130;')}`],
  ['IMPORT.SEX_UNKNOWN_CODE', 2, 'sex', `${HEAD}\n${ROW.replace(';m;', ';x;')}`],
  ['IMPORT.NOT_A_NUMBER', 2, 'q7', `${HEAD}\n${ROW.slice(0, -1)}often`],
  ['IMPORT.NOT_A_NUMBER', 2, 'q7', `${HEAD}\n${ROW.slice(0, -1)}=1+1`],
  ['IMPORT.NOT_AN_OPTION', 2, 'q7', `${HEAD}\n${ROW.slice(0, -1)}2`],
];

describe('a wrong file of responses', () => {
  it.each(REFUSED)('is refused with %s on line %i, column %s', (code, line, column, text, options) => {
    expect(errorsIn(text, options)).toContainEqual(expect.objectContaining({ code, line, column }));
  });

  it('has each of its possible errors seen by a test', () => {
    const seen = new Set(REFUSED.map(([code]) => code));
    expect(RESPONSES_ERRORS.filter((code) => !seen.has(code))).toEqual([]);
  });

  it('gives nobody, names all its errors, and counts those it does not show', () => {
    const bad = Array.from({ length: 150 }, (_, index) => `B${index}${ROW.slice(2, -3)}9;9`).join('\n');
    const outcome = read(`${HEAD}\n${ROW}\n${bad}`);
    expect(outcome).toMatchObject({ ok: false, errorCount: 300 });
    expect(!outcome.ok && outcome.errors).toHaveLength(200);
    expect(outcome).not.toHaveProperty('responses');
  });

  it('is read as a whole up to ten thousand respondents', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => `P${index}${ROW.slice(2)}`).join('\r\n');
    const outcome = read(`${HEAD}\r\n${rows}`);
    expect(outcome.ok && outcome.responses.length).toBe(10_000);
  });
});
