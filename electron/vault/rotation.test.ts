import { existsSync, readdirSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addColleague, PASSWORDS, signIn, VaultFolder, withDirector } from '../../test/support/vault-folder';
import { CrashForTest, ROTATION_STEPS, type RotationStep } from './rotation';
import { finishOrUndoRotation, rotateVault, type Keyring, type KeySession, type Vault } from './index';
import { parseKeyring, serialise } from './keyring-format';
import { keyringMac } from './keyring-store';

const DIRECTOR = 'Сауле Ахметова';
const MARAT = 'Марат Оспанов';

let base: VaultFolder;
let sheets: Record<Vault, string>;
let folder: VaultFolder;
let keyring: Keyring;
let psychologist: KeySession;

beforeAll(async () => {
  base = new VaultFolder();
  const made = await withDirector(base);
  const maker = await addColleague(made.keyring, made.director, MARAT, PASSWORDS.psychologist);
  sheets = { records: made.recoveryOrg, clinical: made.keyring.createClinicalVaultKey(maker).recoveryText };
  base.fill(made.director, 'records');
  base.fill(maker, 'clinical');
});
afterAll(() => {
  base.destroy();
});
beforeEach(async () => {
  folder = base.copy();
  keyring = folder.open();
  psychologist = await signIn(keyring, MARAT, PASSWORDS.psychologist);
});
afterEach(() => {
  folder.destroy();
});

const director = (): Promise<KeySession> => signIn(keyring, DIRECTOR, PASSWORDS.director);
const strayFiles = (): string[] =>
  readdirSync(folder.dir).filter((name) => name.includes('.next') || name.endsWith('-wal') || name.endsWith('-shm') || name.endsWith('.tmp'));

/** Every holder and the sheet open the file that is in place, and it is whole. */
async function expectOneValidState(after: Keyring, vault: Vault): Promise<Buffer> {
  const session = await signIn(after, MARAT, PASSWORDS.psychologist);
  expect(session.notices).toEqual([]);
  const key = session.vaultKey(vault) ?? Buffer.alloc(32);
  expect(folder.rows(vault, key)).toBe(50);
  expect(after.openWithRecovery(vault, sheets[vault]).equals(key)).toBe(true);
  if (vault === 'clinical') return key;
  const other = await signIn(after, DIRECTOR, PASSWORDS.director);
  expect(other.vaultKey('records')?.equals(key)).toBe(true);
  return key;
}

// Every step for the records; for the clinical vault those where the two differ (another key signs the keyring).
const STEPS: Record<Vault, readonly RotationStep[]> = { records: ROTATION_STEPS, clinical: ['copy', 'rename', 'sync-folder', 'adopt'] };
const ERRORS: Record<Vault, readonly RotationStep[]> = {
  records: ['copy', 'verify', 'ready', 'rename', 'sync-folder', 'adopt', 'clean'],
  clinical: ['sync', 'adopt'],
};

describe.each(['records', 'clinical'] as const)('rotation of %s', (vault) => {
  it('gives a new key to all holders and the sheet; the old key opens nothing', async () => {
    const old = psychologist.vaultKey(vault) ?? Buffer.alloc(0);
    const seen = new Set<string>();
    await rotateVault(keyring, psychologist, vault, { onProgress: ({ step }) => seen.add(step) });
    expect([...seen]).toEqual([...ROTATION_STEPS]);
    const key = await expectOneValidState(folder.open(), vault);
    expect(key.equals(old)).toBe(false);
    expect(psychologist.vaultKey(vault)?.equals(key)).toBe(true);
    expect(folder.rows(vault, old)).toBeUndefined();
    expect(folder.open().vault(vault)).toMatchObject({ version: 2, mustRotate: false });
    expect(folder.read('keyring.prev.json').equals(folder.read())).toBe(true);
    expect(strayFiles()).toEqual([]);
  });

  it.each(STEPS[vault])('a program that dies before "%s" finds exactly one valid state at the next start', async (step) => {
    const old = psychologist.vaultKey(vault) ?? Buffer.alloc(0);
    const hook = (reached: RotationStep): void => {
      if (reached === step) throw new CrashForTest(step);
    };
    await expect(rotateVault(keyring, psychologist, vault, { hook })).rejects.toThrow(CrashForTest);
    const renamed = ROTATION_STEPS.indexOf(step) > ROTATION_STEPS.indexOf('rename');
    const outcome = finishOrUndoRotation(folder.dir);
    expect(outcome).toBe(step === 'intent' || step === 'clean' ? 'nothing' : renamed ? 'finished' : 'undone');
    expect(finishOrUndoRotation(folder.dir)).toBe('nothing');
    const key = await expectOneValidState(folder.open(), vault);
    expect(key.equals(old)).toBe(!renamed);
    expect(folder.rows(vault, renamed ? old : undefined)).toBeUndefined();
    expect(strayFiles()).toEqual([]);
    if (step !== 'rename') return;
    const next = folder.open();
    await rotateVault(next, await signIn(next, MARAT, PASSWORDS.psychologist), vault);
  });

  it.each(ERRORS[vault])('an error before "%s" leaves the session with the key that opens the file', async (step) => {
    const hook = (reached: RotationStep): void => {
      if (reached === step) throw new Error('disk trouble');
    };
    await expect(rotateVault(keyring, psychologist, vault, { hook })).rejects.toThrow('disk trouble');
    expect(folder.rows(vault, psychologist.vaultKey(vault))).toBe(50);
    await expectOneValidState(keyring, vault);
    expect(strayFiles()).toEqual([]);
  });
});

