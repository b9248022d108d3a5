import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Keyring } from '../../electron/vault';
import { discardKept, finishInterruptedSwap, restoreBackup, type MadeBackup } from '../../electron/vault/backup';
import { codeOf, makeTestFolder, PASSWORD, picture, vaultOptions, type TestFolder } from '../support/backup-folder';

let folder: TestFolder;
let made: MadeBackup;
const scratch: string[] = [];
const fresh = (): string => {
  const dir = mkdtempSync(join(tmpdir(), 'tirek-new-'));
  scratch.push(dir);
  return dir;
};

beforeAll(async () => {
  folder = await makeTestFolder();
  made = await folder.make();
});
afterAll(() => {
  folder.dispose();
});
afterEach(() => {
  for (const dir of scratch.splice(0)) rmSync(dir, { recursive: true, force: true });
});

const NEW_PASSWORD = 'новый пароль после переезда';
const order = (dataDir: string) => ({
  dataDir,
  file: made.file,
  recoveryText: folder.orgSheet,
  administratorId: made.manifest.madeBy.id,
  password: NEW_PASSWORD,
});

describe('a restore over data that is there', () => {
  const copyOfData = (): string => {
    const dir = fresh();
    cpSync(folder.dir, dir, { recursive: true });
    return dir;
  };
  const opens = async (dir: string, password: string): Promise<boolean> =>
    (await Keyring.open(dir, vaultOptions).unlock('Администратор', password)).kind === 'open';

  it('keeps the old data until it is discarded', async () => {
    const dir = copyOfData();
    const before = picture(dir);
    const { kept } = await restoreBackup(order(dir), folder.host);
    expect(kept).toBe('before-restore-2026-11-22');
    expect(picture(join(dir, kept))).toEqual(before);
    expect(await opens(dir, NEW_PASSWORD)).toBe(true);
    expect(await discardKept(dir)).toEqual([kept]);
    expect(existsSync(join(dir, kept))).toBe(false);
    expect(await opens(dir, NEW_PASSWORD)).toBe(true);
  });

  it('refused at any moment before the swap leaves every byte as it was', async () => {
    const dir = copyOfData();
    const before = picture(dir);
    const breaks = [
      { ...folder.host, work: { ...folder.host.work, inspect: () => Promise.resolve({ sound: false, schema: 10, rows: {} }) } },
      { ...folder.host, work: { ...folder.host.work, inspect: () => Promise.resolve({ sound: true, schema: 10, rows: { child: 1 } }) } },
      { ...folder.host, work: { ...folder.host.work, inspect: () => Promise.reject(Object.assign(new Error('full'), { code: 'SQLITE_FULL' })) } },
      { ...folder.host, verifyJournal: () => Promise.resolve(false) },
      {
        ...folder.host,
        tellRestored: () => {
          throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        },
      },
    ];
    const codes: string[] = [];
    for (const host of breaks) {
      codes.push(await codeOf(restoreBackup(order(dir), host)));
      expect(picture(dir)).toEqual(before);
    }
    expect(codes).toEqual(['BACKUP.DAMAGED', 'BACKUP.DAMAGED', 'DISK.FULL', 'BACKUP.DAMAGED', 'DISK.FULL']);
  });

  it('stopped by an error at each step of the swap goes back to the state of before, or has reached the new one', async () => {
    const steps: string[] = [];
    await restoreBackup(
      {
        ...order(copyOfData()),
        hook: (step) => {
          steps.push(step);
        },
      },
      folder.host,
    );
    expect(steps.length).toBeGreaterThan(12);
    for (const stop of steps) {
      const dir = copyOfData();
      const before = picture(dir);
      const outcome = await codeOf(
        restoreBackup(
          {
            ...order(dir),
            hook: (step) => {
              if (step === stop) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
            },
          },
          folder.host,
        ),
      );
      finishInterruptedSwap(dir);
      const isOld = JSON.stringify(picture(dir)) === JSON.stringify(before);
      expect(isOld || (await opens(dir, NEW_PASSWORD)), `${stop} ${outcome}`).toBe(true);
      expect(readdirSync(dir)).not.toContain('restore-work');
      expect(readdirSync(dir)).not.toContain('restore-intent.json');
    }
  });

  it('stopped by a power cut at each step is brought to its end at the next start', async () => {
    const dir = copyOfData();
    const before = picture(dir);
    const cuts: { step: string; dir: string }[] = [];
    await restoreBackup(
      {
        ...order(dir),
        hook: (step) => {
          const cut = fresh();
          cpSync(dir, cut, { recursive: true });
          cuts.push({ step, dir: cut });
        },
      },
      folder.host,
    );
    const after = picture(dir);
    for (const cut of cuts) {
      finishInterruptedSwap(cut.dir);
      // A second start, and one that was itself cut off, change nothing more.
      finishInterruptedSwap(cut.dir);
      const state = picture(cut.dir);
      const isOld = JSON.stringify(state) === JSON.stringify(before);
      const isNew = JSON.stringify(state) === JSON.stringify(after);
      expect(isOld || isNew, cut.step).toBe(true);
      expect(isOld).toBe(cut.step.startsWith('intent retire') && cut.step !== 'intent retire sync');
    }
  });

  it('refuses a weak password before it unpacks anything, and a second restore while a swap is unfinished', async () => {
    const dir = copyOfData();
    const before = picture(dir);
    const inspect = (): never => {
      throw new Error('unpacked');
    };
    const host = { ...folder.host, work: { ...folder.host.work, inspect } };
    expect(await codeOf(restoreBackup({ ...order(dir), password: 'короткий' }, host))).toBe('PASSWORD.TOO_SHORT');
    expect(picture(dir)).toEqual(before);
    writeFileSync(join(dir, 'restore-intent.json'), JSON.stringify({ kept: 'before-restore-2026-11-22', phase: 'place' }));
    mkdirSync(join(dir, 'restore-work'));
    writeFileSync(join(dir, 'restore-work', 'records.db'), 'the only copy');
    expect(await codeOf(restoreBackup(order(dir), folder.host))).toBe('RESTORE.UNFINISHED');
    expect(existsSync(join(dir, 'restore-work', 'records.db'))).toBe(true);
  });

  it('left half unpacked is cleared at the next start, and the data stays', async () => {
    const dir = copyOfData();
    const before = picture(dir);
    mkdirSync(join(dir, 'restore-work', 'blobs'), { recursive: true });
    writeFileSync(join(dir, 'restore-work', 'records.db'), 'half');
    expect(finishInterruptedSwap(dir)).toBe('cleared');
    expect(picture(dir)).toEqual(before);
    expect(await opens(dir, PASSWORD)).toBe(true);
  });
});
