import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, link, mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { refusal } from '../../../shared/kernel/errors';
import { diskRefusal, syncFolder } from '../../services/file-store/durable';
import { seal } from '../crypto';
import type { BackupKeys } from '../types';
import type { BackedUpFile, BackupHead, BackupManifest } from './backup-format';
import { backupFileName, FILE_PATH, FORMAT, headBinding, keyBinding, MAGIC, manifestMac } from './backup-format';
import type { Progress } from './backup-reader';
import { readFiles, withBackup } from './backup-reader';
import type { DatabaseWork } from './database-work';
import { SealedSink, writeAll } from './sealed-stream';

/** Encrypted copies wait here while a backup is written. Whatever an interrupted run left is cleared by the next one. */
export const STAGING = 'backup-work';

export interface BackupSource {
  dataDir: string;
  recordsKey: Buffer;
  /** Undefined: the maker holds no clinical key, and the clinical file is closed. */
  clinicalKey: Buffer | undefined;
  /** Vault keys sealed to the recovery sheets only. */
  keys: BackupKeys;
  heads: BackupManifest['heads'];
  facts: {
    program: string;
    madeAt: string;
    madeBy: { id: string; name: string };
    organisation: string | null;
    administrators: { id: string; name: string }[];
  };
}

export interface MadeBackup {
  id: string;
  file: string;
  size: number;
  fileKey: Buffer;
  manifest: BackupManifest;
}

/**
 * Copies both vaults and all files into one sealed file in `folder`, reads that file back to its last byte, and only then
 * gives it its name. Cancelled or failed at any point, it leaves no file that looks like a backup.
 */
