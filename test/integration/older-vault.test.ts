import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contract } from '../../shared/contract/registry';
import { ANCHOR_AT_ONCE, ANCHOR_EVERY } from '../../electron/modules/session/anchors';
import type { Vault } from '../../electron/vault';
import { ADMINISTRATOR, PASSWORD, TestProgram } from '../support/program';

const PSYCHOLOGIST = 'Психолог Сауле';
const EDUCATOR = 'Воспитатель Нурлан';

let program: TestProgram;
let aside: string;
beforeEach(async () => {
  program = await TestProgram.start();
  await program.setUp();
  aside = mkdtempSync(join(tmpdir(), 'tirek-aside-'));
});
afterEach(async () => {
  await program.destroy();
  rmSync(aside, { recursive: true, force: true });
});

const preferences = { language: 'ru' as const, idleMinutes: 7 };
const session = () => {
  const live = program.tirek.program.session;
  if (!live) throw new Error('nobody is signed in');
  return live;
};
const anchorOf = (vault: Vault) => program.tirek.program.keyring?.anchor(vault)?.seq ?? 0;
const headOf = () => session().records.db.get<{ n: number }>('SELECT max(seq) AS n FROM journal')?.n ?? 0;
const actionsIn = async () => (await program.call('audit.list', { filter: {}, limit: 50 })).entries.map((entry) => entry.action);

/** Somebody with the files at hand puts yesterday's database back; the keyring stays today's. */
async function rollBack(file: string, work: () => Promise<void>): Promise<void> {
  await program.close();
  copyFileSync(join(program.dataDir, file), join(aside, file));
  await program.open();
  await work();
  await program.close();
  copyFileSync(join(aside, file), join(program.dataDir, file));
  for (const end of ['-wal', '-shm']) rmSync(join(program.dataDir, `${file}${end}`), { force: true });
  await program.open();
}

const rollRecordsBack = () =>
  rollBack('records.db', async () => {
    await program.signIn(ADMINISTRATOR);
    await program.call('settings.savePreferences', preferences);
  });

describe('records put back to an earlier day', () => {
  it('are read by everybody, and every command is refused with a sentence of its own and written down', async () => {
    await program.addColleague(EDUCATOR, ['staff']);
    await rollRecordsBack();
    const me = await program.signIn(ADMINISTRATOR);
    expect(me.readOnlyVaults).toEqual(['records']);
    expect((await program.call('session.status', {})).journalWarning).toBe(true);
    expect((await program.call('users.list', {})).length).toBe(2);
    const refused = await program.refusal('settings.savePreferences', preferences);
    expect(refused).toMatchObject({ kind: 'refused', code: 'JOURNAL.READ_ONLY', params: { vault: 'records' } });
    const { entries } = await program.call('audit.list', { filter: { action: 'settings.savePreferences', outcome: 'refused' } });
    expect(entries).toHaveLength(1);
    expect((await program.signIn(EDUCATOR)).readOnlyVaults).toEqual(['records']);
    expect((await program.refusal('settings.savePreferences', preferences)).code).toBe('JOURNAL.READ_ONLY');
  });

  it('refuses every command of the contract but the few that help to find out, save what there is, and go', async () => {
    await rollRecordsBack();
    await program.signIn(ADMINISTRATOR);
    const open: string[] = [];
    for (const [module, { operations }] of Object.entries(contract)) {
      for (const [key, operation] of Object.entries(operations)) {
        if (operation.kind !== 'command' || operation.permission === 'public') continue;
        const name = `${module}.${key}`;
        if (name === 'session.lock') continue;
        const result = await program.tirek.pipeline.handle({ op: name, input: null });
        if (!result.ok && !['JOURNAL.READ_ONLY', 'ACTION.NOT_ALLOWED'].includes(result.error.code)) open.push(name);
      }
    }
    expect(open.sort()).toEqual(['audit.acknowledgeOlder', 'audit.export', 'audit.printLine', 'backup.drill', 'backup.make', 'backup.verify']);
  });

  it('stay so over locks, restarts and new entries, and can be backed up and verified meanwhile', async () => {
    await rollRecordsBack();
    await program.signIn(ADMINISTRATOR);
    for (let n = 0; n < ANCHOR_EVERY + 5; n += 1) await program.refusal('settings.savePreferences', preferences);
    const target = join(aside, 'usb');
    mkdirSync(target);
    await program.call('backup.make', { folder: target, password: PASSWORD });
    expect(await program.call('audit.verify', {})).toMatchObject({ ok: false, firstBad: { why: 'anchor' } });
    await program.lock();
    await program.close();
    await program.open();
    expect((await program.signIn(ADMINISTRATOR)).readOnlyVaults).toEqual(['records']);
  });

  it('are opened again by an administrator who shows the password, which the journal keeps and the keyring anchors', async () => {
    await program.addColleague('Психолог Анна', ['psychologist']);
    await rollRecordsBack();
    await program.signIn('Психолог Анна');
    expect((await program.refusal('audit.acknowledgeOlder', { vault: 'records', password: PASSWORD })).kind).toBe('not-allowed');
    await program.signIn(ADMINISTRATOR);
    const wrong = await program.refusal('audit.acknowledgeOlder', { vault: 'records', password: 'не тот пароль здесь' });
    expect(wrong.code).toBe('PASSWORD.WRONG');
    expect((await program.refusal('settings.savePreferences', preferences)).code).toBe('JOURNAL.READ_ONLY');
    program.now = new Date(program.now.getTime() + 60_000);
    await program.call('audit.acknowledgeOlder', { vault: 'records', password: PASSWORD });
    expect((await program.call('session.me', {})).readOnlyVaults).toEqual([]);
    await program.call('settings.savePreferences', preferences);
    expect(await actionsIn()).toEqual(expect.arrayContaining(['journal.olderThanAnchor', 'journal.olderAcknowledged', 'audit.acknowledgeOlder']));
    expect((await program.signIn(ADMINISTRATOR)).readOnlyVaults).toEqual([]);
    expect((await program.call('session.status', {})).journalWarning).toBe(false);
    expect((await program.refusal('audit.acknowledgeOlder', { vault: 'records', password: PASSWORD })).code).toBe('JOURNAL.NOT_OLDER');
  });
});

