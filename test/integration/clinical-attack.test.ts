import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadInstrument } from '../../shared/modules/assessments/instrument.loader';
import { readResponses } from '../../shared/modules/assessments/responses-csv';
import { COLLEAGUE, ELSEWHERE, newChild, note, plan, psychologistsRoom, TODAY, uuid, type Room, type Subject } from '../support/casework-fixtures';
import { PSYCHOLOGIST } from '../support/contract-fixtures';
import { came, attend, groupWorld, newSession, png, type GroupWorld } from '../support/group-fixtures';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProgram } from '../support/program';

/* What somebody who holds the clinical key, and speaks to the pipeline past every screen, must not get done. */
const MARK = 'сиреневый осьминог';
let room: Room;
let program: TestProgram;
let groups: GroupWorld;
let subject: Subject;
const call: TestProgram['call'] = (op, input) => program.call(op, input);
const refusal: TestProgram['refusal'] = (op, input) => program.refusal(op, input);
const live = () => program.tirek.program.session ?? expect.unreachable('nobody is signed in');
const drawing = (patch: object) => ({ fileId: uuid(), name: 'a.png', data: png().toString('base64'), ...patch });
const draftNote = async (): Promise<never> =>
  (await call('sessions.createNote', { id: uuid(), subject, fields: note({ note: MARK }) })).row.id as never;

beforeAll(async () => {
  room = await psychologistsRoom();
  program = room.program;
  groups = await groupWorld(room);
  subject = await newChild(room, 'Марат');
}, 120_000);
afterAll(() => program.destroy());

describe('a psychologist of another house', () => {
  it('reads no rating of a plan out of scope by naming a plan of the own', async () => {
    await program.signIn(PSYCHOLOGIST);
    const [planId, ratingId, fields] = [uuid(), uuid(), plan()];
    await call('sessions.createPlan', { id: planId, subject, fields });
    await call('sessions.signPlan', { id: planId });
    const levels = { [fields.goals[0]?.id ?? '']: 0 } as never;
    await call('sessions.rateGoals', { id: ratingId, planId, fields: { ratedOn: TODAY, rater: 'Мать', levels, note: MARK } });
    await program.signIn(ELSEWHERE);
    const own = uuid();
    await call('sessions.createPlan', { id: own, subject: { kind: 'child', id: groups.ruslan }, fields: plan() });
    const asked = await refusal('sessions.rateGoals', { id: ratingId, planId: own, fields: { ratedOn: TODAY, rater: 'x', levels: {}, note: '' } });
    expect(asked.kind).toBe('not-found');
  });

  it('is given no case of a child whom they cannot see: nobody could open it', async () => {
    await program.signIn(PSYCHOLOGIST);
    await draftNote();
    const idOf = (name: string) => program.tirek.program.keyring?.users().find((user) => user.name === name)?.id;
    expect((await refusal('clinical.handOver', { subject, toId: idOf(ELSEWHERE), reason: 'x' })).code).toBe('CASE.NOT_THEIR_HOUSE');
    expect(await call('clinical.handovers', { subject })).toEqual([]);
  });
});

describe('the room of tests', () => {
  it('throws away no draft of another room, with what is left of it lying about', async () => {
    await program.signIn(PSYCHOLOGIST);
    const id = await draftNote();
    expect((await refusal('assessments.discard', { id })).kind).toBe('not-found');
    expect((await call('sessions.session', { id })).fields.note).toBe(MARK);
    expect((await call('sessions.casework', { subject })).sessions.map((row) => row.id)).toContain(id);
  });

  it('hands no window to a child for a test whose answers this window could not keep', async () => {
    await program.signIn(PSYCHOLOGIST);
    const card = (await call('assessments.instruments', {})).find(({ forms }) => forms.includes('ru')) ?? expect.unreachable('no form');
    const id = uuid();
    const { hash, respondent } = card;
    await call('assessments.start', { id, subject, hash, testDate: TODAY, language: 'ru', given: 'screen', respondent });
    await program.signIn(COLLEAGUE);
    expect((await refusal('assessments.beginSitting', { id })).code).toBe('RECORD.NOT_AUTHOR');
    expect(live().sitting).toBeNull();
  });
});

describe('a draft that is thrown away', () => {
  it('takes its drawings and its words of handing over with it', async () => {
    await program.signIn(PSYCHOLOGIST);
    const id = await draftNote();
    await call('clinical.addAttachment', drawing({ recordId: id, caption: MARK, childId: subject.id }) as never);
    await program.signIn(COLLEAGUE);
    await call('clinical.takeOver', { subject, reason: MARK });
    await call('sessions.dropNote', { id });
    const left = ['clinical_file', 'clinical_amendment'].map((table) =>
      JSON.stringify(live().clinical?.db.all(`SELECT * FROM "${table}" WHERE record_id = ?`, id)),
    );
    expect(left).toEqual(['[]', '[]']);
  });
});

describe('a drawing', () => {
  it('is laid under no child who was not there, nor under another child than the record is about', async () => {
    await program.signIn(PSYCHOLOGIST);
    const id = uuid();
    await newSession(room, groups.groupId, {}, id);
    await attend(room, id, { [groups.alikhan]: came });
    const laid = async (recordId: string, childId: string) => (await refusal('clinical.addAttachment', drawing({ recordId, childId }))).kind;
    expect(await laid(id, groups.outsider)).toBe('not-found');
    expect(await laid(await draftNote(), groups.karina)).toBe('not-found');
    await call('art-therapy.addDrawing', drawing({ id, childId: groups.alikhan, caption: '' }) as never);
  });
});

describe('names and texts', () => {
  const file = readFileSync(join(import.meta.dirname, '../support/instruments/inventory-25.json'), 'utf8');

  it.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'])('«%s» names no item: every object has it', (name) => {
    const loaded = loadInstrument(file.replaceAll('"A1"', JSON.stringify(name)));
    expect(loaded.ok ? [] : loaded.errors.map(({ code }) => code)).toContain('ID.MALFORMED');
  });

  it('a respondent twice in a file is seen through characters that nobody sees', () => {
    const loaded = loadInstrument(file);
    const { items } = loaded.ok ? loaded.instrument : expect.unreachable('not accepted');
    const line = (code: string) => [code, ...items.map(() => '1')].join(';');
    const text = [['code', ...items.map(({ id }) => id)].join(';'), line('р-1'), line('\u202eр-\u200b1')].join('\n');
    const read = readResponses(loaded.ok ? loaded.instrument : expect.unreachable('not accepted'), text, { columns: { respondent: 'code' } });
    expect(read.ok ? [] : read.errors.map(({ code }) => code)).toEqual(['IMPORT.RESPONDENT_TWICE']);
  });

  it('a note takes no mark of direction, whichever script it is of', async () => {
    await program.signIn(PSYCHOLOGIST);
    const input = { id: uuid(), subject, fields: note({ note: 'а\u061cб' }) };
    expect((await refusal('sessions.createNote', input)).fields?.[0]).toMatchObject({ code: 'TEXT.HIDDEN_CHARACTER' });
  });
});
