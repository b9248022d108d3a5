import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { openEncrypted, type Connection } from '../../electron/db/pragmas';
import { appendJournal, headOf, startJournal } from '../../electron/modules/audit';
import { bareDb, restoreHost } from '../../electron/modules/backup/restore-host';
import { FileStore, type StoredFile } from '../../electron/services/file-store';
import { FLOOR, Keyring, type KeySession } from '../../electron/vault';
import { makeBackup, type BackupSource, type RestoreHost } from '../../electron/vault/backup';
import { JOURNAL_SQL } from './plain-db';

export const CLINICAL_MARKER = 'Айсұлу плакала, рассказывая про дом: 7731';
export const RECORDS_MARKER = 'Интересы: робототехника, 4402';
export const clock = (): Date => new Date('2026-11-22T09:00:00.000Z');
export const vaultOptions = { kdf: FLOOR, clock };
export const PASSWORD = 'четыре случайных слова рядом';

/** A small data folder with everything a real one has: keyring, two vaults with journals and rows, files, public facts. */
export interface TestFolder {
  dir: string;
  target: string;
  keyring: Keyring;
  session: KeySession;
  psychologist: KeySession;
  orgSheet: string;
  clinSheet: string;
  files: StoredFile[];
  records: Connection;
  host: RestoreHost;
  source(clinical?: boolean): BackupSource;
  make(folder?: string): ReturnType<typeof makeBackup>;
  dispose(): void;
}

const newFolder = (name: string): string => mkdtempSync(join(tmpdir(), `tirek-${name}-`));

function openVault(file: string, key: Buffer, markers: string[]): Connection {
  const connection = openEncrypted(file, key);
  const db = bareDb(connection);
  connection.transaction(() => {
    for (const sql of [
      ...JOURNAL_SQL,
      'CREATE TABLE child (id TEXT PRIMARY KEY, note TEXT NOT NULL, picture BLOB)',
      'CREATE TABLE visit (id INTEGER PRIMARY KEY, child_id TEXT NOT NULL REFERENCES child(id))',
    ])
      db.run(sql);
    startJournal(
      db,
      { at: clock().toISOString(), userId: null, sessionId: null, action: 'vault.born', subject: 'vault', subjectId: null },
      () => 'sealed',
    );
    for (let n = 0; n < 60; n += 1) {
      const id = randomUUID();
      db.run('INSERT INTO child VALUES (?, ?, ?)', id, `${markers[n % markers.length] ?? ''} ${String(n)}`, randomBytes(500));
      db.run('INSERT INTO visit (child_id) VALUES (?)', id);
      appendJournal(db, { at: clock().toISOString(), userId: 'u', sessionId: 's', action: 'children.create', subject: 'child', subjectId: id });
    }
  })();
  connection.pragma('user_version=10');
  return connection;
}

async function withPsychologist(keyring: Keyring, session: KeySession): Promise<KeySession> {
  const id = randomUUID();
  const { code } = keyring.invite(session, { userId: id, name: 'Психолог' });
  return keyring.acceptInvitation('Психолог', code, `${PASSWORD} её`);
}

export async function makeTestFolder(blobSizes: number[] = [0, 10, 70_000, 200_000]): Promise<TestFolder> {
  const [dir, target] = [newFolder('data'), newFolder('backups')];
  const userId = randomUUID();
  const { keyring, session, recoveryText: orgSheet } = await Keyring.create(dir, { userId, name: 'Администратор', password: PASSWORD }, vaultOptions);
  const recordsKey = session.vaultKey('records') as Buffer;
  const records = openVault(join(dir, 'records.db'), recordsKey, [RECORDS_MARKER]);
  const psychologist = await withPsychologist(keyring, session);
  const { recoveryText: clinSheet } = keyring.createClinicalVaultKey(psychologist);
  const clinicalKey = psychologist.vaultKey('clinical') as Buffer;
  openVault(join(dir, 'clinical.db'), clinicalKey, [CLINICAL_MARKER]).close();
  const store = new FileStore(join(dir, 'blobs'));
  const files: StoredFile[] = [];
  for (const size of blobSizes) files.push(await store.put(randomBytes(size)));
  writeFileSync(join(dir, 'interface.json'), '{"language":"kk"}');
  const host = restoreHost({ schema: { records: 10, clinical: 10 }, vaultOptions, clock });
  const source = (clinical = false): BackupSource => ({
    dataDir: dir,
    recordsKey: Buffer.from(recordsKey),
    clinicalKey: clinical ? Buffer.from(clinicalKey) : undefined,
    keys: keyring.exportForBackup(),
    heads: { records: headOf(bareDb(records)) as { seq: number; mac: string }, clinical: null },
    facts: {
      program: '0.1.0',
      madeAt: clock().toISOString(),
      madeBy: { id: userId, name: 'Администратор' },
      organisation: 'Фонд',
      administrators: [{ id: userId, name: 'Администратор' }],
    },
  });
  return {
    dir,
    target,
    keyring,
    session,
    psychologist,
    orgSheet,
    clinSheet,
    files,
    records,
    host,
    source,
    make: (folder = target) => makeBackup(source(), folder, host.work),
    dispose: () => {
      records.close();
      for (const folder of [dir, target]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Every row of every table, for comparing two vault files row by row. */
export function dump(file: string, key: Buffer): Record<string, unknown[]> {
  const connection = openEncrypted(file, key, { mustExist: true });
  try {
    const tables = connection.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).all() as { name: string }[];
    return Object.fromEntries(tables.map(({ name }) => [name, connection.prepare(`SELECT * FROM "${name}"`).all()]));
  } finally {
    connection.close();
  }
}

/** Names and hashes of everything in a folder: two equal pictures mean that nothing changed. */
export function picture(dir: string, skip: RegExp = /^$/): Record<string, string> {
  const found: Record<string, string> = {};
  const walk = (at: string): void => {
    if (!existsSync(at)) return;
    for (const name of readdirSync(at).sort()) {
      const path = join(at, name);
      const key = relative(dir, path);
      if (skip.test(key)) continue;
      if (statSync(path).isDirectory()) walk(path);
      else found[key] = createHash('sha256').update(readFileSync(path)).digest('hex');
    }
  };
  walk(dir);
  return found;
}

export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: unknown) => (error as { wire?: { code: string } }).wire?.code ?? (error as Error).name + ': ' + (error as Error).message,
  );
