import { randomUUID } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input, Output } from '../../shared/contract/api';
import { COORDINATOR, iinOf, readyChild, worldOf, type World } from '../support/contract-fixtures';
import { ADMINISTRATOR, TestProgram } from '../support/program';

type Fields = Input<'children.create'>['fields'];
type Record = Output<'children.get'>;

let program: TestProgram;
let world: World;
const EDUCATOR = 'Воспитатель Гульнара';
const uuid = (): never => randomUUID() as never;

const fieldsOf = (given: string, surname: string, patch: Partial<Fields> = {}): Fields => ({
  name: { ru: { surname, given, patronymic: '' }, kk: null },
  birthDate: '2013-04-05',
  sex: 'male',
  citizenship: 'KZ',
  identity: null,
  personalNumber: '',
  legalStatus: 'orphan',
  legalBasis: '',
  institutionId: world.institutionId,
  programmeId: world.programmeId,
  group: '6 «Б»',
  school: '',
  fileNumber: '',
  languages: ['ru'],
  interests: [],
  strengths: [],
  helps: '',
  upsets: '',
  notToAsk: '',
  safetyNote: '',
  ...patch,
});
const create = (fields: Fields, patch: Partial<Input<'children.create'>> = {}): Promise<Record> =>
  program.call('children.create', { id: uuid(), fields, knownDuplicates: [], ageReason: '', ...patch });
const found = async (search: string): Promise<string[]> => (await program.call('children.list', { search })).rows.map((row) => row.shortName);

