import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { refusal } from '../../../shared/kernel/errors';
import { openEncrypted, type Connection } from '../../db/pragmas';
import { diskRefusal } from '../../services/file-store/durable';
import { Keyring } from '../keyring';
import { requirePassword } from '../ring';
import type { KeySession, VaultOptions } from '../types';
import { isVaultError } from '../vault-error';
import type { BackupManifest } from './backup-format';
import { manifestMac } from './backup-format';
import type { OpenBackup, Opener, Progress } from './backup-reader';
import { readFiles, withBackup } from './backup-reader';
import type { DatabaseFacts, DatabaseWork } from './database-work';
import { damaged } from './sealed-stream';
import { hasUnfinishedSwap, SIDE, swapIn } from './swap';

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
  /** Called before each step of the swap; a test stops the world there. */
  hook?: (step: string) => void;
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
export async function restoreBackup(
  order: RestoreOrder,
  host: RestoreHost,
  run: Progress = {},
): Promise<{ kept: string; name: string; report: CheckReport }> {
  const side = join(order.dataDir, SIDE);
  const { recoveryText } = order;
  // The side folder of a swap that was cut off holds the only copy of what is being put in place.
  if (hasUnfinishedSwap(order.dataDir)) throw refusal('RESTORE.UNFINISHED');
  // Asked before the long work: a short password should not cost a quarter of an hour.
  const early = (manifest: BackupManifest): void => {
    requirePassword(order.password, [administratorOf(manifest, order.administratorId).name]);
  };
  try {
    const report = await unpackAndCheck(side, { file: order.file, opener: { recoveryText }, recordsKey: bySheet(recoveryText), early }, host, run);
    const person = administratorOf(report.manifest, order.administratorId);
    const first = { recoveryText, userId: person.id, name: person.name, password: order.password };
    const { keyring, session } = await Keyring.restore(side, report.manifest.keys, first, host.vaultOptions);
    try {
      const head = await withRecords(side, session, (connection) => host.tellRestored(connection, report.manifest, session));
      keyring.setAnchor(session, 'records', { ...head, generation: 1 });
    } finally {
      session.wipe();
    }
    run.signal?.throwIfAborted();
    return { kept: swapIn(order.dataDir, host.clock().toISOString().slice(0, 10), order.hook), name: person.name, report };
  } catch (error) {
    // When a swap could not be undone, its note stays and the side folder is needed at the next start.
    if (!hasUnfinishedSwap(order.dataDir)) await rm(side, { recursive: true, force: true }).catch(() => undefined);
    throw diskRefusal(error);
  }
}

export interface DrillOrder {
  file: string;
  recoveryText: string;
  /** R_clin, when its keeper is present: then the clinical pages are read too. */
  clinicalRecoveryText?: string | undefined;
}

/** A restore without its last step, under a password that nobody knows: proves that it would work, then clears up. */
export async function drillBackup(order: DrillOrder, folder: string, host: RestoreHost, run: Progress = {}): Promise<CheckReport> {
  const { recoveryText } = order;
  return inPassing(folder, async () => {
    const report = await unpackAndCheck(
      folder,
      { file: order.file, opener: { recoveryText }, recordsKey: bySheet(recoveryText), clinicalRecoveryText: order.clinicalRecoveryText },
      host,
      run,
    );
    const person = report.manifest.administrators[0];
    if (!person) throw refusal('BACKUP.NOT_ADMINISTRATOR');
    const password = randomBytes(24).toString('base64');
    const { session } = await Keyring.restore(
      folder,
      report.manifest.keys,
      { recoveryText, userId: person.id, name: person.name, password },
      host.vaultOptions,
    );
    session.wipe();
    return report;
  });
}

