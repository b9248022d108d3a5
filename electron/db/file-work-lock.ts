import Database from 'better-sqlite3-multiple-ciphers';

export type ExclusiveLock = { release: () => void };

/** Held by an open SQLite transaction: the operating system lets go of it when the process dies, however it dies. */
export function holdExclusiveLock(file: string): ExclusiveLock | 'held-by-another' {
  const db = new Database(file, { timeout: 0 });
  try {
    db.pragma('journal_mode=DELETE');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    const code = (error as { code?: string }).code ?? '';
    if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'held-by-another';
    throw error;
  }
  return {
    release: () => {
      if (!db.open) return;
      if (db.inTransaction) db.exec('ROLLBACK');
      db.close();
    },
  };
}
