import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract/api';
import { PSYCHOLOGIST, roomOf, type Room } from '../support/clinical-fixtures';
import { PASSWORD, type TestProgram } from '../support/program';

const id = <T = never>(): T => randomUUID() as T;
const fixture = (name: string): string => readFileSync(join(import.meta.dirname, '../support/instruments', name), 'utf8');
const TODAY = '2026-11-20' as never;

let room: Room;
const call: TestProgram['call'] = (...args) => room.program.call(...args);
const refusal = (op: string, input: unknown) => room.program.refusal(op as never, input);
const child = () => ({ kind: 'child' as const, id: room.childId as never });

beforeAll(async () => {
  room = await roomOf();
});
afterAll(() => room.program.destroy());
beforeEach(async () => {
  if (!room.program.tirek.program.session) await room.program.signIn(PSYCHOLOGIST);
});

const hashOf = async (instrumentId: string): Promise<string> => {
  const found = (await call('assessments.instruments', {})).find((card) => card.instrumentId === instrumentId && !card.retired);
  if (!found) throw new Error(`no ${instrumentId} in the library`);
  return found.hash;
};

async function begun(instrumentId: string, patch: Partial<Input<'assessments.start'>> = {}): Promise<string> {
  const assessmentId = id<string>();
  await call('assessments.start', {
    id: assessmentId,
    subject: child(),
    hash: await hashOf(instrumentId),
    testDate: TODAY,
    language: 'en',
    given: 'paper',
    respondent: 'self',
    ...patch,
  });
  return assessmentId;
}

/** Item ids of a definition, in the order of the form. */
async function itemIds(instrumentId: string): Promise<string[]> {
  const { instrument } = await call('assessments.instrument', { hash: await hashOf(instrumentId) });
  return instrument.items.toSorted((a, b) => a.n - b.n).map((item) => item.id);
}