/** Everything that a spreadsheet's archive holds, unpacked and joined. */
function textOfArchive(bytes: Buffer): string {
  let text = '';
  let at = bytes.readUInt32LE(bytes.length - 6);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    text += (bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8');
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return text;
}

beforeAll(async () => {
  program = await TestProgram.start();
  world = await worldOf(program);
  await program.addColleague(EDUCATOR, ['staff'], { institutionIds: [world.institutionId] });
  await program.signIn(COORDINATOR);
});
afterAll(() => program.destroy());

describe('a new card', () => {
  it('saved by the same button twice is one card', async () => {
    const input = { id: uuid(), fields: fieldsOf('Тимур', 'Ахметов'), knownDuplicates: [], ageReason: '' };
    const [first, second] = [await program.call('children.create', input), await program.call('children.create', input)];
    expect(second.code).toBe(first.code);
    expect(await found('Ахметов')).toEqual(['Тимур А.']);
  });

  it('of a child who is likely known already asks to look first, and says why', async () => {
    const iin = iinOf('2012-02-02', 'female', 12);
    const known = await create(fieldsOf('Айгерім', 'Жұмабекова', { birthDate: '2012-02-02', sex: 'female', personalNumber: iin } as never));
    const again = fieldsOf('Айгерим', 'Джумабекова', { birthDate: '2012-02-02', sex: 'female', personalNumber: iin } as never);
    expect(await program.refusal('children.create', { id: uuid(), fields: again, knownDuplicates: [], ageReason: '' })).toMatchObject({
      kind: 'refused',
      code: 'CHILD.LIKELY_DUPLICATE',
    });
    const alike = await program.call('children.duplicates', {
      name: again.name,
      personalNumber: iin,
      birthDate: again.birthDate,
      identityNumber: '',
      exceptId: null,
    });
    expect(alike).toEqual([expect.objectContaining({ id: known.id, reasons: ['same-number', 'similar-name-same-birth'] })]);
    const other = await create(again, { knownDuplicates: [known.id] });
    expect(other.id).not.toBe(known.id);
  });

  it.each<[string, Partial<Fields>, string, string]>([
    ['a birth tomorrow', { birthDate: '2026-11-21' }, 'fields.birthDate', 'DATE.IN_FUTURE'],
    ['a date that no calendar has', { birthDate: '2013-02-30' }, 'fields.birthDate', 'DATE.IMPOSSIBLE'],
    ['a wrong check digit', { personalNumber: '130405500001' }, 'fields.personalNumber', 'IIN.CHECK_DIGIT'],
    [
      'a name of 10,000 letters',
      { name: { ru: { surname: 'а'.repeat(10_000), given: 'Али', patronymic: '' }, kk: null } },
      'fields.name.ru.surname',
      'NAME.TOO_LONG',
    ],
    [
      'a direction mark in a name',
      { name: { ru: { surname: 'Ива\u202Eнов', given: 'Али', patronymic: '' }, kk: null } },
      'fields.name.ru.surname',
      'NAME.HIDDEN_CHARACTER',
    ],
    [
      'an emoji in a name',
      { name: { ru: { surname: 'Иванов', given: 'Али😀', patronymic: '' }, kk: null } },
      'fields.name.ru.given',
      'NAME.NOT_LETTERS',
    ],
    ['a house that does not exist', { institutionId: uuid() }, 'fields.institutionId', 'INSTITUTION.UNKNOWN'],
  ])('with %s is refused at its field', async (_case, patch, path, code) => {
    const error = await program.refusal('children.create', {
      id: uuid(),
      fields: fieldsOf('Али', 'Бейсенов', patch),
      knownDuplicates: [],
      ageReason: '',
    });
    expect(error.kind).toBe('invalid');
    expect(error.fields?.[0]).toMatchObject({ path, code });
  });

  it('of a child younger than the programme asks for a reason, and keeps it', async () => {
    const young = fieldsOf('Нурай', 'Жакупова', { birthDate: '2018-01-01', sex: 'female' } as never);
    expect(await program.refusal('children.create', { id: uuid(), fields: young, knownDuplicates: [], ageReason: ' ' })).toMatchObject({
      code: 'CHILD.AGE_NEEDS_REASON',
      params: { least: 10 },
    });
    const record = await create(young, { ageReason: 'сестра участницы' });
    const told = await program.call('children.timeline', { id: record.id });
    expect(told.find((entry) => entry.kind === 'age-exception')?.params).toEqual({ reason: 'сестра участницы' });
  });
});

describe('an edit', () => {
  it('of different fields by two people keeps both, of the same field shows the conflict and writes nothing', async () => {
    const { id } = await create(fieldsOf('Ислам', 'Касенов'));
    await program.call('children.update', { id, changes: { group: { from: '6 «Б»', to: '7 «А»' } } });
    const both = await program.call('children.update', { id, changes: { school: { from: '', to: 'школа 4' } } });
    expect([both.fields.group, both.fields.school]).toEqual(['7 «А»', 'школа 4']);
    const error = await program.refusal('children.update', { id, changes: { group: { from: '6 «Б»', to: '8' }, helps: { from: '', to: 'музыка' } } });
    expect(error).toMatchObject({ kind: 'conflict', conflicts: [{ field: 'group', base: '6 «Б»', theirs: '7 «А»', mine: '8' }] });
    expect((await program.call('children.get', { id })).fields.helps).toBe('');
  });

  it('that sends a masked number back leaves the stored one', async () => {
    const iin = iinOf('2013-04-05', 'male', 77);
    const { id, fields } = await create(fieldsOf('Мадияр', 'Кенжебаев', { personalNumber: iin }));
    expect(fields.personalNumber).toBe(`•••• ${iin.slice(-4)}`);
    await program.call('children.update', {
      id,
      changes: { personalNumber: { from: fields.personalNumber, to: fields.personalNumber }, group: { from: '6 «Б»', to: '5' } },
    });
    expect(await program.call('children.reveal', { id, reason: 'для договора' })).toMatchObject({ personalNumber: iin });
  });

  it('is told in the timeline by field, and the look at a number in the journal with its reason', async () => {
    const { id } = await create(fieldsOf('Руслан', 'Петров'));
    await program.call('children.update', { id, changes: { helps: { from: '', to: 'прогулка' } } });
    await program.call('children.reveal', { id, reason: 'сверка с паспортом' });
    expect((await program.call('children.timeline', { id })).map((entry) => [entry.kind, entry.params['fields'] ?? null])).toEqual([
      ['corrected', 'helps'],
      ['registered', null],
    ]);
    const line = program.tirek.program.session?.records.db.get<{ detail: string }>(
      `SELECT detail FROM journal WHERE action = 'children.revealed' AND subject_id = ?`,
      id,
    );
    expect(line?.detail).toContain('сверка с паспортом');
  });
});

describe('the list', () => {
  it.each([
    ['Сәрсенова', 'Айгуль С.'],
    ['сарсенов', 'Айгуль С.'],
    ['Айгульой', 'Айгуль С.'],
    ['Сарсеновой Айгуль', 'Айгуль С.'],
    ['Семен', 'Семён Ё.'],
    ['ёлкина', 'Семён Ё.'],
    ['шахматы', 'Семён Ё.'],
  ])('finds «%s»', async (typed, shortName) => {
    if ((await found('Ёлкин')).length === 0) {
      await create(fieldsOf('Айгуль', 'Сарсенова', { sex: 'female' } as never));
      await create(fieldsOf('Семён', 'Ёлкин', { interests: ['шахматы'] }));
    }
    expect(await found(typed)).toContain(shortName);
  });

  it.each(['"', '" OR 1=1 --', 'NEAR(а б)', '*', 'name:а', '{', "'; DROP TABLE child; --", '\\', '%', '(((((', '😀', 'ъ'])(
    'takes «%s» for text',
    async (typed) => {
      await expect(program.call('children.list', { search: typed })).resolves.toHaveProperty('rows');
      await expect(program.call('children.quickSearch', { text: typed })).resolves.toBeInstanceOf(Array);
    },
  );

  it('page by page shows every child once, in both directions, and counts them', async () => {
    for (const sort of ['name', 'birth', 'code'] as const) {
      for (const descending of [false, true]) {
        const seen: string[] = [];
        let cursor: string | null = null;
        do {
          const page: Output<'children.list'> = await program.call('children.list', { sort, descending, cursor, limit: 2 });
          seen.push(...page.rows.map((row) => row.id));
          cursor = page.nextCursor;
        } while (cursor !== null);
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.length).toBe((await program.call('children.count', {})).total);
      }
    }
  });

  it('by one letter shows the surnames that begin with it, and takes a letter after a word as still being typed', async () => {
    await create(fieldsOf('Юлия', 'Цой', { sex: 'female' } as never));
    expect(await found('ц')).toEqual(['Юлия Ц.']);
    expect(await found('Ю')).toEqual((await found('Юсупова')).filter((name) => name.endsWith('Ю.')));
    expect(await found('Цой а')).toEqual(['Юлия Ц.']);
    expect((await program.call('children.count', { search: 'ц', filter: {} })).total).toBe(1);
  });

  it('finds by a whole code, never by the beginning of an identity number', async () => {
    const iin = iinOf('2013-04-05', 'male', 913);
    const { code } = await create(fieldsOf('Санжар', 'Уалиев', { personalNumber: iin }));
    expect(await found(code)).toEqual(['Санжар У.']);
    expect(await found(iin.slice(0, 8))).toEqual([]);
    const probe = {
      name: { ru: { surname: 'Другой', given: 'Ребёнок', patronymic: '' }, kk: null },
      birthDate: null,
      identityNumber: '',
      exceptId: null,
    };
    const alike = await program.call('children.duplicates', { ...probe, personalNumber: `${iin.slice(0, 6)} ${iin.slice(6)}` });
    expect(alike).toEqual([expect.objectContaining({ code, reasons: ['same-number'] })]);
  });

  it.each(['not json', '[]', '[{}, 1]', '["a", "b"]', '["а", 1] OR 1'])('takes a made-up cursor %s for the first page', async (cursor) => {
    const first = await program.call('children.list', {});
    expect((await program.call('children.list', { cursor })).rows).toEqual(first.rows);
  });

  it('filters by age, state, consent, wishes and flag', async () => {
    const { id } = await create(fieldsOf('Жанель', 'Мусина', { sex: 'female', birthDate: '2010-11-20' } as never));
    const ids = async (filter: Input<'children.count'>['filter']): Promise<boolean> =>
      (await program.call('children.list', { filter, limit: 200 })).rows.some((row) => row.id === id);
    expect([await ids({ ageFrom: 16, ageTo: 16 }), await ids({ ageFrom: 17 }), await ids({ ageTo: 15 })]).toEqual([true, false, false]);
    expect([
      await ids({ consent: 'missing' }),
      await ids({ consent: 'active' }),
      await ids({ states: ['registered'] }),
      await ids({ states: ['ready'] }),
      await ids({ wishes: 'draft' }),
      await ids({ flagged: true }),
    ]).toEqual([true, false, true, false, false, false]);
    await program.call('children.raiseFlag', { id, rowId: uuid(), fields: { kind: 'papers', text: 'нет полиса', dueOn: null } });
    await program.call('children.saveConsent', {
      id,
      rowId: uuid(),
      fields: { kind: 'processing', textVersion: '1', signer: 'Омаров Б. Т.', basis: 'приказ № 4', signedOn: '2026-01-01', validUntil: '2026-12-01' },
    } as never);
    expect([await ids({ consent: 'active' }), await ids({ flagged: true })]).toEqual([true, true]);
    const [row] = (await program.call('children.list', { search: 'Мусина' })).rows;
    expect(row).toMatchObject({ consent: 'expiring', consentUntil: '2026-12-01', openFlags: 1, nextStep: 'start-preparation', waitingDays: null });
  });

  it('counts the days of waiting from the day the child became ready', async () => {
    const id = await readyChild(world, { name: { ru: { surname: 'Оспанов', given: 'Дамир', patronymic: '' }, kk: null }, sex: 'male' });
    program.now = new Date('2026-12-10T06:00:00Z');
    const [row] = (await program.call('children.list', { search: 'Оспанов', sort: 'waiting' } as never)).rows;
    program.now = new Date('2026-11-20T06:00:00Z');
    expect(row).toMatchObject({ id, waitingDays: 20, state: 'ready', nextStep: 'find-pair', wishes: 'confirmed' });
  });

  it('leaves the house as a spreadsheet whose cells cannot run, with the reason in the journal', async () => {
    await create(fieldsOf('Алихан', 'Байжанов', { group: '=HYPERLINK("http://x")' }));
    await program.signIn(COORDINATOR);
    const answer = await program.call('children.exportList', {
      search: 'Байжанов',
      filter: {},
      sort: 'name',
      reason: 'отчёт фонду',
      language: 'ru',
    } as never);
    expect(answer.rows).toBe(1);
    const sheet = textOfArchive(Buffer.from(answer.xlsx, 'base64'));
    expect(sheet).toMatch(/(?:'|&#39;|&apos;)=HYPERLINK/);
    expect(sheet).not.toMatch(/<f[ >]/);
    const line = program.tirek.program.session?.records.db.get<{ detail: string }>(`SELECT detail FROM journal WHERE action = 'children.exported'`);
    expect(line?.detail).toContain('отчёт фонду');
  });
});

describe('an educator of one house', () => {
  it('sees, counts and finds its children only; the others do not exist', async () => {
    const mine = await create(fieldsOf('Сабина', 'Юсупова', { sex: 'female' } as never));
    const other = await create(fieldsOf('Карина', 'Волкова', { sex: 'female', institutionId: world.otherInstitutionId } as never));
    const total = (await program.call('children.count', {})).total;
    await program.signIn(EDUCATOR);
    expect(await found('Волкова')).toEqual([]);
    expect(await program.call('children.quickSearch', { text: 'Волкова' })).toEqual([]);
    expect((await program.call('children.count', {})).total).toBe(total - 1);
    const at = { id: other.id };
    for (const [op, input] of [
      ['children.get', at],
      ['children.timeline', at],
      ['children.reveal', { ...at, reason: 'x' }],
      ['children.startPreparation', at],
      ['children.update', { ...at, changes: {} }],
      ['children.photo', at],
      ['children.leave', { ...at, reason: 'other', note: '' }],
      ['children.saveSibling', { id: mine.id, rowId: uuid(), fields: { childId: other.id, together: true, why: '' } }],
      ['children.characteristic', { ...at, version: 'staff', language: 'ru' }],
    ] as const)
      expect(await program.refusal(op, input), op).toMatchObject({ kind: 'not-found', code: 'RECORD.NOT_FOUND' });
    expect(
      await program.refusal('children.update', {
        id: mine.id,
        changes: { institutionId: { from: world.institutionId, to: world.otherInstitutionId } },
      }),
    ).toMatchObject({ kind: 'not-allowed' });
    const alike = await program.call('children.duplicates', {
      name: other.fields.name,
      personalNumber: '',
      birthDate: other.fields.birthDate,
      identityNumber: '',
      exceptId: null,
    });
    expect(alike).toEqual([expect.objectContaining({ code: other.code, shortName: '', institution: '' })]);
  });

  it('may not export, merge or erase', async () => {
    const at = uuid();
    for (const [op, input] of [
      ['children.exportList', { reason: 'x', language: 'ru' }],
      ['children.mergePreview', { keepId: at, mergeId: uuid() }],
      ['children.merge', { keepId: at, mergeId: uuid(), take: [], reason: 'x' }],
      ['children.erase', { id: at, basis: 'x', confirmCode: 'x', secondPerson: 'x' }],
    ] as const)
      expect(await program.refusal(op, input), op).toMatchObject({ kind: 'not-allowed' });
    expect(await program.refusal('children.erasePreview', { id: at })).toMatchObject({ kind: 'not-allowed' });
  });

  it('while a coach sees the assigned child and an observer nobody', async () => {
    await program.signIn(COORDINATOR);
    const { id } = await create(fieldsOf('Диана', 'Рахимова', { sex: 'female' } as never));
    await program.signIn(ADMINISTRATOR);
    await program.addColleague('Коуч Арман', ['coach'], { childIds: [id] });
    await program.addColleague('Наблюдатель', ['observer']);
    await program.signIn('Коуч Арман');
    expect((await program.call('children.list', {})).rows.map((row) => row.id)).toEqual([id]);
    expect((await program.call('children.count', {})).total).toBe(1);
    await program.signIn('Наблюдатель');
    expect(await program.refusal('children.list', {})).toMatchObject({ kind: 'not-allowed' });
    await program.signIn(COORDINATOR);
  });
});
