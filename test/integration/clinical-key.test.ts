import { afterAll, beforeAll, expect, it } from 'vitest';
import { KeyringStore } from '../../electron/vault/keyring-store';
import { fingerprintWords } from '../../electron/vault';
import { newBundle } from '../../electron/vault/private-bundle';
import { ADMINISTRATOR, PASSWORD, TestProgram } from '../support/program';

const FIRST = 'Психолог Сауле';
const SECOND = 'Психолог Анна';

let program: TestProgram;
let secondId: string;
beforeAll(async () => {
  program = await TestProgram.start();
  await program.setUp();
  await program.addColleague(FIRST, ['psychologist']);
  secondId = await program.addColleague(SECOND, ['psychologist']);
});
afterAll(() => program.destroy());

const live = () => {
  const { session, keyring } = program.tirek.program;
  if (!session || !keyring) throw new Error('nobody is signed in');
  return { session, keyring };
};
const wordsNow = () => live().keyring.fingerprint(secondId).ru;
const clinicalActions = async () => (await program.call('audit.listClinical', { filter: {}, limit: 100 })).entries.map((entry) => entry.action);

/** All that an administrator has: the files, the program's source, and the records key that his own session opens. */
async function swapPublicKeyOf(userId: string): Promise<{ x25519: string; ed25519: string }> {
  await program.signIn(ADMINISTRATOR);
  const recordsKey = live().session.keys.vaultKey('records') ?? Buffer.alloc(0);
  await program.close();
  const mine = newBundle();
  const keys = { x25519: mine.x25519.publicKey.toString('base64'), ed25519: mine.ed25519.publicKey.toString('base64') };
  KeyringStore.load(program.dataDir).commit(recordsKey, (body) => {
    const user = body.users.find((one) => one.id === userId);
    if (user?.keys) Object.assign(user.keys, keys);
  });
  await program.open();
  return keys;
}

it('the first psychologist is told who else holds the role, before the vault is made', async () => {
  const me = await program.signIn(FIRST);
  expect(me).toMatchObject({ clinical: 'to-be-born', otherPsychologists: [SECOND] });
  await program.call('session.createClinicalVault', {});
  expect((await program.call('session.me', {})).otherPsychologists).toEqual([]);
});

it('the birth of the clinical vault is told to whoever watches over the house, until that person has read it', async () => {
  await program.signIn(ADMINISTRATOR);
  await program.addColleague('Куратор Данияр', ['coordinator']);
  await program.addColleague('Воспитатель Нурлан', ['staff']);
  expect((await program.signIn('Воспитатель Нурлан')).clinicalBorn).toBeNull();
  expect((await program.signIn(FIRST)).clinicalBorn).toBeNull();
  expect((await program.signIn('Куратор Данияр')).clinicalBorn).toEqual({ name: FIRST, at: program.now.toISOString() });
  await program.call('session.seenClinicalBirth', {});
  expect((await program.signIn('Куратор Данияр')).clinicalBorn).toBeNull();
  expect((await program.signIn(ADMINISTRATOR)).clinicalBorn).toMatchObject({ name: FIRST });
});

it('the vault’s own list keeps the public key of whoever was born or given into it', async () => {
  await program.signIn(FIRST);
  await program.call('users.grantClinical', { id: secondId, words: wordsNow(), password: PASSWORD });
  const rows = live().session.clinical?.db.all<{ id: string; key: string }>('SELECT id, public_key AS key FROM clinical_member') ?? [];
  expect(rows).toHaveLength(2);
  for (const row of rows) expect(row.key).toBe(live().keyring.publicKeyHash(row.id));
  expect((await program.call('session.me', {})).changedKeys).toEqual([]);
  expect(await clinicalActions()).toContain('users.grantClinical');
});

it('a public key that an administrator exchanged in the file is shown to the next psychologist, at every sign-in', async () => {
  const before = wordsNow();
  const theirs = await swapPublicKeyOf(secondId);
  for (let time = 0; time < 2; time += 1) expect((await program.signIn(FIRST)).changedKeys).toEqual([{ userId: secondId, name: SECOND }]);
  const member = (await program.call('users.clinicalMembers', {})).find((row) => row.userId === secondId);
  expect(member).toMatchObject({ changed: true, words: { ru: fingerprintWords(theirs).ru } });
  // The colleague reads the words of the own screen: they are not those of the exchanged key.
  for (const op of ['users.confirmMember', 'users.grantClinical'] as const) {
    expect((await program.refusal(op, { id: secondId, words: before, password: PASSWORD })).code).toBe('VAULT.KEY_CHANGED');
  }
  expect((await program.call('session.me', {})).changedKeys).toHaveLength(1);
});

