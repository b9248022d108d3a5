import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isClinical, type AnyOperation } from '../../shared/contract/define';
import { contract } from '../../shared/contract/registry';
import type { Role } from '../../shared/kernel/roles';
import { openEncrypted } from '../../electron/db/pragmas';
import type { Keyring } from '../../electron/vault';
import { readFiles, withBackup } from '../../electron/vault/backup';
import { newChild, note, psychologistsRoom, uuid } from '../support/casework-fixtures';
import { PSYCHOLOGIST } from '../support/contract-fixtures';
import { exampleOf, type Known } from '../support/example-of';
import { ADMINISTRATOR, PASSWORD, type TestProgram } from '../support/program';

/*
 * What only a psychologist may see, looked for everywhere else. A word that stands in every table of the clinical vault is
 * sought in every answer that anybody else can get, in every file of the folder, in a backup that R_org opens, and in the
 * log. The same search finds it where it may be found: otherwise it would prove nothing.
 */
const MARK = 'бирюзовыйтапир';
const OTHERS: readonly Role[] = ['administrator', 'staff', 'coordinator', 'coach', 'observer'];
const nameOf = (role: Role): string => (role === 'administrator' ? ADMINISTRATOR : `Коллега ${role}`);
const operations = Object.entries(contract).flatMap(([module, { operations: list }]) =>
  Object.entries(list as Record<string, AnyOperation>).map(([key, operation]) => ({ name: `${module}.${key}`, operation })),
);

let program: TestProgram;
let known: Known;
let clinSheet = '';
let orgSheet = '';
const live = () => program.tirek.program.session ?? expect.unreachable('nobody is signed in');

const SPECIAL = /^(journal|schema_migration|sqlite_|clinical_note(_|$)|emergency_access)/;

/** One row more in every table of the vault, with the word in every column of text. */
function plantEverywhere(): string[] {
  const vault = live().clinical ?? expect.unreachable('no clinical vault');
  const tables = vault.db
    .all<{ name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table'`)
    .map(({ name }) => name)
    .filter((name) => !SPECIAL.test(name));
  vault.transaction((db) => {
    for (const table of tables) {
      const columns = db.all<{ name: string; type: string; pk: number }>(`PRAGMA table_info("${table}")`);
      const names = columns.map(({ name }) => `"${name}"`).join(', ');
      const marks = columns.map(() => '?').join(', ');
      const values = columns.map(({ type, pk }) =>
        type === 'integer' ? (pk ? 900_001 : 0) : type === 'blob' ? Buffer.from(MARK) : JSON.stringify(MARK),
      );
      db.run(`INSERT INTO "${table}" (${names}) VALUES (${marks})`, ...values);
    }
  });
  return tables;
}

const NEEDLES = [Buffer.from(MARK, 'utf8'), Buffer.from(MARK, 'utf16le'), Buffer.from(encodeURIComponent(MARK))];
const has = (bytes: Buffer): boolean =>
  NEEDLES.some((needle) => bytes.includes(needle)) || bytes.includes(Buffer.from(Buffer.from(MARK).toString('base64').slice(4, -4)));
const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile());
const tellingFiles = (folder: string): string[] => filesUnder(folder).filter((path) => has(Buffer.from(path)) || has(readFileSync(path)));

async function answersTo(kinds: 'query' | 'command'): Promise<{ asked: number; accepted: number; telling: string[] }> {
  const telling = new Set<string>();
  let [asked, accepted] = [0, 0];
  for (const { name, operation } of operations) {
    if (operation.kind !== kinds || operation.permission === 'public' || name.startsWith('session.') || name.startsWith('restore.')) continue;
    for (let pick = 0; pick < known.ids.length; pick += 1) {
      for (const optional of [false, true]) {
        const result = await program.tirek.pipeline.handle({ op: name, input: exampleOf(operation.input as never, known, pick, optional) });
        asked += 1;
        if (result.ok || result.error.kind !== 'invalid') accepted += 1;
        if (has(Buffer.from(JSON.stringify(result)))) telling.add(name);
      }
    }
  }
  return { asked, accepted, telling: [...telling] };
}

