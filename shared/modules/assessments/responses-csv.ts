import type { ErrorParams } from '../../kernel/errors';
import type { PlainDate } from '../../kernel/plain-date';
import { isPlainDate } from '../../kernel/plain-date';
import { withoutHiddenCharacters } from '../../kernel/text';
import type { CsvRow, Delimiter } from './csv';
import { delimiterOf, parseCsv } from './csv';
import type { Instrument, Item } from './instrument.model';
import { isOption, optionsOf } from './options';
import type { Answers, NormSex } from './result.model';

export const RESPONSES_LIMITS = { rows: 10_000, columns: 700, characters: 40_000_000, errorsShown: 200 } as const;

/** What stands for "no answer" in every file; further codes (99) are the user's choice. */
const MISSING = ['', 'na', 'n/a', '-', '.'];
const SEX_CODES: Record<NormSex, readonly string[]> = {
  m: ['m', 'м', 'male', 'муж', 'мужской', 'ер', 'ұл'],
  f: ['f', 'ж', 'female', 'жен', 'женский', 'әйел', 'қыз'],
};

export interface ResponsesOptions {
  /** Headers of the columns that are no items. Items are found by id or by number. */
  columns: { respondent: string; date?: string; sex?: string; birthDate?: string; age?: string };
  /** Found from the first line when left out. */
  delimiter?: Delimiter;
  sexCodes?: Record<NormSex, readonly string[]>;
  missingCodes?: readonly string[];
  /** The date of the test for a file without a column of it. */
  testDate?: PlainDate;
  /** No test is dated later. */
  today?: PlainDate;
}

export const RESPONSES_ERRORS = [
  'CSV.QUOTE_NOT_CLOSED',
  'CSV.TEXT_AFTER_QUOTE',
  'CSV.QUOTE_IN_TEXT',
  'IMPORT.TOO_LARGE',
  'IMPORT.EMPTY',
  'IMPORT.TOO_MANY_ROWS',
  'IMPORT.TOO_MANY_COLUMNS',
  'IMPORT.COLUMN_MISSING',
  'IMPORT.COLUMN_TWICE',
  'IMPORT.MISSING_CODE_IS_OPTION',
  'IMPORT.ROW_LENGTH',
  'IMPORT.RESPONDENT_MISSING',
  'IMPORT.RESPONDENT_TWICE',
  'IMPORT.DATE_MISSING',
  'IMPORT.DATE_UNREADABLE',
  'IMPORT.DATE_IN_FUTURE',
  'IMPORT.BORN_AFTER_TEST',
  'IMPORT.AGE_UNREADABLE',
  'IMPORT.SEX_UNKNOWN_CODE',
  'IMPORT.NOT_A_NUMBER',
  'IMPORT.NOT_AN_OPTION',
] as const;
export type ResponsesErrorCode = (typeof RESPONSES_ERRORS)[number];

export interface ResponsesError {
  /** Line of the file; 0 for the file as a whole. */
  line: number;
  /** Header of the column, or null for a whole row. */
  column: string | null;
  code: ResponsesErrorCode;
  params?: ErrorParams;
}

export interface Response {
  line: number;
  respondent: string;
  testDate: PlainDate | null;
  birthDate: PlainDate | null;
  ageYears: number | null;
  sex: NormSex | null;
  answers: Answers;
}

export type ReadResponses = { delimiter: Delimiter; unknownColumns: string[] } & (
  { ok: true; responses: Response[]; unanswered: number } | { ok: false; errors: ResponsesError[]; errorCount: number }
);

type Fail = (line: number, column: string | null, code: ResponsesErrorCode, params?: ErrorParams) => void;

interface Layout {
  headers: string[];
  respondent: number;
  date: number | null;
  sex: number | null;
  birthDate: number | null;
  age: number | null;
  items: { item: Item; column: number; choices: ReturnType<typeof optionsOf> }[];
}

/**
 * Reads the answers of many respondents from one file. All or nothing: with one error nobody is read, and every error is
 * named by its line and column (the first 200 of them; `errorCount` counts all).
 */
export function readResponses(instrument: Instrument, text: string, options: ResponsesOptions): ReadResponses {
  const delimiter = options.delimiter ?? delimiterOf(text.startsWith('\uFEFF') ? text.slice(1, 100_000) : text.slice(0, 100_000));
  const errors: ResponsesError[] = [];
  let errorCount = 0;
  const fail: Fail = (line, column, code, params) => {
    errorCount += 1;
    if (errors.length < RESPONSES_LIMITS.errorsShown) errors.push({ line, column, code, ...(params ? { params } : {}) });
  };
  const rows = rowsOf(text, delimiter, fail);
  const layout = rows[0] ? layoutOf(instrument, rows[0], options, fail) : null;
  const readCell = cellReader(options.missingCodes ?? []);
  const responses = layout ? rows.slice(1).map((row) => responseOf(row, layout, readCell, options, fail)) : [];
  reportRepeated(responses, options.columns.respondent, fail);
  const unknownColumns = layout ? unknownIn(layout) : [];
  if (errorCount > 0) return { delimiter, unknownColumns, ok: false, errors, errorCount };
  const unanswered = responses.reduce((sum, { answers }) => sum + Object.values(answers).filter((value) => value === null).length, 0);
  return { delimiter, unknownColumns, ok: true, responses, unanswered };
}

