import 'reflect-metadata';
import Database from 'better-sqlite3-multiple-ciphers';
import { DataSource, type EntityTarget } from 'typeorm';
import { keyConnection, translateOpenError, VaultFileError, type Connection } from './pragmas';
import { existsSync } from 'node:fs';
import { migrate, type Migration } from './migrator';
import { VaultDb } from './table';

export interface VaultSpec {
  file: string;
  entities: EntityTarget<object>[];
  migrations: readonly Migration[];
}

/** An open vault. Reads and writes are synchronous, so a transaction is one turn of the event loop and cannot interleave. */
export interface Vault {
  db: VaultDb;
  source: DataSource;
  connection: Connection;
  transaction<T>(work: (db: VaultDb) => T): T;
  /** For work in portions (ipc/portions.ts), whose owner keeps everybody else away meanwhile. */
  begin(): { db: VaultDb; commit(): void; rollback(): void };
  close(): Promise<void>;
}

/**
 * Opens (or makes) a vault file with its 32-byte key and brings its schema up to date.
 * Throws VaultFileError; the key is not wiped here, its owner does that.
 */
export async function openVault(spec: VaultSpec, key: Buffer, options: { mustExist?: boolean } = {}): Promise<Vault> {
  if (options.mustExist && !existsSync(spec.file)) throw new VaultFileError('VAULT.MISSING');
  let connection: Connection | undefined;
  const source = new DataSource({
    type: 'better-sqlite3',
    driver: Database,
    database: spec.file,
    entities: spec.entities as never[],
    synchronize: false,
    migrationsRun: false,
    logging: false,
    prepareDatabase: (db: Connection) => {
      connection = db;
      keyConnection(db, key, spec.file);
    },
  });
  try {
    await source.initialize();
    const db = connection as Connection;
    migrate(db, spec.migrations, spec.file);
    const vaultDb = new VaultDb(source, db);
    return {
      db: vaultDb,
      source,
      connection: db,
      transaction: (work) => runTransaction(db, vaultDb, work),
      begin: () => beginTransaction(db, vaultDb),
      close: () => source.destroy(),
    };
  } catch (error) {
    if (source.isInitialized) await source.destroy();
    else connection?.close();
    return translateOpenError(error);
  }
}

function beginTransaction(connection: Connection, db: VaultDb): { db: VaultDb; commit(): void; rollback(): void } {
  if (connection.inTransaction) throw new Error('a transaction is already open');
  db.statements.of('BEGIN IMMEDIATE').run();
  return {
    db,
    commit: () => {
      db.statements.of('COMMIT').run();
    },
    // A file that was closed meanwhile has rolled back by itself.
    rollback: () => {
      if (connection.open && connection.inTransaction) db.statements.of('ROLLBACK').run();
    },
  };
}

function runTransaction<T>(connection: Connection, db: VaultDb, work: (db: VaultDb) => T): T {
  if (connection.inTransaction) throw new Error('a transaction is already open');
  db.statements.of('BEGIN IMMEDIATE').run();
  try {
    const value = work(db);
    if (value instanceof Promise) throw new TypeError('a transaction must not await: another request would join it');
    db.statements.of('COMMIT').run();
    return value;
  } catch (error) {
    if (connection.inTransaction) db.statements.of('ROLLBACK').run();
    throw error;
  }
}
