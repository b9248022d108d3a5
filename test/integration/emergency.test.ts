import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Keyring, splitRecoveryKey } from '../../electron/vault';
import { newChild, note, psychologistsRoom, uuid } from '../support/casework-fixtures';
import { COORDINATOR, PSYCHOLOGIST } from '../support/contract-fixtures';
import { ADMINISTRATOR, PASSWORD, type TestProgram } from '../support/program';

const DIRECTOR = 'Директор Болат';
const REASON = 'Психолог в больнице, а ребёнок пропал: нужно знать о риске';
const MARK = 'крапчатый дирижабль';

let subject: { kind: 'child'; id: never };
let program: TestProgram;
let sheet = '';
let halves: [string, string] = ['', ''];
let noteId: string;

const live = () => program.tirek.program.session ?? expect.unreachable('nobody is signed in');
const ask = (patch: object = {}) => ({ recoveryKey: sheet, password: PASSWORD, reason: REASON, second: null, ...patch });
const second = (patch: object = {}) => ({ name: COORDINATOR, password: PASSWORD, recoveryKey: halves[1], ...patch });
/** As the file on the disk says it. */
const holdsInFile = (name: string) =>
  Keyring.open(program.dataDir)
    .users()
    .find((user) => user.name === name)?.holds;
/** Of the clinical file, its log and its index. */
const openClinicalFiles = () =>
  existsSync('/proc/self/fd')
    ? readdirSync('/proc/self/fd').filter((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`).startsWith(join(program.dataDir, 'clinical.db'));
        } catch {
          return false;
        }
      }).length
    : 0;

beforeAll(async () => {
  const room = await psychologistsRoom();
  program = room.program;
  subject = (await newChild(room, 'Глеб')) as typeof subject;
  const { row } = await program.call('sessions.createNote', { id: uuid(), subject, fields: note({ note: MARK }) });
  noteId = row.id;
  // Asked of the session that made the sheet; afterwards only the paper knows it.
  await program.call('session.renewRecovery', { which: 'clin', password: PASSWORD });
  sheet = live().sheets.clin?.text ?? '';
  halves = splitRecoveryKey(sheet);
  await program.signIn(ADMINISTRATOR);
  await program.addColleague(DIRECTOR, ['observer']);
});
afterAll(() => program.destroy());

describe('the paper key in an emergency', () => {
  it('opens the vault to a director who is no administrator, for an hour, reading only', async () => {
    const me = await program.signIn(DIRECTOR);
    expect(me).toMatchObject({ clinical: 'not-for-you', emergency: { possible: true, until: null } });
    expect((await program.refusal('clinical.search', { text: 'дирижабль' })).code).toBe('ACTION.NOT_ALLOWED');
    const { until } = await program.call('session.emergencyAccess', ask());
    expect(until).toBe(new Date(program.now.getTime() + 3_600_000).toISOString());
    expect(await program.call('session.me', {})).toMatchObject({ clinical: 'emergency', emergency: { possible: false, until } });
    const { hits } = await program.call('clinical.search', { text: 'дирижабль' });
    expect(hits[0]?.excerpt).toContain(MARK);
    expect(JSON.stringify(await program.call('sessions.session', { id: noteId }))).toContain(MARK);
    const amendment = { id: uuid(), recordId: noteId as never, text: 'x', reason: 'y' };
    expect((await program.refusal('clinical.amend', amendment)).code).toBe('ACTION.NOT_ALLOWED');
    expect((await program.refusal('clinical.takeOver', { subject, reason: 'x' })).code).toBe('ACTION.NOT_ALLOWED');
    expect((await program.refusal('users.grantClinical', { id: live().keys.userId, words: Array(6).fill('x'), password: PASSWORD })).code).toBe(
      'ACTION.NOT_ALLOWED',
    );
    expect((await program.refusal('session.renewRecovery', { which: 'clin', password: PASSWORD })).code).toBe('RECOVERY.NOT_YOURS');
    expect(live().keys.holds('clinical')).toBe(false);
    expect(holdsInFile(DIRECTOR)).toEqual(['records']);
    expect(holdsInFile(PSYCHOLOGIST)).toEqual(['records', 'clinical']);
  });

  it('is written in the vault, in both journals and in the records before anything is shown', () => {
    const actions = (db: { all: <T>(sql: string) => T[] } | undefined) =>
      db?.all<{ action: string }>(`SELECT action FROM journal WHERE action LIKE '%mergency%'`).map(({ action }) => action);
    expect(actions(live().records.db)).toContain('clinical.emergencyOpened');
    expect(actions(live().clinical?.db)).toEqual(['clinical.emergencyOpened']);
    const order =
      live()
        .clinical?.db.all<{ action: string }>('SELECT action FROM journal ORDER BY seq DESC LIMIT 8')
        .map(({ action }) => action) ?? [];
    expect(order.indexOf('clinical.emergencyOpened')).toBeGreaterThan(order.indexOf('clinical.search'));
  });

  it('ends after the hour: the file is closed, whatever was open before', async () => {
    program.now = new Date(program.now.getTime() + 3_600_000);
    expect((await program.refusal('clinical.search', { text: 'дирижабль' })).code).toBe('ACTION.NOT_ALLOWED');
    await expect.poll(() => live().clinical).toBeNull();
    await expect.poll(openClinicalFiles).toBe(0);
    expect((await program.call('session.me', {})).clinical).toBe('not-for-you');
  });

  it('ends with the word of the person, and with the lock', async () => {
    await program.call('session.emergencyAccess', ask());
    await program.call('session.endEmergency', {});
    program.now = new Date(program.now.getTime() + 60_000);
    expect((await program.refusal('clinical.records', {})).code).toBe('ACTION.NOT_ALLOWED');
    expect(openClinicalFiles()).toBe(0);
    await program.call('session.emergencyAccess', ask());
    await program.lock();
    expect(openClinicalFiles()).toBe(0);
    await program.signIn(DIRECTOR);
    expect((await program.refusal('clinical.records', {})).code).toBe('ACTION.NOT_ALLOWED');
  });

  it('as two halves needs two people, each with the own password', async () => {
    const wrong = async (patch: object) => (await program.refusal('session.emergencyAccess', { ...ask({ recoveryKey: halves[0] }), ...patch })).code;
    expect(await wrong({})).toBe('RECOVERY.OTHER_KEY');
    expect(await wrong({ second: second({ password: 'не тот пароль совсем' }) })).toBe('EMERGENCY.SECOND_WRONG');
    program.now = new Date(program.now.getTime() + 120_000);
    expect(await wrong({ second: second({ name: DIRECTOR }) })).toBe('EMERGENCY.SECOND_SAME');
    expect(await wrong({ second: second({ name: ADMINISTRATOR }) })).toBe('CLINICAL.NOT_FOR_ADMINISTRATOR');
    expect(await wrong({ second: second({ recoveryKey: halves[0] }) })).toMatch(/^RECOVERY\./);
    expect(live().clinical).toBeNull();
    await program.call('session.emergencyAccess', ask({ recoveryKey: halves[1], second: second({ recoveryKey: halves[0] }) }));
    expect((await program.call('users.emergencies', {}))[0]).toMatchObject({ userName: DIRECTOR, secondName: COORDINATOR, reason: REASON });
    await program.call('session.endEmergency', {});
  });

  it('is not for an administrator, not for a psychologist, and not without the own password', async () => {
    expect((await program.refusal('session.emergencyAccess', ask({ password: 'не тот пароль совсем' }))).code).toBe('PASSWORD.WRONG');
    program.now = new Date(program.now.getTime() + 120_000);
    await program.signIn(ADMINISTRATOR);
    expect((await program.refusal('session.emergencyAccess', ask())).code).toBe('CLINICAL.NOT_FOR_ADMINISTRATOR');
    await program.signIn(PSYCHOLOGIST);
    expect((await program.refusal('session.emergencyAccess', ask())).code).toBe('EMERGENCY.NOT_FOR_PSYCHOLOGIST');
  });

  it('shows only the houses of the person who came', async () => {
    await program.signIn(ADMINISTRATOR);
    await program.addColleague('Куратор без дома', ['coordinator'], { institutionIds: [] });
    await program.signIn('Куратор без дома');
    await program.call('session.emergencyAccess', ask());
    expect((await program.call('clinical.records', {})).records).toEqual([]);
    expect((await program.call('clinical.search', { text: 'дирижабль' })).hits).toEqual([]);
    expect((await program.refusal('sessions.session', { id: noteId })).kind).toBe('not-found');
    await program.lock();
  });
});

describe('the notice of it', () => {
  it('stands on every psychologist’s Today for thirty days with the reason, and in the list for ever', async () => {
    await program.signIn(PSYCHOLOGIST);
    const items = (await program.call('clinical.today', {})).filter((item) => item.id.startsWith('emergency:'));
    expect(items).toHaveLength(5);
    expect(items[0]).toMatchObject({ tone: 'alarm', reason: { params: { reason: REASON } } });
    expect((await program.call('users.emergencies', {})).map(({ endedHow }) => endedHow)).toEqual(['locked', 'ended', 'locked', 'ended', 'expired']);
    const now = program.now;
    program.now = new Date(now.getTime() + 31 * 86_400_000);
    await program.signIn(PSYCHOLOGIST);
    expect((await program.call('clinical.today', {})).filter((item) => item.id.startsWith('emergency:'))).toEqual([]);
    expect(await program.call('users.emergencies', {})).toHaveLength(5);
    program.now = now;
  });

  it('cannot be removed or changed, not even by a statement to the file', async () => {
    await program.signIn(PSYCHOLOGIST);
    const run = (sql: string) => () => live().clinical?.transaction((db) => db.run(sql));
    expect(run('DELETE FROM emergency_access')).toThrow(/never removed/);
    expect(run(`UPDATE emergency_access SET reason = ''`)).toThrow(/never changed/);
    expect(run(`UPDATE emergency_access SET ended_at = NULL`)).toThrow(/never changed/);
  });

  it('tells those who watch over the house who and when, and not why', async () => {
    for (const name of [ADMINISTRATOR, COORDINATOR, DIRECTOR]) {
      const { emergency } = await program.signIn(name);
      expect(emergency.notices).toHaveLength(5);
      expect(JSON.stringify(emergency)).not.toContain('больнице');
    }
  });

  it('is raised by the records alone when the clinical file was put back to the day before', async () => {
    await program.signIn(PSYCHOLOGIST);
    live().records.transaction((db) => {
      const told = JSON.parse(db.get<{ value: string }>(`SELECT value FROM setting WHERE id = 'clinical.emergencies'`)?.value ?? '[]') as {
        id: string;
      }[];
      db.run(`UPDATE setting SET value = ? WHERE id = 'clinical.emergencies'`, JSON.stringify([...told, { ...told[0], id: uuid() }]));
    });
    expect((await program.call('users.emergencies', {})).filter(({ missing }) => missing)).toHaveLength(1);
    const keys = (await program.call('clinical.today', {})).map((item) => item.reason.key);
    expect(keys).toContain('clinical:today.emergencyMissing');
  });
});
