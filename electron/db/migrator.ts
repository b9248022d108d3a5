import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { VaultFileError, type Connection } from './pragmas';

/** A frozen step of a vault's schema. Numbers leave gaps; a published step never changes (its hash is checked). */
export interface Migration {
  version: number;
  name: string;
  sql: readonly string[];
}

export const migrationHash = (migration: Migration): string =>
  createHash('sha256')
    .update(JSON.stringify([migration.version, migration.name, migration.sql]))
    .digest('hex')
    .slice(0, 32);

const TABLE = `CREATE TABLE IF NOT EXISTS "schema_migration" ("version" integer PRIMARY KEY NOT NULL, "name" text NOT NULL, "hash" text NOT NULL, "applied_at" text NOT NULL)`;

/**
 * Applies what the file lacks, each step in its own transaction. A file that knows a later step is newer than this
 * program and is refused unchanged; before the first step on an existing file a copy is kept beside it.
 */
export function migrate(db: Connection, migrations: readonly Migration[], file: string): void {
  const latest = migrations.at(-1)?.version ?? 0;
  const current = db.pragma('user_version', { simple: true }) as number;
  if (current > latest) throw new VaultFileError('VAULT.NEWER');
  if (current > 0) assertHistory(db, migrations);
  const missing = migrations.filter((migration) => migration.version > current);
  if (missing.length === 0) return;
  if (current > 0) keepCopy(db, `${file}.before-${String(missing[0]?.version)}`);
  for (const migration of missing) apply(db, migration);
}

function assertHistory(db: Connection, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.version, migrationHash(migration)]));
  const applied = db.prepare('SELECT "version", "hash" FROM "schema_migration" ORDER BY "version"').all() as { version: number; hash: string }[];
  for (const row of applied) {
    if (known.get(row.version) !== row.hash) throw new VaultFileError('VAULT.NEWER');
  }
}

/** VACUUM INTO keeps key and cipher; the backup API refuses encrypted sources. */
function keepCopy(db: Connection, target: string): void {
  if (!existsSync(target)) db.prepare('VACUUM INTO ?').run(target);
}

function apply(db: Connection, migration: Migration): void {
  db.transaction(() => {
    db.exec(TABLE);
    for (const statement of migration.sql) db.exec(statement);
    db.prepare('INSERT INTO "schema_migration" VALUES (?, ?, ?, ?)').run(
      migration.version,
      migration.name,
      migrationHash(migration),
      new Date().toISOString(),
    );
    db.pragma(`user_version=${String(migration.version)}`);
  })();
}
