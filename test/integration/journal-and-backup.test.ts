import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEncrypted } from '../../electron/db/pragmas';
import { ADMINISTRATOR, PASSWORD, TestProgram } from '../support/program';

let program: TestProgram;
let target: string;
let sheet: string;
beforeAll(async () => {
  target = mkdtempSync(join(tmpdir(), 'tirek-usb-'));
  program = await TestProgram.start();
  await program.setUp();
  sheet = program.tirek.program.session?.sheets.org?.text ?? '';
  await program.addColleague('Наблюдатель Алия', ['observer']);
  await program.addColleague('Воспитатель Нурлан', ['staff']);
});
afterAll(async () => {
  await program.destroy();
  rmSync(target, { recursive: true, force: true });
});

const asAdministrator = () => program.signIn(ADMINISTRATOR);
const make = () => program.call('backup.make', { folder: target, password: PASSWORD });

describe('the journal on the screen', () => {
  it('shows who did what, newest first, in pages without gap or repeat', async () => {
    await asAdministrator();
    const all = (await program.call('audit.list', { filter: {}, limit: 200 })).entries;
    expect(all[0]?.action).toBe('session.signIn');
    expect(all[0]?.userName).toBe(ADMINISTRATOR);
    const paged: number[] = [];
    let before: number | undefined;
    for (;;) {
      const page = await program.call('audit.list', { filter: {}, limit: 3, ...(before ? { before } : {}) });
      paged.push(...page.entries.map((entry) => entry.seq));
      if (page.next === null) break;
      before = page.next;
    }
    expect(paged).toEqual(all.map((entry) => entry.seq));
    expect(paged.at(-1)).toBe(1);
  });

  it('filters by person, action, outcome and day', async () => {
    await asAdministrator();
    const { people } = await program.call('audit.facets', {});
    const observer = people.find((person) => person.name.startsWith('Наблюдатель'));
    const own = (await program.call('audit.list', { filter: { userId: observer?.id ?? '' } })).entries;
    expect(own.length).toBeGreaterThan(0);
    expect(own.every((entry) => entry.userName?.startsWith('Наблюдатель'))).toBe(true);
    expect((await program.call('audit.list', { filter: { action: 'session.setUp' } })).entries).toHaveLength(1);
    expect((await program.call('audit.list', { filter: { from: '2026-11-21' } })).entries).toHaveLength(0);
    expect((await program.call('audit.list', { filter: { to: '2026-11-21', outcome: 'done' } })).entries.length).toBeGreaterThan(3);
  });

  it('never shows the sealed first key', async () => {
    await asAdministrator();
    expect(JSON.stringify(await program.call('audit.list', { filter: {}, limit: 200 }))).not.toContain('sealedKey');
  });

  it('is open to an observer and closed to staff, whose attempt is written down', async () => {
    await program.signIn('Наблюдатель Алия');
    expect((await program.call('audit.verify', {})).ok).toBe(true);
    await program.signIn('Воспитатель Нурлан');
    expect((await program.refusal('audit.list', { filter: {} })).kind).toBe('not-allowed');
    await asAdministrator();
    expect((await program.call('audit.list', { filter: { outcome: 'not-allowed', action: 'audit.list' } })).entries.length).toBeGreaterThan(0);
  });

  it('verifies with a line from paper, with the sheet, and tells a mistyped line', async () => {
    await asAdministrator();
    const { line } = await program.call('audit.monthlyLine', {});
    const verdict = await program.call('audit.verify', { lines: [line, 'AAAAA BBBBB'], recoveryKey: sheet });
    expect(verdict).toMatchObject({ ok: true, whole: true, unreadLines: [1], firstBad: null });
    expect(verdict.keyed).toBe(verdict.entries);
    const other = await TestProgram.start();
    await other.setUp();
    const foreign = other.tirek.program.session?.sheets.org?.text ?? '';
    expect((await program.refusal('audit.verify', { recoveryKey: foreign })).code).toBe('JOURNAL.OTHER_RECOVERY_KEY');
    await other.destroy();
  });

  it('prints the line as a paper and exports with a reason, which is written down', async () => {
    await asAdministrator();
    const printed = await program.call('audit.printLine', {});
    expect(Buffer.from(printed.pdf, 'base64').toString('latin1', 0, 5)).toBe('%PDF-');
    expect((await program.refusal('audit.export', { filter: {}, reason: ' ' })).kind).toBe('invalid');
    const file = await program.call('audit.export', { filter: { action: 'session.signIn' }, reason: 'Проверка прокуратуры' });
    expect(Buffer.from(file.xlsx, 'base64').toString('latin1', 0, 2)).toBe('PK');
    const told = (await program.call('audit.list', { filter: { action: 'audit.exported' } })).entries;
    expect(told).toMatchObject([{ detail: { reason: 'Проверка прокуратуры', rows: file.rows } }]);
  });

  it('names the entry that somebody changed in the file', async () => {
    await asAdministrator();
    const records = program.tirek.program.session?.records;
    const original = records?.db.get<{ action: string }>('SELECT action FROM journal WHERE seq = 3')?.action ?? '';
    records?.transaction((db) => {
      db.run(`UPDATE journal SET action = 'nothing.happened' WHERE seq = 3`);
    });
    expect((await program.call('audit.verify', {})).firstBad).toEqual({ seq: 3, why: 'link' });
    records?.transaction((db) => {
      db.run('UPDATE journal SET action = ? WHERE seq = 3', original);
    });
    expect((await program.call('audit.verify', {})).ok).toBe(true);
  });
});