describe('a test given on paper', () => {
  it('is scored, its alert stands on Today until an action is written, also when the total cannot be scored', async () => {
    const items = await itemIds('phq-9');
    const given = await begun('phq-9');
    const sparse = Object.fromEntries(items.slice(0, 9).map((item, index) => [item, index === 8 ? 1 : index < 4 ? 2 : null]));
    await call('assessments.answer', { id: given, answers: sparse });
    await call('assessments.finish', { id: given, incompleteReason: 'не захотел отвечать' });
    const done = await call('assessments.get', { id: given });
    expect(done.results[0]?.result.scales[0]).toMatchObject({ raw: null, notScored: { code: 'too-few-answers' } });
    expect(done.alerts).toMatchObject([{ level: 'urgent', action: null }]);
    expect((await call('clinical.today', {})).filter(({ tone }) => tone === 'alarm')).toHaveLength(1);
    const alertId = done.alerts[0]?.id as never;
    await call('assessments.actOnAlert', {
      id: given,
      alertId,
      text: 'Поговорили сегодня, план безопасности составлен.',
      route: 'директор',
    });
    expect((await call('clinical.today', {})).filter(({ tone }) => tone === 'alarm')).toHaveLength(0);
    expect(await refusal('assessments.actOnAlert', { id: given, alertId, text: 'ещё', route: '' })).toMatchObject({ code: 'ALERT.ACTED_ON' });
  });

  it('is signed when it is finished: its answers do not change, and a changed row is noticed', async () => {
    const items = await itemIds('gad-7');
    const given = await begun('gad-7');
    await call('assessments.answer', { id: given, answers: Object.fromEntries(items.slice(0, 7).map((item) => [item, 1])) });
    await call('assessments.finish', { id: given });
    expect(await refusal('assessments.answer', { id: given, answers: { [items[0] ?? '']: 3 } })).toMatchObject({ code: 'RECORD.SIGNED' });
    const done = await call('assessments.get', { id: given });
    expect(done).toMatchObject({ asSigned: true, header: { state: 'signed' } });
    expect(done.results[0]?.result.scales[0]).toMatchObject({ raw: 7, band: { kind: 'applied' } });
    const clinical = room.program.tirek.program.session?.clinical;
    clinical?.transaction((db) => {
      db.run(`UPDATE "assessment" SET "answers" = ? WHERE "id" = ?`, JSON.stringify({ ...done.answers, [items[0] ?? '']: 3 }), given);
    });
    expect((await call('assessments.get', { id: given })).asSigned).toBe(false);
  });

  it('entered twice is finished only when both entries agree', async () => {
    const items = await itemIds('gad-7');
    const given = await begun('gad-7');
    const first = Object.fromEntries(items.slice(0, 7).map((item) => [item, 2]));
    await call('assessments.answer', { id: given, answers: first });
    await call('assessments.answer', { id: given, answers: { ...first, [items[3] ?? '']: 1 }, entry: 'second' });
    expect(await refusal('assessments.finish', { id: given })).toMatchObject({ code: 'ASSESSMENT.ENTRIES_DIFFER' });
    await call('assessments.answer', { id: given, answers: { [items[3] ?? '']: 2 }, entry: 'second' });
    expect(await call('assessments.finish', { id: given })).toEqual({ scored: true });
  });

  it('refuses an answer outside the options, naming the item, and keeps nothing of it', async () => {
    const items = await itemIds('gad-7');
    const given = await begun('gad-7');
    const wrong = await refusal('assessments.answer', { id: given, answers: { [items[0] ?? '']: 1, [items[1] ?? '']: 4 } });
    expect(wrong).toMatchObject({ kind: 'invalid', fields: [{ path: `answers.${items[1] ?? ''}`, code: 'ANSWER.NOT_AN_OPTION' }] });
    expect((await call('assessments.get', { id: given })).answers).toEqual({});
    await call('assessments.discard', { id: given });
  });

  it('scored again has one more result; the old one stays', async () => {
    const items = await itemIds('gad-7');
    const given = await begun('gad-7');
    await call('assessments.answer', { id: given, answers: Object.fromEntries(items.slice(0, 7).map((item) => [item, 0])) });
    await call('assessments.finish', { id: given });
    const again = await call('assessments.rescore', { id: given });
    expect(again.results.map(({ current }) => current).sort()).toEqual([false, true]);
  });

  it('is refused for tomorrow, before birth, and for a definition without items', async () => {
    const base = {
      id: id(),
      subject: child(),
      hash: await hashOf('phq-9'),
      testDate: '2026-11-21',
      language: 'en',
      given: 'paper',
      respondent: 'self',
    };
    expect(await refusal('assessments.start', base)).toMatchObject({ fields: [{ code: 'ASSESSMENT.DATE_IN_FUTURE' }] });
    expect(await refusal('assessments.start', { ...base, testDate: '2011-03-03' })).toMatchObject({ fields: [{ code: 'ASSESSMENT.BEFORE_BIRTH' }] });
    expect(await refusal('assessments.start', { ...base, testDate: TODAY, hash: await hashOf('gas') })).toMatchObject({
      code: 'INSTRUMENT.NO_ITEMS',
    });
  });
});

