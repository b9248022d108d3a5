import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type * as fsPromises from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeBackup, restoreBackup, type MadeBackup } from '../../electron/vault/backup';
import { codeOf, makeTestFolder, picture, type TestFolder } from '../support/backup-folder';

// A disk that is full from the n-th write or sync on, for files opened through node:fs/promises below the watched folder.
const disk = vi.hoisted(() => ({ watched: '', left: Infinity, code: 'ENOSPC', calls: 0 }));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fsPromises>();
  const spend = (): void => {
    disk.calls += 1;
    if (disk.left <= 0) throw Object.assign(new Error('no'), { code: disk.code });
    disk.left -= 1;
  };
  const open: typeof real.open = async (path, ...rest) => {
    const handle = await real.open(path, ...rest);
    if (disk.watched === '' || !String(path).startsWith(disk.watched) || rest[0] === 'r') return handle;
    return new Proxy(handle, {
      get(target, name: keyof FileHandle) {
        const value = Reflect.get(target, name, target) as unknown;
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          if (name === 'write' || name === 'sync' || name === 'writeFile') spend();
          return (value as (...all: unknown[]) => unknown).apply(target, args);
        };
      },
    });
  };
  return { ...real, open };
});

let folder: TestFolder;
let made: MadeBackup;
const fresh = (): string => mkdtempSync(join(tmpdir(), 'tirek-full-'));
const withDisk = async <T>(watched: string, left: number, code: string, work: () => Promise<T>): Promise<T> => {
  Object.assign(disk, { watched, left, code, calls: 0 });
  try {
    return await work();
  } finally {
    Object.assign(disk, { watched: '', left: Infinity });
  }
};

beforeAll(async () => {
  folder = await makeTestFolder([70_000]);
  made = await folder.make();
});
afterAll(() => {
  folder.dispose();
});

describe('a disk that fails at every single write', () => {
  it.each([
    ['ENOSPC', 'DISK.FULL'],
    ['EIO', 'DISK.FAILED'],
  ])('%s while a backup is made: a clear code, no file, the data as it was', async (errno, code) => {
    const target = fresh();
    const before = picture(folder.dir, /-shm$|-wal$/);
    await withDisk(target, Infinity, errno, () => makeBackup(folder.source(), target, folder.host.work));
    const calls = disk.calls;
    expect(calls).toBeGreaterThan(5);
    rmSync(target, { recursive: true, force: true });
    for (let left = 0; left < calls; left += 1) {
      const dir = fresh();
      expect(await withDisk(dir, left, errno, () => codeOf(makeBackup(folder.source(), dir, folder.host.work)))).toBe(code);
      expect(readdirSync(dir)).toEqual([]);
      expect(picture(folder.dir, /-shm$|-wal$/)).toEqual(before);
      rmSync(dir, { recursive: true, force: true });
    }
  });

  it('ENOSPC while a restore unpacks: a clear code, and nothing in the folder has changed', async () => {
    const order = (dataDir: string) => ({
      dataDir,
      file: made.file,
      recoveryText: folder.orgSheet,
      administratorId: made.manifest.madeBy.id,
      password: 'длинный новый пароль',
    });
    const target = fresh();
    await withDisk(target, Infinity, 'ENOSPC', () => restoreBackup(order(target), folder.host));
    const calls = disk.calls;
    expect(calls).toBeGreaterThan(5);
    rmSync(target, { recursive: true, force: true });
    for (let left = 0; left < calls; left += 1) {
      const dir = fresh();
      expect(await withDisk(dir, left, 'ENOSPC', () => codeOf(restoreBackup(order(dir), folder.host)))).toBe('DISK.FULL');
      expect(readdirSync(dir)).toEqual([]);
      rmSync(dir, { recursive: true, force: true });
    }
  });
});
