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

/** A psychologist who made the clinical vault in an own session. */
async function withPsychologist(): Promise<{ psychologist: KeySession; recoveryClin: string }> {
  const psychologist = await addColleague(people.keyring, people.director, 'Марат Оспанов', PASSWORDS.psychologist);
  return { psychologist, recoveryClin: people.keyring.createClinicalVaultKey(psychologist).recoveryText };
}

describe('recovery', () => {
  it('the sheet gives the last administrator a new password', async () => {
    const session = await folder.open().recoverWithKey('org', people.recoveryOrg, { name: DIRECTOR, newPassword: 'другой хороший пароль' });
    expect(session.vaultKey('records')?.equals(people.director.vaultKey('records') ?? Buffer.alloc(0))).toBe(true);
    expect((await folder.open().unlock(DIRECTOR, 'другой хороший пароль')).kind).toBe('open');
    await expect(folder.open().recoverWithKey('org', people.recoveryOrg, { name: 'Никто', newPassword: 'другой хороший пароль' })).rejects.toThrow(
      'USER.UNKNOWN',
    );
  });

  it('a replaced sheet is refused as an older one', () => {
    const { recoveryText } = people.keyring.replaceRecoveryKey(people.director, 'records');
    expect(() => people.keyring.openWithRecovery('records', people.recoveryOrg)).toThrow('RECOVERY.OTHER_KEY');
    expect(people.keyring.openWithRecovery('records', recoveryText).length).toBe(32);
    expect(people.keyring.vault('records')?.recoveryConfirmed).toBe(false);
  });

  it('R_clin grants the vault to a psychologist when nobody else holds it', async () => {
    const { psychologist, recoveryClin } = await withPsychologist();
    const key = psychologist.vaultKey('clinical');
    const { code } = people.keyring.resetPassword(people.director, psychologist.userId);
    const back = await people.keyring.acceptInvitation('Марат Оспанов', code, PASSWORDS.educator);
    people.keyring.grantByRecovery(back, 'clin', recoveryClin);
    expect(back.vaultKey('clinical')?.equals(key ?? Buffer.alloc(0))).toBe(true);
    expect((await signIn(folder.open(), 'Марат Оспанов', PASSWORDS.educator)).notices).toEqual([]);
  });

  it('a new PC starts from the backup keys and the sheet; the others need codes; clinical waits for R_clin', async () => {
    const { psychologist, recoveryClin } = await withPsychologist();
    const clinicalKey = psychologist.vaultKey('clinical');
    const keys = JSON.parse(JSON.stringify(people.keyring.exportForBackup())) as ReturnType<Keyring['exportForBackup']>;
    expect(JSON.stringify(keys)).not.toContain('wrapped');
    const other = new VaultFolder();
    await expect(
      Keyring.restore(
        other.dir,
        keys,
        { recoveryText: recoveryClin, userId: people.director.userId, name: DIRECTOR, password: 'на новом компьютере' },
        other.options,
      ),
    ).rejects.toThrow('RECOVERY.OTHER_KEY');
    const { keyring, session } = await Keyring.restore(
      other.dir,
      keys,
      { recoveryText: people.recoveryOrg, userId: people.director.userId, name: DIRECTOR, password: 'на новом компьютере' },
      other.options,
    );
    expect(session.vaultKey('records')?.equals(people.director.vaultKey('records') ?? Buffer.alloc(0))).toBe(true);
    expect(keyring.users().map((user) => user.state)).toEqual(['closed', 'active']);
    const { code } = keyring.resetPassword(session, psychologist.userId);
    const back = await keyring.acceptInvitation('Марат Оспанов', code, PASSWORDS.psychologist);
    expect(back.holds('clinical')).toBe(false);
    keyring.grantByRecovery(back, 'clin', recoveryClin);
    expect(back.vaultKey('clinical')?.equals(clinicalKey ?? Buffer.alloc(0))).toBe(true);
    expect((await signIn(other.open(), 'Марат Оспанов', PASSWORDS.psychologist)).notices).toEqual([]);
    other.destroy();
  });
});
