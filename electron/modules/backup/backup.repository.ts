import { z } from 'zod';
import type { ReadDb, WriteDb } from '../../db/types';

/** A backup that this PC made. Its own key lies in the encrypted records: reading it back needs no sheet. */
const Known = z.object({
  id: z.string(),
  file: z.string(),
  madeAt: z.string(),
  size: z.number(),
  fileKey: z.string(),
  recoveryPublicKey: z.string(),
  head: z.object({ seq: z.number(), mac: z.string() }),
});
export type KnownRow = z.infer<typeof Known>;

const KEEP = 60;
const IDS = { known: 'backup.known', lastAt: 'backup.lastAt', lastFolder: 'backup.lastFolder', lastDrillAt: 'backup.lastDrillAt' } as const;

function read<T>(db: ReadDb, id: string, schema: z.ZodType<T>): T | null {
  const row = db.get<{ value: string }>('SELECT value FROM setting WHERE id = ?', id);
  if (!row) return null;
  const parsed = schema.safeParse(JSON.parse(row.value));
  return parsed.success ? parsed.data : null;
}

function write(db: WriteDb, id: string, value: unknown): void {
  const text = JSON.stringify(value);
  db.run('INSERT INTO setting (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value', id, text);
}

/** Newest first. */
export const knownBackups = (db: ReadDb): KnownRow[] => read(db, IDS.known, z.array(Known)) ?? [];
export const lastBackupAt = (db: ReadDb): string | null => read(db, IDS.lastAt, z.string());
export const lastFolder = (db: ReadDb): string | null => read(db, IDS.lastFolder, z.string());
export const lastDrillAt = (db: ReadDb): string | null => read(db, IDS.lastDrillAt, z.string());

export function rememberBackup(db: WriteDb, made: KnownRow, folder: string): void {
  write(db, IDS.known, [made, ...knownBackups(db)].slice(0, KEEP));
  write(db, IDS.lastAt, made.madeAt);
  write(db, IDS.lastFolder, folder);
}

export const rememberDrill = (db: WriteDb, at: string): void => {
  write(db, IDS.lastDrillAt, at);
};

/** Those who could be given a new password when the backup is restored. */
export function administratorsOf(db: ReadDb): { id: string; name: string }[] {
  const rows = db.all<{ id: string; name: string; roles: string }>('SELECT id, name, roles FROM user_account WHERE active = 1 ORDER BY name');
  return rows.filter((row) => (JSON.parse(row.roles) as string[]).includes('administrator')).map(({ id, name }) => ({ id, name }));
}

export const organisationName = (db: ReadDb): string | null => db.get<{ name: string }>('SELECT name_ru AS name FROM organisation')?.name ?? null;
