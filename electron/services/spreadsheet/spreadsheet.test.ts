import { inflateRawSync } from 'node:zlib';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { safeCell, writeSheet } from './index';

const columns = [
  { title: 'Имя', width: 30 },
  { title: 'Возраст', width: 10 },
];
const readBack = async (bytes: Uint8Array): Promise<unknown[][]> => readSheet(Buffer.from(bytes));

/** Every part of the package as text, by its central directory. */
function unpacked(bytes: Uint8Array): string {
  const zip = Buffer.from(bytes);
  const parts: string[] = [];
  for (let at = zip.indexOf('PK\u0001\u0002'); at >= 0; at = zip.indexOf('PK\u0001\u0002', at + 4)) {
    const [method, size, header] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
    const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
    const body = zip.subarray(start, start + size);
    parts.push((method === 0 ? body : inflateRawSync(body)).toString('utf8'));
  }
  return parts.join('\n');
}

describe('a sheet', () => {
  it('gives its texts and numbers back, Kazakh letters too', async () => {
    const rows = await readBack(
      await writeSheet({
        title: 'Журнал: 2026/1',
        columns,
        rows: [
          ['Сәрсенова Айгерім', 12],
          [null, 0],
        ],
      }),
    );
    expect(rows).toEqual([
      ['Имя', 'Возраст'],
      ['Сәрсенова Айгерім', 12],
      [null, 0],
    ]);
  });

  it.each(['=1+1', '+7 701', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =HYPERLINK("http://x")', '＝1+1', '＋1', '－1', '＠x', '\u0000=1'])(
    '%j stays a text behind an apostrophe',
    async (hostile) => {
      expect(safeCell(hostile).startsWith("'")).toBe(true);
      const [, row] = await readBack(await writeSheet({ title: 'x', columns, rows: [[hostile, 1]] }));
      expect(String(row?.[0]).startsWith("'")).toBe(true);
    },
  );

  it('holds no formula cell, whatever is written', async () => {
    const xml = unpacked(await writeSheet({ title: '=x', columns: [{ title: '=cmd()', width: 5 }], rows: [['=1+1'], ['@x']] }));
    expect(xml).toContain('<row');
    expect(xml).not.toMatch(/<f[ >]/);
  });

  it('drops signs that would make the file unreadable, and what no cell can hold', async () => {
    const rows = await readBack(
      await writeSheet({
        title: 'x',
        columns,
        rows: [
          ['а\u0001б\ud800в', 1],
          ['я'.repeat(40_000), 2],
        ],
      }),
    );
    expect(rows[1]).toEqual(['абв', 1]);
    expect(String(rows[2]?.[0]).length).toBeLessThanOrEqual(32_767);
  });

  it.each(['Иванова', 'а=б', '12-34', 'a@b.kz', ''])('%j is left as it is', (plain) => {
    expect(safeCell(plain)).toBe(plain);
  });
});
