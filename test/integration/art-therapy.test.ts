import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COLLEAGUE, ELSEWHERE, psychologistsRoom, TODAY, uuid, type Room } from '../support/casework-fixtures';
import { COORDINATOR, PSYCHOLOGIST } from '../support/contract-fixtures';
import {
  attend,
  came,
  describeGroup,
  EDUCATOR,
  EDUCATOR_ELSEWHERE,
  groupWorld,
  ill,
  join,
  newGroup,
  newSession,
  observe,
  png,
  type GroupWorld,
} from '../support/group-fixtures';
import { ADMINISTRATOR, type TestProgram } from '../support/program';

let room: Room;
let program: TestProgram;
let g: GroupWorld;
const call: TestProgram['call'] = (op, input) => program.call(op, input);
const refusal = (op: string, input: unknown) => program.refusal(op as never, input);

beforeAll(async () => {
  room = await psychologistsRoom();
  program = room.program;
  g = await groupWorld(room);
}, 60_000);
afterAll(() => program.destroy());

describe('the educators’ layer', () => {
  it('shows day, theme and attendance, and of a child from another house only that there is one', async () => {
    const { header } = await newSession(room, g.groupId);
    await attend(room, header.id, { [g.alikhan]: came, [g.karina]: ill, [g.ruslan]: came });
    await describeGroup(room, header.id, 'СЕКРЕТ-ГРУППЫ');
    await program.signIn(EDUCATOR);
    const seen = await call('art-therapy.sharedSession', { id: header.id });
    expect(seen.attendance.map(({ name, attendance }) => [name, attendance?.status])).toEqual([
      ['Алихан А.', 'came'],
      ['Карина К.', 'absent'],
    ]);
    expect(seen.hidden).toEqual({ expected: 1, came: 1 });
    const card = await call('art-therapy.group', { id: g.groupId });
    expect(card).toMatchObject({ hiddenMembers: 1, sessions: [{ no: 1, came: 2, expected: 3 }] });
    expect(JSON.stringify([seen, card])).not.toMatch(/Руслан|СЕКРЕТ|свободный рисунок/);
    await program.signIn(EDUCATOR_ELSEWHERE);
    expect(await call('art-therapy.sharedSession', { id: header.id })).toMatchObject({
      attendance: [{ name: 'Руслан Р.' }],
      hidden: { expected: 2 },
    });
    const lines = await call('art-therapy.attendanceOf', { childId: g.ruslan });
    expect(lines).toMatchObject([{ groupName: 'Листья', attendance: { status: 'came' } }]);
    expect(await refusal('art-therapy.attendanceOf', { childId: g.alikhan })).toMatchObject({ kind: 'not-found' });
    await program.signIn(PSYCHOLOGIST);
  });

  it('is written by psychologists only, and a group without a child of one’s own house is not found', async () => {
    const untouched = await newGroup(room, { name: 'Пустая' });
    const other = await newGroup(room, { name: 'Камни' });
    await join(room, other, g.alikhan);
    await program.signIn(EDUCATOR_ELSEWHERE);
    expect(await refusal('art-therapy.group', { id: other })).toMatchObject({ kind: 'not-found' });
    expect((await call('art-therapy.groups', {})).map(({ fields }) => fields.name)).toEqual(['Листья']);
    await program.signIn(ELSEWHERE);
    const member = { groupId: g.groupId, rowId: uuid(), childId: g.ruslan, from: TODAY };
    for (const [op, input] of [
      ['art-therapy.changeGroup', { id: g.groupId, changes: { place: { from: 'мастерская', to: 'чужой зал' } } }],
      ['art-therapy.addMember', member],
      ['art-therapy.endMember', { groupId: g.groupId, rowId: uuid(), to: TODAY }],
      ['art-therapy.savePlan', { groupId: other, changes: {} }],
      ['art-therapy.room', { groupId: untouched }],
      ['art-therapy.groupReport', { groupId: g.groupId, language: 'ru', reason: 'x' }],
    ] as const)
      expect(await refusal(op, input), op).toMatchObject({ kind: 'not-found' });
    await program.signIn(EDUCATOR_ELSEWHERE);
    for (const op of ['art-therapy.createGroup', 'art-therapy.addMember', 'art-therapy.session', 'art-therapy.room', 'art-therapy.course'])
      expect(await refusal(op, null), op).toMatchObject({ kind: 'not-allowed' });
    await program.signIn(ADMINISTRATOR);
    expect(await refusal('art-therapy.groups', {})).toMatchObject({ kind: 'not-allowed' });
    await program.signIn(PSYCHOLOGIST);
  });

  it('keeps the composition of a closed group once it has met, and no child twice at a time', async () => {
    const closed = await newGroup(room, { name: 'Закрытая', kind: 'closed' });
    await join(room, closed, g.alikhan);
    expect(await refusal('art-therapy.addMember', { groupId: closed, rowId: uuid(), childId: g.alikhan, from: TODAY })).toMatchObject({
      code: 'GROUP.ALREADY_MEMBER',
    });
    await newSession(room, closed);
    expect(await refusal('art-therapy.addMember', { groupId: closed, rowId: uuid(), childId: g.karina, from: TODAY })).toMatchObject({
      code: 'GROUP.IS_CLOSED',
    });
  });

  it('ends no stay before a session at which the child was', async () => {
    const id = await newGroup(room, { name: 'Уходящие' });
    const card = await join(room, id, g.alikhan);
    const session = await newSession(room, id);
    await attend(room, session.header.id, { [g.alikhan]: came });
    const rowId = card.members[0]?.id as never;
    expect(await refusal('art-therapy.endMember', { groupId: id, rowId, to: '2026-11-01' })).toMatchObject({ code: 'GROUP.ATTENDED_AFTER' });
    expect((await call('art-therapy.endMember', { groupId: id, rowId, to: TODAY })).members[0]?.to).toBe(TODAY);
  });

  it('compares a group’s fields one by one', async () => {
    const id = await newGroup(room, { name: 'Спор' });
    await call('art-therapy.changeGroup', { id, changes: { place: { from: 'мастерская', to: 'зал' } } });
    await call('art-therapy.changeGroup', { id, changes: { schedule: { from: 'по четвергам, 15:00', to: 'по средам' } } });
    expect(await refusal('art-therapy.changeGroup', { id, changes: { place: { from: 'мастерская', to: 'двор' } } })).toMatchObject({
      kind: 'conflict',
      conflicts: [{ field: 'place', theirs: 'зал', mine: 'двор' }],
    });
  });
});

