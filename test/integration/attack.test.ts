import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Paper } from '../../shared/papers/paper.model';
import { COORDINATOR, PSYCHOLOGIST, readyChild, worldOf, type World } from '../support/contract-fixtures';
import { ADMINISTRATOR, PASSWORD, TestProgram } from '../support/program';

const EDUCATOR = 'Воспитатель Гульнара';
const uuid = (): never => randomUUID() as never;

let program: TestProgram;
let world: World;
let home: string;
let away: string;
beforeAll(async () => {
  program = await TestProgram.start();
  world = await worldOf(program);
  await program.addColleague(EDUCATOR, ['staff'], { institutionIds: [world.institutionId] });
  await program.signIn(COORDINATOR);
  const named = (given: string) => ({ identity: null, name: { ru: { surname: 'Ахметов', given, patronymic: '' }, kk: null } });
  home = await readyChild(world, named('Тимур'));
  away = await readyChild(world, { ...named('Нурлан'), institutionId: world.otherInstitutionId });
  await program.call('children.saveSibling', {
    id: home,
    rowId: uuid(),
    fields: { childId: away, together: true, why: 'родные' },
  });
});
afterAll(() => program.destroy());

const live = () => {
  const { session } = program.tirek.program;
  if (!session) throw new Error('nobody is signed in');
  return session;
};
/** Lets a long job begin, and ends it only when told. */
function heldPrinter() {
  const { pdf } = program.tirek.program.services;
  const render = pdf.render.bind(pdf);
  const papers: Paper[] = [];
  let release!: () => void;
  const gate = new Promise<void>((open) => (release = open));
  pdf.render = async (paper) => {
    papers.push(paper);
    await gate;
    return new Uint8Array([1]);
  };
  return { papers, release, putBack: () => void (pdf.render = render) };
}
const characteristic = () => ({ id: home as never, version: 'staff' as const, language: 'ru' as const });

it('a printed characteristic does not name a sibling of another house to whom may not see the sibling', async () => {
  await program.signIn(EDUCATOR);
  const printer = heldPrinter();
  printer.release();
  await program.call('children.characteristic', characteristic());
  printer.putBack();
  expect(JSON.stringify(printer.papers)).toContain('Тимур');
  expect(JSON.stringify(printer.papers)).not.toContain('Нурлан');
});

it('what was being made for one person is not handed over after another has signed in', async () => {
  const printer = heldPrinter();
  await program.signIn(ADMINISTRATOR);
  const line = program.tirek.pipeline.handle({ op: 'audit.printLine', input: {} });
  await program.signIn(EDUCATOR);
  printer.release();
  expect(await line).toMatchObject({ ok: false, error: { kind: 'locked' } });
  printer.putBack();
});

it('two sign-ins at the same moment let one person in and leave no second session behind', async () => {
  await program.lock();
  const press = (name: string) => program.tirek.pipeline.handle({ op: 'session.signIn', input: { name, password: PASSWORD } });
  const [first, second] = await Promise.all([press(EDUCATOR), press(COORDINATOR)]);
  expect([first.ok, second.ok]).toEqual([true, false]);
  expect(second).toMatchObject({ error: { code: 'SESSION.SOMEBODY_IS_IN' } });
  expect(live().keys.name).toBe(EDUCATOR);
});

it('the clinical vault asked for twice at once is made once, and opens at the next sign-in', async () => {
  await program.signIn(PSYCHOLOGIST);
  const press = () => program.tirek.pipeline.handle({ op: 'session.createClinicalVault', input: {} });
  const answers = await Promise.all([press(), press()]);
  expect(answers[0]).toMatchObject({ ok: true });
  expect(answers[1]).toMatchObject({ ok: false, error: { code: 'CLINICAL.EXISTS' } });
  expect((await program.signIn(PSYCHOLOGIST)).clinical).toBe('held');
});

it('an invitation cannot give a new code to somebody who has keys, nor to somebody who has left', async () => {
  await program.signIn(ADMINISTRATOR);
  const id = await program.addColleague('Наблюдатель Асель', ['observer']);
  const duties = {
    name: 'Наблюдатель Асель',
    post: '',
    roles: ['observer' as const],
    institutionIds: 'all' as const,
    childIds: [],
    language: 'ru',
    idleMinutes: 5,
  };
  expect((await program.refusal('users.invite', { id, ...duties })).code).toBe('USER.NAME_TAKEN');
  await program.call('users.leave', { id: id, password: PASSWORD, reason: 'уволилась' });
  expect((await program.refusal('users.invite', { id, ...duties })).code).toBe('USER.NAME_TAKEN');
});

