import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Output } from '../../shared/contract/api';
import { groupWorkOf } from '../../electron/modules/art-therapy';
import { psychologistsRoom, TODAY, uuid, type Room } from '../support/casework-fixtures';
import { COORDINATOR, PSYCHOLOGIST } from '../support/contract-fixtures';
import { attend, came, describeGroup, groupWorld, ill, join, newGroup, newSession, observe, png, type GroupWorld } from '../support/group-fixtures';
import { ADMINISTRATOR, type TestProgram } from '../support/program';

let room: Room;
let program: TestProgram;
let g: GroupWorld;
const call: TestProgram['call'] = (op, input) => program.call(op, input);
const refusal = (op: string, input: unknown) => program.refusal(op as never, input);

async function textOf(base64: string): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(Buffer.from(base64, 'base64')), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let page = 1; page <= pdf.numPages; page++) {
    const content = await (await pdf.getPage(page)).getTextContent();
    pages.push(content.items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await pdf.cleanup();
  return pages.join('\n').replace(/\s+/g, ' ');
}

/** What every psychologist may ask of a child without going through the pipeline's contract: the extracts' own way. */
function workOf(childId: string) {
  const session = program.tirek.program.session;
  if (!session?.clinical) throw new Error('no clinical key');
  const actor = { institutionIds: 'all', childIds: 'all', roles: ['psychologist'], language: 'ru', userId: 'x', name: 'x', sessionId: 'x' };
  const services = (program.tirek.pipeline as unknown as { host: { services: unknown } }).host.services;
  return groupWorkOf({ db: session.clinical.db, records: session.records.db, actor, services, today: TODAY } as never, childId);
}

type Scales = Output<'art-therapy.scales'>[number]['scales'];
const drafts = (scales: Scales) => scales.map(({ version: _, ...draft }) => draft);

/** A signed session with words, a theme, levels and a drawing of two children each, planted so that one can be told from the other. */
async function signedSession(theme: string, level: number, onDate = TODAY): Promise<string> {
  const { header } = await newSession(room, g.groupId, { theme, onDate });
  const id = header.id;
  await attend(room, id, { [g.alikhan]: came, [g.karina]: came, [g.ruslan]: ill });
  await describeGroup(room, id, 'Спор Алихана и Карины решили сами.');
  await observe(room, id, g.alikhan, {
    levels: { engagement: level, affect: 2 },
    themes: ['башня'],
    words: 'Труба нужна',
    text: 'Сел рядом с [[другим ребёнком]].',
  });
  await observe(room, id, g.karina, { levels: { engagement: 5 }, themes: ['ПЛАНТ-ТЕМА'], words: 'ПЛАНТ-СЛОВА', text: 'ПЛАНТ-ЗАПИСЬ' });
  for (const [childId, caption] of [
    [g.alikhan, 'дом с трубой'],
    [g.karina, 'ПЛАНТ-РИСУНОК'],
  ] as const)
    await call('art-therapy.addDrawing', { id, fileId: uuid(), childId: childId, name: 'a.png', caption, data: png().toString('base64') });
  await call('art-therapy.sign', { id });
  return id;
}

beforeAll(async () => {
  room = await psychologistsRoom();
  program = room.program;
  g = await groupWorld(room);
}, 60_000);
afterAll(() => program.destroy());

describe('another child of the group', () => {
  let id: string;
  beforeAll(async () => {
    id = (await newSession(room, g.groupId)).header.id;
    await attend(room, id, { [g.alikhan]: came, [g.karina]: came, [g.ruslan]: ill });
    await describeGroup(room, id, 'Тихо');
  });

  it('is found by name in each part of a sheet, even from another house, and the session is not signed while it stands there', async () => {
    const said = await observe(room, id, g.alikhan, { text: 'Отдал Карине мел, ждал Русланова.', words: 'Каринка плачет' });
    const sheet = said.observations.find(({ childId }) => childId === g.alikhan);
    expect(sheet?.mentions.map(({ field, word }) => [field, word])).toEqual([
      ['text', 'Карине'],
      ['text', 'Русланова'],
    ]);
    expect(await refusal('art-therapy.sign', { id })).toMatchObject({
      kind: 'invalid',
      fields: [{ path: `children.${g.alikhan}`, code: 'GROUP.OTHER_CHILD_NAMED', params: { count: 2 } }],
    });
    const drawing = { id, fileId: uuid(), childId: g.karina as never, name: 'a.png', caption: 'дом Алихана', data: png().toString('base64') };
    await call('art-therapy.addDrawing', drawing);
    const named = await call('art-therapy.session', { id });
    expect(named.blockers.map(({ code, childId }) => [code, childId])).toEqual([
      ['GROUP.OTHER_CHILD_NAMED', g.alikhan],
      ['GROUP.OTHER_CHILD_NAMED', g.karina],
    ]);
    await call('clinical.removeAttachment', { recordId: id, fileId: drawing.fileId });
    await observe(room, id, g.alikhan, { text: 'Отдал [[другому ребёнку]] мел.', words: '' });
    expect((await call('art-therapy.sign', { id })).header.state).toBe('signed');
  });
});

describe('papers about one child', () => {
  beforeAll(async () => {
    await signedSession('Дом', 2, '2026-11-13');
    await signedSession('Маска', 4, '2026-11-19');
  });

  it('hold no name, word, level or drawing of another', async () => {
    const input = { childId: g.alikhan as never, language: 'ru' as const, reason: 'консилиум' };
    const report = await call('art-therapy.childReport', input);
    const text = await textOf(report.pdf);
    expect(text).toContain('Конфиденциально');
    expect(text).toMatch(/Алиханова Алихан.*Труба нужна.*другим ребёнком/);
    const csv = await call('art-therapy.exportCourse', { ...input, format: 'csv' });
    const table = Buffer.from(csv.data, 'base64').toString('utf8');
    expect(table).toContain('Включённость;1;4;5');
    const course = await call('art-therapy.course', { childId: g.alikhan });
    const answers = [text, table, JSON.stringify(course), JSON.stringify(workOf(g.alikhan))];
    for (const answer of answers) expect(answer).not.toMatch(/Карин|Руслан|ПЛАНТ|Спор/);
    expect([report.fileName, csv.fileName]).toEqual([`report-${TODAY}.pdf`, `export-${TODAY}.csv`]);
    expect(await textOf((await call('art-therapy.childReport', { ...input, childId: g.karina })).pdf)).toMatch(/ПЛАНТ-ЗАПИСЬ/);
  });

  it('name nobody who joined the group after the sheet was signed either', async () => {
    const lone = await newGroup(room, { name: 'Поздние' });
    await join(room, lone, g.alikhan);
    const { header } = await newSession(room, lone, { theme: 'Мост' });
    await attend(room, header.id, { [g.alikhan]: came });
    await describeGroup(room, header.id, 'Тихо');
    await observe(room, header.id, g.alikhan, { text: 'Вспоминал, как играл с Мереем во дворе.' });
    await call('art-therapy.sign', { id: header.id });
    await join(room, lone, g.outsider);
    const input = { childId: g.alikhan as never, groupId: lone as never, language: 'ru' as const, reason: 'консилиум' };
    const text = await textOf((await call('art-therapy.childReport', input)).pdf);
    expect(text).toContain('играл с другим ребёнком во дворе');
    expect(JSON.stringify(workOf(g.alikhan))).not.toContain('Мере');
  });

  it('count in the journal with the reason, and need one', async () => {
    const input = { childId: g.alikhan, language: 'ru', reason: '' };
    expect(await refusal('art-therapy.childReport', input)).toMatchObject({ kind: 'invalid' });
    const entries = program.tirek.program.session?.clinical?.db.all<{ detail: string }>(
      `SELECT detail FROM journal WHERE action IN ('art-therapy.printed', 'art-therapy.exported')`,
    );
    expect(entries?.map(({ detail }) => detail).join()).toContain('консилиум');
  });

  it('for supervision have initials where names were', async () => {
    const input = { groupId: g.groupId as never, language: 'ru' as const, reason: 'супервизия' };
    const text = await textOf((await call('art-therapy.groupReport', input)).pdf);
    expect(text).toMatch(/Спор А\. А\. и К\. К\. решили сами.*ПЛАНТ-ЗАПИСЬ/);
    expect(text).not.toMatch(/Алихан|Карин|Руслан/);
    const summary = await textOf((await call('art-therapy.seriesSummary', input)).pdf);
    expect(summary).toMatch(/А\. А\. Включённость \(v1\) 2\/5 4\/5/);
    expect(summary).not.toMatch(/Алихан|Карин|Руслан|ПЛАНТ/);
  });
});

describe('scales', () => {
  it('that were changed make a new line for themselves and break no other', async () => {
    const [latest] = await call('art-therapy.scales', {});
    const scales = drafts(latest?.scales ?? []).map((scale) =>
      scale.code === 'engagement' ? { ...scale, title: { ...scale.title, ru: 'Участие' } } : scale,
    );
    const input = { id: uuid(), basedOn: 1, scales, note: 'точнее слово' };
    expect((await call('art-therapy.publishScales', input))[0]).toMatchObject({
      version: 2,
      scales: [{ version: 2 }, { version: 1 }, { version: 1 }],
    });
    expect(await refusal('art-therapy.publishScales', { ...input, id: uuid() })).toMatchObject({ code: 'GROUP.SCALES_CHANGED_MEANWHILE' });
    await signedSession('Река', 3, '2026-11-20');
    const { lines } = await call('art-therapy.course', { childId: g.alikhan, groupId: g.groupId });
    expect(lines.map(({ code, version, points }) => [code, version, points.map(({ level }) => level)])).toEqual([
      ['affect', 1, [2, 2, 2]],
      ['engagement', 1, [2, 4]],
      ['engagement', 2, [3]],
    ]);
  });
  it('take no level and no code that they do not have', async () => {
    const { header } = await newSession(room, g.groupId);
    const levels = (to: object) => ({ id: header.id, childId: g.alikhan, changes: { levels: { from: {}, to } } });
    for (const to of [{ engagement: 6 }, { nonsense: 1 }, { constructor: 1 }, { engagement: 1.5 }])
      expect(await refusal('art-therapy.saveObservation', levels(to))).toMatchObject({ kind: 'invalid' });
  });
});

describe('two files without a common transaction', () => {
  const recordsDb = () => program.tirek.program.session?.records;
  const block = (event: 'INSERT' | 'UPDATE' | 'DELETE') =>
    recordsDb()?.transaction((db) => db.run(`CREATE TRIGGER stop BEFORE ${event} ON art_group_session BEGIN SELECT RAISE(ABORT, 'stopped'); END`));
  const again = async () => {
    recordsDb()?.transaction((db) => db.run('DROP TRIGGER stop'));
    await program.close();
    await program.open();
    await program.signIn(PSYCHOLOGIST);
  };

  it('finish at the next opening what stopped after the sealed side was written', async () => {
    const groupId = await newGroup(room, { name: 'Обрыв' });
    await join(room, groupId, g.alikhan);
    const id = uuid();
    block('INSERT');
    await expect(newSession(room, groupId, { theme: 'Мост' }, id)).rejects.toThrow('unexpected');
    expect((await call('art-therapy.group', { id: groupId })).sessions).toEqual([]);
    await again();
    expect(await call('art-therapy.room', { groupId: groupId })).toMatchObject({ sessions: [{ id, state: 'draft' }] });
    expect((await call('art-therapy.group', { id: groupId })).sessions).toMatchObject([{ id, shared: { theme: 'Мост' } }]);

    block('UPDATE');
    const change = { id: id, changes: { theme: { from: 'Мост', to: 'Река' } }, attendance: [{ childId: g.alikhan as never, from: null, to: came }] };
    await expect(call('art-therapy.saveShared', change)).rejects.toThrow('unexpected');
    await again();
    expect((await call('art-therapy.session', { id })).shared).toMatchObject({ shared: { theme: 'Река' }, attendance: [{ attendance: came }] });
    expect((await call('art-therapy.session', { id })).header.label).toBe('Река');

    block('DELETE');
    await expect(call('art-therapy.drop', { id })).rejects.toThrow('unexpected');
    await again();
    expect((await call('art-therapy.room', { groupId: groupId })).sessions).toEqual([]);
    expect((await call('art-therapy.group', { id: groupId })).sessions).toEqual([]);
  });
});

describe('a child whose file goes', () => {
  it('takes its sheets and drawings out of signed sessions, and what others have there is still as signed', async () => {
    const id = await signedSession('Остров', 1);
    await program.signIn(COORDINATOR);
    const { code } = await call('children.get', { id: g.karina });
    await call('children.leave', { id: g.karina, reason: 'other-institution', note: '' });
    await program.signIn(ADMINISTRATOR);
    const erasing = { id: g.karina as never, basis: 'отзыв согласия', confirmCode: code, secondPerson: 'Омаров Б. Т.' };
    await call('children.erase', erasing);
    await program.signIn(PSYCHOLOGIST);
    const subject = { kind: 'child' as const, id: g.karina as never };
    expect((await call('clinical.orphans', {})).map((orphan) => orphan.subject)).toContainEqual(subject);
    await call('clinical.destroyOrphans', { subject, reason: 'акт', password: 'тихая река у дома 7' });
    const record = await call('art-therapy.session', { id });
    expect(record.asSigned).toBe(true);
    expect(JSON.stringify(record)).not.toMatch(/ПЛАНТ-ЗАПИСЬ|ПЛАНТ-РИСУНОК/);
    expect(record.drawings).toHaveLength(1);
  });
});
