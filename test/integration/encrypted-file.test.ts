import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import Database from 'better-sqlite3-multiple-ciphers';
import { assertPragmas, openEncrypted } from '../../electron/db/pragmas';

const MARKER = 'Тайна-дома-на-холме';
let folder = '';
const key = randomBytes(32);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tirek-file-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const file = () => join(folder, 'records.db');

function plant(db: Database.Database): void {
  db.exec('CREATE TABLE note (text text)');
  for (let i = 0; i < 500; i += 1) db.prepare('INSERT INTO note VALUES (?)').run(`${MARKER} ${String(i)}`);
}

const found = (): number => readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(Buffer.from(MARKER))).length;

describe('a vault file', () => {
  it('holds no readable text in any of its parts, and the same search finds it in a plain twin', () => {
    const db = openEncrypted(file(), key);
    plant(db);
    expect(readdirSync(folder).length).toBeGreaterThan(1);
    expect(found()).toBe(0);
    db.close();
    const twin = new Database(join(folder, 'plain.db'));
    plant(twin);
    twin.close();
    expect(found()).toBe(1);
  });

  it('refuses another key without touching the file', () => {
    openEncrypted(file(), key).close();
    const [before, time] = [readFileSync(file()), statSync(file()).mtimeMs];
    expect(() => openEncrypted(file(), randomBytes(32), { mustExist: true })).toThrow('VAULT.WRONG_KEY');
    expect(readFileSync(file()).equals(before)).toBe(true);
    expect(statSync(file()).mtimeMs).toBe(time);
    expect(readdirSync(folder)).toEqual(['records.db']);
  });

  it('is never made by a look at a missing one', () => {
    expect(() => openEncrypted(file(), key, { mustExist: true })).toThrow('VAULT.MISSING');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps the pragmas of safety when it is opened again', () => {
    openEncrypted(file(), key).close();
    const db = openEncrypted(file(), key);
    expect([
      db.pragma('synchronous', { simple: true }),
      db.pragma('temp_store', { simple: true }),
      db.pragma('journal_mode', { simple: true }),
      db.pragma('secure_delete', { simple: true }),
    ]).toEqual([2, 2, 'wal', 1]);
    db.pragma('synchronous=NORMAL');
    expect(() => {
      assertPragmas(db);
    }).toThrow('synchronous');
    db.close();
  });

  it('spills no temporary table to the disk', () => {
    const db = openEncrypted(file(), key);
    db.exec(
      `CREATE TEMP TABLE spill AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000) SELECT i, hex(randomblob(400)) AS t FROM n`,
    );
    const open = readdirSync('/proc/self/fd').map((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`);
      } catch {
        return '';
      }
    });
    expect(open.filter((path) => path.includes('etilqs'))).toEqual([]);
    db.close();
  });

  it('names a flipped bit instead of answering wrong', () => {
    const db = openEncrypted(file(), key);
    plant(db);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    const clean = readFileSync(file());
    for (let round = 0; round < 60; round += 1) {
      const bytes = Buffer.from(clean);
      const at = Math.floor((round / 60) * clean.length) + (round % 7);
      bytes[at] = (bytes[at] ?? 0) ^ 4;
      rmSync(`${file()}-wal`, { force: true });
      rmSync(`${file()}-shm`, { force: true });
      const target = join(folder, `flip.db`);
      rmSync(target, { force: true });
      writeFileSync(target, bytes);
      expect(
        () => {
          const damaged = openEncrypted(target, key, { mustExist: true, readonly: true });
          try {
            damaged.prepare('SELECT text FROM note').all();
            const verdict = damaged.pragma('integrity_check', { simple: true });
            if (verdict === 'ok') throw new Error('silent');
            throw new Error('reported');
          } finally {
            damaged.close();
          }
        },
        `byte ${String(at)}`,
      ).toThrow(/^(?!silent)/);
    }
  });
});