describe('a test on the screen', () => {
  it('leaves the window with that test alone: nothing else answers, nothing names anybody, until somebody signs in again', async () => {
    const items = await itemIds('rses');
    const given = await begun('rses', { given: 'screen' });
    const other = await begun('gad-7');
    const sitting = await call('assessments.beginSitting', { id: given });
    expect(JSON.stringify(sitting)).not.toMatch(/Зуев|Глеб/);
    for (const [op, input] of [
      ['session.me', {}],
      ['children.list', {}],
      ['assessments.get', { id: given }],
      ['assessments.list', {}],
      ['clinical.records', {}],
      ['assessments.start', null],
      ['settings.today', {}],
    ] as const)
      expect([op, await refusal(op, input)]).toMatchObject([op, { code: 'SESSION.SITTING' }]);
    expect(await refusal('assessments.answer', { id: other, answers: {} })).toMatchObject({ code: 'ASSESSMENT.OTHER_SITTING' });
    await call('assessments.answer', { id: given, answers: { [items[0] ?? '']: 2 }, seconds: { [items[0] ?? '']: 4.5 } });
    expect((await call('assessments.sitting', {}))?.answers).toEqual({ [items[0] ?? '']: 2 });

    // A pause: the window is locked, the answers stay, and the same test goes on after a new sign-in.
    await call('session.lock', {});
    await room.program.signIn(PSYCHOLOGIST, PASSWORD);
    expect(await call('assessments.sitting', {})).toBe(null);
    const resumed = await call('assessments.beginSitting', { id: given });
    expect(resumed.answers).toEqual({ [items[0] ?? '']: 2 });
    await call('assessments.answer', { id: given, answers: Object.fromEntries(items.slice(1).map((item) => [item, 1])) });
    expect(await call('assessments.finish', { id: given })).toEqual({ scored: true });
    expect(await refusal('children.list', {})).toMatchObject({ code: 'SESSION.SITTING' });
    await call('session.lock', {});
    await room.program.signIn(PSYCHOLOGIST, PASSWORD);
    expect((await call('assessments.get', { id: given })).seconds).toEqual({ [items[0] ?? '']: 4.5 });
  });
});

