import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input, Output } from '../../shared/contract/api';
import { interviewsOf } from '../../electron/modules/interviews';
import { COORDINATOR, mentorFields, PSYCHOLOGIST } from '../support/contract-fixtures';
import { COLLEAGUE, ELSEWHERE, newChild, psychologistsRoom, TODAY, uuid, type Room, type Subject } from '../support/casework-fixtures';
import { ADMINISTRATOR, type TestProgram } from '../support/program';

type Record = Output<'interviews.get'>;
type Changes = Omit<Input<'interviews.note'>, 'id'>;

let room: Room;
let program: TestProgram;
let child: Subject;
let mentor: Subject;
const call: TestProgram['call'] = (op, input) => program.call(op, input);
const refusal = (op: string, input: unknown) => program.refusal(op as never, input);

async function newMentor(surname: string, institutionIds: string[] = [room.world.institutionId]): Promise<Subject> {
  await program.signIn(COORDINATOR);
  const id = uuid();
  await call('candidates.create', {
    id,
    fields: mentorFields({
      name: { ru: { surname, given: 'Анна', patronymic: '' }, kk: null },
      iin: null,
      identity: null,
      phone: '',
      institutionIds,
    }),
    knownDuplicates: [],
  });
  await program.signIn(PSYCHOLOGIST);
  return { kind: 'mentor', id };
}

const begun = (subject: Subject, patch: object = {}): Promise<Record> =>
  call('interviews.begin', {
    id: uuid(),
    subject,
    guideId: subject.kind === 'child' ? 'child' : 'candidate',
    onDate: TODAY,
    language: 'ru',
    ...patch,
  });
const note = (record: Record, changes: Changes) => call('interviews.note', { id: record.header.id, ...changes });
const said = (to: string, from = ''): Changes => ({ answers: [{ code: 'motivation-why', note: { from, to } }] });
const field = <K extends keyof Record['content']['fields']>(record: Record, key: K, to: Record['content']['fields'][K]): Changes => ({
  changes: { [key]: { from: record.content.fields[key], to } },
});

/** A candidate's interview with everything that a signature asks for. */
async function finished(subject = mentor, validUntil = '2027-11-20'): Promise<Record> {
  const record = await begun(subject);
  return note(record, {
    changes: {
      recommendation: { from: null, to: 'with-conditions' },
      grounds: { from: '', to: 'Устойчив, есть опора' },
      conditions: { from: '', to: 'Супервизия раз в месяц' },
      validUntil: { from: null, to: validUntil },
    },
    answers: [
      { code: 'motivation-why', note: { from: '', to: 'Вырос в детском доме сам' } },
      { code: 'motivation-level', rating: { from: null, to: 3 } },
    ],
  });
}
const signed = async (subject = mentor, validUntil = '2027-11-20') =>
  call('interviews.sign', { id: (await finished(subject, validUntil)).header.id });

beforeAll(async () => {
  room = await psychologistsRoom();
  program = room.program;
  child = await newChild(room, 'Глеб');
  mentor = await newMentor('Ким');
});
afterAll(() => program.destroy());

