import { FileWorkError, vacuumInto, verifyEveryPage, type TableHash } from '../../db/file-work';
import { openEncrypted, VaultFileError } from '../../db/pragmas';
import type { DatabaseFacts, DatabaseWork } from './database-work';

/** The real thing: each call starts a worker of its own and ends it. */
export const fileDatabaseWork: DatabaseWork = {
  async copy(source, key, target, signal) {
    await vacuumInto(source, key, target, signal ? { signal } : {}).catch(rethrow);
  },

  async inspect(file, key, signal): Promise<DatabaseFacts> {
    let tables: TableHash[];
    try {
      tables = await verifyEveryPage(file, key, signal ? { signal } : {});
    } catch (error) {
      return rethrowUnlessUnsound(error);
    }
    return { sound: true, schema: schemaOf(file, key), rows: Object.fromEntries(tables.map(({ table, rows }) => [table, rows])) };
  },
};

function schemaOf(file: string, key: Buffer): number {
  const connection = openEncrypted(file, key, { mustExist: true, readonly: true });
  try {
    return connection.pragma('user_version', { simple: true }) as number;
  } finally {
    connection.close();
  }
}

const NOT_THE_FILE = /^(FILE\.CANCELLED|FILE\.WORKER_ENDED|SQLITE_FULL|SQLITE_NOMEM|DISK\.FULL|FOLDER\.READ_ONLY|VAULT\.MISSING|E[A-Z]+)$/;

/** What says something about the disk or the job is passed on; everything else says that the file does not hold. */
function rethrowUnlessUnsound(error: unknown): DatabaseFacts {
  if (error instanceof FileWorkError && !NOT_THE_FILE.test(error.code)) return { sound: false, schema: 0, rows: {} };
  return rethrow(error);
}

function rethrow(error: unknown): never {
  if (!(error instanceof FileWorkError)) throw error;
  if (error.code === 'FILE.CANCELLED') throw new DOMException('cancelled', 'AbortError');
  if (error.code === 'SQLITE_FULL' || error.code === 'DISK.FULL') throw new VaultFileError('DISK.FULL');
  if (error.code === 'SQLITE_NOTADB' || error.code === 'VAULT.WRONG_KEY') throw new VaultFileError('VAULT.WRONG_KEY');
  if (error.code === 'VAULT.MISSING') throw new VaultFileError('VAULT.MISSING');
  if (error.code.startsWith('SQLITE_CORRUPT') || error.code === 'VAULT.DAMAGED') throw new VaultFileError('VAULT.DAMAGED');
  throw error;
}