describe('a session', () => {
  it('is begun once however often the button is pressed, with the plan’s number and the educators’ line', async () => {
    const id = uuid();
    const first = await newSession(room, g.groupId, { onDate: '2026-11-12', theme: 'Маска' }, id);
    expect(await newSession(room, g.groupId, { onDate: '2026-11-12', theme: 'Маска' }, id)).toEqual(first);
    expect(first).toMatchObject({ header: { state: 'draft', label: 'Маска', subjectName: 'Листья' }, shared: { no: 1, of: 12 } });
  });

  it.each([
    ['after the group has ended', { onDate: '2026-12-24' }, 'GROUP.ENDED'],
    ['on a day when nobody belongs to the group', { onDate: '2026-08-01' }, 'GROUP.NO_MEMBERS'],
  ])('%s is refused', async (_what, patch, code) => {
    const id = await newGroup(room, { name: 'Конец', endedOn: '2026-12-01' });
    await join(room, id, g.alikhan);
    const input = { id: uuid(), groupId: id, shared: { ...(await newSession(room, id)).shared.shared, status: 'planned', ...patch } };
    expect(await refusal('art-therapy.createSession', input)).toMatchObject({ code });
  });

  it('takes no attendance, observation or drawing of a child who is no member that day, who was absent or who has left', async () => {
    const { header } = await newSession(room, g.groupId);
    const id = header.id;
    const change = (childId: string, to: unknown = came) => refusal('art-therapy.saveShared', { id, attendance: [{ childId, from: null, to }] });
    expect(await change(g.outsider)).toMatchObject({ code: 'GROUP.NOT_MEMBER' });
    const fields = { text: { from: '', to: 'x' } };
    expect(await refusal('art-therapy.saveObservation', { id, childId: g.outsider, changes: fields })).toMatchObject({ code: 'GROUP.NOT_MEMBER' });
    await attend(room, id, { [g.karina]: ill });
    expect(await refusal('art-therapy.saveObservation', { id, childId: g.karina, changes: fields })).toMatchObject({ code: 'GROUP.CHILD_ABSENT' });
    const drawing = { id, fileId: uuid(), childId: g.karina, name: 'a.png', caption: '', data: png().toString('base64') };
    expect(await refusal('art-therapy.addDrawing', drawing)).toMatchObject({ code: 'GROUP.CHILD_ABSENT' });
    await observe(room, id, g.alikhan, { text: 'Рисовал' });
    expect(await change(g.alikhan, ill)).toMatchObject({ code: 'GROUP.OBSERVED_CHILD_ABSENT' });
    await program.signIn(COORDINATOR);
    await call('children.leave', { id: g.outsider, reason: 'other-institution', note: '' });
    await program.signIn(PSYCHOLOGIST);
    expect(await refusal('art-therapy.addMember', { groupId: g.groupId, rowId: uuid(), childId: g.outsider, from: '2026-11-21' })).toMatchObject({
      code: 'GROUP.CHILD_LEFT',
    });
    await join(room, g.groupId, g.outsider, '2026-11-19');
    program.now = new Date('2026-11-22T06:00:00Z');
    const later = await newSession(room, g.groupId, { onDate: '2026-11-22' });
    expect(later.shared.attendance.map(({ name }) => name)).not.toContain('Мерей М.');
    expect(
      await refusal('art-therapy.saveShared', { id: later.header.id, attendance: [{ childId: g.outsider, from: null, to: came }] }),
    ).toMatchObject({ code: 'GROUP.CHILD_LEFT', params: { date: TODAY } });
    program.now = new Date('2026-11-20T06:00:00Z');
    await call('art-therapy.drop', { id: later.header.id });
  });

  it('is not overwritten in silence by a second window, on either side', async () => {
    const { header } = await newSession(room, g.groupId);
    const id = header.id;
    await observe(room, id, g.alikhan, { text: 'первое окно' });
    expect(
      await refusal('art-therapy.saveObservation', { id, childId: g.alikhan, changes: { text: { from: '', to: 'второе окно' } } }),
    ).toMatchObject({ kind: 'conflict', conflicts: [{ field: 'text', theirs: 'первое окно' }] });
    await call('art-therapy.saveObservation', { id, childId: g.alikhan, changes: { words: { from: '', to: 'Труба нужна' } } });
    await call('art-therapy.saveShared', { id, changes: { theme: { from: 'Дом, в котором я живу', to: 'Мой дом' } } });
    const both = await refusal('art-therapy.saveShared', {
      id,
      changes: { theme: { from: 'Дом, в котором я живу', to: 'Чужой дом' }, place: { from: 'мастерская', to: 'зал' } },
    });
    expect(both).toMatchObject({ kind: 'conflict', conflicts: [{ field: 'theme', theirs: 'Мой дом' }] });
    expect((await call('art-therapy.session', { id })).shared.shared).toMatchObject({ theme: 'Мой дом', place: 'мастерская' });
    await call('art-therapy.drop', { id });
    expect(await refusal('art-therapy.sharedSession', { id })).toMatchObject({ kind: 'not-found' });
    expect(await refusal('art-therapy.session', { id })).toMatchObject({ kind: 'not-found' });
  });

  it('is its author’s alone until it is signed, is never found by another house, and never changes afterwards', async () => {
    const { header } = await newSession(room, g.groupId);
    const id = header.id;
    await attend(room, id, { [g.alikhan]: came, [g.karina]: came, [g.ruslan]: came, [g.outsider]: ill });
    await describeGroup(room, id, 'Начали тихо');
    await program.signIn(COLLEAGUE);
    expect(await refusal('art-therapy.saveContent', { id, changes: { process: { from: 'Начали тихо', to: 'x' } } })).toMatchObject({
      code: 'RECORD.NOT_AUTHOR',
    });
    expect((await call('art-therapy.session', { id })).content.process).toBe('Начали тихо');
    await program.signIn(ELSEWHERE);
    expect(await refusal('art-therapy.session', { id })).toMatchObject({ kind: 'not-found' });
    expect(await refusal('art-therapy.room', { groupId: g.groupId })).toMatchObject({ kind: 'not-found' });
    await program.signIn(PSYCHOLOGIST);
    expect(await call('art-therapy.sign', { id })).toMatchObject({ header: { state: 'signed' }, asSigned: true });
    for (const [op, input] of [
      ['art-therapy.saveShared', { changes: { theme: { from: 'Дом, в котором я живу', to: 'x' } } }],
      ['art-therapy.saveContent', { changes: { process: { from: 'Начали тихо', to: 'x' } } }],
      ['art-therapy.saveObservation', { childId: g.alikhan, changes: { text: { from: '', to: 'x' } } }],
      ['art-therapy.addDrawing', { fileId: uuid(), childId: g.alikhan, name: 'a.png', caption: '', data: png().toString('base64') }],
      ['art-therapy.drop', {}],
    ] as const)
      expect(await refusal(op, { id, ...input }), op).toMatchObject({ code: 'RECORD.SIGNED' });
    const db = program.tirek.program.session?.clinical;
    db?.transaction((tx) => tx.run(`UPDATE group_session SET content = replace(content, 'тихо', 'громко') WHERE id = ?`, id));
    expect((await call('art-therapy.session', { id })).asSigned).toBe(false);
  });
});

