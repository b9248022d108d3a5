import type { Connection } from '../../db/pragmas';
import { Statements } from '../../db/table';
import type { SqlValue, WriteDb } from '../../db/types';
import type { KeySession, VaultOptions } from '../../vault';
import { fileDatabaseWork, type BackupManifest, type RestoreHost } from '../../vault/backup';
import { appendJournal, headOf, verifyJournal } from '../audit';

/** A connection without entities: a restored copy may have an older schema than the entities describe. */
export function bareDb(connection: Connection): WriteDb {
  const statements = new Statements(connection);
  return {
    get: <T>(sql: string, ...params: SqlValue[]) => statements.of(sql).get(...params) as T | undefined,
    all: <T>(sql: string, ...params: SqlValue[]) => statements.of(sql).all(...params) as T[],
    run: (sql: string, ...params: SqlValue[]) => statements.of(sql).run(...params).changes,
    table: () => {
      throw new Error('a copy under check has no entities');
    },
  };
}

/** The bytes that the restoring person signs: which backup, made when, and where its journal stood. */
export const restoreStatement = (manifest: BackupManifest, head: { seq: number; mac: string }): Buffer =>
  Buffer.from(`tirek-restored-v1|${manifest.id}|${manifest.madeAt}|${String(head.seq)}|${head.mac}`, 'utf8');

function tellRestored(connection: Connection, manifest: BackupManifest, session: KeySession, at: string): { seq: number; mac: string } {
  const db = bareDb(connection);
  return connection.transaction(() => {
    const before = headOf(db);
    if (!before) throw new Error('a backup without a journal');
    const detail = {
      madeAt: manifest.madeAt,
      madeBy: manifest.madeBy.id,
      head: before.seq,
      signature: session.sign(restoreStatement(manifest, before)).toString('base64'),
    };
    return appendJournal(db, {
      at,
      userId: session.userId,
      sessionId: null,
      action: 'restore.run',
      subject: 'backup',
      subjectId: manifest.id,
      detail,
    });
  })();
}

export function restoreHost(program: { schema: { records: number; clinical: number }; vaultOptions: VaultOptions; clock: () => Date }): RestoreHost {
  return {
    work: fileDatabaseWork,
    schema: program.schema,
    vaultOptions: program.vaultOptions,
    clock: program.clock,
    verifyJournal: async (connection, manifest, signal) => (await verifyJournal(bareDb(connection), [manifest.heads.records], null, signal)).ok,
    tellRestored: (connection, manifest, session) => tellRestored(connection, manifest, session, program.clock().toISOString()),
  };
}
