import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COLLEAGUE, ELSEWHERE, newChild, note, psychologistsRoom, uuid, type Room, type Subject } from '../support/casework-fixtures';
import { PSYCHOLOGIST } from '../support/contract-fixtures';
import { ADMINISTRATOR, type TestProgram } from '../support/program';

let room: Room;
let program: TestProgram;
let subject: Subject;
let signed: never;
let draft: never;
const call: TestProgram['call'] = (op, input) => program.call(op, input);
const live = () => program.tirek.program.session ?? expect.unreachable('nobody is signed in');
const written = async (text: string): Promise<never> =>
  (await call('sessions.createNote', { id: uuid(), subject, fields: note({ note: text }) })).row.id as never;
const codeOf = async (...request: Parameters<TestProgram['refusal']>) => (await program.refusal(...request)).code;

beforeAll(async () => {
  room = await psychologistsRoom();
  program = room.program;
  subject = await newChild(room, 'Глеб');
  signed = await written('Тревожится перед сном, боится темноты. Ағасын сағынады, мектепке барғысы келмейді.');
  await call('sessions.signNote', { id: signed });
  draft = await written('Черновик: рисовал ёлку.');
});
afterAll(() => program.destroy());

describe('another house', () => {
  it('is neither listed nor opened nor searched', async () => {
    await program.signIn(ELSEWHERE);
    expect((await call('clinical.records', {})).records).toEqual([]);
    expect((await call('clinical.search', { text: 'тревожится' })).hits).toEqual([]);
    for (const [op, input] of [
      ['clinical.records', { subject }],
      ['clinical.subject', { subject }],
      ['clinical.amendments', { recordId: signed }],
      ['clinical.attachments', { recordId: signed }],
      ['clinical.amend', { id: uuid(), recordId: signed, text: 'x', reason: 'y' }],
    ] as const)
      expect((await program.refusal(op, input)).kind, op).toBe('not-found');
  });

  it('and nothing at all to somebody of no house', async () => {
    await program.signIn(PSYCHOLOGIST);
    expect((await call('clinical.records', {})).records).toHaveLength(2);
    expect((await call('clinical.search', { text: 'тревожится' })).hits).toHaveLength(1);
  });
});

describe('a signed record', () => {
  it('never changes; a colleague’s amendment stands beside it with its reason', async () => {
    await program.signIn(COLLEAGUE);
    const amendments = await call('clinical.amend', {
      id: uuid(),
      recordId: signed,
      text: 'Мать звонила во вторник.',
      reason: 'стало известно позже',
    });
    expect(amendments).toMatchObject([{ authorName: COLLEAGUE, reason: 'стало известно позже' }]);
    expect(await codeOf('clinical.addAttachment', { recordId: signed, fileId: uuid(), childId: null, name: 'a.png', caption: '', data: '' })).toMatch(
      /RECORD\.SIGNED|FILE\./,
    );
    expect((await call('clinical.records', { subject })).records.find(({ id }) => id === signed)).toMatchObject({ amendments: 1, state: 'signed' });
  });

  it('is what amendments are for: a draft is edited itself, and by its author only', async () => {
    expect(await codeOf('clinical.amend', { id: uuid(), recordId: draft, text: 'x', reason: 'y' })).toBe('RECORD.NOT_SIGNED');
    expect(await codeOf('sessions.signNote', { id: draft })).toBe('RECORD.NOT_AUTHOR');
  });

  it('the same amendment sent twice is one', async () => {
    const amendment = { id: uuid(), recordId: signed, text: 'Дважды нажато.', reason: 'кнопка' };
    await call('clinical.amend', amendment);
    expect(await call('clinical.amend', amendment)).toHaveLength(2);
  });
});

describe('the search over notes', () => {
  it.each([
    'тревожиться',
    'ТРЕВОЖИЛСЯ',
    'темнота',
    'тревожность',
    'боится темноты',
    'мектеп',
    'мектептерінде',
    'мектебі',
    'ағасы',
    'ағасымен',
    'агасынан',
  ])('finds «%s» by what was written', async (text) => {
    await program.signIn(PSYCHOLOGIST);
    expect((await call('clinical.search', { text })).hits.map(({ record }) => record.id)).toEqual([signed]);
  });

  it('takes ё for е, and quotes and operators for themselves', async () => {
    expect((await call('clinical.search', { text: 'елка' })).hits.map(({ record }) => record.id)).toEqual([draft]);
    for (const text of ['"', 'a OR b', 'тревожится*"', 'NEAR(', '-', '']) expect((await call('clinical.search', { text })).more).toBe(false);
  });

  it('is told in the clinical journal, without the words', async () => {
    const journal = live().clinical?.db.all<{ action: string }>(`SELECT * FROM journal WHERE action = 'clinical.search'`) ?? [];
    expect(journal.length).toBeGreaterThan(0);
    expect(JSON.stringify(journal)).not.toContain('тревог');
  });
});

