import writeXlsxFile from 'write-excel-file/node';

export interface SheetColumn {
  title: string;
  /** Width in characters. */
  width: number;
}

/** Full-width forms count as well: some programs read them as the plain sign. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/u;
/** Signs that XML cannot carry: one of them would make the whole file unreadable. */
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu;
/** What a cell of the format holds at most. */
const LONGEST = 32_767;

/** Text that no spreadsheet takes for a formula: a leading apostrophe before every sign that could begin one. */
export function safeCell(text: string): string {
  const shown = text.replace(UNREADABLE, '').slice(0, LONGEST - 1);
  return FORMULA.test(shown) ? `'${shown}` : shown;
}

/**
 * One sheet with a bold first row. Numbers stay numbers; every text is a typed string cell, so that nothing in it can run.
 * @returns the bytes of an .xlsx file
 */
export async function writeSheet(sheet: { title: string; columns: SheetColumn[]; rows: (string | number | null)[][] }): Promise<Uint8Array> {
  const head = sheet.columns.map((column) => ({ value: safeCell(column.title), type: String, fontWeight: 'bold' as const }));
  const body = sheet.rows.map((row) =>
    row.map((value) => (value === null ? null : typeof value === 'number' ? { value, type: Number } : { value: safeCell(value), type: String })),
  );
  const title = sheet.title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
  const result = writeXlsxFile(
    [head, ...body] as never,
    { columns: sheet.columns.map((column) => ({ width: column.width })), sheet: title, stickyRowsCount: 1 } as never,
  ) as unknown;
  const output = (await result) as { toBuffer?: () => Promise<Buffer> } | Buffer;
  return Buffer.isBuffer(output) ? output : await (output as { toBuffer: () => Promise<Buffer> }).toBuffer();
}