describe('an interview', () => {
  it('is begun once however often the button is pressed, by the guide for such a person', async () => {
    const id = uuid();
    const first = await begun(child, { id });
    expect(await begun(child, { id })).toEqual(first);
    expect(first).toMatchObject({ audience: 'child', guideId: 'child', guideVersion: 1, header: { state: 'draft', subjectName: 'Глеб Г.' } });
    expect(await refusal('interviews.begin', { id: uuid(), subject: child, guideId: 'candidate', onDate: TODAY, language: 'ru' })).toMatchObject({
      code: 'GUIDE.FOR_OTHERS',
    });
    expect(await refusal('interviews.begin', { id: uuid(), subject: child, guideId: 'no-such', onDate: TODAY, language: 'ru' })).toMatchObject({
      kind: 'not-found',
    });
  });

  it('keeps notes, levels, options and the person’s own words as they come', async () => {
    const record = await begun(child);
    const quoteId = uuid();
    const words = { id: quoteId, questionCode: 'fears-what', text: 'А если он уйдёт?' } as never;
    const kept = await note(record, {
      answers: [
        { code: 'wishes-sex', choices: { from: [], to: ['woman'] } },
        { code: 'fears-level', rating: { from: null, to: 2 }, note: { from: '', to: 'теребит рукав' } },
      ],
      quotes: [{ id: quoteId, from: null, to: words }],
    });
    expect(kept.content.answers).toMatchObject({ 'wishes-sex': { choices: ['woman'] }, 'fears-level': { rating: 2, note: 'теребит рукав' } });
    expect(kept.content.quotes).toEqual([words]);
    const without = await note(kept, { quotes: [{ id: quoteId, from: words, to: null }] });
    expect(without.content.quotes).toEqual([]);
  });

  it('takes nothing of a save that holds an answer outside its guide', async () => {
    const record = await begun(mentor);
    const wrong = await refusal('interviews.note', {
      id: record.header.id,
      answers: [
        { code: 'motivation-why', note: { from: '', to: 'останется ли?' } },
        { code: 'motivation-level', rating: { from: null, to: 5 } },
        { code: 'motivation-kinds', choices: { from: [], to: ['money'] } },
        { code: 'fears-what', note: { from: '', to: 'x' } },
      ],
    });
    expect(wrong.fields?.map((one) => one.code)).toEqual(['INTERVIEW.NO_SUCH_LEVEL', 'INTERVIEW.NO_SUCH_OPTION', 'INTERVIEW.NO_SUCH_QUESTION']);
    const prototype = { id: record.header.id, answers: [{ code: 'constructor', note: { from: '', to: 'x' } }] };
    expect(await refusal('interviews.note', prototype)).toMatchObject({ kind: 'invalid' });
    expect((await call('interviews.get', { id: record.header.id })).content.answers).toEqual({});
  });

  it('with a child who has left is not held after that day, but an earlier one may be written down', async () => {
    const gone = await newChild(room, 'Павел');
    await program.signIn(COORDINATOR);
    await call('children.leave', { id: gone.id, reason: 'family', note: '' });
    await program.signIn(PSYCHOLOGIST);
    program.now = new Date('2026-11-22T06:00:00Z');
    await program.signIn(PSYCHOLOGIST);
    const late = { id: uuid(), subject: gone, guideId: 'child', onDate: '2026-11-22', language: 'ru' };
    expect(await refusal('interviews.begin', late)).toMatchObject({ code: 'INTERVIEW.CHILD_LEFT' });
    const record = await begun(gone);
    expect(await refusal('interviews.note', { id: record.header.id, ...field(record, 'onDate', '2026-11-22' as never) })).toMatchObject({
      code: 'INTERVIEW.CHILD_LEFT',
    });
    program.now = new Date('2026-11-20T06:00:00Z');
    await program.signIn(PSYCHOLOGIST);
  });
});

describe('two windows on one interview', () => {
  it('both keep their words when they write in different places', async () => {
    const record = await begun(mentor);
    await note(record, said('из первого окна'));
    await note(record, { answers: [{ code: 'motivation-level', rating: { from: null, to: 4 } }] });
    const both = await note(record, field(record, 'impression', 'из второго'));
    expect(both.content.answers).toEqual({
      'motivation-why': { note: 'из первого окна', rating: null, choices: [] },
      'motivation-level': { note: '', rating: 4, choices: [] },
    });
    expect(both.content.fields.impression).toBe('из второго');
  });

  it('are shown both texts when they wrote in one place, and nothing of the later save is applied', async () => {
    const record = await begun(mentor);
    await note(record, said('первое'));
    const wrong = await refusal('interviews.note', { id: record.header.id, ...said('второе'), ...field(record, 'place', 'кабинет 3') });
    expect(wrong).toMatchObject({
      kind: 'conflict',
      conflicts: [{ field: 'answers.motivation-why.note', base: '', theirs: 'первое', mine: 'второе' }],
    });
    const now = await call('interviews.get', { id: record.header.id });
    expect([now.content.fields.place, now.content.answers['motivation-why']?.note]).toEqual(['', 'первое']);
    const quoteId = uuid();
    const words = (text: string) => ({ id: quoteId, questionCode: null, text }) as never;
    await note(record, { quotes: [{ id: quoteId, from: null, to: words('раз') }] });
    await note(record, { quotes: [{ id: quoteId, from: words('раз'), to: words('два') }] });
    expect((await refusal('interviews.note', { id: record.header.id, quotes: [{ id: quoteId, from: words('раз'), to: null }] })).kind).toBe(
      'conflict',
    );
  });
});

