import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COLLEAGUE, ELSEWHERE, newChild, note, plan, psychologistsRoom, uuid, type Room, type Subject } from '../support/casework-fixtures';
import { COORDINATOR, PSYCHOLOGIST } from '../support/contract-fixtures';
import { ADMINISTRATOR, PASSWORD, type TestProgram } from '../support/program';

const MARK = 'фиолетовый кашалот';
let room: Room;
let program: TestProgram;
const call: TestProgram['call'] = (op, input) => program.call(op, input);
const live = () => program.tirek.program.session ?? expect.unreachable('nobody is signed in');
const idOf = (name: string) => program.tirek.program.keyring?.users().find((user) => user.name === name)?.id as never;
const drafted = async (subject: Subject, text = MARK): Promise<never> =>
  (await call('sessions.createNote', { id: uuid(), subject, fields: note({ note: text }) })).row.id as never;
const planned = (subject: Subject) =>
  call('sessions.planSessions', {
    id: uuid(),
    subject,
    fields: { onDate: '2026-12-04', atTime: '10:00', minutes: 45, place: '', times: 1, everyWeeks: 1 },
  });
const headers = async (subject: Subject) => (await call('clinical.records', { subject })).records;

beforeAll(async () => {
  room = await psychologistsRoom();
  program = room.program;
});
afterAll(() => program.destroy());

