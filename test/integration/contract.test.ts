import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Output } from '../../shared/contract/api';
import { COORDINATOR, filledDraft, mentorWithPapers, pairAtPapers, readyChild, terms, worldOf, type World } from '../support/contract-fixtures';
import { ADMINISTRATOR, TestProgram } from '../support/program';

const id = <T = never>(): T => randomUUID() as T;
const open = (gate: Output<'documents.whyNotIssue'>): string[] =>
  gate.items.filter(({ status }) => status !== 'ok' && status !== 'accepted').map(({ key, status }) => `${key.split(':')[0] ?? ''} ${status}`);
const sha256 = (base64: string): string => createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex');

describe('a guest contract in Kazakhstan', () => {
  let world: World;
  let pairId: string;
  let childId: string;
  let mentorId: string;
  let draftId: string;
  let issued: Output<'documents.issue'>;
  const documentId = id<never>();
  const call: TestProgram['call'] = (...args) => world.program.call(...args);

  beforeAll(async () => {
    world = await worldOf(await TestProgram.start());
    await world.program.signIn(COORDINATOR);
    childId = await readyChild(world);
    mentorId = await mentorWithPapers(world, ['guardianship-conclusion']);
    pairId = await pairAtPapers(world, childId, mentorId);
  });
  afterAll(async () => {
    await world.program.destroy();
  });

  it('names every field that is still empty, each with its place', async () => {
    draftId = id<string>();
    const draft = await call('documents.startDraft', { id: draftId, pairIds: [pairId as never] });
    const gate = await call('documents.whyNotIssue', { id: draftId });
    expect(gate.open).toBe(false);
    const fields = gate.items.filter(({ link }) => link.module === 'documents').map(({ link }) => link.section);
    expect(fields).toEqual(expect.arrayContaining(['termFrom', 'termTo', 'takenAt', 'returnedAt']));
    await call('documents.saveDraft', { id: draftId, from: draft.terms, to: terms(draft.terms) });
  });

  it('stays closed for the one missing paper and names it', async () => {
    const gate = await call('documents.whyNotIssue', { id: draftId });
    expect(gate.lastReturnOn).toBe('2026-12-19');
    expect(open(gate)).toEqual(['paper.guardianship-conclusion missing']);
    const refused = await world.program.refusal('documents.issue', { draftId, documentId });
    expect(refused).toMatchObject({ kind: 'refused', code: 'CONTRACT.GATE_CLOSED' });
    const rows = await call('documents.list', {});
    expect(rows.total).toBe(0);
  });

  it('opens when the paper is there, and shows a masked draft before issue', async () => {
    await call('candidates.addPaper', {
      mentorId: mentorId as never,
      id: id(),
      paper: {
        kind: 'guardianship-conclusion',
        subject: 'mentor',
        number: '118',
        issuedOn: '2026-11-18',
        issuer: 'Отдел образования',
        validUntil: null,
        noExpiry: true,
        presentedOn: '2026-11-19',
        outcome: 'positive',
        note: '',
      },
    } as never);
    expect(open(await call('documents.whyNotIssue', { id: draftId }))).toEqual([]);
    const preview = await call('documents.preview', { id: draftId });
    expect(Buffer.from(preview.file.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('gets the first number of the year and keeps the hash of its bytes', async () => {
    issued = await call('documents.issue', { draftId: draftId, documentId });
    expect(issued).toMatchObject({ number: 'ГД-001/2026', version: 1, state: 'issued' });
    const file = await call('documents.reprint', { id: documentId });
    expect(sha256(file.base64)).toBe(issued.sha256);
    expect(file.fileName).toBe('ГД-001-2026.pdf');
  });

  it('answers the second press of the button with the same document', async () => {
    expect(await call('documents.issue', { draftId: draftId, documentId })).toEqual(issued);
    expect((await call('documents.list', {})).total).toBe(1);
    expect(await world.program.refusal('documents.issue', { draftId, documentId: id() })).toMatchObject({ code: 'CONTRACT.ALREADY_ISSUED' });
  });

  it('is not named to another house: neither its number nor the year it was issued in', async () => {
    const mine = await world.program.refusal('documents.issue', { draftId: id(), documentId });
    expect(mine.params).toEqual({ number: 'ГД-001/2026' });
    await world.program.signIn(ADMINISTRATOR);
    await world.program.addColleague('Администратор Ораз', ['administrator'], { institutionIds: [world.otherInstitutionId] });
    await world.program.signIn('Администратор Ораз');
    const theirs = await world.program.refusal('documents.issue', { draftId: id(), documentId });
    expect(theirs.code).toBe('CONTRACT.ALREADY_ISSUED');
    expect(JSON.stringify(theirs)).not.toContain('ГД-001');
    expect((await call('documents.list', {})).years).toEqual([]);
    await world.program.signIn(ADMINISTRATOR);
    expect((await call('documents.list', {})).years).toEqual([2026]);
  });

  it('reprints the same bytes after a sign-out and a year', async () => {
    const before = await call('documents.reprint', { id: documentId });
    world.program.now = new Date('2027-11-20T06:00:00Z');
    await world.program.signIn(ADMINISTRATOR);
    expect((await call('documents.reprint', { id: documentId })).base64).toBe(before.base64);
    world.program.now = new Date('2026-11-20T07:00:00Z');
    await world.program.signIn(ADMINISTRATOR);
  });

  it('lets the pair begin its stays', async () => {
    await world.program.signIn(COORDINATOR);
    const pair = await call('mentorships.startHosting', { id: pairId, on: '2026-11-20' });
    expect(pair).toMatchObject({ stage: 'hosting', contractNumber: 'ГД-001/2026' });
  });

  it('is written into the journal of transfers when the child goes and comes back', async () => {
    world.program.now = new Date('2026-11-28T05:00:00Z');
    await world.program.signIn(COORDINATOR);
    const transferId = id<string>();
    const transfer = {
      documentId,
      childId,
      plannedReturnOn: '2026-11-28',
      plannedReturnAt: '19:00',
      handedOver: { on: '2026-11-28', at: '10:05', by: COORDINATOR, state: 'здорова' },
      note: '',
    };
    const line = await call('documents.handOver', { id: transferId, transfer });
    expect(line).toMatchObject({ no: 1, contractNumber: 'ГД-001/2026', conclusion: { number: '118' }, consentOn: '2026-11-17' });
    expect(await world.program.refusal('documents.handOver', { id: id(), transfer })).toMatchObject({ code: 'TRANSFER.CHILD_IS_OUT' });
    world.program.now = new Date('2026-11-29T05:00:00Z');
    await world.program.signIn(ADMINISTRATOR);
    expect((await call('documents.register', { only: 'overdue' } as never)).lines.map(({ id: line }) => line)).toEqual([transferId]);
    expect((await call('settings.today', {}))[0]).toMatchObject({ tone: 'alarm', id: `transfer:${transferId}` });
    expect(await world.program.refusal('documents.annul', { id: documentId, reason: 'ошибка' })).toMatchObject({ code: 'DOCUMENT.CHILD_IS_OUT' });
    await world.program.signIn(COORDINATOR);
    const late = { id: transferId, returned: { on: '2026-11-28', at: '19:40', by: COORDINATOR, state: 'здорова', incidents: '', lateReason: '' } };
    expect(await world.program.refusal('documents.takeBack', late)).toMatchObject({ kind: 'invalid', fields: [{ path: 'returned.lateReason' }] });
    const back = await call('documents.takeBack', { ...late, returned: { ...late.returned, lateReason: 'пробка' } });
    expect(back.isOverdue).toBe(false);
  });

  it('prints the journal of transfers, and hands it out as a table only with a reason', async () => {
    await world.program.signIn(ADMINISTRATOR);
    const pdf = await call('documents.registerPdf', { year: 2026 });
    expect(Buffer.from(pdf.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    expect(await world.program.refusal('documents.registerXlsx', { year: 2026, reason: '' })).toMatchObject({ kind: 'invalid' });
    const table = await call('documents.registerXlsx', { year: 2026, reason: 'проверка опеки' });
    expect(Buffer.from(table.base64, 'base64').subarray(0, 2).toString()).toBe('PK');
  });

  it('is corrected by a new version that names the old one, under the same number', async () => {
    const correction = id<never>();
    const second = id<never>();
    const draft = await call('documents.correct', { id: documentId, draftId: correction, reason: 'неверное время' });
    await call('documents.saveDraft', { id: correction, from: draft.terms, to: { ...draft.terms, returnedAt: '18:00' } });
    world.program.now = new Date('2026-11-20T08:00:00Z');
    const corrected = await call('documents.issue', { draftId: correction, documentId: second });
    expect(corrected).toMatchObject({ number: 'ГД-001/2026', version: 2, correctionReason: 'неверное время' });
    expect(corrected.versions.map(({ version, state }) => [version, state])).toEqual([
      [1, 'corrected'],
      [2, 'issued'],
    ]);
    expect(await call('documents.annul', { id: second, reason: 'семья переезжает' })).toMatchObject({ state: 'annulled', number: 'ГД-001/2026' });
    expect(await call('mentorships.get', { id: pairId })).toMatchObject({ stage: 'papers', contractNumber: null });
    expect(await world.program.refusal('documents.annul', { id: second, reason: 'ещё раз' })).toMatchObject({ code: 'DOCUMENT.NOT_IN_FORCE' });
  });

  it('never gives a number twice, and leaves none out, when many are issued at once', async () => {
    const drafts = await Promise.all([1, 2, 3, 4].map(() => filledDraft(world, [pairId])));
    const answers = await Promise.all(drafts.map((draft) => call('documents.issue', { draftId: draft, documentId: id() })));
    expect(answers.map(({ number }) => number).sort()).toEqual(['ГД-002/2026', 'ГД-003/2026', 'ГД-004/2026', 'ГД-005/2026']);
  });

  it('goes on with a batch past a refusal, and tells which one', async () => {
    const good = await filledDraft(world, [pairId]);
    const late = await filledDraft(world, [pairId], { termTo: '2027-03-27' as never });
    const answer = await call('documents.issueBatch', {
      items: [
        { draftId: late, documentId: id() },
        { draftId: good, documentId: id() },
      ],
    });
    expect(answer).toMatchObject({ cancelled: false, refused: [{ draftId: late, code: 'CONTRACT.GATE_CLOSED' }] });
    expect(answer.issued.map(({ number }) => number)).toEqual(['ГД-006/2026']);
  });

  it('is not found by an orphanage that is no party of it', async () => {
    await world.program.signIn(ADMINISTRATOR);
    await world.program.addColleague('Воспитатель Мадина', ['staff'], { institutionIds: [world.otherInstitutionId] });
    await world.program.signIn('Воспитатель Мадина');
    const requests: [string, unknown][] = [
      ['documents.get', { id: documentId }],
      ['documents.reprint', { id: documentId }],
      ['mentorships.get', { id: pairId }],
      ['candidates.get', { id: mentorId }],
      ['children.get', { id: childId }],
    ];
    for (const [op, input] of requests) expect(await world.program.refusal(op as never, input), op).toMatchObject({ kind: 'not-found' });
    expect((await call('documents.list', {})).total).toBe(0);
    expect((await call('mentorships.list', {})).total).toBe(0);
    expect((await call('candidates.list', {})).total).toBe(0);
    expect((await call('documents.register', {})).lines).toEqual([]);
  });
});