it('an account that a crash left without its place in the keyring gets its code by the same press', async () => {
  await program.signIn(ADMINISTRATOR);
  const input = {
    id: uuid(),
    name: 'Тренер Марат',
    post: '',
    roles: ['coach' as const],
    institutionIds: 'all' as const,
    childIds: [],
    language: 'ru' as const,
    idleMinutes: 5,
  };
  const { keyring } = program.tirek.program;
  if (!keyring) throw new Error('no keyring');
  const invite = keyring.invite.bind(keyring);
  keyring.invite = () => {
    throw new Error('the power went');
  };
  expect((await program.refusal('users.invite', input)).kind).toBe('unexpected');
  keyring.invite = invite;
  expect((await program.call('users.invite', input)).code).not.toBe('');
});

it('an administrator does not become a psychologist by the own hand, and the only one with keys stays administrator', async () => {
  const me = await program.signIn(ADMINISTRATOR);
  await program.call('users.invite', {
    id: uuid(),
    name: 'Второй администратор',
    post: '',
    roles: ['administrator'],
    institutionIds: 'all',
    childIds: [],
    language: 'ru',
    idleMinutes: 5,
  });
  const row = (await program.call('users.list', {})).find((user) => user.id === me.userId);
  if (!row) throw new Error('no row');
  const { name, post, institutionIds, childIds, language, idleMinutes, version } = row;
  const withRoles = (roles: string[]) => ({ id: me.userId, version, duties: { name, post, roles, institutionIds, childIds, language, idleMinutes } });
  expect((await program.refusal('users.update', withRoles(['administrator', 'psychologist']))).code).toBe('USER.OWN_CLINICAL_ROLE');
  expect((await program.refusal('users.update', withRoles(['observer']))).code).toBe('USER.LAST_ADMINISTRATOR');
});

it('a colleague is given no house and no child that do not exist, new or changed', async () => {
  await program.signIn(ADMINISTRATOR);
  const duties = { name: 'Коуч Ринат', post: '', roles: ['coach'], language: 'ru', idleMinutes: 5 };
  const refused = await program.refusal('users.invite', { ...duties, id: uuid(), institutionIds: [uuid()], childIds: [home, uuid()] });
  expect(refused.fields).toEqual([
    { path: 'institutionIds.0', code: 'INSTITUTION.UNKNOWN' },
    { path: 'childIds.1', code: 'CHILD.UNKNOWN' },
  ]);
  const id = uuid();
  await program.call('users.invite', { ...duties, id, institutionIds: [world.institutionId], childIds: [home] } as never);
  const change = (scope: object) => ({ id, version: 1, duties: { ...duties, institutionIds: 'all', childIds: [home], ...scope } });
  expect((await program.refusal('users.update', change({ institutionIds: [uuid()] }))).fields).toHaveLength(1);
  expect((await program.refusal('users.update', change({ childIds: [uuid()] }))).fields).toHaveLength(1);
  await program.call('users.update', change({}) as never);
});

it('nobody changes a key that is not the own, and a job that runs while a key is changed is asked to come again', async () => {
  await program.signIn(ADMINISTRATOR);
  expect((await program.refusal('users.rotate', { vault: 'clinical', password: PASSWORD })).code).toBe('VAULT.NOT_HOLDER');
  await program.signIn(EDUCATOR);
  const printer = heldPrinter();
  const paper = program.tirek.pipeline.handle({ op: 'children.characteristic', input: characteristic() });
  live().busy = true;
  printer.release();
  expect(await paper).toMatchObject({ ok: false, error: { code: 'VAULT.BUSY' } });
  live().busy = false;
  printer.putBack();
});

it('the photograph is not to be had as a file: its own door asks for the consent', async () => {
  await program.signIn(COORDINATOR);
  const fileId = randomUUID();
  const stored = await program.tirek.program.services.files.put(Buffer.from('photo'));
  live().records.transaction((db) => {
    db.run(
      `INSERT INTO "child_file" ("id", "child_id", "role", "name", "type", "size", "stored", "key", "sha256", "added_on", "added_by") VALUES (?, ?, 'photo', 'photo.jpg', 'image/jpeg', 5, ?, ?, ?, '2026-11-20', '')`,
      fileId,
      home,
      stored.fileId,
      Buffer.from(stored.key),
      stored.sha256,
    );
  });
  expect((await program.refusal('children.file', { id: home, fileId })).kind).toBe('not-found');
});
