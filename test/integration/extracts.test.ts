import { randomUUID } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract/api';
import { COORDINATOR, PSYCHOLOGIST, releasedExtract } from '../support/contract-fixtures';
import { roomOf, type Room } from '../support/clinical-fixtures';
import { ADMINISTRATOR, type TestProgram } from '../support/program';

const id = <T = never>(): T => randomUUID() as T;
type Fields = Input<'extracts.start'>['fields'];
const OBSERVER = 'Наблюдатель Айша';

let room: Room;
const call: TestProgram['call'] = (...args) => room.program.call(...args);
const refusal = (op: string, input: unknown) => room.program.refusal(op as never, input);
const child = () => ({ kind: 'child' as const, id: room.childId as never });
const as = (name: string) => room.program.signIn(name);

const fields = (patch: Partial<Fields> = {}): Fields => ({
  purpose: 'mentoring',
  purposeNote: '',
  recipients: ['coordinator'],
  recommendation: 'with-conditions',
  text: 'Первые два месяца без незнакомых мест.',
  validUntil: '2027-05-01',
  language: 'ru',
  ...patch,
});

async function signed(patch: Partial<Fields> = {}, replaces: string | null = null): Promise<string> {
  const extractId = id<string>();
  await call('extracts.start', { id: extractId, subject: child(), fields: fields(patch), replaces: replaces });
  await call('extracts.sign', { id: extractId });
  return extractId;
}

const textOf = (pdf: string): string => execFileSync('pdftotext', ['-layout', '-', '-'], { input: Buffer.from(pdf, 'base64') }).toString('utf8');

beforeAll(async () => {
  room = await roomOf();
  await as(ADMINISTRATOR);
  await room.program.addColleague(OBSERVER, ['observer']);
  await as(PSYCHOLOGIST);
});
afterAll(() => room.program.destroy());