describe('a questionnaire from a file', () => {
  const definition = () => fixture('inventory-25.json');
  const batch = async (patch: Record<string, unknown> = {}) => ({
    hash: await hashOf(JSON.parse(definition()).id as string),
    text: fixture('inventory-25.csv'),
    columns: { respondent: 'code', sex: 'sex', age: 'age' },
    testDate: TODAY,
    language: 'en' as const,
    respondent: 'self' as const,
    ...patch,
  });

  it('is shown before it is kept, with every error by its path', async () => {
    const broken = definition().replace('"min": 1', '"min": 0');
    const { errors } = await call('assessments.checkDefinition', { text: broken });
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.every(({ path }) => path.startsWith('$'))).toBe(true);
    expect(await refusal('assessments.importDefinition', { text: broken, rightsConfirmed: true })).toMatchObject({ code: 'INSTRUMENT.INVALID' });
    const shown = await call('assessments.checkDefinition', { text: definition() });
    expect(shown).toMatchObject({ errors: [], known: 'new' });
    expect(shown.instrument?.items).toHaveLength(25);
  });

  it('is imported once, and the same id and version with another content is refused', async () => {
    const card = await call('assessments.importDefinition', { text: definition(), rightsConfirmed: true });
    expect(card).toMatchObject({ origin: 'imported', items: 25, scales: 5 });
    expect((await call('assessments.importDefinition', { text: definition(), rightsConfirmed: true })).hash).toBe(card.hash);
    const other = JSON.parse(definition()) as { title: Record<string, string> };
    other.title['en'] = 'Another';
    expect(await refusal('assessments.importDefinition', { text: JSON.stringify(other), rightsConfirmed: true })).toMatchObject({
      code: 'INSTRUMENT.VERSION_TAKEN',
    });
  });

  it('scores the respondents of another file by batch, all or nothing', async () => {
    const wrong = await batch({ text: fixture('inventory-25.csv').replace(/;4;/, ';7;') });
    const checked = await call('assessments.checkBatch', wrong as never);
    expect(checked.errors[0]).toMatchObject({ code: 'IMPORT.NOT_AN_OPTION' });
    expect(await refusal('assessments.importBatch', { ...wrong, batchId: id() })).toMatchObject({ code: 'BATCH.HAS_ERRORS' });
    const before = (await call('assessments.list', { limit: 200 })).rows.length;

    const right = await batch();
    expect(await call('assessments.checkBatch', right as never)).toMatchObject({ errors: [], rows: 8 });
    const batchId = id<string>();
    expect(await call('assessments.importBatch', { ...right, batchId })).toMatchObject({ imported: 8 });
    expect(await call('assessments.importBatch', { ...right, batchId })).toMatchObject({ imported: 8 });
    const { rows } = await call('assessments.list', { limit: 200 });
    expect(rows.length).toBe(before + 8);
    const one = rows.find(({ subjectName }) => subjectName === 'R04');
    expect(one?.scales.map(({ id: scale, display }) => [scale, display])).toEqual(
      expect.arrayContaining([
        ['A', 2.5],
        ['C', 4],
        ['N', 3],
      ]),
    );
    // R06 left too much of N blank: said, not guessed.
    expect(rows.find(({ subjectName }) => subjectName === 'R06')?.scales.find(({ id: scale }) => scale === 'N')?.display).toBe(null);
  });

  describe('with a thousand respondents', () => {
    const large = async (batchId = id<string>()) => {
      const { instrument } = await call('assessments.instrument', { hash: (await batch()).hash });
      const names = instrument.items.map((item) => item.id);
      const lines = Array.from({ length: 1000 }, (_, row) =>
        [`${batchId.slice(0, 8)}-${String(row)}x`, ...names.map((_name, at) => 1 + ((row + at * 5) % 6))].join(','),
      );
      return batch({ text: [['code', ...names].join(','), ...lines].join('\n'), columns: { respondent: 'code' }, batchId, missingCodes: [] });
    };
    const stored = (): number =>
      room.program.tirek.program.session?.clinical?.db.get<{ n: number }>('SELECT count(*) AS n FROM "assessment"')?.n ?? 0;

    it('lets others of the records in meanwhile, and nobody sees half of it', async () => {
      const before = stored();
      const input = await large();
      const order: string[] = [];
      const note = async (name: string, work: Promise<unknown>): Promise<unknown> => {
        const value = await work;
        order.push(name);
        return value;
      };
      const [, , seen] = await Promise.all([
        note('import', call('assessments.importBatch', input as never)),
        note('records', call('children.list', {})),
        note('clinical', call('assessments.list', { limit: 200 })),
      ]);
      expect(order[0]).toBe('records');
      expect(stored()).toBe(before + 1000);
      // The list waited for the end: its newest row is the file's last.
      expect((seen as { rows: { subjectName: string }[] }).rows[0]?.subjectName).toMatch(/-999x$/);
    });

    it.each([
      ['cancelled', (jobId: string) => call('session.cancelJob', { jobId: jobId })],
      ['locked', () => call('session.lock', {})],
    ])('leaves nothing when it is %s on the way', async (_how, stop) => {
      const before = stored();
      const input = await large();
      const jobId = id<string>();
      const running = room.program.tirek.pipeline.handle({ op: 'assessments.importBatch', input, jobId });
      await new Promise((turn) => setImmediate(turn));
      await stop(jobId);
      expect((await running).ok).toBe(false);
      if (!room.program.tirek.program.session) await room.program.signIn(PSYCHOLOGIST);
      expect(stored()).toBe(before);
      expect((await call('assessments.list', { limit: 1 })).rows).toHaveLength(1);
    });
  });

  it('leaves as CSV and XLSX with a reason that the clinical journal keeps, and formulas stay text', async () => {
    const [respondent] = await call('assessments.respondents', { search: 'R04' });
    await call('assessments.saveRespondent', { id: respondent?.id as never, fields: { code: '=1+1', birthDate: null, sex: null, note: '' } });
    const out = await call('assessments.exportScores', { format: 'csv', language: 'ru', reason: 'супервизия' });
    const text = Buffer.from(out.data, 'base64').toString('utf8');
    expect(text.startsWith('\uFEFFКод;')).toBe(true);
    expect(text).toContain(`;'=1+1;`);
    expect(text).not.toMatch(/(^|;)=/m);
    expect((await call('assessments.exportScores', { format: 'xlsx', language: 'en', reason: 'супервизия' })).rows).toBe(out.rows);
    const journal = room.program.tirek.program.session?.clinical?.db.all<{ action: string }>(`SELECT "action" FROM "journal"`) ?? [];
    expect(journal.map(({ action }) => action)).toContain('assessments.exported');
    const records = room.program.tirek.program.session?.records.db.all<{ action: string }>(`SELECT "action" FROM "journal"`) ?? [];
    expect(records.map(({ action }) => action).filter((action) => action.startsWith('assessments.'))).toEqual([]);
  });
});

