import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { verifyJournal } from '../../electron/modules/audit';
import { bareDb } from '../../electron/modules/backup/restore-host';
import { openEncrypted } from '../../electron/db/pragmas';
import { FileStore } from '../../electron/services/file-store';
import { Keyring } from '../../electron/vault';
import {
  drillBackup,
  makeBackup,
  readFiles,
  readHead,
  restoreBackup,
  verifyOwnBackup,
  withBackup,
  type MadeBackup,
} from '../../electron/vault/backup';
import { headBinding } from '../../electron/vault/backup/backup-format';
import { SealedSink } from '../../electron/vault/backup/sealed-stream';
import { CLINICAL_MARKER, codeOf, dump, makeTestFolder, picture, RECORDS_MARKER, vaultOptions, type TestFolder } from '../support/backup-folder';

let folder: TestFolder;
let made: MadeBackup;
const scratch: string[] = [];
const fresh = (): string => {
  const dir = mkdtempSync(join(tmpdir(), 'tirek-new-'));
  scratch.push(dir);
  return dir;
};

beforeAll(async () => {
  folder = await makeTestFolder();
  made = await folder.make();
});
afterAll(() => {
  folder.dispose();
});
afterEach(() => {
  for (const dir of scratch.splice(0)) rmSync(dir, { recursive: true, force: true });
});

const NEW_PASSWORD = 'новый пароль после переезда';
const order = (dataDir: string, file = made.file) => ({
  dataDir,
  file,
  recoveryText: folder.orgSheet,
  administratorId: made.manifest.madeBy.id,
  password: NEW_PASSWORD,
});
const everything = (fileKey: Buffer, file: string): Promise<void> => withBackup(file, { fileKey }, (backup) => readFiles(backup, null));

