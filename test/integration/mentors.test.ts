import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COORDINATOR, iinOf, mentorFields, paperFields, readyChild, worldOf, type World } from '../support/contract-fixtures';
import { ADMINISTRATOR, TestProgram } from '../support/program';

const id = (): string => randomUUID();
let world: World;
const call: TestProgram['call'] = (...args) => world.program.call(...args);
const refusal = (op: string, input: unknown) => world.program.refusal(op as never, input);
const named = (surname: string, given = 'Анна') => ({ ru: { surname, given, patronymic: '' }, kk: null });
const stranger = (surname: string, patch: Record<string, unknown> = {}) =>
  mentorFields({
    name: named(surname),
    identity: null,
    iin: null,
    phone: '',
    spouse: null,
    maritalStatus: 'single',
    institutionIds: [world.institutionId],
    ...patch,
  } as never);

beforeAll(async () => {
  world = await worldOf(await TestProgram.start());
  await world.program.addColleague('Куратор Үміт', ['coordinator'], { institutionIds: [world.otherInstitutionId] });
  await world.program.signIn(COORDINATOR);
});
afterAll(async () => {
  await world.program.destroy();
});

describe('a mentor', () => {
  it('is saved once however often the button is pressed', async () => {
    const input = { id: id(), fields: mentorFields({ institutionIds: [world.institutionId] }), knownDuplicates: [] };
    const first = await call('candidates.create', input);
    expect(await call('candidates.create', input)).toEqual(first);
    expect((await call('candidates.list', { search: 'ким' })).total).toBe(1);
  });

  it('leaves the process with masked numbers only, and in full with a reason that the journal keeps', async () => {
    const [row] = (await call('candidates.list', { search: 'ким' })).rows;
    const record = await call('candidates.get', { id: row?.id ?? '' });
    expect(JSON.stringify([row, record])).not.toMatch(/041234417|039876543|8505054/);
    expect(record.fields.identity?.number).toBe('•••• 4417');
    expect(await refusal('candidates.reveal', { id: record.id, reason: '' })).toMatchObject({ kind: 'invalid' });
    expect((await call('candidates.reveal', { id: record.id, reason: 'печать договора' })).identity?.number).toBe('041234417');
    await world.program.signIn(ADMINISTRATOR);
    const journal = JSON.stringify(await call('audit.list', { filter: {} }));
    expect(journal).toContain('candidates.revealReason');
    expect(journal).toContain('печать договора');
    await world.program.signIn(COORDINATOR);
  });

  it('keeps a number that came back masked, and takes a new one', async () => {
    const [row] = (await call('candidates.list', { search: 'ким' })).rows;
    const mentorId = row?.id ?? '';
    const { identity } = (await call('candidates.get', { id: mentorId })).fields;
    if (!identity) throw new Error('no identity');
    await call('candidates.update', {
      id: mentorId,
      changes: { identity: { from: identity, to: { ...identity, issuer: 'МВД Республики Казахстан' } } },
    });
    expect((await call('candidates.reveal', { id: mentorId, reason: 'проверка' })).identity).toMatchObject({
      number: '041234417',
      issuer: 'МВД Республики Казахстан',
    });
    const again = (await call('candidates.get', { id: mentorId })).fields.identity;
    if (!again) throw new Error('no identity');
    await call('candidates.update', { id: mentorId, changes: { identity: { from: again, to: { ...again, number: '041234418' } } } });
    expect((await call('candidates.reveal', { id: mentorId, reason: 'проверка' })).identity?.number).toBe('041234418');
  });

  it('edited by two people at once shows the conflict and changes nothing', async () => {
    const [row] = (await call('candidates.list', { search: 'ким' })).rows;
    const mentorId = row?.id ?? '';
    const { phone } = (await call('candidates.get', { id: mentorId })).fields;
    await call('candidates.update', { id: mentorId, changes: { phone: { from: phone, to: '+7 701 111 11 11' } } });
    const conflict = await refusal('candidates.update', {
      id: mentorId,
      changes: { phone: { from: phone, to: '+7 701 222 22 22' }, occupation: { from: 'бухгалтер', to: 'врач' } },
    });
    expect(conflict).toMatchObject({
      kind: 'conflict',
      conflicts: [{ field: 'phone', base: phone, theirs: '+7 701 111 11 11', mine: '+7 701 222 22 22' }],
    });
    expect((await call('candidates.get', { id: mentorId })).fields).toMatchObject({ phone: '+7 701 111 11 11', occupation: 'бухгалтер' });
    // The same change by both is no conflict.
    await call('candidates.update', { id: mentorId, changes: { phone: { from: phone, to: '+7 701 111 11 11' } } });
  });

  it.each([
    ['the same identity paper', { identity: { ...mentorFields().identity, number: '041234418' } }, 'same-identity'],
    ['the same name and birth date', { name: named('Ким', 'Ольга') }, 'same-name-and-birth'],
    ['a name that sounds the same', { name: named('Кимм', 'Ольга') }, 'similar-name-same-birth'],
    ['the same phone', { phone: '8 701 111 11 11', birthDate: '1990-01-01' }, 'same-phone'],
  ])('who has %s is shown before a second card is made', async (_name, patch, reason) => {
    const fields = { ...stranger('Югай'), ...patch } as ReturnType<typeof mentorFields>;
    const found = await call('candidates.duplicates', {
      name: fields.name,
      iin: fields.iin,
      phone: fields.phone,
      birthDate: fields.birthDate,
      identityNumber: fields.identity?.number ?? null,
      exceptId: null,
    });
    expect(found.flatMap(({ reasons }) => reasons)).toContain(reason);
    const mentorId = id();
    expect(await refusal('candidates.create', { id: mentorId, fields, knownDuplicates: [] })).toMatchObject({ code: 'MENTOR.LIKELY_DUPLICATE' });
    expect(await refusal('candidates.get', { id: mentorId })).toMatchObject({ kind: 'not-found' });
  });

  it.each([
    ['a wrong check digit', { iin: '850505400000' }, 'fields.iin'],
    ['a birth date that the number contradicts', { iin: iinOf('1986-05-05', 'female', 3) }, 'fields.iin'],
    ['a name of ten thousand letters', { name: named('а'.repeat(10_000)) }, 'fields.name.ru.surname'],
    ['an emoji in the name', { name: named('Ким 😀') }, 'fields.name.ru.surname'],
    ['a direction mark in the address', { registeredAddress: 'Алматы\u202eы' }, 'fields.registeredAddress'],
    ['an impossible date', { birthDate: '1985-02-30' }, 'fields.birthDate'],
    ['a birth tomorrow', { birthDate: '2026-11-21' }, 'fields.birthDate'],
    ['a pasted table in the phone', { phone: '1\t2\n3' }, 'fields.phone'],
  ])('is refused at the field with %s, and nothing is saved', async (_name, patch, path) => {
    const mentorId = id();
    const refused = await refusal('candidates.create', { id: mentorId, fields: { ...stranger('Тен'), ...patch }, knownDuplicates: [] });
    expect(refused.kind).toBe('invalid');
    expect(refused.fields?.map((field) => field.path)).toContain(path);
    expect(await refusal('candidates.get', { id: mentorId })).toMatchObject({ kind: 'not-found' });
  });

  it('is found by the beginning of any word in either spelling, and not from its middle', async () => {
    await call('candidates.create', {
      id: id(),
      knownDuplicates: [],
      fields: stranger('Әбдіқалықов', {
        name: { ru: { surname: 'Абдикалыков', given: 'Семён', patronymic: '' }, kk: { surname: 'Әбдіқалықов', given: 'Семен', patronymic: '' } },
        sex: 'male',
      }),
    });
    for (const search of ['абдик', 'ӘБДІҚ', 'семен', 'абд сем']) expect((await call('candidates.list', { search })).total, search).toBe(1);
    for (const search of ['бдик', 'абдик ольга']) expect((await call('candidates.list', { search })).total, search).toBe(0);
    expect((await call('candidates.quickSearch', { text: 'абд' })).map(({ name }) => name.ru.surname)).toEqual(['Абдикалыков']);
  });

  it('of another orphanage is not found, is not tied to a foreign house, and a stranger learns only that there is a card and where to ask', async () => {
    const [row] = (await call('candidates.list', { search: 'ким' })).rows;
    await world.program.signIn('Куратор Үміт');
    expect((await call('candidates.list', {})).total).toBe(0);
    for (const [op, input] of [
      ['candidates.get', { id: row?.id }],
      ['candidates.update', { id: row?.id, changes: {} }],
      ['candidates.addPaper', { mentorId: row?.id, id: id(), paper: paperFields() }],
    ] as const) {
      expect(await refusal(op, input), op).toMatchObject({ kind: 'not-found' });
    }
    expect(await refusal('candidates.create', { id: id(), fields: stranger('Пак'), knownDuplicates: [] })).toMatchObject({ kind: 'not-allowed' });
    const found = await call('candidates.duplicates', {
      name: named('Ким', 'Ольга'),
      iin: null,
      phone: '',
      birthDate: '1985-05-05',
      identityNumber: null,
      exceptId: null,
    });
    expect(found[0]).toEqual({ id: row?.id, row: null, houses: [expect.any(String)], reasons: ['same-name-and-birth'] });
    await world.program.signIn(COORDINATOR);
  });

  it('is tied to no house that does not exist', async () => {
    const fields = stranger('Пак', { institutionIds: [id() as never] });
    const refused = await refusal('candidates.create', { id: id(), fields, knownDuplicates: [] });
    expect(refused.fields).toEqual([{ path: 'fields.institutionIds.0', code: 'INSTITUTION.UNKNOWN' }]);
  });

  it('may not be written by those who only read, nor read by an observer', async () => {
    await world.program.signIn(ADMINISTRATOR);
    await world.program.addColleague('Директор Гүл', ['observer']);
    await world.program.signIn('Директор Гүл');
    expect(await refusal('candidates.list', {})).toMatchObject({ kind: 'not-allowed' });
    await world.program.signIn(COORDINATOR);
  });
});