it('a report is a confidential paper without a single raw answer', async () => {
  const { rows } = await call('assessments.list', { subject: child(), limit: 50 });
  const finished = rows.find(({ stage }) => stage === 'scored');
  const { pdf } = await call('assessments.report', { id: finished?.id as never, language: 'ru', reason: 'консилиум' });
  expect(Buffer.from(pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: Buffer.from(pdf, 'base64') }).toString('utf8');
  expect(text).toMatch(/Язык бланка\s+английский/);
});

it('a drawing is observed, its hypotheses stay hypotheses, and it is sealed with its image', async () => {
  const work = id<string>();
  const empty = { setting: '', material: '', instruction: '', startedAt: '', endedAt: '', orderOfObjects: '', whoIsPresent: '', whoIsAbsent: '' };
  const more = {
    place: [],
    size: '' as const,
    pressure: '' as const,
    erasures: '',
    details: '',
    colours: '',
    comments: '',
    afterDrawing: '',
    behaviour: '',
  };
  const fields = { method: 'htp' as const, methodName: 'Дом, дерево, человек', ...empty, ...more, hypotheses: [], reviewedBy: '' };
  await call('assessments.startProjective', { id: work, subject: child(), testDate: TODAY, fields });
  await call('assessments.changeProjective', {
    id: work,
    changes: { comments: { from: '', to: 'Труба нужна, а то не видно, что дома кто-то есть' } },
  });
  const conflict = await refusal('assessments.changeProjective', { id: work, changes: { comments: { from: '', to: 'другое' } } });
  expect(conflict).toMatchObject({ kind: 'conflict', conflicts: [{ field: 'comments' }] });
  const guess = (against: string) => [{ text: 'Ищет, где спрятаться', against, confidence: 'low' as const }];
  await call('assessments.changeProjective', { id: work, changes: { hypotheses: { from: [], to: guess('') } } });
  expect((await refusal('assessments.signProjective', { id: work })).fields).toMatchObject([{ path: 'hypotheses.0.against' }]);
  await call('assessments.changeProjective', { id: work, changes: { hypotheses: { from: guess(''), to: guess('Дверь открыта') } } });
  await call('assessments.signProjective', { id: work });
  expect(await refusal('assessments.changeProjective', { id: work, changes: {} })).toMatchObject({ code: 'RECORD.SIGNED' });
  expect((await call('clinical.search', { text: 'труба' })).hits[0]?.record.id).toBe(work);
  expect((await call('assessments.projective', { id: work })).asSigned).toBe(true);
});

it('an external result keeps figures of a manual and needs the licence said', async () => {
  const fields = {
    instrument: 'CDI',
    version: '',
    place: '',
    administeredBy: '',
    language: 'ru' as const,
    respondent: 'self' as const,
    scales: [{ name: 'Total', value: 14, unit: 'raw' as const, band: '' }],
    note: '',
    licenceConfirmed: true as const,
  };
  const refused = await refusal('assessments.recordExternal', {
    id: id(),
    subject: child(),
    testDate: TODAY,
    fields: { ...fields, licenceConfirmed: false },
  });
  expect(refused.fields).toMatchObject([{ path: 'fields.licenceConfirmed', code: 'EXTERNAL.LICENCE_NOT_CONFIRMED' }]);
  const kept = await call('assessments.recordExternal', { id: id(), subject: child(), testDate: TODAY, fields });
  expect(kept).toMatchObject({ header: { state: 'signed', kind: 'external' }, asSigned: true });
});
