import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { refusal } from '../../../shared/kernel/errors';
import { diskRefusal, syncFolder } from '../../services/file-store/durable';
import { openSealed } from '../crypto';
import { recoveryKeyPair } from '../recovery-key';
import { isVaultError } from '../vault-error';
import { BackupHead, BackupManifest, FORMAT, headBinding, keyBinding, MAGIC, MAX_HEAD, MAX_MANIFEST } from './backup-format';
import { damaged, readExactly, SealedSource, writeAll } from './sealed-stream';

export interface Progress {
  signal?: AbortSignal | undefined;
  /** Bytes done of bytes in all. */
  progress?: ((done: number, total: number) => void) | undefined;
}

/** How a backup is opened: with the director's sheet, or with its own key kept in the records vault of the PC that made it. */
export type Opener = { recoveryText: string } | { fileKey: Buffer };

export interface OpenBackup {
  head: BackupHead;
  manifest: BackupManifest;
  manifestBytes: Buffer;
  manifestMac: Buffer;
  size: number;
  source: SealedSource;
}

/** What the file says in clear: its date and which sheet opens it. Refuses what is not, or not wholly, a backup. */
export async function readHead(file: string): Promise<BackupHead> {
  return withFile(file, async (handle) => (await headOf(handle)).head);
}

/** Opens, hands over, and closes. The manifest is read and checked; the files follow in `source`. */
export async function withBackup<T>(file: string, opener: Opener, work: (backup: OpenBackup) => Promise<T>): Promise<T> {
  return withFile(file, async (handle) => {
    const { head, headBytes, end } = await headOf(handle);
    const key = fileKeyOf(head, opener);
    try {
      const source = await SealedSource.open(handle, end, key, headBinding(headBytes));
      const length = (await source.exactly(4)).readUInt32BE(0);
      if (length > MAX_MANIFEST) throw damaged();
      const manifestBytes = await source.exactly(length);
      const manifestMac = await source.exactly(32);
      const manifest = parseAs(BackupManifest, manifestBytes);
      if (manifest.id !== head.id || manifest.madeAt !== head.madeAt) throw damaged();
      return await work({ head, manifest, manifestBytes, manifestMac, source, size: (await handle.stat()).size });
    } finally {
      key.fill(0);
    }
  });
}

/** Reads every file of the backup against its size and hash; with `into`, writes them there, each one synced. */
export async function readFiles(backup: OpenBackup, into: string | null, run: Progress = {}): Promise<void> {
  const total = backup.manifest.files.reduce((sum, file) => sum + file.size, 0);
  let done = 0;
  for (const file of backup.manifest.files) {
    const target = into === null ? null : await openTarget(into, file.path);
    const hash = createHash('sha256');
    try {
      for (let left = file.size; left > 0;) {
        run.signal?.throwIfAborted();
        const part = await backup.source.next(left);
        hash.update(part);
        if (target) await writeAll(target, part);
        left -= part.length;
        done += part.length;
        run.progress?.(done, total);
      }
      await target?.sync();
    } finally {
      await target?.close();
    }
    if (hash.digest('hex') !== file.sha256) throw damaged();
  }
  await backup.source.finish();
  if (into !== null) await syncFolder(into);
}

async function openTarget(into: string, path: string): Promise<FileHandle> {
  const target = join(into, ...path.split('/'));
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  return open(target, 'wx', 0o600);
}

function fileKeyOf(head: BackupHead, opener: Opener): Buffer {
  if ('fileKey' in opener) return Buffer.from(opener.fileKey);
  const pair = recoveryKeyPair('org', opener.recoveryText);
  try {
    if (pair.publicKey.toString('hex') !== head.recoveryPublicKey) throw refusal('BACKUP.OTHER_RECOVERY_KEY');
    return openSealed(pair, Buffer.from(head.sealedKey, 'base64'), keyBinding(head.id, head.madeAt));
  } catch (error) {
    throw isVaultError(error, 'CRYPTO.OPEN_FAILED') ? damaged() : error;
  } finally {
    pair.privateKey.fill(0);
  }
}

async function headOf(handle: FileHandle): Promise<{ head: BackupHead; headBytes: Buffer; end: number }> {
  const { size } = await handle.stat();
  const magic = await readExactly(handle, 0, Math.min(size, MAGIC.length));
  if (!magic.equals(MAGIC))
    throw size < MAGIC.length && MAGIC.subarray(0, size).equals(magic) && size > 0 ? damaged() : refusal('BACKUP.NOT_A_BACKUP');
  const length = (await readExactly(handle, MAGIC.length, 4)).readUInt32BE(0);
  if (length > MAX_HEAD) throw damaged();
  const headBytes = await readExactly(handle, MAGIC.length + 4, length);
  const check = await readExactly(handle, MAGIC.length + 4 + length, 32);
  if (!createHash('sha256').update(headBytes).digest().equals(check)) throw damaged();
  const format = (parseJson(headBytes) as { format?: unknown } | null)?.format;
  if (typeof format === 'number' && format > FORMAT) throw refusal('BACKUP.NEWER');
  return { head: parseAs(BackupHead, headBytes), headBytes, end: MAGIC.length + 4 + length + 32 };
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw damaged();
  }
}

function parseAs<T>(schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } }, bytes: Buffer): T {
  const parsed = schema.safeParse(parseJson(bytes));
  if (!parsed.success) throw damaged();
  return parsed.data;
}

async function withFile<T>(file: string, work: (handle: FileHandle) => Promise<T>): Promise<T> {
  let handle: FileHandle;
  try {
    handle = await open(file, 'r');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw code === 'ENOENT' || code === 'ENOTDIR' ? refusal('BACKUP.MISSING') : diskRefusal(error);
  }
  try {
    return await work(handle);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EISDIR' ? refusal('BACKUP.NOT_A_BACKUP') : error;
  } finally {
    await handle.close();
  }
}
