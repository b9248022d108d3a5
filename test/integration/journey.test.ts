import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Keyring, VAULT_FILE } from '../../electron/vault';
import { openEncrypted } from '../../electron/db/pragmas';
import {
  COORDINATOR,
  filledDraft,
  mentorWithPapers,
  paperFields,
  pairAtPapers,
  PSYCHOLOGIST,
  readyChild,
  worldOf,
  type World,
} from '../support/contract-fixtures';
import { ADMINISTRATOR, PASSWORD, TestProgram } from '../support/program';

/** From an empty folder to a contract that is read again on another computer: once by the law of each country. */
describe.each(['kz', 'ru'] as const)('the whole way in %s', (jurisdiction) => {
  const outside = mkdtempSync(join(tmpdir(), 'tirek-copies-'));
  const MARKER = 'Тайна психолога на девятой странице';
  let program: TestProgram;
  let world: World;
  let sheet = '';
  let pairId = '';
  let draftId = '';
  let bytes = '';
  let copy = '';
  let clinicalSheet = '';
  const documentId = randomUUID() as never;
  const mentor = { id: '' };

  afterAll(async () => {
    await program.destroy();
    rmSync(outside, { recursive: true, force: true });
  });

  it('an empty folder becomes an organisation; the director’s sheet is typed back', async () => {
    program = await TestProgram.start();
    expect(await program.call('session.status', {})).toMatchObject({ state: 'empty', people: [] });
    world = await worldOf(program, jurisdiction);
    await program.signIn(ADMINISTRATOR);
    await program.call('session.renewRecovery', { which: 'org', password: PASSWORD });
    sheet = program.tirek.program.session?.sheets.org?.text ?? '';
    const { indexes } = await program.call('session.recoveryChallenge', { which: 'org' });
    const groups = sheet.split(/[\s-]+/);
    const first = indexes[0] ?? 1;
    expect(await program.call('session.confirmRecovery', { which: 'org', groups: [{ index: first, text: 'AAAA' }] })).toEqual({
      confirmed: false,
      wrong: [first],
    });
    const typed = indexes.map((index) => ({ index, text: (groups[index - 1] ?? '').toLowerCase() }));
    expect(await program.call('session.confirmRecovery', { which: 'org', groups: typed })).toEqual({ confirmed: true, wrong: [] });
    const pdf = await program.refusal('session.recoverySheet', { which: 'org', halves: false });
    expect(pdf.code).toBe('RECOVERY.NOT_AT_HAND');
  });

  it('the clinical vault is born in the psychologist’s own session', async () => {
    await program.signIn(PSYCHOLOGIST);
    expect((await program.call('session.me', {})).clinical).toBe('to-be-born');
    await program.call('session.createClinicalVault', {});
    const { pdf } = await program.call('session.recoverySheet', { which: 'clin', halves: true });
    expect(Buffer.from(pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    const session = program.tirek.program.session;
    clinicalSheet = session?.sheets.clin?.text ?? '';
    session?.clinical?.transaction((db) => {
      db.run(`INSERT INTO clinical_member VALUES ('marker', ?, '', '', '', '', NULL)`, MARKER);
    });
    expect((await program.call('session.me', {})).clinical).toBe('held');
  });

  it('two siblings are registered and one is prepared', async () => {
    await program.signIn(COORDINATOR);
    const citizenship = jurisdiction === 'kz' ? 'KZ' : 'RU';
    const one = await readyChild(world, { citizenship, birthDate: '2014-03-03' });
    const two = randomUUID() as never;
    const { fields } = await program.call('children.get', { id: one });
    const name = { ru: { ...fields.name.ru, given: 'Данияр', patronymic: 'Маратович' }, kk: null };
    await program.call('children.create', {
      id: two,
      ageReason: '',
      knownDuplicates: [],
      fields: { ...fields, name, birthDate: '2013-01-15', sex: 'male', identity: null, personalNumber: '' },
    });
    const linked = await program.call('children.saveSibling', {
      id: one,
      rowId: randomUUID(),
      fields: { childId: two, together: true, why: 'держатся вместе' },
    });
    expect(linked.siblings).toMatchObject([{ name: 'Данияр С.', together: true }]);
    expect((await program.call('children.get', { id: two })).siblings).toMatchObject([{ name: 'Айгерим С.' }]);
    expect((await program.call('children.get', { id: two })).whyNotReady.length).toBeGreaterThan(2);
    mentor.id = await mentorWithPapers(
      world,
      ['criminal-record'],
      jurisdiction === 'kz'
        ? {}
        : ({
            citizenship: 'RU',
            iin: null,
            identity: {
              kind: 'ru-passport',
              series: '0415',
              number: '123456',
              issuer: 'ГУ МВД',
              issuerCode: '240-001',
              issuedOn: '2015-05-05',
              validTo: null,
            },
            spouse: {
              name: { ru: { surname: 'Ким', given: 'Андрей', patronymic: '' }, kk: null },
              birthDate: '1983-02-02',
              iin: null,
              identity: null,
            },
          } as never),
    );
    pairId = await pairAtPapers(world, one, mentor.id, 'решение кураторов');
  });

  it('the contract names what is missing and opens when it is there', async () => {
    await program.signIn(ADMINISTRATOR);
    draftId = await filledDraft(
      world,
      [pairId],
      jurisdiction === 'kz' ? {} : { place: 'г. Красноярск, ул. Полевая, 2', layout: 'single', languages: ['ru'] },
    );
    const closed = await program.call('documents.whyNotIssue', { id: draftId });
    const missing = closed.items.filter((item) => item.status === 'missing');
    expect(missing.map((item) => item.code)).toContain('paper.criminal-record');
    expect(missing.every((item) => item.link.module !== undefined && item.link.id !== '')).toBe(true);
    expect(await program.refusal('documents.issue', { draftId, documentId })).toMatchObject({ code: 'CONTRACT.GATE_CLOSED' });
    for (const subject of ['mentor', 'spouse'] as const)
      await program.call('candidates.addPaper', {
        mentorId: mentor.id,
        id: randomUUID(),
        paper: paperFields({ kind: 'criminal-record', subject }),
      });
    const warned = (await program.call('documents.whyNotIssue', { id: draftId })).items.filter((item) => item.status === 'warned');
    for (const item of warned) await program.call('documents.acceptWarning', { id: draftId, key: item.key, reason: 'рассмотрено' });
    expect(
      (await program.call('documents.whyNotIssue', { id: draftId })).items.filter((item) => item.status !== 'ok' && item.status !== 'accepted'),
    ).toEqual([]);
  });

  it('it is issued under the first number of the year and reprints to the byte', async () => {
    const issued = await program.call('documents.issue', { draftId: draftId, documentId });
    expect(issued.number).toBe('ГД-001/2026');
    bytes = (await program.call('documents.reprint', { id: documentId })).base64;
    expect((await program.call('documents.reprint', { id: documentId })).base64).toBe(bytes);
    expect(Buffer.from(bytes, 'base64').length).toBe(issued.bytes);
  });

  it('a backup is made, the folder is destroyed, and the sheet brings everything back', async () => {
    const made = await program.call('backup.make', { folder: outside, password: PASSWORD });
    copy = made.file;
    await program.close();
    rmSync(program.dataDir, { recursive: true, force: true });
    program = new TestProgram(program.dataDir);
    await program.open();
    expect((await program.call('session.status', {})).state).toBe('empty');
    const inside = await program.call('restore.inspect', { file: copy, recoveryKey: sheet });
    const administrator = inside.administrators.find((person) => person.name === ADMINISTRATOR);
    await program.call('restore.run', {
      file: copy,
      recoveryKey: sheet,
      administratorId: administrator?.id ?? '',
      password: 'новый дом у тихой реки',
    });
    await program.signIn(ADMINISTRATOR, 'новый дом у тихой реки');
    expect((await program.call('documents.reprint', { id: documentId })).base64).toBe(bytes);
    expect((await program.call('audit.verify', { lines: [] })).ok).toBe(true);
  });

  it('whoever holds every file and the director’s sheet still reads nothing of the clinical vault', () => {
    const files = (dir: string): string[] =>
      readdirSync(dir).flatMap((name) => (statSync(join(dir, name)).isDirectory() ? files(join(dir, name)) : [join(dir, name)]));
    const everything = [...files(program.dataDir), ...files(outside)];
    expect(everything.length).toBeGreaterThan(4);
    for (const file of everything) expect(readFileSync(file).includes(Buffer.from(MARKER)), file).toBe(false);
    const keyring = Keyring.open(program.dataDir);
    const clinical = join(program.dataDir, VAULT_FILE.clinical);
    expect(existsSync(clinical)).toBe(true);
    const records = keyring.openWithRecovery('records', sheet);
    expect(() => openEncrypted(clinical, records, { mustExist: true, readonly: true })).toThrow('VAULT.WRONG_KEY');
    expect(() => keyring.openWithRecovery('clinical', sheet)).toThrow();
    // The same hands with R_clin read it: the search above would have found what is there to find.
    const key = keyring.openWithRecovery('clinical', clinicalSheet);
    const db = openEncrypted(clinical, key, { mustExist: true, readonly: true });
    expect(db.prepare(`SELECT name FROM clinical_member WHERE id = 'marker'`).get()).toEqual({ name: MARKER });
    db.close();
    records.fill(0);
    key.fill(0);
  });
});