describe('pairs', () => {
  let mentorId: string;
  const open = (childIds: string[], warningReason = '', mentor = mentorId) => ({
    mentorId: mentor,
    programmeId: world.programmeId,
    acquaintedOn: '2026-11-10',
    children: childIds.map((childId) => ({ pairId: id(), childId })),
    warningReason,
  });
  const child = (given: string, birthDate: string) => readyChild(world, { name: named('Ахметов', given), birthDate, identity: null, fileNumber: '' });

  it('of a brother and a sister with one mentor are two pairs of one group', async () => {
    mentorId = id();
    await call('candidates.create', { id: mentorId, fields: stranger('Цой', { birthDate: '1980-01-01' }), knownDuplicates: [] });
    const [sister, brother] = [await child('Дана', '2013-01-01'), await child('Тимур', '2014-01-01')];
    const input = open([sister, brother]);
    const pairs = await call('mentorships.open', input);
    expect(new Set(pairs.map(({ groupId }) => groupId)).size).toBe(1);
    expect(await call('mentorships.open', input)).toEqual(pairs);
    expect((await call('children.get', { id: sister })).life.state).toBe('in-pair');
    expect(await refusal('mentorships.open', open([sister]))).toMatchObject({ code: 'PAIR.REFUSED', params: { why: 'PAIR.CHILD_ALREADY_PAIRED' } });
  });

  it('with a mentor younger than the child are refused, and the child stays free', async () => {
    const young = id();
    await call('candidates.create', { id: young, knownDuplicates: [], fields: stranger('Юн', { birthDate: '2008-11-01' }) });
    const old = await child('Руслан', '2008-10-01');
    expect(await refusal('mentorships.open', open([old], 'всё равно', young))).toMatchObject({
      code: 'PAIR.REFUSED',
      params: { why: 'PAIR.MENTOR_YOUNGER' },
    });
    expect((await call('children.get', { id: old })).life.state).toBe('ready');
  });

  it('of near ages need a reason, and the log keeps it', async () => {
    const near = id();
    await call('candidates.create', { id: near, knownDuplicates: [], fields: stranger('Лим', { birthDate: '2004-06-01' }) });
    const teenager = await child('Арман', '2010-01-01');
    const ask = { mentorId: near, programmeId: world.programmeId, childIds: [teenager], on: '2026-11-10' };
    const blockers = await call('mentorships.whyNotOpen', ask);
    expect(blockers.map(({ weight }) => weight)).toEqual(blockers.map(() => 'warned'));
    expect(blockers.map(({ code }) => code)).toContain('PAIR.AGE_GAP_SMALL');
    expect(await refusal('mentorships.open', open([teenager], '', near))).toMatchObject({ code: 'PAIR.WARNING_NEEDS_REASON' });
    const [pair] = await call('mentorships.open', open([teenager], 'тренер по шахматам', near));
    expect((await call('mentorships.get', { id: pair?.id ?? '' })).log).toMatchObject([
      { from: null, to: 'acquainted', reason: 'тренер по шахматам' },
    ]);
  });

  it('close with a reason, let the child go, and never open again', async () => {
    const [pair] = (await call('mentorships.list', { search: 'тимур' })).rows;
    const pairId = pair?.id ?? '';
    expect(await refusal('mentorships.startHosting', { id: pairId, on: '2026-11-12' })).toMatchObject({ code: 'PAIR.WRONG_STAGE' });
    await call('mentorships.startMeetings', { id: pairId, on: '2026-11-12' });
    expect(await refusal('mentorships.startPapers', { id: pairId, on: '2026-11-11' })).toMatchObject({ code: 'PAIR.DATE_BEFORE_STAGE' });
    const closed = await call('mentorships.close', { id: pairId, on: '2026-11-15', reason: 'child-wish', note: 'хочет другого' });
    expect(closed.log.map(({ to }) => to)).toEqual(['acquainted', 'meeting-inside', 'closed']);
    expect((await call('children.get', { id: pair?.child.id ?? '' })).life.state).not.toBe('in-pair');
    expect(await refusal('mentorships.startMeetings', { id: pairId, on: '2026-11-16' })).toMatchObject({ code: 'PAIR.WRONG_STAGE' });
  });
});