it('somebody whose words differ is removed: no notice, no grant, and the key is to be changed', async () => {
  await program.signIn(FIRST);
  const { mustRotate } = await program.call('users.removeMember', { id: secondId, password: PASSWORD });
  expect(mustRotate).toEqual(['clinical']);
  expect((await program.call('session.me', {})).changedKeys).toEqual([]);
  expect((await program.signIn(FIRST)).changedKeys).toEqual([]);
  expect((await program.call('users.clinicalMembers', {})).find((row) => row.userId === secondId)).toMatchObject({ holds: false, changed: false });
  expect(await clinicalActions()).toContain('users.removeMember');
  expect((await program.refusal('users.removeMember', { id: live().session.keys.userId, password: PASSWORD })).code).toBe('USER.YOURSELF');
});

it('a key that changed with a forgotten password is shown too, and the compared words end the notice', async () => {
  await program.signIn(ADMINISTRATOR);
  const reset = async () => {
    const { code } = await program.call('users.resetPassword', { id: secondId, password: PASSWORD });
    await program.lock();
    await program.call('session.acceptInvitation', { name: SECOND, code, password: PASSWORD });
  };
  await reset();
  await program.signIn(FIRST);
  await program.call('users.grantClinical', { id: secondId, words: wordsNow(), password: PASSWORD });
  await program.signIn(ADMINISTRATOR);
  await reset();
  expect((await program.signIn(FIRST)).changedKeys).toHaveLength(1);
  await program.call('users.confirmMember', { id: secondId, words: wordsNow(), password: PASSWORD });
  expect((await program.signIn(FIRST)).changedKeys).toEqual([]);
  expect(await clinicalActions()).toContain('users.confirmMember');
});

it('locking in the middle of a change of key gives the change up, ends the session at once, and leaves the old key in force', async () => {
  await program.signIn(FIRST);
  const before = live().keyring.vault('clinical')?.version;
  const { session } = live();
  let told = 0;
  program.tirek.onLocked(() => (told += 1));
  const change = program.tirek.pipeline.handle({ op: 'users.rotate', input: { vault: 'clinical', password: PASSWORD } });
  while (!session.busy) await new Promise(setImmediate);
  const lock = program.call('session.lock', {});
  await new Promise(setImmediate);
  expect((await program.refusal('session.me', {})).code).toBe('SESSION.LOCKED');
  await lock;
  expect(told).toBe(1);
  expect(session.keys.isWiped).toBe(true);
  expect(session.records.connection.open).toBe(false);
  expect(session.clinical?.connection.open).toBe(false);
  expect(await change).toMatchObject({ ok: false });
  await program.signIn(FIRST);
  expect(live().keyring.vault('clinical')?.version).toBe(before);
  await program.call('users.rotate', { vault: 'clinical', password: PASSWORD });
  expect(live().keyring.vault('clinical')?.version).toBe((before ?? 0) + 1);
});

it('locking while the records’ own key is changed writes its line all the same', async () => {
  await program.signIn(ADMINISTRATOR);
  const { session } = live();
  const change = program.tirek.pipeline.handle({ op: 'users.rotate', input: { vault: 'records', password: PASSWORD } });
  while (!session.busy) await new Promise(setImmediate);
  await program.call('session.lock', {});
  await change;
  await program.signIn(ADMINISTRATOR);
  const { entries } = await program.call('audit.list', { filter: {}, limit: 3 });
  // The lock that is meant is the newest but one: an earlier sign-in left lines of its own.
  expect(entries.slice(0, 2).map((entry) => entry.action)).toEqual(['session.signIn', 'session.lock']);
  expect((await program.call('audit.verify', {})).ok).toBe(true);
});

it('wrong invitation codes are slowed like wrong passwords, and told by the next session', async () => {
  await program.signIn(ADMINISTRATOR);
  const name = 'Новый Коллега';
  const id = crypto.randomUUID();
  const { code } = await program.call('users.invite', {
    id,
    name,
    post: '',
    roles: ['staff'],
    institutionIds: 'all',
    childIds: [],
    language: 'ru',
    idleMinutes: 5,
  });
  await program.lock();
  const typed = (text: string) => program.refusal('session.acceptInvitation', { name, code: text, password: PASSWORD });
  expect(await typed('AAAA-BBBB')).toMatchObject({ code: 'INVITATION.WRONG', params: { seconds: 1 } });
  expect(await typed(code)).toMatchObject({ code: 'INVITATION.WAIT', params: { seconds: 1 } });
  program.now = new Date(program.now.getTime() + 1000);
  expect(await typed('AAAA-BBBB')).toMatchObject({ code: 'INVITATION.WRONG', params: { seconds: 2 } });
  await program.signIn(ADMINISTRATOR);
  const { entries } = await program.call('audit.list', { filter: { action: 'session.acceptInvitation', outcome: 'refused' } });
  expect(entries.map((entry) => entry.userId)).toEqual([id, id]);
  await program.lock();
  program.now = new Date(program.now.getTime() + 2000);
  await program.call('session.acceptInvitation', { name, code, password: PASSWORD });
});
