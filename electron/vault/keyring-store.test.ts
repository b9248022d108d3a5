import { readdirSync, rmSync, truncateSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PASSWORDS, signIn, VaultFolder, withDirector, type People } from '../../test/support/vault-folder';
import { Keyring } from './index';

const DIRECTOR = 'Сауле Ахметова';

let folder: VaultFolder;
let people: People;

beforeEach(async () => {
  folder = new VaultFolder();
  people = await withDirector(folder);
  people.keyring.rename(people.director, people.director.userId, 'Сауле А.');
  people.keyring.rename(people.director, people.director.userId, DIRECTOR);
});
afterEach(() => {
  folder.destroy();
});

describe('two generations', () => {
  it('a lost keyring is read from the generation before it, and the session says so', async () => {
    rmSync(folder.path('keyring.json'));
    expect(Keyring.inspect(folder.dir)).toBe('ready');
    const session = await signIn(folder.open(), 'Сауле А.', PASSWORDS.director);
    expect(session.notices).toEqual([{ code: 'RECOVERED_PREVIOUS' }]);
  });

  it('a damaged keyring is read from the generation before it, and kept for a specialist', async () => {
    truncateSync(folder.path('keyring.json'), 100);
    const keyring = folder.open();
    await keyring.unlock('Никто', 'не тот пароль вовсе');
    expect(folder.read('keyring.damaged.json')).toHaveLength(100);
    expect((await keyring.unlock('Сауле А.', PASSWORDS.director)).kind).toBe('open');
  });

  it('both damaged: said so, and nothing is changed', () => {
    truncateSync(folder.path('keyring.json'), 100);
    truncateSync(folder.path('keyring.prev.json'), 90);
    expect(Keyring.inspect(folder.dir)).toBe('damaged');
    expect(() => folder.open()).toThrow('KEYRING.DAMAGED');
    expect([folder.read().length, folder.read('keyring.prev.json').length]).toEqual([100, 90]);
  });

  it('both missing beside a database: no set-up is offered over it', async () => {
    rmSync(folder.path('keyring.json'));
    rmSync(folder.path('keyring.prev.json'));
    folder.write('x', 'records.db');
    expect(Keyring.inspect(folder.dir)).toBe('no-keyring');
    expect(() => folder.open()).toThrow('KEYRING.MISSING');
    await expect(Keyring.create(folder.dir, { userId: randomUUID(), name: 'Новый', password: PASSWORDS.educator }, folder.options)).rejects.toThrow(
      'KEYRING.EXISTS',
    );
  });
});

describe('a program that dies during a write', () => {
  const steps = ['previous:write', 'previous:rename', 'previous:sync', 'current:write', 'current:rename', 'current:sync'];

  it.each(steps)('before %s: the keyring opens, with the old name or the new one', async (step) => {
    const dying = folder.open({
      fileHook: (reached) => {
        if (reached === step) throw new Error('power cut');
      },
    });
    const session = await signIn(dying, DIRECTOR, PASSWORDS.director);
    expect(() => {
      dying.rename(session, session.userId, 'Новое имя');
    }).toThrow('power cut');
    expect(dying.users()[0]?.name).toBe(DIRECTOR);
    const after = folder.open();
    const name = after.users()[0]?.name ?? '';
    expect([DIRECTOR, 'Новое имя']).toContain(name);
    expect((await after.unlock(name, PASSWORDS.director)).kind).toBe('open');
  });

  it.each(['previous:rename', 'current:rename', 'current:sync'])(
    'before %s of a password change: exactly one of the two passwords opens',
    async (step) => {
      const dying = folder.open({
        fileHook: (reached) => {
          if (reached === step) throw new Error('power cut');
        },
      });
      const session = await signIn(dying, DIRECTOR, PASSWORDS.director);
      await expect(dying.changePassword(session, PASSWORDS.director, 'новый длинный пароль!')).rejects.toThrow('power cut');
      const kinds: string[] = [];
      for (const password of [PASSWORDS.director, 'новый длинный пароль!']) {
        kinds.push((await folder.open().unlock(DIRECTOR, password)).kind);
        folder.wait(60_000);
      }
      expect(kinds.sort()).toEqual(['open', 'wrong']);
    },
  );

  it('a temporary file cut at any length is never read', () => {
    for (const length of [0, 1, 100, 1000]) {
      folder.write(folder.read().subarray(0, length), 'keyring.json.tmp');
      expect(folder.open().users()).toHaveLength(1);
    }
  });
});

describe('a medium that refuses the write', () => {
  it.each([
    ['ENOSPC', 'FOLDER.FULL'],
    ['EDQUOT', 'FOLDER.FULL'],
    ['EROFS', 'FOLDER.READ_ONLY'],
    ['EACCES', 'FOLDER.READ_ONLY'],
    ['EPERM', 'FOLDER.READ_ONLY'],
  ])('with %s gives %s at every step, changes nothing and leaves no half file', async (code, expected) => {
    let failing = '';
    const keyring = folder.open({
      fileHook: (step) => {
        if (step === failing) throw Object.assign(new Error(code), { code });
      },
    });
    const session = await signIn(keyring, DIRECTOR, PASSWORDS.director);
    for (failing of ['previous:write', 'previous:rename', 'current:write', 'current:rename']) {
      expect(() => {
        keyring.rename(session, session.userId, 'Новое имя');
      }).toThrow(expected);
      expect(folder.open().users()[0]?.name).toBe(DIRECTOR);
      expect(readdirSync(folder.dir).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    }
    failing = 'current:write';
    expect(await keyring.unlock('Никто', 'не тот пароль вовсе')).toMatchObject({ kind: 'wrong' });
    expect((await keyring.unlock(DIRECTOR, PASSWORDS.director)).kind).toBe('open');
  });
});