/** Checks a backup with its own file key and today's records key: no sheet is needed while the key is the same. */
export async function verifyOwnBackup(
  order: { file: string; fileKey: Buffer; recordsKey: Buffer; keyId: string },
  folder: string,
  host: RestoreHost,
  run: Progress = {},
): Promise<CheckReport> {
  const recordsKey = (manifest: BackupManifest): Buffer => {
    if (manifest.keys.vaults.records?.keyId !== order.keyId) throw refusal('BACKUP.SHEET_NEEDED');
    return Buffer.from(order.recordsKey);
  };
  return inPassing(folder, () => unpackAndCheck(folder, { file: order.file, opener: { fileKey: order.fileKey }, recordsKey }, host, run));
}

async function inPassing<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw diskRefusal(error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Check {
  file: string;
  opener: Opener;
  recordsKey(manifest: BackupManifest): Buffer;
  clinicalRecoveryText?: string | undefined;
  early?(manifest: BackupManifest): void;
}

const bySheet =
  (recoveryText: string) =>
  (manifest: BackupManifest): Buffer =>
    Keyring.openBackupKey(manifest.keys, 'records', recoveryText);

async function unpackAndCheck(side: string, check: Check, host: RestoreHost, run: Progress): Promise<CheckReport> {
  await rm(side, { recursive: true, force: true });
  await mkdir(side, { recursive: true, mode: 0o700 });
  return withBackup(check.file, check.opener, async (backup) => {
    const { manifest } = backup;
    requireKnownSchema(manifest, host.schema);
    check.early?.(manifest);
    const key = translated(() => check.recordsKey(manifest));
    try {
      await readFiles(backup, side, run);
      await checkRecords(side, backup, key, host, run);
    } finally {
      key.fill(0);
    }
    const clinical = await checkClinical(side, manifest, check.clinicalRecoveryText, host, run);
    return { manifest, files: manifest.files.length, bytes: manifest.files.reduce((sum, file) => sum + file.size, 0), clinical };
  });
}

export function requireKnownSchema(manifest: BackupManifest, known: { records: number; clinical: number }): void {
  if (manifest.schema.records > known.records || (manifest.schema.clinical ?? 0) > known.clinical) throw refusal('BACKUP.NEWER');
}

function administratorOf(manifest: BackupManifest, id: string): { id: string; name: string } {
  const person = manifest.administrators.find((candidate) => candidate.id === id);
  if (!person) throw refusal('BACKUP.NOT_ADMINISTRATOR');
  return person;
}

async function checkRecords(side: string, backup: OpenBackup, key: Buffer, host: RestoreHost, run: Progress): Promise<void> {
  const { manifest } = backup;
  if (!timingSafeEqual(manifestMac(key, backup.manifestBytes), backup.manifestMac)) throw damaged();
  const file = join(side, 'records.db');
  const facts = await host.work.inspect(file, key, run.signal);
  if (!facts.sound || facts.schema !== manifest.schema.records || !sameRows(facts, manifest.rows.records)) throw damaged();
  const connection = openEncrypted(file, key, { mustExist: true });
  try {
    if (!(await host.verifyJournal(connection, manifest, run.signal))) throw damaged();
    connection.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    connection.close();
  }
}

/** The administrator's session cannot look inside; only with the sheet R_clin, given for this check, are the pages read. */
async function checkClinical(
  side: string,
  manifest: BackupManifest,
  text: string | undefined,
  host: RestoreHost,
  run: Progress,
): Promise<CheckReport['clinical']> {
  if (manifest.clinical === 'absent') return 'absent';
  if (!text) return 'unread';
  const key = translated(() => Keyring.openBackupKey(manifest.keys, 'clinical', text));
  try {
    const facts = await host.work.inspect(join(side, 'clinical.db'), key, run.signal);
    if (!facts.sound || (manifest.rows.clinical !== null && !sameRows(facts, manifest.rows.clinical))) throw damaged();
    return 'sound';
  } finally {
    key.fill(0);
  }
}

/** A well-typed sheet that opens nothing here belongs to another vault, or to an earlier or later one. */
function translated<T>(open: () => T): T {
  try {
    return open();
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
  createHash('sha256')
    .update(JSON.stringify(Object.entries(rows).sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex');

const sameRows = (facts: DatabaseFacts, expected: Record<string, number>): boolean => digest(facts.rows) === digest(expected);
