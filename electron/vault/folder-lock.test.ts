import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inspectPlace, lockFolder } from './folder-lock';
import { isVaultError } from './vault-error';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tirek-lock-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

/** Another program that holds the lock as we do, until it is killed. */
async function holder(): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `
    import Database from 'better-sqlite3-multiple-ciphers';
    const db = new Database(process.argv[1]);
    db.exec('BEGIN EXCLUSIVE');
    console.log('held');
    setInterval(() => db.inTransaction, 1000);
  `,
      join(dir, 'tirek.lock'),
    ],
    { cwd: process.cwd(), stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (child.stdout) await once(child.stdout, 'data');
  return child;
}

describe('folder lock', () => {
  it('is taken once, and again after it was given back', () => {
    const lock = lockFolder(dir);
    expect(() => lockFolder(dir)).toThrow('FOLDER.IN_USE');
    lock.release();
    expect(existsSync(join(dir, 'tirek.owner.json'))).toBe(false);
    lockFolder(dir).release();
  });

  it('names who holds it, since when', () => {
    const lock = lockFolder(dir, { now: () => new Date('2026-03-02T08:00:00.000Z') });
    try {
      lockFolder(dir);
    } catch (error) {
      expect(isVaultError(error, 'FOLDER.IN_USE') && error.wire.params).toMatchObject({ pid: process.pid, since: '2026-03-02T08:00:00.000Z' });
    }
    lock.release();
  });

  it('of a killed program is free at once', async () => {
    const child = await holder();
    expect(() => lockFolder(dir)).toThrow('FOLDER.IN_USE');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const started = performance.now();
    lockFolder(dir).release();
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('is not believed from a note alone: a stale or nonsensical owner file keeps nobody out', () => {
    for (const note of [JSON.stringify({ pid: 1, host: 'x', since: 'y' }), '{', '[]', '{"pid":"1"}']) {
      writeFileSync(join(dir, 'tirek.owner.json'), note);
      lockFolder(dir).release();
    }
  });

  it('makes a folder that does not exist, and refuses a file in its place', () => {
    lockFolder(join(dir, 'новая', 'папка')).release();
    writeFileSync(join(dir, 'file'), '');
    expect(() => lockFolder(join(dir, 'file'))).toThrow('FOLDER.UNUSABLE');
    expect(readFileSync(join(dir, 'file'), 'utf8')).toBe('');
  });

  it.runIf(process.platform === 'linux')('refuses a folder that cannot be written with its own code', () => {
    // Not even root writes here, so this holds wherever the tests run.
    expect(() => lockFolder('/sys/kernel')).toThrow('FOLDER.READ_ONLY');
  });
});

describe('place of the folder', () => {
  it.each([
    ['\\\\server\\share\\Tirek', 'network'],
    ['//server/share/Tirek', 'network'],
    ['C:\\Users\\Сауле\\OneDrive - Фонд\\Tirek', 'synced'],
    ['/home/saule/Dropbox/Tirek', 'synced'],
    ['/home/saule/Яндекс.Диск/Tirek', 'synced'],
    ['/Users/saule/Library/Mobile Documents/com~apple~CloudDocs/Tirek', 'synced'],
    ['C:\\Users\\Сауле\\AppData\\Roaming\\Tirek', 'ok'],
    ['/home/saule/onedriver-notes/Tirek', 'ok'],
  ])('%s is %s', (path, expected) => {
    expect(inspectPlace(path, () => 0xef53)).toBe(expected);
  });

  it('on a file system of another computer is refused', () => {
    for (const type of [0x6969, 0xff534d42, -11317950]) expect(inspectPlace(dir, () => type)).toBe('network');
    expect(inspectPlace(dir, () => 0xef53)).toBe('ok');
  });

  it('in a synced folder is refused unless the user insists', () => {
    const synced = join(dir, 'OneDrive', 'Tirek');
    mkdirSync(synced, { recursive: true });
    expect(() => lockFolder(synced)).toThrow('FOLDER.SYNCED');
    lockFolder(synced, { allowSynced: true }).release();
  });
});