describe('without the key', () => {
  it('a psychologist has the right and not the means, and the refusal is in the journal', async () => {
    await program.signIn(ADMINISTRATOR);
    await program.addColleague('Психолог без ключа', ['psychologist']);
    const me = await program.signIn('Психолог без ключа');
    expect(me.clinical).toBe('awaiting-grant');
    for (const [op, input] of [
      ['clinical.records', {}],
      ['clinical.search', { text: 'тревога' }],
      ['clinical.saveDraft', { formKey: 'clinical/x', data: '{}' }],
    ] as const)
      expect(await codeOf(op, input), op).toBe('CLINICAL.NO_KEY');
    await program.refusal('clinical.amend', { id: uuid(), recordId: signed, text: 'x', reason: 'y' });
    const entry = live().records.db.get<{ outcome: string; detail: string }>(
      `SELECT outcome, detail FROM journal WHERE action = 'clinical.amend' ORDER BY seq DESC LIMIT 1`,
    );
    expect(entry?.outcome).toBe('refused');
    expect(entry?.detail).toContain('CLINICAL.NO_KEY');
  });
});

describe('what is half written', () => {
  it('stays in the clinical vault: other keys are refused there, and clinical ones everywhere else', async () => {
    await program.signIn(PSYCHOLOGIST);
    await call('clinical.saveDraft', { formKey: 'clinical/sessions/new', data: '{"note":"серый барсук"}' });
    expect(await call('clinical.readDraft', { formKey: 'clinical/sessions/new' })).toMatchObject({ data: '{"note":"серый барсук"}' });
    expect((await program.refusal('clinical.saveDraft', { formKey: 'sessions/new', data: '{}' })).kind).toBe('invalid');
    expect((await program.refusal('settings.saveDraft', { formKey: 'clinical/sessions/new', data: '{}' })).kind).toBe('invalid');
    expect(live().records.db.all(`SELECT 1 FROM draft WHERE data LIKE '%барсук%'`)).toEqual([]);
    await program.signIn(COLLEAGUE);
    expect(await call('clinical.readDraft', { formKey: 'clinical/sessions/new' })).toBeNull();
  });
});

describe('a drawing', () => {
  const png = (width: number, height: number): Buffer => {
    const bytes = Buffer.alloc(40);
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]).copy(bytes);
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    bytes.write('IEND', 32, 'latin1');
    return bytes;
  };
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(40)]);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const cut = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 40, 0, 40, 1, 0, 0x11, 0, 0xff, 0xda, 0, 2, 0x11]);
  const attach = (name: string, bytes: Buffer) => ({
    recordId: draft,
    fileId: uuid(),
    childId: null,
    name,
    caption: '',
    data: bytes.toString('base64'),
  });

  it.each([
    ['foto.heic', heic, 'FILE.HEIC'],
    ['risunok.svg', svg, 'FILE.TYPE_REFUSED'],
    ['risunok.png', svg, 'FILE.TYPE_REFUSED'],
    ['foto.jpg', cut, 'FILE.CUT_SHORT'],
    ['bolshoy.png', png(10_000, 6_000), 'FILE.TOO_MANY_PIXELS'],
    ['pusto.png', Buffer.alloc(0), 'FILE.EMPTY'],
  ])('%s is refused with its reason, and nothing of it stays', async (name, bytes, code) => {
    await program.signIn(PSYCHOLOGIST);
    expect(await codeOf('clinical.addAttachment', attach(name, bytes))).toBe(code);
    expect(await call('clinical.attachments', { recordId: draft })).toEqual([]);
  });

  it('that is whole is kept, read back byte for byte and removed by its author', async () => {
    const input = attach('дом.png', png(40, 40));
    const file = await call('clinical.addAttachment', input);
    expect(file).toMatchObject({ width: 40, height: 40, type: 'image/png' });
    expect((await call('clinical.attachment', { fileId: file.id })).data).toBe(input.data);
    expect(await call('clinical.addAttachment', input)).toEqual(file);
    await program.signIn(COLLEAGUE);
    expect(await codeOf('clinical.removeAttachment', { recordId: draft, fileId: file.id })).toBe('RECORD.NOT_AUTHOR');
    await program.signIn(ELSEWHERE);
    expect((await program.refusal('clinical.attachment', { fileId: file.id })).kind).toBe('not-found');
    await program.signIn(PSYCHOLOGIST);
    await call('clinical.removeAttachment', { recordId: draft, fileId: file.id });
    expect(await call('clinical.attachments', { recordId: draft })).toEqual([]);
  });
});
