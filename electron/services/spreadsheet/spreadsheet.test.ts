import { inflateRawSync } from 'node:zlib';
import { readSheet } from 'read-excel-file/node';
import { afterEach, describe, expect, it } from 'vitest';
import { safeCell } from './cells';
import { createSpreadsheetService, type SheetRow } from './index';
import { cellsOf, sheetFile } from './sheet-file';

const service = createSpreadsheetService();
const { writeSheet } = service;
afterEach(() => service.close());

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

const person = (no: number): SheetRow => [`Сарсенова Айгерим ${String(no)}`, no % 18];
function* people(count: number, onRow: (no: number) => void = () => undefined): Generator<SheetRow, void, undefined> {
  for (let no = 1; no <= count; no++) {
    onRow(no);
    yield person(no);
  }
}

describe('a long sheet', () => {
  it('is what the whole list written at once would be', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => person(index + 1));
    const [fed, whole] = [await writeSheet({ title: 'x', columns, rows: people(3_000) }), await sheetFile({ title: 'x', columns }, cellsOf(rows))];
    const sheet = (bytes: Uint8Array): string => unpacked(bytes).replace(/<dcterms:[^>]*>[^<]*/g, '');
    expect(sheet(fed)).toBe(sheet(whole));
  });

  it('lets everything else have its turn while its rows are read, and says how far it is', async () => {
    let turns = 0;
    const tick = setInterval(() => (turns += 1), 0);
    const told: number[] = [];
    let turnsAtLast = 0;
    await writeSheet(
      { title: 'x', columns, rows: people(20_000, (no) => (turnsAtLast = no === 20_000 ? turns : 0)) },
      { onRows: (rows) => told.push(rows) },
    );
    clearInterval(tick);
    expect(turnsAtLast).toBeGreaterThan(5);
    expect(told.length).toBeGreaterThanOrEqual(40);
    expect(told.at(-1)).toBe(20_000);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  it('is given up when somebody cancels: no further row is read, and its worker is gone', async () => {
    const cancel = new AbortController();
    let read = 0;
    const rows = people(1_000_000, (no) => {
      read = no;
      if (no === 2_000) cancel.abort(new DOMException('cancelled', 'AbortError'));
    });
    await expect(writeSheet({ title: 'x', columns, rows }, { signal: cancel.signal })).rejects.toMatchObject({ name: 'AbortError' });
    expect(read).toBeLessThan(3_000);
    expect(service.working()).toBe(0);
  });

  it('is given up as well while the worker puts the file together', async () => {
    const cancel = new AbortController();
    const rows = people(20_000);
    const writing = writeSheet(
      { title: 'x', columns, rows },
      {
        signal: cancel.signal,
        onRows: (count) => {
          if (count === 20_000)
            setImmediate(() =>
              setImmediate(() => {
                cancel.abort(new DOMException('cancelled', 'AbortError'));
              }),
            );
        },
      },
    );
    await expect(writing).rejects.toMatchObject({ name: 'AbortError' });
    expect(service.working()).toBe(0);
  });

  it('starts nothing when it was cancelled before', async () => {
    const read: number[] = [];
    const rows = people(3, (no) => read.push(no));
    await expect(writeSheet({ title: 'x', columns, rows }, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    expect([read, service.working()]).toEqual([[], 0]);
  });

  it('passes on what goes wrong with its rows, and its worker is gone', async () => {
    const rows = people(10, (no) => {
      if (no === 7) throw new RangeError('no such row');
    });
    await expect(writeSheet({ title: 'x', columns, rows })).rejects.toThrow('no such row');
    expect(service.working()).toBe(0);
  });

  it('ends with the program: whoever waits is told, and no worker stays', async () => {
    const writing = writeSheet({ title: 'x', columns, rows: people(50_000) });
    const told = expect(writing).rejects.toThrow('the sheet writer stopped');
    expect(service.working()).toBe(1);
    await service.close();
    await told;
    expect(service.working()).toBe(0);
  });
});