it('a write of the keyring that dies inside the rotation is survived between its two generations', async () => {
  for (const when of ['ready', 'adopt'] as const) {
    for (const at of ['previous:rename', 'current:rename']) {
      let armed = false;
      const dying = folder.open({
        fileHook: (step) => {
          if (armed && step === at) throw new CrashForTest(step);
        },
      });
      const session = await signIn(dying, MARAT, PASSWORDS.psychologist);
      await expect(
        rotateVault(dying, session, 'records', {
          hook: (step) => {
            armed = step === when;
          },
        }),
      ).rejects.toThrow(CrashForTest);
      finishOrUndoRotation(folder.dir);
      await expectOneValidState(folder.open(), 'records');
    }
  }
});

it('a keyring damaged after the exchange is read from its other generation, which also knows how to finish', async () => {
  const hook = (reached: RotationStep): void => {
    if (reached === 'adopt') throw new CrashForTest(reached);
  };
  await expect(rotateVault(keyring, psychologist, 'records', { hook })).rejects.toThrow(CrashForTest);
  rmSync(folder.path('keyring.json'));
  expect(finishOrUndoRotation(folder.dir)).toBe('finished');
  await expectOneValidState(folder.open(), 'records');
});

it('a leaver is left out, and a colleague whose code is still on its way is not', async () => {
  const boss = await director();
  const leaver = await addColleague(keyring, boss, 'Уходит Завтра', PASSWORDS.educator);
  const { code } = keyring.invite(boss, { userId: randomUUID(), name: 'Придёт Потом' });
  keyring.removeGrants(boss, leaver.userId);
  await rotateVault(keyring, boss, 'records');
  expect(folder.rows('records', leaver.vaultKey('records'))).toBeUndefined();
  expect((await keyring.unlock('Уходит Завтра', PASSWORDS.educator)).kind).toBe('wrong');
  const late = await keyring.acceptInvitation('Придёт Потом', code, PASSWORDS.educator);
  expect(folder.rows('records', late.vaultKey('records'))).toBe(50);
});

it('only a holder rotates, and nothing else may change the keyring meanwhile', async () => {
  await expect(rotateVault(keyring, await director(), 'clinical')).rejects.toThrow('VAULT.NOT_HOLDER');
  let refused = '';
  await rotateVault(keyring, psychologist, 'clinical', {
    hook: (step) => {
      if (step !== 'copy') return;
      try {
        keyring.invite(psychologist, { userId: randomUUID(), name: 'Не вовремя' });
      } catch (error) {
        refused = (error as { code: string }).code;
      }
    },
  });
  expect(refused).toBe('KEYRING.BUSY');
});

it('a session locked meanwhile gets no new key, and the rotation still ends in one valid state', async () => {
  const hook = (step: RotationStep): void => {
    if (step === 'ready') psychologist.wipe();
  };
  await rotateVault(keyring, psychologist, 'clinical', { hook });
  expect(psychologist.vaultKey('clinical')).toBeUndefined();
  await expectOneValidState(folder.open(), 'clinical');
  expect(folder.open().vault('clinical')?.version).toBe(2);
});

it('a cancelled rotation changes nothing', async () => {
  const abort = new AbortController();
  const hook = (step: RotationStep): void => {
    if (step === 'verify') abort.abort();
  };
  await expect(rotateVault(keyring, psychologist, 'clinical', { hook, signal: abort.signal })).rejects.toThrow();
  expect(keyring.vault('clinical')?.version).toBe(1);
  await expectOneValidState(folder.open(), 'clinical');
  expect(strayFiles()).toEqual([]);
});

it('the new key never goes to a public key, or a sheet, that no holder vouched for', async () => {
  const boss = await director();
  const second = await addColleague(keyring, boss, 'Айша Ли', PASSWORDS.educator);
  keyring.grant(psychologist, second.userId, 'clinical', keyring.fingerprint(second.userId).ru);
  const forge = (change: (file: ReturnType<typeof parseKeyring>) => void): void => {
    const file = parseKeyring(folder.read());
    change(file);
    folder.write(serialise({ ...file, mac: keyringMac(boss.vaultKey('records') ?? Buffer.alloc(0), file.body) }));
  };
  forge((file) => {
    const [thief, victim] = [file.body.users.find((user) => user.name === DIRECTOR), file.body.users.find((user) => user.name === 'Айша Ли')];
    if (thief && victim?.keys && thief.keys) victim.keys = { ...victim.keys, x25519: thief.keys.x25519 };
  });
  const fresh = folder.open();
  await rotateVault(fresh, await signIn(fresh, MARAT, PASSWORDS.psychologist), 'clinical');
  expect(fresh.users().find((user) => user.name === 'Айша Ли')?.holds).toEqual(['records']);
  forge((file) => {
    const { clinical, records } = file.body.vaults;
    if (clinical) clinical.recovery.publicKey = records.recovery.publicKey;
  });
  const again = folder.open();
  await expect(rotateVault(again, await signIn(again, MARAT, PASSWORDS.psychologist), 'clinical')).rejects.toThrow('VAULT.KEY_CHANGED');
});

it('a file that is neither the old nor the new one is left alone', async () => {
  const hook = (reached: RotationStep): void => {
    if (reached === 'adopt') throw new CrashForTest(reached);
  };
  await expect(rotateVault(keyring, psychologist, 'clinical', { hook })).rejects.toThrow(CrashForTest);
  const before = folder.read();
  folder.write(Buffer.alloc(8192, 9), 'clinical.db');
  expect(() => finishOrUndoRotation(folder.dir)).toThrow('ROTATION.UNCLEAR');
  expect(folder.read().equals(before)).toBe(true);
  expect(existsSync(folder.path('clinical.db'))).toBe(true);
});