describe('a backup through the pipeline', () => {
  it('asks for the password again, and for a folder outside the data', async () => {
    await asAdministrator();
    expect((await program.refusal('backup.make', { folder: target, password: 'не тот пароль совсем' })).code).toBe('PASSWORD.WRONG');
    program.now = new Date(program.now.getTime() + 60_000);
    const inside = join(program.dataDir, 'copies');
    mkdirSync(inside);
    symlinkSync(inside, join(target, 'link'));
    for (const folder of [program.dataDir, inside, join(target, 'link'), join(target, '..', program.dataDir.split('/').at(-1) ?? '')]) {
      expect((await program.refusal('backup.make', { folder, password: PASSWORD })).code).toBe('BACKUP.FOLDER_IS_DATA');
    }
    rmSync(join(target, 'link'));
    for (const folder of [join(target, 'none'), 'relative', join(target, '..\0')]) {
      expect((await program.refusal('backup.make', { folder, password: PASSWORD })).code).toMatch(/^(BACKUP\.FOLDER_MISSING|INPUT\.)/);
    }
  });

  it('is made, listed, read back, drilled with the sheet, and tells the rail how fresh it is', async () => {
    await asAdministrator();
    expect((await program.call('backup.status', {})).standing).toBe('never');
    const made = await make();
    expect((await program.call('backup.status', {})).standing).toBe('fresh');
    expect((await program.call('session.me', {})).lastBackupAt).toBe(made.madeAt);
    expect(await program.call('backup.list', {})).toMatchObject([{ id: made.id, isThere: true, opensWithCurrentSheet: true }]);
    expect((await program.call('backup.browse', { folder: target })).backups).toMatchObject([{ file: made.file }]);
    expect((await program.call('backup.verify', { file: made.file })).madeAt).toBe(made.madeAt);
    expect((await program.call('backup.drill', { file: made.file, recoveryKey: sheet })).clinical).toBe('absent');
    expect((await program.call('backup.status', {})).lastDrillAt).not.toBeNull();
    expect(readdirSync(program.dataDir).filter((name) => /work|restore/.test(name))).toEqual([]);
    program.now = new Date(program.now.getTime() + 8 * 86_400_000);
    expect((await program.call('backup.status', {})).standing).toBe('due');
    program.now = new Date(program.now.getTime() + 7 * 86_400_000);
    expect((await program.call('backup.status', {})).standing).toBe('overdue');
  });

  it('is refused to everybody but an administrator', async () => {
    for (const name of ['Воспитатель Нурлан', 'Наблюдатель Алия']) {
      await program.signIn(name);
      expect((await program.refusal('backup.make', { folder: target, password: PASSWORD })).kind).toBe('not-allowed');
      expect((await program.call('backup.status', {})).standing).not.toBe('never');
    }
  });
});

