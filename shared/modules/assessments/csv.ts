/** RFC 4180 in the three dialects that spreadsheets write; strict, because a misread quote moves every answer behind it. */
export const DELIMITERS = [';', ',', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface CsvRow {
  /** The line of the file on which the row begins, from 1. */
  line: number;
  cells: string[];
}

export type CsvError = 'CSV.QUOTE_NOT_CLOSED' | 'CSV.TEXT_AFTER_QUOTE' | 'CSV.QUOTE_IN_TEXT';
export type ParsedCsv = { ok: true; rows: CsvRow[] } | { ok: false; line: number; code: CsvError };

/** The delimiter of the first line, outside quotes: the commonest of the three, `;` before `,` where they tie. */
export function delimiterOf(text: string): Delimiter {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '\n' || sign === '\r')) break;
    else if (!quoted) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return DELIMITERS.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0] ?? ';';
}

interface Reader {
  readonly text: string;
  readonly delimiter: string;
  at: number;
  line: number;
}

const isEnd = (reader: Reader): boolean => {
  const sign = reader.text[reader.at];
  return sign === undefined || sign === reader.delimiter || sign === '\n' || sign === '\r';
};

type Field = { text: string } | { error: CsvError };

function quotedField(reader: Reader): Field {
  let text = '';
  reader.at += 1;
  for (;;) {
    const close = reader.text.indexOf('"', reader.at);
    if (close < 0) return { error: 'CSV.QUOTE_NOT_CLOSED' };
    const piece = reader.text.slice(reader.at, close);
    text += piece;
    reader.line += piece.split('\n').length - 1;
    reader.at = close + 1;
    if (reader.text[reader.at] !== '"') break;
    text += '"';
    reader.at += 1;
  }
  return isEnd(reader) ? { text } : { error: 'CSV.TEXT_AFTER_QUOTE' };
}

function plainField(reader: Reader): Field {
  const start = reader.at;
  while (!isEnd(reader)) {
    if (reader.text[reader.at] === '"') return { error: 'CSV.QUOTE_IN_TEXT' };
    reader.at += 1;
  }
  return { text: reader.text.slice(start, reader.at) };
}

function readRow(reader: Reader): CsvRow | { error: CsvError } {
  const row: CsvRow = { line: reader.line, cells: [] };
  for (;;) {
    const field = reader.text[reader.at] === '"' ? quotedField(reader) : plainField(reader);
    if ('error' in field) return field;
    row.cells.push(field.text);
    if (reader.text[reader.at] !== reader.delimiter) break;
    reader.at += 1;
  }
  if (reader.text[reader.at] === '\r') reader.at += 1;
  if (reader.text[reader.at] === '\n') reader.at += 1;
  reader.line += 1;
  return row;
}

/** Stops after `maxRows` rows; rows that are wholly empty are left out. */
export function parseCsv(source: string, delimiter: Delimiter, maxRows: number): ParsedCsv {
  const reader: Reader = { text: source.startsWith('\uFEFF') ? source.slice(1) : source, delimiter, at: 0, line: 1 };
  const rows: CsvRow[] = [];
  while (reader.at < reader.text.length && rows.length < maxRows) {
    const row = readRow(reader);
    if ('error' in row) return { ok: false, line: reader.line, code: row.error };
    if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
  }
  return { ok: true, rows };
}
