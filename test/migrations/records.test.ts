import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openVault } from '../../electron/db/connection';
import { migrate, migrationHash } from '../../electron/db/migrator';
import { openEncrypted } from '../../electron/db/pragmas';
import { schemas } from '../../electron/modules';
import { VAULTS } from '../../electron/vault';

let folder = '';
const key = randomBytes(32);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tirek-migrations-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const file = () => join(folder, 'records.db');

const frozen = JSON.parse(readFileSync(join(import.meta.dirname, 'frozen.json'), 'utf8')) as Record<string, Record<string, string>>;

describe.each(VAULTS)('the %s schema', (vault) => {
  it('equals what the entities declare, once every migration has run', async () => {
    const open = await openVault({ file: file(), ...schemas[vault] }, key);
    const { upQueries } = await open.source.driver.createSchemaBuilder().log();
    await open.close();
    expect(upQueries.map((query) => query.query)).toEqual([]);
  });

  it('has numbers that rise and steps that nobody changed since they were frozen', () => {
    const versions = schemas[vault].migrations.map((migration) => migration.version);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    const hashes = Object.fromEntries(schemas[vault].migrations.map((migration) => [String(migration.version), migrationHash(migration)]));
    expect(hashes).toEqual(frozen[vault]);
  });

  it.each(schemas[vault].migrations.map((migration, index) => [migration.version, index] as const))(
    'step %i runs on what the steps before it left',
    (version, index) => {
      const db = openEncrypted(file(), key);
      migrate(db, schemas[vault].migrations.slice(0, index), file());
      migrate(db, schemas[vault].migrations.slice(0, index + 1), file());
      expect(db.pragma('user_version', { simple: true })).toBe(version);
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      db.close();
    },
  );
});

it('a file that knows a later step is refused and left as it was', async () => {
  const db = openEncrypted(file(), key);
  migrate(db, schemas.records.migrations, file());
  db.pragma('user_version=99990');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  const before = readFileSync(file());
  await expect(openVault({ file: file(), ...schemas.records }, key, { mustExist: true })).rejects.toMatchObject({ code: 'VAULT.NEWER' });
  expect(readFileSync(file()).equals(before)).toBe(true);
});

it('a step that fails half-way leaves nothing of itself', () => {
  const db = openEncrypted(file(), key);
  const broken = { version: 10, name: 'broken', sql: ['CREATE TABLE "kept" ("id" text)', 'CREATE TABLE nonsense ('] };
  expect(() => {
    migrate(db, [broken], file());
  }).toThrow();
  expect(db.pragma('user_version', { simple: true })).toBe(0);
  expect(db.prepare(`SELECT count(*) AS n FROM sqlite_master`).get()).toEqual({ n: 0 });
  db.close();
});