beforeAll(async () => {
  const room = await psychologistsRoom();
  program = room.program;
  await program.signIn(ADMINISTRATOR);
  await program.call('session.renewRecovery', { which: 'org', password: PASSWORD });
  orgSheet = live().sheets.org?.text ?? '';
  for (const role of OTHERS) if (role !== 'administrator') await program.addColleague(nameOf(role), [role]);
  const subject = await newChild(room, 'Марат');
  await program.call('session.renewRecovery', { which: 'clin', password: PASSWORD });
  clinSheet = live().sheets.clin?.text ?? '';
  const { row } = await program.call('sessions.createNote', { id: uuid(), subject, fields: note({ note: MARK, childWords: MARK }) });
  await program.call('sessions.signNote', { id: row.id });
  await program.call('clinical.amend', { id: uuid(), recordId: row.id, text: MARK, reason: MARK });
  await program.call('clinical.saveDraft', { formKey: 'clinical/x', data: MARK });
  known = { ids: [subject.id, row.id], words: 'бирюзовый', day: '2026-11-20' };
}, 120_000);
afterAll(() => program.destroy());

it('the word stands in every table of the vault, and a psychologist’s own requests find it', async () => {
  const { telling, accepted, asked } = await answersTo('query');
  expect(telling).toEqual(expect.arrayContaining(['clinical.amendments', 'clinical.readDraft', 'sessions.session']));
  expect((await program.call('clinical.search', { text: 'бирюзовыйтапир' })).hits).toHaveLength(1);
  // Requests made from their own schemas are understood, not thrown back at the door.
  expect(accepted / asked).toBeGreaterThan(0.7);
  const planted = plantEverywhere();
  expect(planted.length).toBeGreaterThan(20);
  for (const table of planted) expect(JSON.stringify(live().clinical?.db.all(`SELECT * FROM "${table}"`)), table).toContain(MARK);
}, 120_000);

describe.each(OTHERS)('%s', (role) => {
  it('gets not one word of it by any query, and no clinical request is answered', async () => {
    await program.signIn(nameOf(role));
    expect(live().clinical).toBeNull();
    expect(live().keys.holds('clinical')).toBe(false);
    expect((await answersTo('query')).telling).toEqual([]);
    for (const { name, operation } of operations.filter((one) => isClinical(one.operation))) {
      const result = await program.tirek.pipeline.handle({ op: name, input: exampleOf(operation.input as never, known, 0, true) });
      expect(result.ok ? 'answered' : result.error.kind, name).toBe('not-allowed');
    }
  }, 120_000);
});

describe('all files, an administrator’s password and R_org', () => {
  it('hold no word of the clinical vault: not the folder, not its names, not the log', async () => {
    await program.signIn(PSYCHOLOGIST);
    expect((await program.call('clinical.search', { text: MARK })).hits).toHaveLength(1);
    expect(tellingFiles(program.dataDir)).toEqual([]);
    await program.lock();
    expect(tellingFiles(program.dataDir)).toEqual([]);
    expect(has(Buffer.from(program.log.join('\n')))).toBe(false);
  });

  it('open every byte of a backup but the clinical ones; R_clin opens those', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tirek-secrecy-'));
    try {
      await program.signIn(ADMINISTRATOR);
      const { file } = await program.call('backup.make', { folder, password: PASSWORD });
      const unpacked = join(folder, 'unpacked');
      mkdirSync(unpacked);
      await withBackup(join(folder, file.split(/[/\\]/).at(-1) ?? ''), { recoveryText: orgSheet }, (backup) => readFiles(backup, unpacked));
      expect(tellingFiles(folder)).toEqual([]);
      const clinical = filesUnder(unpacked).find((path) => path.endsWith('clinical.db')) ?? expect.unreachable('the backup has no clinical file');
      const recordsKey = live().keys.vaultKey('records') ?? Buffer.alloc(32);
      expect(() => openEncrypted(clinical, recordsKey)).toThrow();
      const keyring = program.tirek.program.keyring as Keyring;
      expect(() => keyring.openWithRecovery('clinical', orgSheet)).toThrow();
      const opened = openEncrypted(clinical, keyring.openWithRecovery('clinical', clinSheet));
      expect(JSON.stringify(opened.prepare('SELECT text FROM clinical_note_text').all())).toContain(MARK);
      opened.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
