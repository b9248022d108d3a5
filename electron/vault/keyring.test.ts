import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addColleague, PASSWORDS, signIn, VaultFolder, withDirector, type People } from '../../test/support/vault-folder';
import { Keyring, type KeySession } from './index';

let folder: VaultFolder;
let people: People;

beforeEach(async () => {
  folder = new VaultFolder();
  people = await withDirector(folder);
});
afterEach(() => {
  folder.destroy();
});

const DIRECTOR = 'Сауле Ахметова';
const HOUR = 3_600_000;

/** A psychologist who made the clinical vault in an own session. */
async function withPsychologist(): Promise<{ psychologist: KeySession; recoveryClin: string }> {
  const psychologist = await addColleague(people.keyring, people.director, 'Марат Оспанов', PASSWORDS.psychologist);
  return { psychologist, recoveryClin: people.keyring.createClinicalVaultKey(psychologist).recoveryText };
}

describe('first start', () => {
  it('finds an empty folder, and refuses to make a second keyring over the first', async () => {
    const other = new VaultFolder();
    expect(Keyring.inspect(other.dir)).toBe('empty');
    expect(Keyring.inspect(folder.dir)).toBe('ready');
    await expect(Keyring.create(folder.dir, { userId: randomUUID(), name: 'Другой', password: PASSWORDS.educator }, folder.options)).rejects.toThrow(
      'KEYRING.EXISTS',
    );
    other.write('x', 'records.db');
    expect(Keyring.inspect(other.dir)).toBe('no-keyring');
    other.destroy();
  });

  it('leaves the sheet unconfirmed until it is typed back', () => {
    expect(people.keyring.vault('records')?.recoveryConfirmed).toBe(false);
    people.keyring.confirmRecovery(people.director, 'records', people.recoveryOrg.toLowerCase());
    expect(folder.open().vault('records')?.recoveryConfirmed).toBe(true);
  });

  it('knows one user and no clinical vault', () => {
    expect(people.keyring.users()).toMatchObject([{ name: DIRECTOR, state: 'active', holds: ['records'], codeUntil: null }]);
    expect(people.keyring.vault('clinical')).toBeUndefined();
  });

  it('refuses a common password and a name that is taken', async () => {
    const other = new VaultFolder();
    await expect(Keyring.create(other.dir, { userId: randomUUID(), name: 'Я', password: 'qwertyuiop12' }, other.options)).rejects.toThrow(
      'PASSWORD.TOO_COMMON',
    );
    expect(Keyring.inspect(other.dir)).toBe('empty');
    other.destroy();
    expect(() => people.keyring.invite(people.director, { userId: randomUUID(), name: '  сауле   АХМЕТОВА ' })).toThrow('USER.NAME_TAKEN');
    expect(() => people.keyring.invite(people.director, { userId: randomUUID(), name: 'и\u202Eмя' })).toThrow('USER.NAME_INVALID');
  });
});