describe('the clinical vault', () => {
  const MARKER = 'Наблюдение: боится темноты 9917';

  it('has a journal of its own for its holders, and an administrator with every file and R_org reads no word of it', async () => {
    await asAdministrator();
    await program.addColleague('Психолог Сауле', ['psychologist']);
    await program.signIn('Психолог Сауле');
    await program.call('session.createClinicalVault', {});
    const clinSheet = program.tirek.program.session?.sheets.clin?.text ?? '';
    program.tirek.program.session?.clinical?.transaction((db) => {
      db.run('CREATE TABLE note (text TEXT)');
      db.run('INSERT INTO note VALUES (?)', MARKER);
    });
    expect(await program.call('audit.verifyClinical', { recoveryKey: clinSheet })).toMatchObject({ ok: true, whole: true });
    expect((await program.call('audit.listClinical', { filter: {} })).entries.at(-1)).toMatchObject({
      action: 'vault.born',
      userName: 'Психолог Сауле',
    });
    await asAdministrator();
    expect((await program.refusal('audit.listClinical', { filter: {} })).kind).toBe('not-allowed');
    const made = await make();
    const files = (await program.call('backup.drill', { file: made.file, recoveryKey: sheet, clinicalRecoveryKey: clinSheet })).clinical;
    expect(files).toBe('sound');
    const keyring = program.tirek.program.keyring;
    const administrator = program.tirek.program.session?.keys;
    expect(administrator?.vaultKey('clinical')).toBeUndefined();
    expect(() => keyring?.openWithRecovery('clinical', sheet)).toThrow();
    const file = join(program.dataDir, 'clinical.db');
    const words = Buffer.from('боится темноты');
    await program.lock();
    for (const name of readdirSync(program.dataDir, { recursive: true, withFileTypes: true })) {
      if (name.isFile()) expect(readFileSync(join(name.parentPath, name.name)).includes(words), name.name).toBe(false);
    }
    expect(readFileSync(made.file).includes(words)).toBe(false);
    const recordsKey = keyring?.openWithRecovery('records', sheet) ?? Buffer.alloc(32);
    expect(() => openEncrypted(file, recordsKey, { readonly: true })).toThrow('VAULT.WRONG_KEY');
    // Positive control: with the psychologist's sheet the same file tells it.
    const opened = openEncrypted(file, keyring?.openWithRecovery('clinical', clinSheet) ?? Buffer.alloc(32), { readonly: true });
    expect(opened.prepare('SELECT text FROM note').get()).toEqual({ text: MARKER });
    opened.close();
  });
});

describe('a restore through the pipeline', () => {
  it('is refused while somebody is signed in', async () => {
    await asAdministrator();
    expect((await program.refusal('restore.places', {})).code).toBe('RESTORE.SIGNED_IN');
    expect((await program.refusal('restore.browse', { folder: target })).code).toBe('RESTORE.SIGNED_IN');
  });

  it('brings a destroyed folder back on an empty PC: people, settings, journal', async () => {
    await asAdministrator();
    const made = await make();
    const line = (await program.call('audit.monthlyLine', {})).line;
    const fresh = await TestProgram.start();
    try {
      expect((await fresh.call('session.status', {})).state).toBe('empty');
      const preview = await fresh.call('restore.inspect', { file: made.file, recoveryKey: sheet });
      expect(preview).toMatchObject({
        madeAt: made.madeAt,
        organisation: 'Фонд «Тірек»',
        administrators: [{ name: ADMINISTRATOR }],
        clinical: 'sealed',
      });
      const administratorId = preview.administrators[0]?.id ?? '';
      const password = 'новое начало на новом месте';
      expect(await fresh.call('restore.run', { file: made.file, recoveryKey: sheet, administratorId, password })).toMatchObject({
        name: ADMINISTRATOR,
      });
      expect((await fresh.call('session.status', {})).state).toBe('locked');
      await fresh.signIn(ADMINISTRATOR, password);
      expect((await fresh.call('users.list', {})).map((user) => user.name).sort()).toEqual(
        [ADMINISTRATOR, 'Воспитатель Нурлан', 'Наблюдатель Алия', 'Психолог Сауле'].sort(),
      );
      expect((await fresh.call('audit.list', { filter: { action: 'restore.run' } })).entries).toHaveLength(1);
      // The paper line was taken after the backup was made: its entry is not in the backup, and verification says so.
      expect(await fresh.call('audit.verify', { recoveryKey: sheet })).toMatchObject({ ok: true, whole: true });
      expect((await fresh.call('audit.verify', { lines: [line] })).ok).toBe(false);
    } finally {
      await fresh.destroy();
    }
  });

  it('over data that is there keeps the old until the next sign-in, and survives a restart', async () => {
    await asAdministrator();
    const made = await make();
    await program.lock();
    const preview = await program.call('restore.inspect', { file: made.file, recoveryKey: sheet });
    const password = 'после возвращения данных';
    const { keptFolder } = await program.call('restore.run', {
      file: made.file,
      recoveryKey: sheet,
      administratorId: preview.administrators[0]?.id ?? '',
      password,
    });
    expect(readdirSync(program.dataDir)).toContain(keptFolder);
    await program.close();
    await program.open();
    expect(readdirSync(program.dataDir)).toContain(keptFolder);
    const wrong = await program.call('session.signIn', { name: ADMINISTRATOR, password: PASSWORD });
    expect(wrong.outcome).toBe('wrong');
    expect(readdirSync(program.dataDir)).toContain(keptFolder);
    program.now = new Date(program.now.getTime() + 60_000);
    await program.signIn(ADMINISTRATOR, password);
    expect(readdirSync(program.dataDir)).not.toContain(keptFolder);
    expect((await program.call('session.status', {})).journalWarning).toBe(false);
  });
});
