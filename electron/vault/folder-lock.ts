import { accessSync, constants, mkdirSync, readFileSync, realpathSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { holdExclusiveLock, type ExclusiveLock } from '../db/file-work-lock';
import { folderProblem } from './atomic-file';
import { VaultError } from './vault-error';

const LOCK_FILE = 'tirek.lock';
const OWNER_FILE = 'tirek.owner.json';

export interface LockOwner {
  pid: number;
  host: string;
  since: string;
}

export interface FolderLock {
  readonly dir: string;
  release(): void;
}

/** File systems of other computers, by statfs type: NFS, SMB, CIFS, SMB2, AFS, Coda, 9P. The log of SQLite needs one host's memory. */
const NETWORK_TYPES = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x73757245, 0x01021997]);
const SYNCED =
  /[\\/](onedrive( - [^\\/]*)?|dropbox[^\\/]*|google ?drive|googledrive|my drive|yandex\.?disk|яндекс\.?диск|icloud ?drive|mobile documents|nextcloud|owncloud|mega(sync)?|облако mail\.ru|cloud mail\.ru)([\\/]|$)/iu;

/** ok, or why this place does not suit: on another computer, or copied to a cloud while it is being written. */
export function inspectPlace(dir: string, statType: (path: string) => number = (path) => statfsSync(path).type): 'ok' | 'network' | 'synced' {
  let real = dir;
  try {
    real = realpathSync.native(dir); // resolves a mapped drive letter to its \\server\share
  } catch {
    // a folder that does not exist yet is judged by its spelling
  }
  if (/^(\\\\|\/\/)(?![?.][\\/])/.test(real) || /^\\\\\?\\UNC\\/i.test(real)) return 'network';
  try {
    if (NETWORK_TYPES.has(statType(real) >>> 0)) return 'network';
  } catch {
    // not every system tells
  }
  return SYNCED.test(dir) || SYNCED.test(real) ? 'synced' : 'ok';
}

function requireWritableFolder(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    if (!statSync(dir).isDirectory()) throw new VaultError('FOLDER.UNUSABLE');
    accessSync(dir, constants.R_OK | constants.W_OK);
    // access() is not asked by every system (Windows attributes, root): only writing proves writing.
    const probe = join(dir, `.tirek-${String(process.pid)}.probe`);
    writeFileSync(probe, 'probe');
    rmSync(probe);
  } catch (error) {
    if (error instanceof VaultError) throw error;
    throw folderProblem(error) ?? new VaultError('FOLDER.UNUSABLE');
  }
}

function readOwner(dir: string): LockOwner | undefined {
  try {
    const raw: unknown = JSON.parse(readFileSync(join(dir, OWNER_FILE), 'utf8'));
    if (typeof raw !== 'object' || raw === null) return undefined;
    const { pid, host, since } = raw as Partial<LockOwner>;
    return typeof pid === 'number' && typeof host === 'string' && typeof since === 'string' ? { pid, host, since } : undefined;
  } catch {
    return undefined;
  }
}

function hold(dir: string): ExclusiveLock {
  try {
    const lock = holdExclusiveLock(join(dir, LOCK_FILE));
    if (lock !== 'held-by-another') return lock;
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code === 'SQLITE_PERM') throw new VaultError('FOLDER.READ_ONLY');
    if (code === 'SQLITE_FULL') throw new VaultError('FOLDER.FULL');
    throw new VaultError('FOLDER.UNUSABLE');
  }
  const owner = readOwner(dir);
  throw new VaultError('FOLDER.IN_USE', owner ? { pid: owner.pid, host: owner.host, since: owner.since } : {});
}

/**
 * Takes the data folder for this process. The lock itself is the operating system's (an open transaction on tirek.lock):
 * a process that dies leaves nothing to clean. tirek.owner.json only tells the next one whom it waits for, and is never
 * believed without the lock.
 */
export function lockFolder(dir: string, options: { allowSynced?: boolean; now?: () => Date } = {}): FolderLock {
  const place = inspectPlace(dir);
  if (place === 'network') throw new VaultError('FOLDER.ON_NETWORK');
  if (place === 'synced' && !options.allowSynced) throw new VaultError('FOLDER.SYNCED');
  requireWritableFolder(dir);
  const lock = hold(dir);
  const owner: LockOwner = { pid: process.pid, host: hostname(), since: (options.now ?? (() => new Date()))().toISOString() };
  const ownerFile = join(dir, OWNER_FILE);
  try {
    writeFileSync(ownerFile, JSON.stringify(owner), { mode: 0o600 });
  } catch (error) {
    lock.release();
    throw folderProblem(error) ?? new VaultError('FOLDER.UNUSABLE');
  }
  return {
    dir,
    release: () => {
      rmSync(ownerFile, { force: true });
      lock.release();
    },
  };
}