describe('a case that changes hands', () => {
  let subject: Subject;
  let open: never;
  let signed: never;
  beforeAll(async () => {
    subject = await newChild(room, 'Тимур');
    signed = await drafted(subject);
    await call('sessions.signNote', { id: signed });
    open = await drafted(subject);
    await planned(subject);
  });

  it('is taken over with a reason: unsigned records go with it and say so, signed ones stay their author’s', async () => {
    await program.signIn(COLLEAGUE);
    expect(await call('clinical.takeOver', { subject, reason: 'отпуск до января' })).toEqual({ cases: 1, drafts: 1 });
    const records = await headers(subject);
    expect(records.find(({ id }) => id === signed)).toMatchObject({ authorName: PSYCHOLOGIST, state: 'signed' });
    expect(records.find(({ id }) => id === open)).toMatchObject({ authorName: COLLEAGUE, state: 'draft' });
    expect(await call('clinical.amendments', { recordId: open })).toMatchObject([
      { text: '', reason: `${PSYCHOLOGIST} → ${COLLEAGUE}. отпуск до января` },
    ]);
    await call('sessions.signNote', { id: open });
    expect(await call('clinical.subject', { subject })).toMatchObject({ responsibleName: COLLEAGUE });
    expect(await call('clinical.handovers', { subject })).toMatchObject([{ fromName: PSYCHOLOGIST, toName: COLLEAGUE, drafts: 1 }]);
    const { sessions } = await call('sessions.casework', { subject });
    expect(sessions.find(({ onDate }) => onDate === '2026-12-04')).toMatchObject({ keeperName: COLLEAGUE });
    const { entries } = await call('audit.listClinical', { filter: {}, limit: 50 });
    expect(entries.map(({ action }) => action)).toContain('clinical.casePassedOn');
  });

  it('is handed over by whoever leads it, and only to somebody who can open it', async () => {
    expect((await program.refusal('clinical.takeOver', { subject, reason: 'x' })).code).toBe('CASE.ALREADY_YOURS');
    expect((await program.refusal('clinical.handOver', { subject, toId: idOf(COORDINATOR), reason: 'x' })).code).toBe('CASE.NOT_A_HOLDER');
    expect((await call('clinical.colleagues', {})).map(({ name }) => name)).toContain(PSYCHOLOGIST);
    await call('clinical.handOver', { subject, toId: idOf(PSYCHOLOGIST), reason: 'вернулась' });
    expect((await program.refusal('clinical.handOver', { subject, toId: idOf(PSYCHOLOGIST), reason: 'x' })).code).toBe('CASE.NOT_YOURS');
    await program.signIn(PSYCHOLOGIST);
    expect((await call('clinical.cases', { which: 'mine' })).map((row) => row.subject.id)).toContain(subject.id);
    expect((await call('clinical.records', { myCases: true })).records.map(({ id }) => id)).toContain(signed);
    await program.signIn(COLLEAGUE);
    expect((await call('clinical.records', { myCases: true })).records).toEqual([]);
  });

  it('is out of reach for a psychologist of another house', async () => {
    await program.signIn(ELSEWHERE);
    expect((await program.refusal('clinical.takeOver', { subject, reason: 'x' })).kind).toBe('not-found');
    expect((await program.refusal('clinical.handovers', { subject })).kind).toBe('not-found');
    expect(await call('clinical.cases', { which: 'all' })).toEqual([]);
    expect(await call('clinical.takeOver', { fromId: idOf(PSYCHOLOGIST), reason: 'x' })).toEqual({ cases: 0, drafts: 0 });
  });

  it('of somebody who left stands on everybody’s Today until it is taken over', async () => {
    await program.signIn(ADMINISTRATOR);
    const leaver = await program.addColleague('Психолог Уходящая', ['psychologist']);
    await program.signIn(PSYCHOLOGIST);
    const words = program.tirek.program.keyring?.fingerprint(leaver).ru ?? [];
    await call('users.grantClinical', { id: leaver, words, password: PASSWORD });
    const hers = await newChild(room, 'Асель');
    await program.signIn('Психолог Уходящая');
    const draft = await drafted(hers);
    const elsewhere = await drafted(subject, 'черновик в чужом деле');
    await program.signIn(ADMINISTRATOR);
    await call('users.leave', { id: leaver, password: PASSWORD, reason: 'переезд' });
    for (const name of [PSYCHOLOGIST, COLLEAGUE]) {
      await program.signIn(name);
      const item = (await call('clinical.today', {})).find(({ id }) => id === `cases-left:${leaver}`);
      expect(item).toMatchObject({ tone: 'overdue', title: { params: { name: 'Психолог Уходящая' } }, reason: { params: { cases: 1, drafts: 2 } } });
    }
    expect((await call('clinical.cases', { which: 'left' })).map((row) => row.subject.id)).toEqual([hers.id]);
    expect(await call('clinical.takeOver', { fromId: leaver, reason: 'коллега переехала' })).toEqual({ cases: 1, drafts: 2 });
    for (const id of [draft, elsewhere]) await call('sessions.signNote', { id });
    expect((await call('clinical.today', {})).filter(({ id }) => id.startsWith('cases-left:'))).toEqual([]);
  });
});

