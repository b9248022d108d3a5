import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input, Output } from '../../shared/contract/api';
import { PSYCHOLOGIST } from '../support/contract-fixtures';
import {
  COLLEAGUE,
  goal,
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

describe('a request', () => {
  const fields: Input<'sessions.createRequest'>['fields'] = {
    from: 'staff',
    fromName: 'Галина Петровна',
    about: 'Плохо засыпает, просит свет',
    urgency: 'urgent',
    receivedOn: TODAY,
  };

  it('stands on Today until it is decided, and the decision signs it', async () => {
    const id = uuid();
    await call('sessions.createRequest', { id, subject: child, fields });
    await call('sessions.createRequest', { id, subject: child, fields });
    expect((await call('sessions.casework', { subject: child })).requests).toHaveLength(1);
    expect((await today()).map((item) => item.id)).toContain(`casework:${String(id)}`);
    const decided = await call('sessions.decideRequest', { id, outcome: 'accepted', reason: '' });
    expect(decided).toMatchObject({ header: { state: 'signed' }, decision: { outcome: 'accepted', byName: PSYCHOLOGIST }, asSigned: true });
    expect((await today()).map((item) => item.id)).not.toContain(`casework:${String(id)}`);
    const late = await program.refusal('sessions.changeRequest', { id, changes: { about: { from: fields.about, to: 'другое' } } });
    expect(late.code).toBe('RECORD.SIGNED');
  });

  it('is declined with a reason or not at all', async () => {
    const id = uuid();
    await call('sessions.createRequest', { id, subject: child, fields });
    const bare = await program.refusal('sessions.decideRequest', { id, outcome: 'declined', reason: ' ' });
    expect(bare).toMatchObject({ kind: 'invalid', fields: [{ path: 'reason', code: 'TEXT.REQUIRED' }] });
    expect((await call('sessions.decideRequest', { id, outcome: 'declined', reason: 'нужен невролог' })).decision?.reason).toBe('нужен невролог');
  });

  it('is not received on a day to come', async () => {
    const wrong = await program.refusal('sessions.createRequest', { id: uuid(), subject: child, fields: { ...fields, receivedOn: '2026-11-21' } });
    expect(wrong.fields).toEqual([{ path: 'fields.receivedOn', code: 'DATE.IN_FUTURE' }]);
  });
});

describe('a plan with goals', () => {
  it('is rated only once it is signed; T stands where every goal is rated', async () => {
    const subject = await newChild('Тимур');
    const goals = [goal(), goal({ title: 'Просить о помощи' }), goal({ title: 'Рисовать без стирания' })].map((one) => ({
      ...one,
      weight: 1 as const,
    }));
    const id = uuid();
    await call('sessions.createPlan', { id, subject, fields: plan({ goals }) });
    const levels = Object.fromEntries(goals.map((one) => [one.id, 1 as const]));
    const rating = { ratedOn: TODAY, rater: PSYCHOLOGIST, levels, note: '' };
    expect((await program.refusal('sessions.rateGoals', { id: uuid(), planId: id, fields: rating })).code).toBe('PLAN.NOT_SIGNED');
    await call('sessions.signPlan', { id });
    const whole = await call('sessions.rateGoals', { id: uuid(), planId: id, fields: rating });
    expect(whole.t).toBeCloseTo(63.69, 2);
    expect(whole.gain).toBeCloseTo(27.39, 2);
    const part = await call('sessions.rateGoals', { id: uuid(), planId: id, fields: { ...rating, levels: { [goals[0]?.id ?? '']: 2 } } });
    expect(part.t).toBe(null);
    const unknown = await program.refusal('sessions.rateGoals', { id: uuid(), planId: id, fields: { ...rating, levels: { [uuid()]: 1 } } });
    expect(unknown.fields).toEqual([{ path: 'fields.levels', code: 'RATING.NO_LEVELS' }]);
    const struck = await call('sessions.strikeRating', { id: part.id, reason: 'не тот день' });
    expect(struck.struck).toMatchObject({ reason: 'не тот день', byName: PSYCHOLOGIST });
    expect((await call('sessions.casework', { subject })).ratings).toHaveLength(2);
  });

  it('is not signed with an empty level, nor without goals', async () => {
    const subject = await newChild('Алина');
    const id = uuid();
    const half = goal({ levels: ['а', '', 'в', 'г', 'д'] });
    await call('sessions.createPlan', { id, subject, fields: plan({ goals: [half] }) });
    const wrong = await program.refusal('sessions.signPlan', { id });
    expect(wrong.fields).toEqual([{ path: 'goals.0.levels.1', code: 'TEXT.REQUIRED' }]);
    await call('sessions.changePlan', { id, changes: {}, goals: [{ id: half.id, from: half, to: null }] });
    expect((await program.refusal('sessions.signPlan', { id })).fields).toEqual([{ path: 'goals', code: 'PLAN.NO_GOALS' }]);
  });

  it('goes on as a next version; the signed one keeps its words and ratings', async () => {
    const subject = await newChild('Салтанат');
    const [first, second] = [uuid(), uuid()];
    const fields = plan();
    await call('sessions.createPlan', { id: first, subject, fields });
    await call('sessions.signPlan', { id: first });
    await call('sessions.createPlan', { id: second, subject, fields: { ...fields, focus: 'Сон и школа' } });
    expect((await program.refusal('sessions.createPlan', { id: uuid(), subject, fields })).code).toBe('PLAN.DRAFT_EXISTS');
    await call('sessions.signPlan', { id: second });
    const { plans } = await call('sessions.casework', { subject });
    expect(plans.map(({ versionNo, fields: { focus }, asSigned }) => [versionNo, focus, asSigned])).toEqual([
      [2, 'Сон и школа', true],
      [1, 'Сон', true],
    ]);
  });

  it('is edited in two windows goal by goal; the same goal is a conflict that shows both', async () => {
    const subject = await newChild('Дамир');
    const [a, b] = [goal(), goal({ title: 'Дружить' })];
    const id = uuid();
    await call('sessions.createPlan', { id, subject, fields: plan({ goals: [a, b] }) });
    await call('sessions.changePlan', { id, changes: {}, goals: [{ id: a.id, from: a, to: { ...a, weight: 4 } }] });
    const other = await call('sessions.changePlan', { id, changes: {}, goals: [{ id: b.id, from: b, to: { ...b, weight: 3 } }] });
    expect(other.fields.goals.map(({ weight }) => weight)).toEqual([4, 3]);
    const late = await program.refusal('sessions.changePlan', { id, changes: {}, goals: [{ id: a.id, from: a, to: { ...a, weight: 1 } }] });
    expect(late).toMatchObject({ kind: 'conflict', conflicts: [{ field: `goals.${String(a.id)}`, theirs: { weight: 4 }, mine: { weight: 1 } }] });
  });
});

describe('the agenda', () => {
  it('holds a series; one is moved, the rest are cancelled, and one comes back', async () => {
    const subject = await newChild('Мадина');
    const id = uuid();
    const fields = { onDate: '2026-11-23', atTime: '15:00', minutes: 45, place: 'кабинет 3', times: 4, everyWeeks: 1 };
    const rows = await call('sessions.planSessions', { id, subject, fields });
    expect((await call('sessions.planSessions', { id, subject, fields })).map((row) => row.id)).toEqual(rows.map((row) => row.id));
    expect(rows.map((row) => row.onDate)).toEqual(['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14']);
    const [first, second] = rows as [Output<'sessions.moveSession'>, Output<'sessions.moveSession'>];
    const from = { onDate: first.onDate, atTime: first.atTime, minutes: first.minutes, place: first.place };
    const to = { ...from, onDate: '2026-11-24', atTime: '16:00' };
    expect(await call('sessions.moveSession', { id: first.id, from, to, reason: 'контрольная' })).toMatchObject({ onDate: '2026-11-24', moved: 1 });
    const again = await program.refusal('sessions.moveSession', { id: first.id, from, to: { ...to, atTime: '17:00' }, reason: 'ещё' });
    expect(again.kind).toBe('conflict');
    const gone = await call('sessions.cancelSession', { id: second.id, by: 'house', reason: 'каникулы', rest: true });
    expect(gone.map((row) => row.seriesNo)).toEqual([2, 3, 4]);
    expect((await call('sessions.restoreSession', { id: second.id })).status).toBe('planned');
    const seen = await call('sessions.agenda', { from: '2026-11-23', to: '2026-12-31' });
    expect(seen.filter((row) => row.subject.id === subject.id).map((row) => row.status)).toEqual(['planned', 'planned', 'cancelled', 'cancelled']);
  });

  it('marks two sessions of one psychologist that meet, and no cancelled one', async () => {
    const subject = await newChild('Ерасыл');
    const at = (atTime: string) => ({ onDate: '2026-12-01', atTime, minutes: 60, place: '', times: 1, everyWeeks: 1 });
    const [one] = await call('sessions.planSessions', { id: uuid(), subject, fields: at('09:00') });
    const [two] = await call('sessions.planSessions', { id: uuid(), subject, fields: at('09:30') });
    const clash = async () => (await call('sessions.agenda', { from: '2026-12-01', to: '2026-12-01' })).map((row) => row.clash);
    expect(await clash()).toEqual([true, true]);
    await call('sessions.cancelSession', { id: two?.id ?? uuid(), by: 'psychologist', reason: 'совпало' });
    expect(await clash()).toEqual([false, false]);
    expect((await program.refusal('sessions.cancelSession', { id: two?.id ?? uuid(), by: 'child', reason: 'ещё раз' })).code).toBe(
      'SESSION.NOT_PLANNED',
    );
    expect(one?.status).toBe('planned');
  });
});

describe('a session', () => {
  it('planned and past stands on Today until its note is signed', async () => {
    const subject = await newChild('Аружан');
    const fields = { onDate: '2026-11-16', atTime: '10:00', minutes: 45, place: '', times: 1, everyWeeks: 1 };
    const [row] = await call('sessions.planSessions', { id: uuid(), subject, fields });
    const id = row?.id ?? uuid();
    const item = async () => (await today()).find((one) => one.id === `session:${id}`);
    expect(await item()).toMatchObject({ tone: 'overdue', reason: { key: 'sessions:today.noteMissing' } });
    await call('sessions.createNote', { id, subject, fields: note({ onDate: '2026-11-16' }) });
    expect(await item()).toMatchObject({ reason: { key: 'sessions:today.noteUnsigned' } });
    await call('sessions.signNote', { id });
    expect(await item()).toBe(undefined);
  });

  it('is found by its words, in every inflection, and after the signature it stands as it was', async () => {
    const id = await written({ note: 'Говорили о тревоге перед сном' });
    expect((await call('clinical.search', { text: 'тревога' })).hits.map((hit) => hit.record.id)).toContain(id);
    const signed = await call('sessions.signNote', { id });
    expect(signed).toMatchObject({ header: { state: 'signed' }, asSigned: true });
    const change = { id, changes: { note: { from: signed.fields.note, to: 'другое' } } };
    expect((await program.refusal('sessions.changeNote', change)).code).toBe('RECORD.SIGNED');
    expect((await program.refusal('sessions.dropNote', { id })).code).toBe('RECORD.SIGNED');
    await call('clinical.amend', { id: uuid(), recordId: id, text: 'Забор был синий', reason: 'забыто' });
    expect((await call('sessions.session', { id })).header?.amendments).toBe(1);
  });

  it('is told apart when its signed content was changed past the program', async () => {
    const id = await written();
    await call('sessions.signNote', { id });
    program.tirek.program.session?.clinical?.transaction((db) => {
      db.run(`UPDATE casework_session SET content = json_set(content, '$.note', 'подменено') WHERE id = ?`, id);
    });
    expect((await call('sessions.session', { id })).asSigned).toBe(false);
  });

  it('edited in two windows keeps both fields; one field written twice is shown with both texts', async () => {
    const id = await written();
    const { fields } = await call('sessions.session', { id });
    await call('sessions.changeNote', { id, changes: { note: { from: fields.note, to: 'Первое окно' } } });
    const second = await call('sessions.changeNote', { id, changes: { childWords: { from: fields.childWords, to: 'Второе окно' } } });
    expect(second.fields).toMatchObject({ note: 'Первое окно', childWords: 'Второе окно' });
    const late = await program.refusal('sessions.changeNote', {
      id,
      changes: { note: { from: fields.note, to: 'Второе окно' }, place: { from: fields.place, to: 'сад' } },
    });
    expect(late).toMatchObject({ kind: 'conflict', conflicts: [{ field: 'note', theirs: 'Первое окно', mine: 'Второе окно' }] });
    expect((await call('sessions.session', { id })).fields.place).toBe(fields.place);
  });

  it('thrown away as a draft is planned again, or gone when nobody had planned it', async () => {
    const fields = { onDate: TODAY, atTime: '18:00', minutes: 30, place: '', times: 1, everyWeeks: 1 };
    const [row] = await call('sessions.planSessions', { id: uuid(), subject: child, fields });
    const planned = row?.id ?? uuid();
    await call('sessions.createNote', { id: planned, subject: child, fields: note({ note: 'черновик-одиннадцать' }) });
    await call('sessions.dropNote', { id: planned });
    expect((await call('sessions.session', { id: planned })).row).toMatchObject({ status: 'planned', state: null });
    expect((await call('clinical.search', { text: 'одиннадцать' })).hits).toEqual([]);
    const loose = await written();
    await call('sessions.dropNote', { id: loose });
    expect((await program.refusal('sessions.session', { id: loose })).kind).toBe('not-found');
  });

  it('is not edited by a colleague while it is a draft', async () => {
    const id = await written();
    await program.signIn(COLLEAGUE);
    const refused = await program.refusal('sessions.changeNote', { id, changes: { place: { from: 'кабинет 3', to: 'сад' } } });
    expect(refused.code).toBe('RECORD.NOT_AUTHOR');
    expect((await program.refusal('sessions.signNote', { id })).code).toBe('RECORD.NOT_AUTHOR');
    await program.signIn(PSYCHOLOGIST);
  });
});

describe('a risk flag', () => {
  it('burns on Today from the first draft, before every colleague, until an action is written', async () => {
    const id = await written({ riskLevel: 'serious', riskText: 'говорит, что не хочет жить' });
    const burns = async () => (await today()).find((item) => item.id === `risk:${id}`)?.tone;
    expect(await burns()).toBe('alarm');
    await call('sessions.signNote', { id });
    await program.signIn(COLLEAGUE);
    expect(await burns()).toBe('alarm');
    const bare = await program.refusal('sessions.addRoute', { id, rowId: uuid(), fields: route({ action: '' }) });
    expect(bare.fields).toEqual([{ path: 'fields.action', code: 'TEXT.REQUIRED' }]);
    expect(await burns()).toBe('alarm');
    expect(await call('sessions.addRoute', { id, rowId: uuid(), fields: route() })).toEqual({ open: false });
    expect(await burns()).toBe(undefined);
    await program.signIn(PSYCHOLOGIST);
    const seen = await call('sessions.session', { id });
    expect(seen).toMatchObject({ asSigned: true, row: { riskOpen: false }, routes: [{ authorName: COLLEAGUE }] });
  });

  it('is not answered where there is none, and its note is not thrown away once somebody was told', async () => {
    const calm = await written();
    expect((await program.refusal('sessions.addRoute', { id: calm, rowId: uuid(), fields: route() })).code).toBe('ROUTE.NO_RISK');
    const id = await written({ riskLevel: 'watch', riskText: 'следить' });
    await call('sessions.addRoute', { id, rowId: uuid(), fields: route() });
    expect((await program.refusal('sessions.dropNote', { id })).code).toBe('SESSION.RISK_TOLD');
  });
});

describe('a disclosure', () => {
  const fields: Input<'sessions.disclose'>['fields'] = {
    onDate: TODAY,
    atTime: '11:20',
    place: 'кабинет 3',
    circumstances: 'после занятия',
    facts: 'Рассказал, что летом его били',
    wordsOf: 'child',
    wordsOfName: '',
    words: 'Он бил меня ремнём',
    promised: 'Скажу директору, останусь рядом',
    sessionId: null,
  };

  it('is signed at once, burns until its route is complete, and is never deleted', async () => {
    const id = uuid();
    const made = await call('sessions.disclose', { id, subject: child, fields, route: null });
    expect(made).toMatchObject({ header: { state: 'signed' }, asSigned: true, completed: null });
    const burns = async () => (await today()).find((item) => item.id === `disclosure:${String(id)}`)?.reason.key;
    expect(await burns()).toBe('sessions:today.nobodyTold');
    expect((await program.refusal('sessions.completeRoute', { id, outcome: 'передано' })).code).toBe('ROUTE.NOBODY_TOLD');
    const rowId = uuid();
    const groundless = await program.refusal('sessions.addRoute', { id, rowId, fields: route({ basis: '' }) });
    expect(groundless.fields).toEqual([{ path: 'fields.basis', code: 'TEXT.REQUIRED' }]);
    await call('sessions.addRoute', { id, rowId, fields: route() });
    expect(await burns()).toBe('sessions:today.routeOpen');
    expect((await program.refusal('sessions.completeRoute', { id, outcome: 'передано' })).code).toBe('ROUTE.UNANSWERED');
    await call('sessions.answerRoute', { id, rowId, answer: { text: 'Принято, вызвана полиция', onDate: TODAY } });
    const twice = await program.refusal('sessions.answerRoute', { id, rowId, answer: { text: 'другое', onDate: TODAY } });
    expect(twice.code).toBe('ROUTE.ANSWERED');
    const done = await call('sessions.completeRoute', { id, outcome: 'Дело у полиции' });
    expect(done).toMatchObject({ completed: { outcome: 'Дело у полиции', byName: PSYCHOLOGIST }, asSigned: true });
    expect(await burns()).toBe(undefined);
    expect((await program.refusal('sessions.addRoute', { id, rowId: uuid(), fields: route() })).code).toBe('ROUTE.COMPLETE');
    await call('clinical.amend', { id: uuid(), recordId: id, text: 'Это было в июле', reason: 'уточнил' });
    for (const drop of ['sessions.dropNote', 'sessions.dropRequest', 'sessions.dropPlan', 'sessions.dropClosing'] as const)
      expect((await program.refusal(drop, { id })).kind).toBe('not-found');
  });

  it('with a wrong telling leaves nothing by half', async () => {
    const id = uuid();
    const wrong = await program.refusal('sessions.disclose', {
      id,
      subject: child,
      fields,
      route: { rowId: uuid(), fields: route({ decidedBy: '' }) },
    });
    expect(wrong.kind).toBe('invalid');
    expect((await program.refusal('sessions.disclosure', { id })).kind).toBe('not-found');
  });
});