function rowsOf(text: string, delimiter: Delimiter, fail: Fail): CsvRow[] {
  if (text.length > RESPONSES_LIMITS.characters) {
    fail(0, null, 'IMPORT.TOO_LARGE', { limit: RESPONSES_LIMITS.characters });
    return [];
  }
  const parsed = parseCsv(text, delimiter, RESPONSES_LIMITS.rows + 2);
  if (!parsed.ok) {
    fail(parsed.line, null, parsed.code);
    return [];
  }
  const { rows } = parsed;
  if (rows.length < 2) fail(0, null, 'IMPORT.EMPTY');
  if (rows.length > RESPONSES_LIMITS.rows + 1) fail(0, null, 'IMPORT.TOO_MANY_ROWS', { limit: RESPONSES_LIMITS.rows });
  return rows.length > RESPONSES_LIMITS.rows + 1 ? [] : rows;
}

const folded = (text: string): string => text.trim().toLowerCase();

function layoutOf(instrument: Instrument, header: CsvRow, options: ResponsesOptions, fail: Fail): Layout | null {
  const headers = header.cells.map((cell) => cell.trim());
  if (headers.length > RESPONSES_LIMITS.columns) {
    fail(header.line, null, 'IMPORT.TOO_MANY_COLUMNS', { limit: RESPONSES_LIMITS.columns });
    return null;
  }
  const places = new Map<string, number>();
  for (const [index, name] of headers.entries()) {
    if (name !== '' && places.has(folded(name))) fail(header.line, name, 'IMPORT.COLUMN_TWICE');
    else places.set(folded(name), index);
  }
  const find = (name: string | undefined): number | null => {
    if (name === undefined) return null;
    const place = places.get(folded(name));
    if (place === undefined) fail(header.line, name, 'IMPORT.COLUMN_MISSING');
    return place ?? null;
  };
  const { columns } = options;
  const own = {
    respondent: find(columns.respondent) ?? -1,
    date: find(columns.date),
    sex: find(columns.sex),
    birthDate: find(columns.birthDate),
    age: find(columns.age),
  };
  const items = itemColumns(instrument, places, new Set(Object.values(own)), (name) => {
    fail(header.line, name, 'IMPORT.COLUMN_MISSING');
  });
  reportCodes(instrument, options, fail);
  return own.respondent < 0 ? null : { headers, ...own, items };
}

/** Columns named by item ids, or by numbers, whichever finds more of them: an id that is another item's number must not mix the two. */
function itemColumns(
  instrument: Instrument,
  places: ReadonlyMap<string, number>,
  taken: ReadonlySet<number | null>,
  missing: (name: string) => void,
): Layout['items'] {
  const by = (nameOf: (item: Item) => string) =>
    instrument.items.flatMap((item) => {
      const column = places.get(folded(nameOf(item)));
      return column === undefined || taken.has(column) ? [] : [{ item, column, choices: optionsOf(instrument, item) }];
    });
  const [byId, byNumber] = [by((item) => item.id), by((item) => String(item.n))];
  const [chosen, nameOf] = byNumber.length > byId.length ? [byNumber, (item: Item) => String(item.n)] : [byId, (item: Item) => item.id];
  const found = new Set(chosen.map(({ item }) => item));
  for (const item of instrument.items) if (!found.has(item)) missing(nameOf(item));
  return chosen;
}

/** A missing code that is also an answer would quietly drop that answer. */
function reportCodes(instrument: Instrument, { missingCodes = [] }: ResponsesOptions, fail: Fail): void {
  for (const code of missingCodes) {
    const value = numberIn(code);
    const taken = value !== null && instrument.items.some((item) => isOption(optionsOf(instrument, item), value));
    if (taken) fail(0, null, 'IMPORT.MISSING_CODE_IS_OPTION', { code: code.slice(0, 20) });
  }
}

const unknownIn = ({ headers, respondent, date, sex, birthDate, age, items }: Layout): string[] => {
  const known = new Set([respondent, date, sex, birthDate, age, ...items.map(({ column }) => column)]);
  return headers.filter((name, index) => name !== '' && !known.has(index));
};

/** A number as a spreadsheet writes it, with a decimal point or comma. */
function numberIn(cell: string): number | null {
  const text = cell.trim();
  return /^[+-]?\d{1,9}(?:[.,]\d{1,9})?$/.test(text) ? Number(text.replace(',', '.')) : null;
}

/** `2026-03-14` or `14.03.2026`; a date with slashes is refused, for nobody can tell its day from its month. */
function dateIn(cell: string): PlainDate | null {
  const text = cell.trim();
  const parts = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const iso = parts ? `${parts[3] ?? ''}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[1] ?? '').padStart(2, '0')}` : text;
  return isPlainDate(iso) ? iso : null;
}

