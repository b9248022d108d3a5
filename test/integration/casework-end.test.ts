import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COORDINATOR, PSYCHOLOGIST } from '../support/contract-fixtures';
import {
  closing,
  ELSEWHERE,
  newChild as registered,
  note,
  plan,
  psychologistsRoom,
  route,
  TODAY,
  uuid,
  type Room,
  type Subject,
} from '../support/casework-fixtures';
import type { TestProgram } from '../support/program';

let room: Room;
let program: TestProgram;
let child: Subject;
const call: TestProgram['call'] = (op, input) => program.call(op, input);
const newChild = (given: string) => registered(room, given);
const written = async (patch: Parameters<typeof note>[0] = {}, subject = child): Promise<string> => {
  const { row } = await call('sessions.createNote', { id: uuid(), subject, fields: note(patch) });
  return row.id;
};
const today = async () => call('clinical.today', {});

beforeAll(async () => {
  room = await psychologistsRoom();
  program = room.program;
  child = await newChild('Глеб');
});
afterAll(() => program.destroy());

describe('the end of the work', () => {
  it('closes the plan and cancels what was planned after it; it is reopened with a reason beside the summary', async () => {
    const subject = await newChild('Камила');
    const planId = uuid();
    const fields = plan();
    await call('sessions.createPlan', { id: planId, subject, fields });
    await call('sessions.signPlan', { id: planId });
    const noteId = await written({}, subject);
    const [later] = await call('sessions.planSessions', {
      id: uuid(),
      subject,
      fields: { onDate: '2026-11-27', atTime: '10:00', minutes: 45, place: '', times: 1, everyWeeks: 1 },
    });
    const id = uuid();
    await call('sessions.createClosing', { id, subject, fields: closing() });
    expect(await program.refusal('sessions.signClosing', { id })).toMatchObject({ code: 'CASEWORK.UNSIGNED_LEFT', params: { count: 1 } });
    await call('sessions.signNote', { id: noteId });
    await call('sessions.signClosing', { id });
    const after = await call('sessions.casework', { subject });
    expect(after.closedOn).toBe(TODAY);
    expect(after.sessions.find((row) => row.id === later?.id)).toMatchObject({ status: 'cancelled', cancellation: { by: 'closing' } });
    const rating = { ratedOn: TODAY, rater: 'я', levels: { [fields.goals[0]?.id ?? '']: 0 as const }, note: '' };
    expect((await program.refusal('sessions.rateGoals', { id: uuid(), planId, fields: rating })).code).toBe('CASEWORK.CLOSED');
    const next = { onDate: '2026-12-01', atTime: '10:00', minutes: 45, place: '', times: 2, everyWeeks: 1 };
    expect((await program.refusal('sessions.planSessions', { id: uuid(), subject, fields: next })).code).toBe('CASEWORK.CLOSED');
    const reopened = await call('sessions.reopenWork', { id, reason: 'снова не спит' });
    expect(reopened).toMatchObject({ header: { state: 'signed' }, reopened: { reason: 'снова не спит' }, asSigned: true });
    expect((await call('sessions.planSessions', { id: uuid(), subject, fields: next })).length).toBe(2);
    expect((await program.refusal('sessions.reopenWork', { id, reason: 'ещё' })).code).toBe('CLOSING.NOT_CLOSED');
  });

  it('a session for a child who has left is refused whole, unless the summary allows it and says why', async () => {
    const subject = await newChild('Нурлан');
    const [planned] = await call('sessions.planSessions', {
      id: uuid(),
      subject,
      fields: { onDate: '2026-11-25', atTime: '10:00', minutes: 45, place: '', times: 1, everyWeeks: 1 },
    });
    await program.signIn(COORDINATOR);
    await call('children.leave', { id: subject.id, reason: 'other', note: '' });
    program.now = new Date('2026-11-25T12:00:00Z');
    await program.signIn(PSYCHOLOGIST);
    const fields = note({ onDate: '2026-11-25' });
    const id = uuid();
    expect((await program.refusal('sessions.createNote', { id, subject, fields })).code).toBe('CASEWORK.CHILD_LEFT');
    expect((await program.refusal('sessions.createNote', { id: planned?.id, subject, fields })).code).toBe('CASEWORK.CHILD_LEFT');
    expect((await program.refusal('sessions.session', { id })).kind).toBe('not-found');
    expect((await call('sessions.casework', { subject })).blocked).toMatchObject({ code: 'CASEWORK.CHILD_LEFT' });
    expect((await call('sessions.createNote', { id: uuid(), subject, fields: note() })).exception).toBe('');
    await call('sessions.signNote', {
      id: (await call('sessions.casework', { subject })).sessions.find((row) => row.state === 'draft')?.id as never,
    });
    const closingId = uuid();
    await call('sessions.createClosing', { id: closingId, subject, fields: closing({ followUp: true, followUpWhy: 'три встречи для прощания' }) });
    await call('sessions.signClosing', { id: closingId });
    const held = await call('sessions.createNote', { id, subject, fields });
    expect(held.exception).toBe('три встречи для прощания');
    program.now = new Date('2026-11-20T06:00:00Z');
    await program.signIn(PSYCHOLOGIST);
  });
});

it('a psychologist of another house finds nothing of it: no list, no page, no record, no alarm', async () => {
  const id = await written({ riskLevel: 'immediate', riskText: 'срочно' });
  const place = { onDate: '2026-11-28', atTime: '10:00', minutes: 45, place: '' };
  const [planned] = await call('sessions.planSessions', { id: uuid(), subject: child, fields: { ...place, times: 1, everyWeeks: 1 } });
  await program.signIn(ELSEWHERE);
  expect(await call('sessions.cases', {})).toEqual([]);
  expect(await call('sessions.agenda', { from: '2026-01-01', to: '2026-12-31', mine: false })).toEqual([]);
  expect(await today()).toEqual([]);
  const tries = [
    program.refusal('sessions.casework', { subject: child }),
    program.refusal('sessions.session', { id }),
    program.refusal('sessions.session', { id: planned?.id }),
    program.refusal('sessions.moveSession', { id: planned?.id, from: place, to: { ...place, atTime: '11:00' }, reason: 'чужое' }),
    program.refusal('sessions.cancelSession', { id: planned?.id, by: 'child', reason: 'чужое' }),
    program.refusal('sessions.addRoute', { id, rowId: uuid(), fields: route() }),
    program.refusal('sessions.createNote', { id: uuid(), subject: child, fields: note() }),
    program.refusal('sessions.planSessions', {
      id: uuid(),
      subject: child,
      fields: { onDate: TODAY, atTime: '10:00', minutes: 45, place: '', times: 1, everyWeeks: 1 },
    }),
  ];
  for (const refused of tries) expect((await refused).kind).toBe('not-found');
  await program.signIn(PSYCHOLOGIST);
});

it('the list of cases tells who has work, what is next and what burns', async () => {
  const subject = await newChild('Жанель');
  await written({ riskLevel: 'watch', riskText: 'следить' }, subject);
  await call('sessions.planSessions', {
    id: uuid(),
    subject,
    fields: { onDate: '2026-11-26', atTime: '09:00', minutes: 30, place: '', times: 2, everyWeeks: 1 },
  });
  const [line] = await call('sessions.cases', { search: 'жанель' });
  expect(line).toMatchObject({ subject, held: 1, lastOn: TODAY, nextOn: '2026-11-26', alarms: 1, responsibleName: PSYCHOLOGIST, closedOn: null });
});