it('a clinical vault put back to an earlier day is a psychologist’s to acknowledge, and stops no command of the records', async () => {
  await program.addColleague(PSYCHOLOGIST, ['psychologist']);
  await program.signIn(PSYCHOLOGIST);
  await program.call('session.createClinicalVault', {});
  await rollBack('clinical.db', async () => {
    await program.signIn(PSYCHOLOGIST);
    await program.refusal('users.confirmMember', { id: session().keys.userId, words: ['а', 'б', 'в', 'г', 'д', 'е'], password: PASSWORD });
  });
  expect((await program.signIn(PSYCHOLOGIST)).readOnlyVaults).toEqual(['clinical']);
  const confirm = { id: session().keys.userId, words: ['а', 'б', 'в', 'г', 'д', 'е'], password: PASSWORD };
  expect(await program.refusal('users.confirmMember', confirm)).toMatchObject({ code: 'JOURNAL.READ_ONLY', params: { vault: 'clinical' } });
  await program.call('settings.savePreferences', preferences);
  await program.call('users.clinicalMembers', {});
  await program.signIn(ADMINISTRATOR);
  expect((await program.refusal('audit.acknowledgeOlder', { vault: 'clinical', password: PASSWORD })).kind).toBe('not-allowed');
  expect((await program.call('session.status', {})).journalWarning).toBe(true);
  await program.signIn(PSYCHOLOGIST);
  await program.call('audit.acknowledgeOlder', { vault: 'clinical', password: PASSWORD });
  expect((await program.refusal('users.confirmMember', confirm)).code).toBe('VAULT.KEY_CHANGED');
  const { entries } = await program.call('audit.listClinical', { filter: { action: 'journal.olderAcknowledged' } });
  expect(entries).toMatchObject([{ subjectId: 'clinical', userName: PSYCHOLOGIST }]);
  expect((await program.signIn(PSYCHOLOGIST)).readOnlyVaults).toEqual([]);
});

describe('the anchors', () => {
  it('follow the journal before a lock: after so many entries, and at once after a grave command', async () => {
    for (const name of ANCHOR_AT_ONCE) {
      const [module = '', key = ''] = name.split('.');
      const operations: Record<string, unknown> = (contract as Record<string, { operations: Record<string, unknown> }>)[module]?.operations ?? {};
      expect(Object.hasOwn(operations, key), name).toBe(true);
    }
    await program.call('settings.savePreferences', preferences);
    const before = anchorOf('records');
    expect(before).toBe(headOf() - 1);
    for (let n = 0; n < ANCHOR_EVERY - 2; n += 1) await program.call('settings.savePreferences', preferences);
    expect(anchorOf('records')).toBe(before);
    await program.call('settings.savePreferences', preferences);
    expect(anchorOf('records')).toBe(before + ANCHOR_EVERY);
    await program.call('settings.savePreferences', preferences);
    expect(anchorOf('records')).toBe(headOf() - 1);
    await program.call('users.invite', {
      id: crypto.randomUUID(),
      name: EDUCATOR,
      post: '',
      roles: ['staff'],
      institutionIds: 'all',
      childIds: [],
      language: 'ru',
      idleMinutes: 5,
    });
    expect(anchorOf('records')).toBe(headOf());
  });

  it('that cannot be written fail no request', async () => {
    const { keyring } = program.tirek.program;
    if (!keyring) throw new Error('no keyring');
    keyring.setAnchor = () => {
      throw new Error('disk full');
    };
    for (let n = 0; n < ANCHOR_EVERY + 1; n += 1) await program.call('settings.savePreferences', preferences);
    expect(program.log.join('\n')).toContain('the journal was not anchored');
  });
});