describe('a picture', () => {
  let id: string;
  beforeAll(async () => {
    id = (await newSession(room, g.groupId)).header.id;
  });
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, 0xc0, 0, 11, 8, 0, 9, 0, 9, 1, 0, 0x11, 0, 0xff, 0xda, 0, 2, 1, 2, 0xff, 0xd9]);
  it.each([
    ['of 60 megapixels', 'a.png', png(10_000, 6000), 'FILE.TOO_MANY_PIXELS'],
    ['in HEIC', 'a.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'FILE.HEIC'],
    ['in SVG with a script', 'a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'FILE.TYPE_REFUSED'],
    ['in SVG under another name', 'a.png', Buffer.from('<svg><script>1</script></svg>'), 'FILE.TYPE_REFUSED'],
    ['in a JPEG cut short', 'a.jpg', jpeg.subarray(0, -2), 'FILE.CUT_SHORT'],
  ])('%s is refused with its own sentence, and nothing stays', async (_what, name, bytes, code) => {
    const drawing = { id, fileId: uuid(), childId: g.alikhan, name, caption: '', data: bytes.toString('base64') };
    expect(await refusal('art-therapy.addDrawing', drawing)).toMatchObject({ code });
    expect((await call('art-therapy.session', { id })).drawings).toEqual([]);
  });
  it('that is whole is kept with its child and sealed with the session', async () => {
    const drawing = { id, fileId: uuid(), childId: g.alikhan as never, name: 'a.png', caption: 'дом', data: png().toString('base64') };
    expect(await call('art-therapy.addDrawing', drawing)).toMatchObject({ childId: g.alikhan, width: 2 });
    expect(await call('art-therapy.addDrawing', drawing)).toMatchObject({ id: drawing.fileId });
    expect(await refusal('art-therapy.drop', { id })).toMatchObject({ code: 'GROUP.HAS_DRAWINGS' });
  });
});