describe('sign-in', () => {
  it('opens the same key after a restart, whatever the case of the name', async () => {
    const session = await signIn(folder.open(), 'сауле ахметова', PASSWORDS.director);
    expect(session.vaultKey('records')?.equals(people.director.vaultKey('records') ?? Buffer.alloc(0))).toBe(true);
    expect(session.holds('clinical')).toBe(false);
    expect(session.notices).toEqual([]);
  });

  it('answers alike for a wrong password, an unknown name, and a colleague who has not come yet', async () => {
    people.keyring.invite(people.director, { userId: randomUUID(), name: 'Ждёт кода' });
    const answers = [];
    for (const name of [DIRECTOR, 'Никто', 'Ждёт кода']) answers.push(await people.keyring.unlock(name, 'не тот пароль вовсе'));
    expect(answers).toEqual(Array(3).fill({ kind: 'wrong', retryAfterMs: 1000 }));
  });

  it('slows down 1, 2, 4 ... 60 seconds, also over a restart, and never for longer', async () => {
    const seen: number[] = [];
    for (let attempt = 0; attempt < 9; attempt += 1) {
      const result = await folder.open().unlock(DIRECTOR, 'не тот пароль вовсе');
      if (result.kind !== 'wrong') throw new Error(result.kind);
      seen.push(result.retryAfterMs / 1000);
      expect(await folder.open().unlock(DIRECTOR, PASSWORDS.director)).toEqual({ kind: 'wait', retryAfterMs: result.retryAfterMs });
      folder.wait(result.retryAfterMs);
    }
    expect(seen).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    expect((await folder.open().unlock(DIRECTOR, PASSWORDS.director)).kind).toBe('open');
    expect(await folder.open().unlock(DIRECTOR, 'не тот пароль вовсе')).toEqual({ kind: 'wrong', retryAfterMs: 1000 });
  });

  it('locks nobody out when the clock is moved by ten years either way', async () => {
    for (const years of [-10, 10]) {
      await people.keyring.unlock(DIRECTOR, 'не тот пароль вовсе');
      folder.wait(years * 365 * 24 * HOUR);
      expect((await people.keyring.unlock(DIRECTOR, PASSWORDS.director)).kind).toBe('open');
    }
  });

  it('takes parallel guesses one after the other', async () => {
    const results = await Promise.all(['один', 'два', 'три'].map((guess) => people.keyring.unlock(DIRECTOR, `${guess} не тот пароль`)));
    expect(results.map((result) => result.kind)).toEqual(['wrong', 'wait', 'wait']);
  });
});

describe('a locked session', () => {
  it('has zeroed keys and can do nothing', () => {
    const lent = people.director.vaultKey('records');
    people.director.wipe();
    expect(people.director.vaultKey('records')).toBeUndefined();
    expect(people.director.holds('records')).toBe(false);
    expect(() => people.director.sign(Buffer.from('x'))).toThrow('VAULT.LOCKED');
    expect(() => people.keyring.invite(people.director, { userId: randomUUID(), name: 'Новый' })).toThrow('VAULT.LOCKED');
    expect(lent?.some((byte) => byte !== 0)).toBe(true);
  });

  it('of another keyring is refused', async () => {
    const other = new VaultFolder();
    const stranger = await withDirector(other);
    expect(() => people.keyring.invite(stranger.director, { userId: randomUUID(), name: 'Новый' })).toThrow('VAULT.LOCKED');
    other.destroy();
  });
});

