import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3-multiple-ciphers';

/** A wrong key and a damaged first page look the same to SQLite; the keyring's key check tells them apart. */
export class VaultFileError extends Error {
  constructor(readonly code: 'VAULT.MISSING' | 'VAULT.WRONG_KEY' | 'VAULT.DAMAGED' | 'VAULT.NEWER' | 'DISK.FULL' | 'FOLDER.READ_ONLY') {
    super(code);
    this.name = 'VaultFileError';
  }
}

export interface OpenOptions {
  readonly?: boolean;
  mustExist?: boolean;
  /** Cache in MiB; by default sized to hold the whole file, so that a page is decrypted once (P5). */
  cacheMiB?: number;
}

export type Connection = Database.Database;

const MIB = 1024 * 1024;

function cacheFor(file: string): number {
  const size = existsSync(file) ? statSync(file).size : 0;
  return Math.min(1024, Math.max(64, Math.ceil((size * 1.3) / MIB)));
}

/**
 * Keys a fresh connection and sets every pragma that safety rests on.
 * `key` is the raw 32-byte vault key; this function does not wipe it, but wipes the copy it makes.
 */
export function keyConnection(db: Connection, key: Buffer, file: string, options: OpenOptions = {}): void {
  if (key.length !== 32) throw new RangeError('a vault key has 32 bytes');
  db.pragma(`cipher='sqlcipher'`);
  db.pragma('legacy=4');
  // Bytes, not SQL text: a string with the key could never be wiped. 32 bare bytes would be taken as a passphrase.
  const spelled = Buffer.concat([Buffer.from('raw:', 'ascii'), Buffer.from(key.toString('hex'), 'ascii')]);
  try {
    db.key(spelled);
  } finally {
    spelled.fill(0);
  }
  db.prepare('SELECT count(*) FROM sqlite_master').get();
  // Otherwise a large sort or temp table spills to disk in clear (the build's default is a file).
  db.pragma('temp_store=MEMORY');
  db.pragma('foreign_keys=ON');
  db.pragma('secure_delete=ON');
  db.pragma('trusted_schema=OFF');
  db.pragma('busy_timeout=2000');
  db.pragma(`cache_size=-${String((options.cacheMiB ?? cacheFor(file)) * 1024)}`);
  if (!options.readonly) {
    db.pragma('journal_mode=WAL');
    // A re-opened WAL file falls back to NORMAL, which may lose the last commits at a power cut.
    db.pragma('synchronous=FULL');
  }
  assertPragmas(db, options.readonly === true);
}

/** Fails closed when a pragma did not take: nothing is read or written on a connection that could leak or lose. */
export function assertPragmas(db: Connection, readonly = false): void {
  const expected: [string, unknown][] = [
    ['temp_store', 2],
    ['foreign_keys', 1],
    ['secure_delete', 1],
  ];
  if (!readonly) expected.push(['journal_mode', 'wal'], ['synchronous', 2]);
  for (const [name, value] of expected) {
    const found: unknown = db.pragma(name, { simple: true });
    if (found !== value) throw new Error(`pragma ${name} is ${String(found)}, not ${String(value)}`);
  }
}

export function translateOpenError(error: unknown): never {
  const code = (error as { code?: string }).code ?? '';
  if (code === 'SQLITE_NOTADB') throw new VaultFileError('VAULT.WRONG_KEY');
  if (code.startsWith('SQLITE_CORRUPT')) throw new VaultFileError('VAULT.DAMAGED');
  if (code === 'SQLITE_FULL') throw new VaultFileError('DISK.FULL');
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN') throw new VaultFileError('FOLDER.READ_ONLY');
  throw error;
}

/** Opens a vault file; throws VaultFileError. The caller closes the connection. */
export function openEncrypted(file: string, key: Buffer, options: OpenOptions = {}): Connection {
  if (options.mustExist && !existsSync(file)) throw new VaultFileError('VAULT.MISSING');
  let db: Connection | undefined;
  try {
    db = new Database(file, { readonly: options.readonly ?? false, fileMustExist: options.mustExist ?? false });
    keyConnection(db, key, file, options);
    return db;
  } catch (error) {
    db?.close();
    return translateOpenError(error);
  }
}
