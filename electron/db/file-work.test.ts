import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rekey, vacuumInto, verifyEveryPage } from './file-work';
import { openEncrypted } from './pragmas';

let dir: string;
let file: string;
const key = randomBytes(32);

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tirek-file-'));
  file = join(dir, 'one.db');
  const db = openEncrypted(file, key);
  db.exec(
    'CREATE TABLE parent (id INTEGER PRIMARY KEY); CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent(id), text TEXT, bytes BLOB, empty TEXT); INSERT INTO parent VALUES (1)',
  );
  const insert = db.prepare('INSERT INTO child (parent, text, bytes) VALUES (1, ?, ?)');
  for (let row = 0; row < 500; row += 1) insert.run(`строка ${String(row)} ${'я'.repeat(60)}`, Buffer.from([row & 255]));
  db.close();
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

describe('file worker', () => {
  it('copies, gives the copy another key, and finds both files equal row by row', async () => {
    const copy = join(dir, 'two.db');
    const other = randomBytes(32);
    const before = await verifyEveryPage(file, key);
    expect(before.map(({ table, rows }) => [table, rows])).toEqual([
      ['child', 500],
      ['parent', 1],
    ]);
    await vacuumInto(file, key, copy);
    await rekey(copy, key, other);
    expect(await verifyEveryPage(copy, other)).toEqual(before);
    await expect(verifyEveryPage(copy, key)).rejects.toMatchObject({ code: 'VAULT.WRONG_KEY' });
    expect(readFileSync(copy).subarray(0, 16).equals(readFileSync(file).subarray(0, 16))).toBe(false);
  });

  it("leaves the caller's key usable", async () => {
    const mine = Buffer.from(key);
    await verifyEveryPage(file, mine);
    expect(mine.equals(key)).toBe(true);
  });

  it.each([
    ['a changed letter', "UPDATE child SET text = 'другое' WHERE id = 7"],
    ['a changed type', "UPDATE child SET empty = '' WHERE id = 7"],
    ['a missing row', 'DELETE FROM child WHERE id = 7'],
  ])('sees %s', async (_what, sql) => {
    const before = await verifyEveryPage(file, key);
    const db = openEncrypted(file, key);
    db.exec(sql);
    db.close();
    expect(await verifyEveryPage(file, key)).not.toEqual(before);
  });

  it('finds a flipped bit on any page', async () => {
    const bytes = readFileSync(file);
    for (let page = 0; page < bytes.length / 4096; page += 5) {
      const broken = join(dir, 'broken.db');
      const copy = Buffer.from(bytes);
      const at = page * 4096 + 1000;
      copy[at] = (copy[at] ?? 0) ^ 4;
      writeFileSync(broken, copy);
      await expect(verifyEveryPage(broken, key)).rejects.toThrow();
      rmSync(broken);
    }
  });

  it('finds a reference that leads nowhere', async () => {
    const db = openEncrypted(file, key);
    db.pragma('foreign_keys=OFF');
    db.exec('INSERT INTO child (parent) VALUES (99)');
    db.close();
    await expect(verifyEveryPage(file, key)).rejects.toThrow('foreign keys');
  });

  it('refuses a target that exists, and a source that does not', async () => {
    copyFileSync(file, join(dir, 'two.db'));
    await expect(vacuumInto(file, key, join(dir, 'two.db'))).rejects.toThrow();
    await expect(verifyEveryPage(join(dir, 'none.db'), key)).rejects.toMatchObject({ code: 'VAULT.MISSING' });
  });

  it('stops when told to', async () => {
    const abort = new AbortController();
    const running = verifyEveryPage(file, key, { signal: abort.signal });
    abort.abort();
    await expect(running).rejects.toMatchObject({ code: 'FILE.CANCELLED' });
  });
});