describe('a signature', () => {
  it('is refused at the fields that are missing', async () => {
    const record = await note(await begun(mentor), said('что-то'));
    const wrong = await refusal('interviews.sign', { id: record.header.id });
    expect(wrong.fields?.map((one) => one.path)).toEqual(['recommendation', 'grounds', 'validUntil']);
    expect(record.blockers.map((one) => one.path)).toEqual(['recommendation', 'grounds', 'validUntil']);
  });

  it('stops the clock and closes the notes for good; what follows stands beside them', async () => {
    const draft = await finished();
    const { id } = draft.header;
    await note(draft, field(draft, 'clock', { seconds: 0, runningSince: new Date(program.now.getTime() - 1_800_000).toISOString() }));
    const record = await call('interviews.sign', { id });
    expect(record).toMatchObject({ header: { state: 'signed' }, asSigned: true, blockers: [] });
    expect(record.content.fields.clock).toEqual({ seconds: 1800, runningSince: null });
    expect((await refusal('interviews.note', { id, ...said('позже', 'Вырос в детском доме сам') })).code).toBe('RECORD.SIGNED');
    expect((await refusal('interviews.sign', { id })).code).toBe('RECORD.SIGNED');
    expect((await refusal('interviews.drop', { id })).code).toBe('RECORD.SIGNED');
    await call('clinical.amend', { id: uuid(), recordId: id, text: 'Уточнил стаж', reason: 'ошибка в записи' });
    const amended = await call('interviews.get', { id });
    expect(amended.header.amendments).toBe(1);
    expect(amended.content).toEqual(record.content);
  });

  it('is seen to be broken when the content, or the questions that it answers, were changed in the file', async () => {
    const record = await signed();
    const { id } = record.header;
    const change = (sql: string, ...params: string[]) => program.tirek.program.session?.clinical?.transaction((db) => db.run(sql, ...params));
    change(`UPDATE interview SET content = replace(content, 'Вырос', 'Не рос') WHERE id = ?`, id);
    expect((await call('interviews.get', { id })).asSigned).toBe(false);
    change(`UPDATE interview SET content = replace(content, 'Не рос', 'Вырос') WHERE id = ?`, id);
    expect((await call('interviews.get', { id })).asSigned).toBe(true);
    change(`UPDATE interview_guide SET content = replace(content, 'Почему именно сейчас?', 'Платят ли вам?') WHERE guide_id = ?`, 'candidate');
    expect((await call('interviews.get', { id })).asSigned).toBe(false);
    change(`UPDATE interview_guide SET content = replace(content, 'Платят ли вам?', 'Почему именно сейчас?') WHERE guide_id = ?`, 'candidate');
  });

  it('is withdrawn with a reason that stays, and then leaves what conclusions are made from', async () => {
    const someone = await newMentor('Ли');
    const record = await signed(someone);
    const { session } = program.tirek.program;
    const ctx = {
      db: session?.clinical?.db,
      records: session?.records.db,
      actor: { institutionIds: 'all', childIds: 'all', roles: ['psychologist'], language: 'ru' },
      nowIso: program.now.toISOString(),
      today: TODAY,
    } as never;
    expect(interviewsOf(ctx, someone as never)).toMatchObject([
      {
        id: record.header.id,
        recommendation: 'with-conditions',
        conditions: 'Супервизия раз в месяц',
        themes: [{ code: 'motivation', notes: [{}, {}] }],
      },
    ]);
    const withdrawn = await call('interviews.withdraw', { id: record.header.id, reason: 'не тот человек' });
    expect(withdrawn.header.state).toBe('withdrawn');
    expect((await call('clinical.amendments', { recordId: record.header.id }))[0]).toMatchObject({ reason: 'не тот человек' });
    expect(interviewsOf(ctx, someone as never)).toEqual([]);
    expect((await refusal('interviews.withdraw', { id: record.header.id, reason: 'ещё раз' })).code).toBe('RECORD.NOT_SIGNED');
  });
});