describe('a child whose file was destroyed', () => {
  const files = () => readdirSync(join(program.dataDir, 'blobs')).length;
  let subject: Subject;
  beforeAll(async () => {
    subject = await newChild(room, 'Златомир');
    const id = await drafted(subject, `Златомир видит: ${MARK}`);
    await call('clinical.addAttachment', { recordId: id, fileId: uuid(), childId: null, name: 'рисунок.png', caption: MARK, data: PNG });
    await call('sessions.signNote', { id });
    await call('clinical.amend', { id: uuid(), recordId: id, text: MARK, reason: 'уточнение' });
    await call('sessions.createPlan', { id: uuid(), subject, fields: plan({ focus: MARK }) });
    await planned(subject);
    await call('clinical.saveDraft', { formKey: `clinical/sessions/${subject.id}`, data: JSON.stringify({ note: MARK }) });
  });

  it('leaves its clinical records to a psychologist, who is told how many', async () => {
    await program.signIn(COORDINATOR);
    const { code, version: _ } = await call('children.get', { id: subject.id });
    await program.signIn(ADMINISTRATOR);
    await call('children.erase', { id: subject.id, basis: 'отзыв согласия', confirmCode: code, secondPerson: 'Омаров Б. Т.' });
    await program.signIn(PSYCHOLOGIST);
    const [orphan] = await call('clinical.orphans', {});
    expect(orphan).toMatchObject({ subject, how: 'erased', count: 3 });
    const item = (await call('clinical.today', {})).find(({ id }) => id === `orphan:child/${subject.id}`);
    expect(item).toMatchObject({ title: { key: 'clinical:today.erased' }, reason: { params: { count: 3 } } });
  });

  it('goes from the clinical vault whole, by the own password and a reason; the journal keeps numbers', async () => {
    const input = { subject, reason: 'карта уничтожена', password: PASSWORD };
    expect((await program.refusal('clinical.destroyOrphans', { ...input, password: 'не тот пароль совсем' })).code).toBe('PASSWORD.WRONG');
    expect((await program.refusal('clinical.followMerge', { subject })).code).toBe('ORPHAN.ERASED');
    program.now = new Date(program.now.getTime() + 60_000);
    const before = files();
    expect(await call('clinical.destroyOrphans', input)).toEqual({ records: 3, files: 1 });
    expect(files()).toBe(before - 1);
    expect(await call('clinical.orphans', {})).toEqual([]);
    const db = live().clinical?.db;
    const tables =
      db?.all<{ name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'journal'`) ?? [];
    for (const { name } of tables) expect(JSON.stringify(db?.all(`SELECT * FROM "${name}"`)), name).not.toContain(subject.id);
    expect((await call('clinical.search', { text: 'Златомир' })).hits).toEqual([]);
    expect((await program.refusal('clinical.destroyOrphans', input)).kind).toBe('not-found');
    const entry = db?.get<{ detail: string }>(`SELECT detail FROM journal WHERE action = 'clinical.orphansDestroyed'`);
    expect(JSON.parse(entry?.detail ?? '{}')).toMatchObject({ records: 3, files: 1 });
    expect(JSON.stringify(db?.all('SELECT * FROM journal'))).not.toContain(MARK);
  });

  it('cannot be destroyed here while the file stands', async () => {
    const alive = await newChild(room, 'Живой');
    await drafted(alive);
    expect((await program.refusal('clinical.destroyOrphans', { subject: alive, reason: 'x', password: PASSWORD })).kind).toBe('not-found');
  });
});

describe('two files that were one child', () => {
  it('bring what was written together, and a signature that held holds still', async () => {
    const [kept, gone] = [await newChild(room, 'Руслан'), await newChild(room, 'Русланчик')];
    const signed = await drafted(gone, 'говорит о брате');
    await call('sessions.signNote', { id: signed });
    await planned(gone);
    await program.signIn(COORDINATOR);
    await call('children.merge', { keepId: kept.id, mergeId: gone.id, take: [], reason: 'две карты одного ребёнка' });
    await program.signIn(ELSEWHERE);
    expect((await program.refusal('clinical.followMerge', { subject: gone })).kind).toBe('not-found');
    await program.signIn(PSYCHOLOGIST);
    expect((await call('clinical.orphans', {}))[0]).toMatchObject({ how: 'merged', intoId: kept.id, count: 2 });
    expect((await program.refusal('clinical.destroyOrphans', { subject: gone, reason: 'x', password: PASSWORD })).code).toBe('ORPHAN.MERGED');
    expect(await call('clinical.followMerge', { subject: gone })).toEqual({ records: 2 });
    expect((await headers(kept)).map(({ id }) => id)).toEqual([signed]);
    expect(await call('sessions.session', { id: signed })).toMatchObject({ asSigned: true, row: { subject: kept } });
    expect((await call('sessions.casework', { subject: kept })).sessions).toHaveLength(2);
    expect(await call('clinical.orphans', {})).toEqual([]);
  });
});

/** One grey pixel, and noise behind it so that no two are alike. */
const PNG = Buffer.concat([
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAfbLI3wAAAABJRU5ErkJggg==', 'base64'),
  randomBytes(4),
]).toString('base64');
