import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { TirekError } from '../../../shared/kernel/errors';

/** Makes a new, renamed or removed name survive a power cut. Windows has no such call and needs none for NTFS. */
export async function syncFolder(dir: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(dir, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Puts a finished file in its place in one step: either the old name's content or the new one's, never a mixture. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to);
  await syncFolder(dirname(to));
}

/** Disk errors that a person can do something about become sentences; the rest stays unexpected. */
export function diskRefusal(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  const known: Record<string, string> = {
    ENOSPC: 'DISK.FULL',
    EDQUOT: 'DISK.FULL',
    SQLITE_FULL: 'DISK.FULL',
    EROFS: 'FOLDER.READ_ONLY',
    EACCES: 'FOLDER.READ_ONLY',
    EPERM: 'FOLDER.READ_ONLY',
    EIO: 'DISK.FAILED',
  };
  const refusal = code === undefined ? undefined : known[code];
  return refusal ? new TirekError({ kind: 'refused', code: refusal }) : error;
}
