import writeXlsxFile from 'write-excel-file/node';
import { safeCell } from './cells';
import type { SheetHead, SheetRow } from './sheet.types';

const cellOf = (value: SheetRow[number]): unknown =>
  value === null ? null : typeof value === 'number' ? { value, type: Number } : { value: safeCell(value), type: String };

/** Rows as the format's library takes them. Numbers stay numbers; every text is a typed string cell, so that nothing in it can run. */
export const cellsOf = (rows: readonly SheetRow[]): unknown[][] => rows.map((row) => row.map(cellOf));

/**
 * One sheet with a bold first row. Holds its thread until the file is put together: only a worker may call it.
 * @returns the bytes of an .xlsx file
 */
export async function sheetFile({ title, columns }: SheetHead, body: readonly unknown[][]): Promise<Uint8Array> {
  const head = columns.map((column) => ({ value: safeCell(column.title), type: String, fontWeight: 'bold' as const }));
  const result = writeXlsxFile(
    [head, ...body] as never,
    {
      columns: columns.map((column) => ({ width: column.width })),
      sheet: title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
      stickyRowsCount: 1,
    } as never,
  ) as unknown;
  const output = (await result) as { toBuffer?: () => Promise<Buffer> } | Buffer;
  return Buffer.isBuffer(output) ? output : await (output as { toBuffer: () => Promise<Buffer> }).toBuffer();
}