function isMissing(cell: string, codes: readonly string[]): boolean {
  if (MISSING.includes(folded(cell))) return true;
  const value = numberIn(cell);
  return codes.some((code) => folded(code) === folded(cell) || (value !== null && numberIn(code) === value));
}

/** What a cell of an answer says: nothing, a number, or neither. */
type Meaning = { missing: true } | { missing: false; value: number | null };
type ReadCell = (cell: string) => Meaning;

/** Millions of cells hold a handful of different texts; each is understood once. */
function cellReader(codes: readonly string[]): ReadCell {
  const known = new Map<string, Meaning>();
  return (cell) => {
    const before = known.get(cell);
    if (before) return before;
    const meaning: Meaning = isMissing(cell, codes) ? { missing: true } : { missing: false, value: numberIn(cell) };
    if (known.size < 1_000) known.set(cell, meaning);
    return meaning;
  };
}

function responseOf(row: CsvRow, layout: Layout, readCell: ReadCell, options: ResponsesOptions, fail: Fail): Response {
  const { line, cells } = row;
  const cellAt = (column: number | null): string => (column === null ? '' : (cells[column] ?? ''));
  const beyond = cells.slice(layout.headers.length).some((cell) => cell.trim() !== '');
  if (cells.length < layout.headers.length || beyond) fail(line, null, 'IMPORT.ROW_LENGTH', { found: cells.length, expected: layout.headers.length });
  const respondent = withoutHiddenCharacters(cellAt(layout.respondent)).trim().slice(0, 200);
  if (respondent === '') fail(line, options.columns.respondent, 'IMPORT.RESPONDENT_MISSING');
  const answers: Answers = {};
  for (const { item, column, choices } of layout.items) {
    const cell = cellAt(column);
    const meaning = readCell(cell);
    const value = meaning.missing ? null : meaning.value;
    if (value === null && !meaning.missing) fail(line, layout.headers[column] ?? null, 'IMPORT.NOT_A_NUMBER', { value: cell.slice(0, 20) });
    else if (value !== null && !isOption(choices, value)) fail(line, layout.headers[column] ?? null, 'IMPORT.NOT_AN_OPTION', { value });
    answers[item.id] = value;
  }
  return { line, respondent, ...personIn(line, cellAt, layout, options, fail), answers };
}

type PersonFields = Pick<Response, 'testDate' | 'birthDate' | 'ageYears' | 'sex'>;

function personIn(line: number, cellAt: (column: number | null) => string, layout: Layout, options: ResponsesOptions, fail: Fail): PersonFields {
  const { columns, today } = options;
  const codes = options.missingCodes ?? [];
  const read = <T>(column: number | null, header: string | undefined, parse: (cell: string) => T | null, code: ResponsesErrorCode): T | null => {
    const cell = cellAt(column);
    if (column === null || isMissing(cell, codes)) return null;
    const value = parse(cell);
    if (value === null) fail(line, header ?? null, code, { value: cell.slice(0, 20) });
    return value;
  };
  const before = read(layout.date, columns.date, dateIn, 'IMPORT.DATE_UNREADABLE');
  if (layout.date !== null && isMissing(cellAt(layout.date), codes)) fail(line, columns.date ?? null, 'IMPORT.DATE_MISSING');
  const testDate = layout.date === null ? (options.testDate ?? null) : before;
  if (testDate !== null && today !== undefined && testDate > today) fail(line, columns.date ?? null, 'IMPORT.DATE_IN_FUTURE');
  const birthDate = read(layout.birthDate, columns.birthDate, dateIn, 'IMPORT.DATE_UNREADABLE');
  if (birthDate !== null && testDate !== null && birthDate > testDate) fail(line, columns.birthDate ?? null, 'IMPORT.BORN_AFTER_TEST');
  const sex = read(layout.sex, columns.sex, (cell) => sexIn(cell, options.sexCodes ?? SEX_CODES), 'IMPORT.SEX_UNKNOWN_CODE');
  return { testDate, birthDate, ageYears: read(layout.age, columns.age, ageIn, 'IMPORT.AGE_UNREADABLE'), sex };
}

function ageIn(cell: string): number | null {
  const age = numberIn(cell);
  return age !== null && age >= 0 && age <= 120 ? Math.floor(age) : null;
}

function sexIn(cell: string, codes: Record<NormSex, readonly string[]>): NormSex | null {
  const matches = (sex: NormSex) => codes[sex].some((code) => folded(code) === folded(cell));
  return matches('m') ? 'm' : matches('f') ? 'f' : null;
}

function reportRepeated(responses: readonly Response[], column: string, fail: Fail): void {
  const seen = new Map<string, number>();
  for (const { respondent, line } of responses) {
    const key = folded(respondent);
    const first = seen.get(key);
    if (key !== '' && first !== undefined) fail(line, column, 'IMPORT.RESPONDENT_TWICE', { line: first });
    else seen.set(key, line);
  }
}