describe('a backup', () => {
  it('is one file with a telling name, and leaves nothing else behind', () => {
    expect(readdirSync(folder.target)).toHaveLength(1);
    expect(readdirSync(folder.target)[0]).toMatch(/^Tirek-2026-11-22-[0-9a-f]{8}\.tirekbackup$/);
    expect(readdirSync(folder.dir)).not.toContain('backup-work');
  });

  it('shows no word of either vault, no name of a person and no name of a file', () => {
    const bytes = readFileSync(made.file);
    for (const marker of [RECORDS_MARKER, CLINICAL_MARKER, 'Администратор', 'Фонд', 'records.db', 'SQLite format', folder.files[0]?.fileId ?? '?'])
      expect(bytes.includes(marker)).toBe(false);
  });

  it('gives back every row, every file and a journal that holds, on an empty PC', async () => {
    const dir = fresh();
    await restoreBackup(order(dir), folder.host);
    const keyring = Keyring.open(dir, vaultOptions);
    const unlocked = await keyring.unlock('Администратор', NEW_PASSWORD);
    if (unlocked.kind !== 'open') throw new Error('not opened');
    const key = unlocked.session.vaultKey('records') as Buffer;
    const [before, after] = [dump(join(folder.dir, 'records.db'), folder.session.vaultKey('records') as Buffer), dump(join(dir, 'records.db'), key)];
    const restored = after.journal?.pop() as { action: string; detail: string; seq: number };
    expect(restored.action).toBe('restore.run');
    expect(JSON.parse(restored.detail)).toMatchObject({ madeAt: made.manifest.madeAt, head: restored.seq - 1 });
    expect(after).toEqual(before);
    for (const file of folder.files) {
      expect((await new FileStore(join(dir, 'blobs')).get(file)).equals(await new FileStore(join(folder.dir, 'blobs')).get(file))).toBe(true);
    }
    const connection = openEncrypted(join(dir, 'records.db'), key);
    expect(
      await verifyJournal(bareDb(connection), [made.manifest.heads.records, keyring.anchor('records') ?? made.manifest.heads.records]),
    ).toMatchObject({ ok: true });
    connection.close();
    expect(readdirSync(dir).sort()).toEqual(expect.arrayContaining(['blobs', 'clinical.db', 'interface.json', 'keyring.json', 'records.db']));
    expect(existsSync(join(dir, 'restore-work'))).toBe(false);
  });

  it('lets a psychologist in again with R_clin, and reads the same clinical rows', async () => {
    const dir = fresh();
    await restoreBackup(order(dir), folder.host);
    const clinicalKey = Keyring.open(dir, vaultOptions).openWithRecovery('clinical', folder.clinSheet);
    const rows = dump(join(dir, 'clinical.db'), clinicalKey);
    expect(rows).toEqual(dump(join(folder.dir, 'clinical.db'), folder.psychologist.vaultKey('clinical') as Buffer));
    expect(JSON.stringify(rows)).toContain(CLINICAL_MARKER);
  });

  it('does not give an administrator with every file and R_org one word of the clinical vault', async () => {
    const dir = fresh();
    await restoreBackup(order(dir), folder.host);
    const keyring = Keyring.open(dir, vaultOptions);
    const unlocked = await keyring.unlock('Администратор', NEW_PASSWORD);
    if (unlocked.kind !== 'open') throw new Error('not opened');
    expect(unlocked.session.vaultKey('clinical')).toBeUndefined();
    expect(() => keyring.openWithRecovery('clinical', folder.orgSheet)).toThrow();
    expect(() => {
      keyring.grantByRecovery(unlocked.session, 'clin', folder.orgSheet);
    }).toThrow();
    expect(() => {
      dump(join(dir, 'clinical.db'), unlocked.session.vaultKey('records') as Buffer);
    }).toThrow();
    const unpacked = fresh();
    await withBackup(made.file, { recoveryText: folder.orgSheet }, (backup) => readFiles(backup, unpacked));
    for (const name of readdirSync(unpacked)) if (name !== 'blobs') expect(readFileSync(join(unpacked, name)).includes('плакала')).toBe(false);
    // Positive control: the same search finds the word once the right sheet opens the file.
    expect(JSON.stringify(dump(join(unpacked, 'clinical.db'), keyring.openWithRecovery('clinical', folder.clinSheet)))).toContain('плакала');
  });

  it('made by a holder of the clinical key carries a checked clinical copy, that only R_clin opens', async () => {
    const target = fresh();
    const whole = await makeBackup(folder.source(true), target, folder.host.work);
    expect(whole.manifest.clinical).toBe('vacuumed');
    expect(whole.manifest.rows.clinical).toMatchObject({ child: 60, visit: 60 });
    const report = await drillBackup(
      { file: whole.file, recoveryText: folder.orgSheet, clinicalRecoveryText: folder.clinSheet },
      join(fresh(), 'drill'),
      folder.host,
    );
    expect(report.clinical).toBe('sound');
  });
});

describe('a drill', () => {
  it('restores into a folder of its own, reports, and clears up', async () => {
    const side = join(fresh(), 'drill');
    const before = picture(folder.dir);
    const report = await drillBackup({ file: made.file, recoveryText: folder.orgSheet }, side, folder.host);
    expect(report).toMatchObject({ clinical: 'unread', files: made.manifest.files.length });
    expect(existsSync(side)).toBe(false);
    expect(picture(folder.dir)).toEqual(before);
  });

  it('works without the sheet while the records key is the one of the backup, and asks for the sheet after a change', async () => {
    const recordsKey = folder.session.vaultKey('records') as Buffer;
    const keyId = folder.keyring.vault('records')?.keyId ?? '';
    expect((await verifyOwnBackup({ file: made.file, fileKey: made.fileKey, recordsKey, keyId }, join(fresh(), 'v'), folder.host)).clinical).toBe(
      'unread',
    );
    expect(
      await codeOf(verifyOwnBackup({ file: made.file, fileKey: made.fileKey, recordsKey, keyId: 'another' }, join(fresh(), 'v'), folder.host)),
    ).toBe('BACKUP.SHEET_NEEDED');
  });
});