export async function makeBackup(source: BackupSource, folder: string, work: DatabaseWork, run: Progress = {}): Promise<MadeBackup> {
  const id = randomBytes(16).toString('hex');
  const file = join(folder, backupFileName(source.facts.madeAt, id));
  const staging = join(source.dataDir, STAGING);
  const fileKey = randomBytes(32);
  try {
    await rm(staging, { recursive: true, force: true });
    await mkdir(staging, { mode: 0o700 });
    await requireSpace(source.dataDir, folder);
    const manifest = await stage(source, id, staging, work, run);
    const total = manifest.files.reduce((sum, entry) => sum + entry.size, 0);
    const step =
      (offset: number) =>
      (done: number): void => {
        run.progress?.(offset + done, 2 * total);
      };
    await writeSealed(`${file}.part`, { source, manifest, staging, fileKey }, { signal: run.signal, progress: step(0) });
    await withBackup(`${file}.part`, { fileKey }, (backup) => readFiles(backup, null, { signal: run.signal, progress: step(total) }));
    await giveName(`${file}.part`, file, folder);
    return { id, file, size: (await stat(file)).size, fileKey, manifest };
  } catch (error) {
    fileKey.fill(0);
    await rm(`${file}.part`, { force: true }).catch(() => undefined);
    throw diskRefusal(error);
  } finally {
    await rm(staging, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Never over an existing file: a link fails where a rename would replace. Disks without links get the rename. */
async function giveName(part: string, file: string, folder: string): Promise<void> {
  try {
    await link(part, file);
    await rm(part);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    await rename(part, file);
  }
  await syncFolder(folder);
}

async function stage(source: BackupSource, id: string, staging: string, work: DatabaseWork, run: Progress): Promise<BackupManifest> {
  const records = join(staging, 'records.db');
  await work.copy(join(source.dataDir, 'records.db'), source.recordsKey, records, run.signal);
  const recordsFacts = await work.inspect(records, source.recordsKey, run.signal);
  if (!recordsFacts.sound) throw refusal('VAULT.DAMAGED');
  const clinical = await stageClinical(source, staging, work, run);
  const files: BackedUpFile[] = [];
  for (const path of await pathsToKeep(source.dataDir, staging)) {
    run.signal?.throwIfAborted();
    files.push(await describeFile(path, placeOf(source.dataDir, staging, path)));
  }
  const { madeAt, madeBy, organisation, administrators } = source.facts;
  return {
    id,
    madeAt,
    madeBy,
    organisation,
    administrators,
    files,
    keys: source.keys,
    heads: source.heads,
    clinical: clinical.how,
    schema: { records: recordsFacts.schema, clinical: clinical.facts?.schema ?? null },
    rows: { records: recordsFacts.rows, clinical: clinical.facts?.rows ?? null },
  };
}

interface StagedClinical {
  how: BackupManifest['clinical'];
  facts: { schema: number; rows: Record<string, number> } | null;
}

/** With the key: a checked copy. Without it the file is closed (one Tirek a folder), so its bytes and its log are copied as they lie. */
async function stageClinical(source: BackupSource, staging: string, work: DatabaseWork, run: Progress): Promise<StagedClinical> {
  const from = join(source.dataDir, 'clinical.db');
  if (!(await exists(from))) return { how: 'absent', facts: null };
  const to = join(staging, 'clinical.db');
  if (source.clinicalKey) {
    await work.copy(from, source.clinicalKey, to, run.signal);
    const facts = await work.inspect(to, source.clinicalKey, run.signal);
    if (!facts.sound) throw refusal('VAULT.DAMAGED');
    return { how: 'vacuumed', facts };
  }
  const before = await stat(from);
  await copyFile(from, to);
  if (await exists(`${from}-wal`)) await copyFile(`${from}-wal`, `${to}-wal`);
  const after = await stat(from);
  if (before.size !== after.size || before.mtimeMs !== after.mtimeMs) throw refusal('FOLDER.IN_USE');
  return { how: 'copied', facts: null };
}

async function pathsToKeep(dataDir: string, staging: string): Promise<string[]> {
  const staged = (await readdir(staging)).sort();
  const settings = (await exists(join(dataDir, 'interface.json'))) ? ['interface.json'] : [];
  const blobs = (await readdir(join(dataDir, 'blobs')).catch(() => [] as string[])).map((name) => `blobs/${name}`).sort();
  return [...staged, ...settings, ...blobs].filter((path) => FILE_PATH.test(path));
}

const placeOf = (dataDir: string, staging: string, path: string): string =>
  join(path.endsWith('.db') || path.endsWith('-wal') ? staging : dataDir, ...path.split('/'));

async function describeFile(path: string, place: string): Promise<BackedUpFile> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const part of createReadStream(place) as AsyncIterable<Buffer>) {
    hash.update(part);
    size += part.length;
  }
  return { path, size, sha256: hash.digest('hex') };
}

interface Sealing {
  source: BackupSource;
  manifest: BackupManifest;
  staging: string;
  fileKey: Buffer;
}

async function writeSealed(part: string, sealing: Sealing, run: Progress): Promise<void> {
  const { source, manifest, staging, fileKey } = sealing;
  const headBytes = Buffer.from(JSON.stringify(headFor(source, manifest, fileKey)), 'utf8');
  const manifestBytes = Buffer.from(JSON.stringify(manifest), 'utf8');
  const handle = await open(part, 'wx', 0o600);
  try {
    await writeAll(handle, Buffer.concat([MAGIC, length(headBytes), headBytes, createHash('sha256').update(headBytes).digest()]));
    const sink = new SealedSink(handle, fileKey, headBinding(headBytes));
    await sink.begin();
    await sink.write(Buffer.concat([length(manifestBytes), manifestBytes, manifestMac(source.recordsKey, manifestBytes)]));
    let done = 0;
    for (const entry of manifest.files) {
      for await (const bytes of createReadStream(placeOf(source.dataDir, staging, entry.path)) as AsyncIterable<Buffer>) {
        run.signal?.throwIfAborted();
        await sink.write(bytes);
        done += bytes.length;
        run.progress?.(done, 0);
      }
    }
    await sink.end();
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function headFor(source: BackupSource, manifest: BackupManifest, fileKey: Buffer): BackupHead {
  const recovery = source.keys.vaults.records?.recoveryPublicKey;
  if (!recovery) throw refusal('BACKUP.NO_RECOVERY_KEY');
  const publicKey = publicKeyBytes(recovery);
  return {
    format: FORMAT,
    id: manifest.id,
    madeAt: manifest.madeAt,
    program: source.facts.program,
    recoveryPublicKey: publicKey.toString('hex'),
    sealedKey: seal(publicKey, fileKey, keyBinding(manifest.id, manifest.madeAt)).toString('base64'),
  };
}

/** The keyring spells keys in base64. */
const publicKeyBytes = (text: string): Buffer => Buffer.from(text, 'base64');

function length(bytes: Buffer): Buffer {
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32BE(bytes.length);
  return prefix;
}

/** Asked before the first byte is written: half an hour of copying should not end in "disk full". */
async function requireSpace(dataDir: string, folder: string): Promise<void> {
  let bytes = 0;
  for (const name of ['records.db', 'records.db-wal', 'clinical.db', 'clinical.db-wal']) bytes += await sizeOf(join(dataDir, name));
  const staged = bytes;
  for (const name of await readdir(join(dataDir, 'blobs')).catch(() => [] as string[])) bytes += await sizeOf(join(dataDir, 'blobs', name));
  const free = async (dir: string): Promise<number> => {
    const facts = await statfs(dir);
    return facts.bavail * facts.bsize;
  };
  const margin = 8 * 1024 * 1024;
  const sameDisk = (await stat(dataDir)).dev === (await stat(folder)).dev;
  if ((await free(folder)) < bytes + margin + (sameDisk ? staged : 0)) throw refusal('DISK.FULL');
  if (!sameDisk && (await free(dataDir)) < staged + margin) throw refusal('DISK.FULL');
}

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    (facts) => facts.size,
    () => 0,
  );
const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