describe('who may what', () => {
  it('a colleague reads a draft but writes, signs and drops only the own', async () => {
    const record = await finished();
    await program.signIn(COLLEAGUE);
    const { id } = record.header;
    expect((await call('interviews.get', { id })).content).toEqual(record.content);
    const refused = [
      await refusal('interviews.note', { id, ...said('чужое', 'Вырос в детском доме сам') }),
      await refusal('interviews.sign', { id }),
      await refusal('interviews.drop', { id }),
    ];
    expect(refused.map((one) => one.code)).toEqual(Array(3).fill('RECORD.NOT_AUTHOR'));
    await program.signIn(PSYCHOLOGIST);
  });

  it('a psychologist of another house finds neither the interview nor the person', async () => {
    const record = await finished();
    await program.signIn(ELSEWHERE);
    expect((await refusal('interviews.get', { id: record.header.id })).kind).toBe('not-found');
    expect((await refusal('interviews.withdraw', { id: record.header.id, reason: 'x' })).kind).toBe('not-found');
    expect((await refusal('interviews.begin', { id: uuid(), subject: child, guideId: 'child', onDate: TODAY, language: 'ru' })).kind).toBe(
      'not-found',
    );
    expect(await call('interviews.list', {})).toEqual({ rows: [], next: null, total: 0 });
    expect((await refusal('interviews.list', { subject: mentor })).kind).toBe('not-found');
    await program.signIn(PSYCHOLOGIST);
  });

  it('nobody without the clinical key, whatever the role', async () => {
    for (const name of [ADMINISTRATOR, COORDINATOR]) {
      await program.signIn(name);
      expect((await refusal('interviews.list', {})).kind).toBe('not-allowed');
    }
    await program.signIn(PSYCHOLOGIST);
  });

  it('a dropped draft leaves no word behind', async () => {
    const record = await note(await begun(mentor), said('одуванчиковый'));
    expect((await call('clinical.search', { text: 'одуванчиковый' })).hits).toHaveLength(1);
    await call('interviews.drop', { id: record.header.id });
    expect((await call('clinical.search', { text: 'одуванчиковый' })).hits).toEqual([]);
    expect((await refusal('interviews.get', { id: record.header.id })).kind).toBe('not-found');
  });
});

describe('the list', () => {
  it('is filtered by person, state, audience and recommendation, and paged', async () => {
    const person = await newMentor('Сатпаева');
    await signed(person);
    const draft = await begun(person);
    const ids = async (input: Input<'interviews.list'>) => (await call('interviews.list', input)).rows.map((row) => row.header.state);
    expect(await ids({ search: 'анна с' })).toEqual(['draft', 'signed']);
    expect(await ids({ search: 'анна с', states: ['signed'], recommendations: ['with-conditions'] })).toEqual(['signed']);
    expect(await ids({ subject: person, audiences: ['child'] })).toEqual([]);
    const first = await call('interviews.list', { subject: person, limit: 1 });
    expect(first).toMatchObject({ total: 2, rows: [{ header: { id: draft.header.id } }] });
    expect((await call('interviews.list', { subject: person, limit: 1, before: first.next ?? 1 })).rows[0]?.header.state).toBe('signed');
    await program.signIn(COLLEAGUE);
    expect(await ids({ subject: person, mine: true })).toEqual([]);
    await program.signIn(PSYCHOLOGIST);
  });
});