describe('what is refused', () => {
  const CODES = /^BACKUP\.(DAMAGED|NOT_A_BACKUP|NEWER)$/;

  it('a backup cut at any length', async () => {
    const sound = readFileSync(made.file);
    const file = join(fresh(), 'cut.tirekbackup');
    const lengths = new Set([0, 1, 7, 8, 11, 12, 13, 100, sound.length - 1, sound.length - 16, sound.length - 17]);
    for (let at = 0; at < sound.length; at += Math.ceil(sound.length / 120)) lengths.add(at);
    const stream = sound.indexOf('TKBS');
    for (let n = 0; n < 6; n += 1) for (const off of [-1, 0, 1]) lengths.add(stream + 12 + n * (65_536 + 16) + off);
    for (const length of lengths) {
      if (length >= sound.length) continue;
      writeFileSync(file, sound.subarray(0, length));
      expect(await codeOf(everything(made.fileKey, file)), `length ${String(length)}`).toMatch(CODES);
    }
  });

  it('a backup with any bit turned, head, manifest and content alike', async () => {
    const sound = readFileSync(made.file);
    const file = join(fresh(), 'flip.tirekbackup');
    const places = new Set(Array.from({ length: 900 }, (_, n) => n));
    for (let at = 900; at < sound.length; at += Math.ceil(sound.length / 300)) places.add(at);
    for (const at of places) {
      const broken = Buffer.from(sound);
      broken[at] = (broken[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(file, broken);
      expect(await codeOf(everything(made.fileKey, file)), `byte ${String(at)}`).toMatch(CODES);
    }
  });

  it('bytes after the end, a foreign file, a folder, and nothing at all', async () => {
    const dir = fresh();
    const sound = readFileSync(made.file);
    writeFileSync(join(dir, 'longer'), Buffer.concat([sound, Buffer.from([0])]));
    expect(await codeOf(everything(made.fileKey, join(dir, 'longer')))).toBe('BACKUP.DAMAGED');
    writeFileSync(join(dir, 'photo'), Buffer.alloc(5000, 7));
    expect(await codeOf(readHead(join(dir, 'photo')))).toBe('BACKUP.NOT_A_BACKUP');
    expect(await codeOf(readHead(dir))).toBe('BACKUP.NOT_A_BACKUP');
    expect(await codeOf(readHead(join(dir, 'none')))).toBe('BACKUP.MISSING');
  });

  it('the sheet of somebody else, a mistyped sheet, and the clinical sheet in its place', async () => {
    const other = await makeTestFolder([]);
    try {
      const dir = fresh();
      expect(await codeOf(restoreBackup({ ...order(dir), recoveryText: other.orgSheet }, folder.host))).toBe('BACKUP.OTHER_RECOVERY_KEY');
      expect(await codeOf(restoreBackup({ ...order(dir), recoveryText: folder.clinSheet }, folder.host))).toBe('RECOVERY.OTHER_KEY');
      const typo = folder.orgSheet.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'));
      expect(await codeOf(restoreBackup({ ...order(dir), recoveryText: typo }, folder.host))).toMatch(/^RECOVERY\.(WRONG_GROUP|CHECKSUM)$/);
      expect(readdirSync(dir)).toEqual([]);
    } finally {
      other.dispose();
    }
  });

  it('a backup of a newer format or a newer schema, by name and without touching the data', async () => {
    const dir = fresh();
    expect(await codeOf(restoreBackup(order(dir), { ...folder.host, schema: { records: 9, clinical: 10 } }))).toBe('BACKUP.NEWER');
    expect(readdirSync(dir)).toEqual([]);
    const sound = readFileSync(made.file);
    const length = sound.readUInt32BE(8);
    const head = Buffer.from(sound.toString('utf8', 12, 12 + length).replace('"format":1', '"format":2'));
    const { createHash } = await import('node:crypto');
    writeFileSync(
      join(dir, 'newer'),
      Buffer.concat([sound.subarray(0, 12), head, createHash('sha256').update(head).digest(), sound.subarray(12 + length + 32)]),
    );
    expect(await codeOf(readHead(join(dir, 'newer')))).toBe('BACKUP.NEWER');
  });

  it('a list of files that somebody without the records key rewrote, although every byte decrypts', async () => {
    const { head, manifest, mac, plain } = await withBackup(made.file, { fileKey: made.fileKey }, async (backup) => {
      const parts: Buffer[] = [];
      for (const file of backup.manifest.files) parts.push(await backup.source.exactly(file.size));
      return { head: readFileSync(made.file), manifest: backup.manifestBytes.toString('utf8'), mac: backup.manifestMac, plain: Buffer.concat(parts) };
    });
    const end = 12 + head.readUInt32BE(8) + 32;
    const rewrite = async (file: string, changed: string): Promise<void> => {
      const handle = await open(file, 'wx');
      await handle.write(head.subarray(0, end));
      const sink = new SealedSink(handle, made.fileKey, headBinding(head.subarray(12, end - 32)));
      await sink.begin();
      const bytes = Buffer.from(changed);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      await sink.write(Buffer.concat([length, bytes, mac, plain]));
      await sink.end();
      await handle.close();
    };
    const dir = fresh();
    await rewrite(join(dir, 'same'), manifest);
    expect(await codeOf(drillBackup({ file: join(dir, 'same'), recoveryText: folder.orgSheet }, join(dir, 'd'), folder.host))).toBe('ok');
    await rewrite(join(dir, 'other'), manifest.replace('"Фонд"', '"Чужой фонд"'));
    expect(await codeOf(drillBackup({ file: join(dir, 'other'), recoveryText: folder.orgSheet }, join(dir, 'd'), folder.host))).toBe(
      'BACKUP.DAMAGED',
    );
    await rewrite(join(dir, 'outside'), manifest.replace('"path":"interface.json"', '"path":"../outside"'));
    expect(await codeOf(drillBackup({ file: join(dir, 'outside'), recoveryText: folder.orgSheet }, join(dir, 'd'), folder.host))).toBe(
      'BACKUP.DAMAGED',
    );
    expect(readdirSync(dir).sort()).toEqual(['other', 'outside', 'same']);
  });

  it('a person who was no administrator', async () => {
    expect(await codeOf(restoreBackup({ ...order(fresh()), administratorId: folder.psychologist.userId }, folder.host))).toBe(
      'BACKUP.NOT_ADMINISTRATOR',
    );
  });
});

describe('an interrupted backup', () => {
  it.each([1, 2, 4, 7])('cancelled at progress step %i leaves no file', async (steps) => {
    const target = fresh();
    const abort = new AbortController();
    let seen = 0;
    const progress = (): void => {
      seen += 1;
      if (seen === steps) abort.abort(new DOMException('cancelled', 'AbortError'));
    };
    expect(await codeOf(makeBackup(folder.source(), target, folder.host.work, { signal: abort.signal, progress }))).toMatch(/AbortError/);
    expect(readdirSync(target)).toEqual([]);
    expect(readdirSync(folder.dir)).not.toContain('backup-work');
  });

  it('cancelled while the database is copied leaves no file', async () => {
    const target = fresh();
    const abort = new AbortController();
    const work = makeBackup(folder.source(), target, folder.host.work, { signal: abort.signal });
    abort.abort(new DOMException('cancelled', 'AbortError'));
    expect(await codeOf(work)).toMatch(/AbortError/);
    expect(readdirSync(target)).toEqual([]);
  });

  it('stopped by a full disk says so and leaves no file', async () => {
    const target = fresh();
    const full = { ...folder.host.work, copy: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) };
    expect(await codeOf(makeBackup(folder.source(), target, full))).toBe('DISK.FULL');
    expect(readdirSync(target)).toEqual([]);
  });
});