describe('a release extract', () => {
  it('is written as a draft that two windows cannot overwrite, and is nowhere in the records until it is signed', async () => {
    const extractId = id<string>();
    await call('extracts.start', { id: extractId, subject: child(), fields: fields({ text: 'черновик-маркер' }) });
    await call('extracts.change', { id: extractId, changes: { text: { from: 'черновик-маркер', to: 'первое окно' } } });
    const conflict = await refusal('extracts.change', { id: extractId, changes: { text: { from: 'черновик-маркер', to: 'второе окно' } } });
    expect(conflict).toMatchObject({ kind: 'conflict', conflicts: [{ field: 'text', theirs: 'первое окно', mine: 'второе окно' }] });
    expect(await call('extracts.ofSubject', { subject: child() })).toEqual([]);
    await call('extracts.discard', { id: extractId });
    expect(await refusal('extracts.draft', { id: extractId })).toMatchObject({ kind: 'not-found' });
  });

  it('is not signed without text, recipient, and a date for its recommendation', async () => {
    const extractId = id<string>();
    await call('extracts.start', { id: extractId, subject: child(), fields: fields({ text: ' ', recipients: [], validUntil: null }) });
    const wrong = await refusal('extracts.sign', { id: extractId });
    expect(wrong.fields?.map(({ path, code }) => [path, code])).toEqual([
      ['text', 'TEXT.REQUIRED'],
      ['recipients', 'EXTRACT.NO_RECIPIENT'],
      ['validUntil', 'EXTRACT.VALIDITY_REQUIRED'],
    ]);
    await call('extracts.discard', { id: extractId });
  });

  it('reaches the roles it is addressed to, and each reading of its text is in the journal', async () => {
    const first = await signed();
    const forOffice = await signed({ recipients: ['administrator'], text: 'Для канцелярии.' });
    await as(COORDINATOR);
    const listed = await call('extracts.ofSubject', { subject: child() });
    expect(listed).toMatchObject([{ id: first, version: 1, state: 'in-force', recommendation: 'with-conditions' }]);
    expect(listed[0]?.number).toMatch(/^В-2026\/\d+$/);
    expect(JSON.stringify(listed)).not.toContain('незнакомых мест');
    expect(await refusal('extracts.read', { id: forOffice })).toMatchObject({ kind: 'not-found' });
    expect((await call('extracts.read', { id: first })).text).toBe('Первые два месяца без незнакомых мест.');
    expect(textOf((await call('extracts.print', { id: first })).pdf)).toContain('Первые два месяца');
    await as(ADMINISTRATOR);
    expect((await call('extracts.ofSubject', { subject: child() })).map((one) => one.id)).toEqual([forOffice]);
    expect(await refusal('extracts.read', { id: first })).toMatchObject({ kind: 'not-found' });
    const journal = await call('audit.list', { filter: {} });
    expect(journal.entries.filter(({ action, subjectId }) => action === 'extracts.read' && subjectId === first).length).toBeGreaterThan(0);
    await as(OBSERVER);
    expect(await refusal('extracts.ofSubject', { subject: child() })).toMatchObject({ kind: 'not-allowed' });
    await as(PSYCHOLOGIST);
  });

  it('signed, does not change; a replacement keeps its number as the next version; a withdrawal leaves its trace', async () => {
    const first = await signed();
    expect(await refusal('extracts.change', { id: first, changes: { text: { from: fields().text, to: 'иначе' } } })).toMatchObject({
      code: 'RECORD.SIGNED',
    });
    const second = await signed({ text: 'Новая редакция.' }, first);
    const listed = await call('extracts.ofSubject', { subject: child() });
    const [before, after] = [listed.find((one) => one.id === first), listed.find((one) => one.id === second)];
    expect(before).toMatchObject({ state: 'replaced', replacedBy: second });
    expect(after).toMatchObject({ state: 'in-force', version: 2, number: before?.number });
    expect(await refusal('extracts.start', { id: id(), subject: child(), fields: fields(), replaces: first })).toMatchObject({
      code: 'EXTRACT.NOT_IN_FORCE',
    });
    await call('extracts.withdraw', { id: second, reason: 'обстоятельства изменились' });
    expect((await call('extracts.read', { id: second })).state).toBe('withdrawn');
    expect(textOf((await call('extracts.print', { id: second })).pdf)).toContain('НЕ ДЕЙСТВУЕТ');
  });

  it('whose words were changed in the file is not called intact', async () => {
    const extractId = await signed();
    expect((await call('extracts.read', { id: extractId })).intact).toBe(true);
    room.program.tirek.program.session?.records.transaction((db) => {
      db.run(`UPDATE "released_extract" SET "text" = 'рекомендовано всё' WHERE "id" = ?`, extractId);
    });
    expect((await call('extracts.read', { id: extractId })).intact).toBe(false);
  });

  it('that a crash kept from the records stands on Today and is placed once, under one number', async () => {
    const extractId = await signed();
    room.program.tirek.program.session?.records.transaction((db) => {
      db.run('DELETE FROM "released_extract" WHERE "id" = ?', extractId);
    });
    expect((await call('clinical.today', {})).map((item) => item.id)).toContain(`extract:${extractId}`);
    const { number } = await call('extracts.place', { id: extractId });
    expect((await call('extracts.place', { id: extractId })).number).toBe(number);
    expect((await call('clinical.today', {})).map((item) => item.id)).not.toContain(`extract:${extractId}`);
  });
});

