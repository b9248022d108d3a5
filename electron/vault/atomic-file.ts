import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { VaultError } from './vault-error';

/** Called before each step; a test throws from it to stop the world there. */
export type StepHook = (step: string) => void;

/** Windows has no directory handles to sync; its rename is journalled by the file system. */
export function syncFolder(dir: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(dir, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function writeAll(file: string, bytes: Buffer): void {
  const handle = openSync(file, 'w', 0o600);
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export function folderProblem(error: unknown): VaultError | undefined {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return new VaultError('FOLDER.FULL');
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return new VaultError('FOLDER.READ_ONLY');
  return undefined;
}

/** The file holds either all of the old bytes or all of the new ones, also after a power cut. */
export function writeAtomic(file: string, bytes: Buffer, hook: StepHook = () => undefined): void {
  const temporary = `${file}.tmp`;
  try {
    hook('write');
    writeAll(temporary, bytes);
    hook('rename');
    renameSync(temporary, file);
    hook('sync');
    syncFolder(dirname(file));
  } catch (error) {
    const problem = folderProblem(error);
    if (problem) {
      rmSync(temporary, { force: true });
      throw problem;
    }
    throw error;
  }
}
