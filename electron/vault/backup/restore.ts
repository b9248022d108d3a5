import { createHash, timingSafeEqual } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { refusal } from '../../../shared/kernel/errors';
import { openEncrypted, type Connection } from '../../db/pragmas';
import { diskRefusal } from '../../services/file-store/durable';
import { Keyring } from '../keyring';
import type { KeySession, VaultOptions } from '../types';
import { isVaultError } from '../vault-error';
import type { BackupManifest } from './backup-format';
import { manifestMac } from './backup-format';
import type { OpenBackup, Progress } from './backup-reader';
import { readFiles, withBackup } from './backup-reader';
import type { DatabaseFacts, DatabaseWork } from './database-work';
import { damaged } from './sealed-stream';
import { SIDE, swapIn } from './swap';

/** What a restore leaves to the program around it: the vault folder knows no journal and no tables. */
export interface RestoreHost {
  work: DatabaseWork;
  /** Schema versions that this program understands. */
  schema: { records: number; clinical: number };
  vaultOptions: VaultOptions;
  clock: () => Date;
  /** Walks the records journal of the copy from the manifest's head; answers false when an entry does not hold. */
  verifyJournal(connection: Connection, manifest: BackupManifest, signal?: AbortSignal): Promise<boolean>;
  /** Writes "restored from ... by ..." into the copy, signed by the restoring person; answers the journal's new head. */
  tellRestored(connection: Connection, manifest: BackupManifest, session: KeySession): { seq: number; mac: string };
}

export interface RestoreOrder {
  dataDir: string;
  file: string;
  recoveryText: string;
  /** One of the manifest's administrators, who gets the new password. */
  administratorId: string;
  password: string;
}

export interface CheckReport {
  manifest: BackupManifest;
  files: number;
  bytes: number;
  /** `unread`: no sheet R_clin was given, so only the bytes of the clinical file were compared, not its pages. */
  clinical: 'absent' | 'unread' | 'sound';
}

/**
 * Unpacks into a side folder, checks everything there, and only then changes places with the live data. Until that last
 * step the live data is not touched, so any refusal leaves the folder as it was. Answers the folder of the old data.
 */
export async function restoreBackup(order: RestoreOrder, host: RestoreHost, run: Progress = {}): Promise<{ kept: string; report: CheckReport }> {
  const side = join(order.dataDir, SIDE);
  try {
    const report = await checkInto(side, order, host, run, (connection, manifest, session, keyring) => {
      const head = host.tellRestored(connection, manifest, session);
      keyring.setAnchor(session, 'records', { ...head, generation: 1 });
    });
    run.signal?.throwIfAborted();
    const kept = swapIn(order.dataDir, host.clock().toISOString().slice(0, 10));
    return { kept, report };
  } catch (error) {
    await rm(side, { recursive: true, force: true }).catch(() => undefined);
    throw diskRefusal(error);
  }
}

/** The same without the last step: proves that the backup can be restored, then clears up after itself. */
export async function drillBackup(order: RestoreOrder & { clinicalRecoveryText?: string }, folder: string, host: RestoreHost, run: Progress = {}): Promise<CheckReport> {
  try {
    return await checkInto(folder, order, host, run, () => undefined);
  } catch (error) {
    throw diskRefusal(error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Finish = (connection: Connection, manifest: BackupManifest, session: KeySession, keyring: Keyring) => void;

async function checkInto(side: string, order: RestoreOrder & { clinicalRecoveryText?: string }, host: RestoreHost, run: Progress, finish: Finish): Promise<CheckReport> {
  await rm(side, { recursive: true, force: true });
  await mkdir(side, { recursive: true, mode: 0o700 });
  return withBackup(order.file, { recoveryText: order.recoveryText }, async (backup) => {
    const { manifest } = backup;
    requireKnownSchema(manifest, host.schema);
    const person = manifest.administrators.find((candidate) => candidate.id === order.administratorId);
    if (!person) throw refusal('BACKUP.NOT_ADMINISTRATOR');
    await readFiles(backup, side, run);
    const { recoveryText, password } = order;
    const { keyring, session } = await Keyring.restore(side, manifest.keys, { recoveryText, userId: person.id, name: person.name, password }, host.vaultOptions);
    try {
      await checkRecords(side, backup, session, host, run);
      const clinical = await checkClinical(side, manifest, { keyring, session, text: order.clinicalRecoveryText }, host, run);
      await withRecords(side, session, (connection) => { finish(connection, manifest, session, keyring); });
      return { manifest, files: manifest.files.length, bytes: manifest.files.reduce((sum, file) => sum + file.size, 0), clinical };
    } finally {
      session.wipe();
    }
  });
}

export function requireKnownSchema(manifest: BackupManifest, known: { records: number; clinical: number }): void {
  if (manifest.schema.records > known.records || (manifest.schema.clinical ?? 0) > known.clinical) throw refusal('BACKUP.NEWER');
}

async function checkRecords(side: string, backup: OpenBackup, session: KeySession, host: RestoreHost, run: Progress): Promise<void> {
  const { manifest } = backup;
  const key = session.vaultKey('records');
  if (!key) throw damaged();
  try {
    if (!timingSafeEqual(manifestMac(key, backup.manifestBytes), backup.manifestMac)) throw damaged();
    const facts = await host.work.inspect(join(side, 'records.db'), key, run.signal);
    if (!facts.sound || facts.schema !== manifest.schema.records || !sameRows(facts, manifest.rows.records)) throw damaged();
  } finally {
    key.fill(0);
  }
  await withRecords(side, session, async (connection) => {
    if (!(await host.verifyJournal(connection, manifest, run.signal))) throw damaged();
  });
}

interface ClinicalSheet {
  keyring: Keyring;
  session: KeySession;
  text: string | undefined;
}

/** The administrator's session cannot look inside; only with the sheet R_clin, given for this check, are the pages read. */
async function checkClinical(side: string, manifest: BackupManifest, sheet: ClinicalSheet, host: RestoreHost, run: Progress): Promise<CheckReport['clinical']> {
  if (manifest.clinical === 'absent') return 'absent';
  if (!sheet.text) return 'unread';
  const key = openClinicalKey(sheet.keyring, sheet.text);
  try {
    const facts = await host.work.inspect(join(side, 'clinical.db'), key, run.signal);
    if (!facts.sound || (manifest.rows.clinical !== null && !sameRows(facts, manifest.rows.clinical))) throw damaged();
    return 'sound';
  } finally {
    key.fill(0);
  }
}

function openClinicalKey(keyring: Keyring, text: string): Buffer {
  try {
    return keyring.openWithRecovery('clinical', text);
  } catch (error) {
    throw isVaultError(error, 'CRYPTO.OPEN_FAILED') ? refusal('BACKUP.OTHER_RECOVERY_KEY') : error;
  }
}

async function withRecords<T>(side: string, session: KeySession, work: (connection: Connection) => T | Promise<T>): Promise<T> {
  const key = session.vaultKey('records');
  if (!key) throw damaged();
  let connection: Connection;
  try {
    connection = openEncrypted(join(side, 'records.db'), key, { mustExist: true });
  } finally {
    key.fill(0);
  }
  try {
    const value = await work(connection);
    connection.pragma('wal_checkpoint(TRUNCATE)');
    return value;
  } finally {
    connection.close();
  }
}

const digest = (rows: Record<string, number>): string =>
  createHash('sha256').update(JSON.stringify(Object.entries(rows).sort(([a], [b]) => (a < b ? -1 : 1)))).digest('hex');

const sameRows = (facts: DatabaseFacts, expected: Record<string, number>): boolean => digest(facts.rows) === digest(expected);