it('is written from signed records by name, version and date: a draft is not among them, nor any figure', async () => {
  const hash = (await call('assessments.instruments', {})).find((card) => card.instrumentId === 'gad-7')?.hash ?? '';
  const begin = async (): Promise<string> => {
    const testId = id<string>();
    await call('assessments.start', {
      id: testId,
      subject: child(),
      hash,
      testDate: '2026-11-19',
      language: 'en',
      given: 'paper',
      respondent: 'self',
    });
    return testId;
  };
  const [done, open] = [await begin(), await begin()];
  const { instrument } = await call('assessments.get', { id: done });
  await call('assessments.answer', { id: done, answers: Object.fromEntries(instrument.items.map((item) => [item.id, 2])) });
  await call('assessments.finish', { id: done });
  const lines = await call('extracts.sources', { subject: child(), language: 'en' });
  expect(lines.map((line) => line.recordId)).toContain(done);
  expect(lines.map((line) => line.recordId)).not.toContain(open);
  const line = lines.find((one) => one.recordId === done);
  expect(line).toMatchObject({ kind: 'assessment', onDate: '2026-11-19' });
  expect(line?.title).toContain('GAD-7');
  expect(line?.text).not.toMatch(/14/);
  expect(line?.text).not.toBe('');
});

describe('a conclusion', () => {
  const empty = Object.fromEntries(
    ['request', 'consentNumber', 'motivation', 'resources', 'risks', 'viewOfParents', 'expectations', 'supervision'].map((name) => [name, '']),
  );
  const ofPair = Object.fromEntries(
    ['meetingsObserved', 'contact', 'boundaries', 'safety', 'childAttitude', 'compatibility'].map((name) => [name, '']),
  );
  const whole = {
    ...empty,
    ...ofPair,
    qualification: 'педагог-психолог',
    methods: [{ name: 'Mini-IPIP', version: '1.0', date: '2026-11-01' }],
    recommendation: 'recommended',
    conditions: '',
    grounds: 'Интервью и наблюдение.',
    validUntil: '2027-11-20',
  };

  it('belongs to a candidate or a pair, names its methods, and is a numbered confidential paper after signing', async () => {
    const conclusionId = id<string>();
    expect(await refusal('extracts.startConclusion', { id: conclusionId, subject: child(), kind: 'candidate', fields: whole })).toMatchObject({
      code: 'EXTRACT.WRONG_SUBJECT',
    });
    const pairId = await pairOf();
    const subject = { kind: 'pair' as const, id: pairId as never };
    const incomplete = { ...whole, methods: [], grounds: '' };
    await call('extracts.startConclusion', { id: conclusionId, subject, kind: 'pair', fields: incomplete as never });
    const wrong = await refusal('extracts.signConclusion', { id: conclusionId });
    expect(wrong.fields?.map(({ path }) => path)).toEqual(['grounds', 'methods']);
    await call('extracts.changeConclusion', {
      id: conclusionId,
      changes: { grounds: { from: '', to: whole.grounds }, methods: { from: [], to: whole.methods } },
    });
    const done = await call('extracts.signConclusion', { id: conclusionId });
    expect(done).toMatchObject({ number: 'З-2026/1', asSigned: true, header: { state: 'signed' } });
    const text = textOf((await call('extracts.printConclusion', { id: conclusionId, language: 'ru', reason: 'в дело' })).pdf);
    expect(text).toContain('Mini-IPIP');
    expect(text).toContain('Конфиденциально');
    expect(text).toContain('З-2026/1');
  });
});

let pairId: string | null = null;
async function pairOf(): Promise<string> {
  if (pairId) return pairId;
  await as(COORDINATOR);
  const { mentorFields } = await import('../support/contract-fixtures');
  const mentorId = id<string>();
  await call('candidates.create', {
    id: mentorId,
    fields: mentorFields({ institutionIds: [room.world.institutionId as never] }),
    knownDuplicates: [],
  });
  pairId = id<string>();
  await call('mentorships.open', {
    mentorId: mentorId,
    programmeId: room.world.programmeId,
    acquaintedOn: '2026-10-10',
    children: [{ pairId: pairId, childId: room.childId }],
    warningReason: '',
  });
  await as(PSYCHOLOGIST);
  return pairId;
}

it('an extract about a pair is found with the pair, and named after both', async () => {
  const pair = await pairOf();
  const extractId = await releasedExtract(room.world, pair, 'recommended');
  await as(COORDINATOR);
  const one = await call('extracts.read', { id: extractId });
  expect(one.subjectName).toBe('Глеб З., Ольга К.');
});