describe('Today', () => {
  const items = async (prefix: string) => (await call('clinical.today', {})).filter((item) => item.id.startsWith(prefix));

  it('holds an interview that was not signed within the programme’s term, for its author only', async () => {
    const record = await begun(mentor);
    const mine = async () => (await items('interview-unsigned:')).map((item) => item.id);
    expect(await mine()).not.toContain(`interview-unsigned:${record.header.id}`);
    program.now = new Date('2026-11-24T06:00:00Z');
    await program.signIn(PSYCHOLOGIST);
    expect(await mine()).toContain(`interview-unsigned:${record.header.id}`);
    await program.signIn(COLLEAGUE);
    expect(await mine()).toEqual([]);
    program.now = new Date('2026-11-20T06:00:00Z');
    await program.signIn(PSYCHOLOGIST);
  });

  it('says when a recommendation ends, until a later interview takes its place', async () => {
    const person = await newMentor('Омарова');
    const old = await signed(person, '2026-12-01');
    const ends = async () => (await items('interview-ends:')).map((item) => item.id);
    expect(await ends()).toContain(`interview-ends:${old.header.id}`);
    await signed(person, '2027-11-20');
    expect(await ends()).toEqual([]);
  });
});

describe('a guide', () => {
  it('changes by a further version, and interviews keep the one they were begun by', async () => {
    const before = await begun(child);
    const { content } = await call('interviews.guide', { guideId: 'child' });
    const [start, ...rest] = content.sections;
    if (!start) throw new Error('no sections');
    const changed = { ...content, sections: [{ ...start, questions: start.questions.slice(1) }, ...rest] };
    const publish = { id: uuid(), guideId: 'child', basedOn: 1, content: changed, note: 'Начинаем с увлечений' };
    const made = await call('interviews.publishGuide', publish);
    expect(await call('interviews.publishGuide', publish)).toEqual(made);
    expect(made.versions.map((one) => one.version)).toEqual([2, 1]);
    expect((await refusal('interviews.publishGuide', { ...publish, id: uuid() })).code).toBe('GUIDE.CHANGED_MEANWHILE');
    expect((await call('interviews.get', { id: before.header.id })).guide).toEqual(content);
    expect((await begun(child)).guide).toEqual(changed);
    expect((await call('interviews.guide', { guideId: 'child', version: 1 })).content).toEqual(content);
  });

  it('of one’s own is written, used, retired and offered again', async () => {
    const { content } = await call('interviews.guide', { guideId: 'candidate' });
    const guideId = 'exit-interview';
    const own = { ...content, title: { ru: 'Выходное интервью', kk: '', en: '' } };
    await call('interviews.publishGuide', { id: uuid(), guideId, basedOn: 0, content: own, note: 'первая' });
    await begun(mentor, { guideId });
    expect(
      await refusal('interviews.publishGuide', { id: uuid(), guideId, basedOn: 1, content: { ...own, audience: 'child' }, note: 'x' }),
    ).toMatchObject({
      code: 'GUIDE.AUDIENCE_FIXED',
    });
    await call('interviews.retireGuide', { guideId, retired: true });
    expect((await refusal('interviews.begin', { id: uuid(), subject: mentor, guideId, onDate: TODAY, language: 'ru' })).code).toBe('GUIDE.RETIRED');
    expect((await call('interviews.guides', {})).find((one) => one.guideId === guideId)).toMatchObject({ retired: true, used: 1, builtIn: false });
    expect((await call('interviews.retireGuide', { guideId, retired: false })).retired).toBe(false);
  });

  it('without questions, or with a level that has no words, is refused by path', async () => {
    const { content } = await call('interviews.guide', { guideId: 'candidate' });
    const broken = structuredClone(content);
    const rated = broken.sections[0]?.questions.find((one) => one.kind === 'rating');
    if (rated) rated.anchors[1] = { ru: '', kk: '', en: '' };
    const wrong = await refusal('interviews.publishGuide', { id: uuid(), guideId: 'candidate', basedOn: 1, content: broken, note: 'x' });
    expect(wrong.fields).toEqual([{ path: 'content.sections.0.questions.3.anchors.1', code: 'TEXT.REQUIRED' }]);
  });
});