describe('one-time code', () => {
  const userId = randomUUID();

  it('lets a colleague in once, to the records only', async () => {
    const { code, until } = people.keyring.invite(people.director, { userId, name: 'Дана Ким' });
    expect(code).toMatch(/^[A-HJ-NP-Z2-9]{5}(-[A-HJ-NP-Z2-9]{5}){4}$/);
    expect(Date.parse(until) - folder.now.getTime()).toBe(72 * HOUR);
    const session = await folder.open().acceptInvitation('дана ким', code.toLowerCase().replaceAll('-', ' '), PASSWORDS.educator);
    expect(session.vaultKey('records')?.equals(people.director.vaultKey('records') ?? Buffer.alloc(0))).toBe(true);
    expect(session.holds('clinical')).toBe(false);
    await expect(folder.open().acceptInvitation('Дана Ким', code, PASSWORDS.educator)).rejects.toThrow('INVITATION.WRONG');
    folder.wait(1000);
    expect((await folder.open().unlock('Дана Ким', PASSWORDS.educator)).kind).toBe('open');
  });

  it('is refused after 72 hours, with a letter changed, for another name, and when withdrawn', async () => {
    const { code } = people.keyring.invite(people.director, { userId, name: 'Дана Ким' });
    people.keyring.invite(people.director, { userId: randomUUID(), name: 'Олег Цой' });
    const wrong = (code.startsWith('A') ? 'B' : 'A') + code.slice(1);
    for (const [name, typed] of [
      ['Дана Ким', wrong],
      ['Олег Цой', code],
      ['Никто', code],
      ['Дана Ким', ''],
    ] as const) {
      await expect(people.keyring.acceptInvitation(name, typed, PASSWORDS.educator)).rejects.toThrow('INVITATION.WRONG');
      folder.wait(60_000);
    }
    folder.wait(72 * HOUR);
    await expect(people.keyring.acceptInvitation('Дана Ким', code, PASSWORDS.educator)).rejects.toThrow('INVITATION.EXPIRED');
    folder.wait(-HOUR);
    people.keyring.withdrawCode(people.director, userId);
    await expect(people.keyring.acceptInvitation('Дана Ким', code, PASSWORDS.educator)).rejects.toThrow('INVITATION.WRONG');
  });

  it('typed wrongly is slowed like a wrong password, under the same name and in every run, until the right one comes', async () => {
    const { code } = people.keyring.invite(people.director, { userId, name: 'Дана Ким' });
    const typed = (text: string) => folder.open().acceptInvitation('Дана Ким', text, PASSWORDS.educator);
    await expect(typed('')).rejects.toMatchObject({ code: 'INVITATION.WRONG', wire: { params: { seconds: 1 } } });
    await expect(typed(code)).rejects.toThrow('INVITATION.WAIT');
    folder.wait(1000);
    await expect(typed('')).rejects.toMatchObject({ wire: { params: { seconds: 2 } } });
    folder.wait(2000);
    await typed(code);
    expect((await folder.open().unlock('Дана Ким', 'не тот пароль здесь')).kind).toBe('wrong');
    expect(folder.open().internals.store.signIn).toMatchObject([{ failures: 1 }]);
  });

  it('used twice at the same moment works once', async () => {
    const { code } = people.keyring.invite(people.director, { userId, name: 'Дана Ким' });
    const results = await Promise.allSettled([1, 2].map(() => people.keyring.acceptInvitation('Дана Ким', code, PASSWORDS.educator)));
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('withdrawn while the new password is being derived is refused', async () => {
    const { code } = people.keyring.invite(people.director, { userId, name: 'Дана Ким' });
    const accepting = people.keyring.acceptInvitation('Дана Ким', code, PASSWORDS.educator);
    await new Promise(setImmediate);
    people.keyring.withdrawCode(people.director, userId);
    await expect(accepting).rejects.toThrow('INVITATION.WRONG');
  });

  it('after a forgotten password makes new keys, and the clinical grant falls away', async () => {
    const { psychologist } = await withPsychologist();
    const words = people.keyring.fingerprint(psychologist.userId);
    const { code } = people.keyring.resetPassword(people.director, psychologist.userId);
    const session = await people.keyring.acceptInvitation('Марат Оспанов', code, PASSWORDS.educator);
    expect(session.holds('clinical')).toBe(false);
    expect(people.keyring.fingerprint(psychologist.userId)).not.toEqual(words);
    folder.wait(1000);
    expect((await people.keyring.unlock('Марат Оспанов', PASSWORDS.psychologist)).kind).toBe('wrong');
  });
});

describe('password change', () => {
  it('needs the current password, keeps keys and grants, and leaves no older generation behind', async () => {
    const { psychologist } = await withPsychologist();
    await expect(people.keyring.changePassword(psychologist, 'не тот пароль вовсе', 'новый длинный пароль!')).rejects.toThrow('PASSWORD.WRONG');
    folder.wait(1000);
    const words = people.keyring.fingerprint(psychologist.userId);
    await people.keyring.changePassword(psychologist, PASSWORDS.psychologist, 'новый длинный пароль!');
    expect(people.keyring.fingerprint(psychologist.userId)).toEqual(words);
    expect(psychologist.holds('clinical')).toBe(true);
    expect(folder.read('keyring.prev.json').equals(folder.read())).toBe(true);
    expect((await signIn(folder.open(), 'Марат Оспанов', 'новый длинный пароль!')).holds('clinical')).toBe(true);
    expect((await folder.open().unlock('Марат Оспанов', PASSWORDS.psychologist)).kind).toBe('wrong');
  });

  it('refuses a new password that is too short or common, and changes nothing', async () => {
    const before = folder.read();
    await expect(people.keyring.changePassword(people.director, PASSWORDS.director, 'короткий')).rejects.toThrow('PASSWORD.TOO_SHORT');
    await expect(people.keyring.changePassword(people.director, PASSWORDS.director, 'СаулеАхметова1990')).rejects.toThrow('PASSWORD.TOO_COMMON');
    expect(folder.read().equals(before)).toBe(true);
  });
});

describe('grants', () => {
  it('come only from a holder, only for the compared words', async () => {
    const { psychologist } = await withPsychologist();
    const second = await addColleague(people.keyring, people.director, 'Айша Ли', PASSWORDS.educator);
    const words = people.keyring.fingerprint(second.userId).ru;
    expect(() => {
      people.keyring.grant(people.director, second.userId, 'clinical', words);
    }).toThrow('VAULT.NOT_HOLDER');
    expect(() => {
      people.keyring.grant(people.director, people.director.userId, 'clinical', words);
    }).toThrow('VAULT.NOT_HOLDER');
    expect(() => {
      people.keyring.grant(psychologist, second.userId, 'clinical', people.keyring.fingerprint(psychologist.userId).ru);
    }).toThrow('VAULT.KEY_CHANGED');
    people.keyring.grant(psychologist, second.userId, 'clinical', words);
    people.keyring.refresh(second);
    expect(second.vaultKey('clinical')?.equals(psychologist.vaultKey('clinical') ?? Buffer.alloc(0))).toBe(true);
    expect((await signIn(folder.open(), 'Айша Ли', PASSWORDS.educator)).notices).toEqual([]);
  });

  it('a second clinical vault is refused', async () => {
    folder.write('x', 'clinical.db');
    const { psychologist, recoveryClin } = await withPsychologist();
    people.keyring.confirmRecovery(psychologist, 'clinical', recoveryClin);
    expect(() => people.keyring.createClinicalVaultKey(people.director)).toThrow('VAULT.EXISTS');
  });

  it('removed: the vaults are marked for rotation, and a leaver has no keys left in the file', async () => {
    const { psychologist } = await withPsychologist();
    expect(people.keyring.removeGrants(people.director, psychologist.userId, ['clinical'])).toEqual(['clinical']);
    people.keyring.refresh(psychologist);
    expect(psychologist.holds('clinical')).toBe(false);
    expect(people.keyring.removeGrants(people.director, psychologist.userId).sort()).toEqual(['clinical', 'records']);
    expect(people.keyring.users().find((user) => user.id === psychologist.userId)).toMatchObject({ state: 'closed', holds: [] });
    expect(folder.read('keyring.prev.json').equals(folder.read())).toBe(true);
    expect((await folder.open().unlock('Марат Оспанов', PASSWORDS.psychologist)).kind).toBe('wrong');
  });

  it('the last holder of the records cannot be removed', () => {
    expect(() => people.keyring.removeGrants(people.director, people.director.userId)).toThrow('VAULT.LAST_HOLDER');
  });
});

it('journal heads are kept per vault', () => {
  expect(people.keyring.anchor('records')).toBeNull();
  people.keyring.setAnchor(people.director, 'records', { seq: 12, mac: 'ab'.repeat(32), generation: 3 });
  expect(folder.open().anchor('records')).toEqual({ seq: 12, mac: 'ab'.repeat(32), generation: 3 });
  expect(() => {
    people.keyring.setAnchor(people.director, 'clinical', { seq: 1, mac: '', generation: 1 });
  }).toThrow('VAULT.NOT_HOLDER');
});

it('a renamed user signs in under the new name', async () => {
  people.keyring.rename(people.director, people.director.userId, 'Сауле Нурланова');
  expect((await folder.open().unlock('Сауле Нурланова', PASSWORDS.director)).kind).toBe('open');
});
