import { randomUUID } from 'node:crypto';
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fileOwners } from '../../electron/modules';
import { sweepUnownedFiles } from '../../electron/modules/session/sweep';
import { VAULTS } from '../../electron/vault';
import { ADMINISTRATOR, TestProgram } from '../support/program';

const PSYCHOLOGIST = 'Психолог Сауле';
let program: TestProgram;
beforeAll(async () => {
  program = await TestProgram.start();
  await program.setUp();
  await program.addColleague(PSYCHOLOGIST, ['psychologist']);
});
afterAll(() => program.destroy());

const live = () => {
  const { session } = program.tirek.program;
  if (!session) throw new Error('nobody is signed in');
  return session;
};
const files = () => program.tirek.program.services.files;
async function fileOfTwoHoursAgo(): Promise<string> {
  const { fileId } = await files().put(Buffer.from('drawing'));
  const then = Date.now() / 1000 - 7200;
  utimesSync(join(program.dataDir, 'blobs', fileId), then, then);
  return fileId;
}
async function afterSignIn(name: string): Promise<string[]> {
  await program.signIn(name);
  await live().sweeping;
  return files().list();
}

let ofChild: string;
let ofRoom: string;

it('every table that keeps files of the store is asked for them', async () => {
  await program.signIn(PSYCHOLOGIST);
  await program.call('session.createClinicalVault', {});
  ofChild = await fileOfTwoHoursAgo();
  ofRoom = await fileOfTwoHoursAgo();
  for (const vault of VAULTS) {
    const open = vault === 'records' ? live().records : live().clinical;
    const tables = open?.source.entityMetadatas.filter((meta) => meta.columns.some((column) => column.databaseName === 'stored')) ?? [];
    expect(tables.length, vault).toBe(fileOwners[vault].length);
  }
  live().records.transaction((db) => {
    db.run(
      `INSERT INTO "child_file" ("id", "child_id", "role", "name", "type", "size", "stored", "key", "sha256", "added_on", "added_by") VALUES (?, ?, 'file', 'a', 'image/png', 1, ?, x'00', '', '2026-11-20', '')`,
      randomUUID(),
      randomUUID(),
      ofChild,
    );
  });
  live().clinical?.transaction((db) => {
    db.run(
      `INSERT INTO "clinical_file" ("id", "record_id", "name", "type", "size", "caption", "stored", "key", "sha256", "added_at") VALUES (?, ?, 'a', 'image/png', 1, '', ?, x'00', '', '2026-11-20')`,
      randomUUID(),
      randomUUID(),
      ofRoom,
    );
  });
  const { records, clinical } = live();
  expect(fileOwners.records.flatMap((owner) => owner(records.db))).toEqual([ofChild]);
  expect(fileOwners.clinical.flatMap((owner) => (clinical ? owner(clinical.db) : []))).toEqual([ofRoom]);
});

it('a file that nothing owns stays while a session without the clinical key is in, and goes with the psychologist’s sign-in, written down', async () => {
  const nobodys = await fileOfTwoHoursAgo();
  const { fileId: young } = await files().put(Buffer.from('just now'));
  expect((await afterSignIn(ADMINISTRATOR)).sort()).toEqual([ofChild, ofRoom, nobodys, young].sort());
  expect((await afterSignIn(PSYCHOLOGIST)).sort()).toEqual([ofChild, ofRoom, young].sort());
  await program.signIn(ADMINISTRATOR);
  const { entries } = await program.call('audit.list', { filter: { action: 'files.swept' } });
  expect(entries).toMatchObject([{ detail: { files: 1 } }]);
});

it('nothing is cleared by a session whose vault is older than its anchor, nor while a backup copies', async () => {
  const nobodys = await fileOfTwoHoursAgo();
  await program.lock();
  const release = files().holdRemovals();
  expect(await afterSignIn(PSYCHOLOGIST)).toContain(nobodys);
  await release();
  live().readOnly.add('records');
  sweepUnownedFiles(program.tirek.program, live());
  await live().sweeping;
  expect(await files().list()).toContain(nobodys);
  live().readOnly.delete('records');
  sweepUnownedFiles(program.tirek.program, live());
  await live().sweeping;
  expect(await files().list()).not.toContain(nobodys);
});

it('where no clinical vault was ever made, an administrator’s sign-in clears', async () => {
  const other = await TestProgram.start();
  await other.setUp();
  const { fileId } = await other.tirek.program.services.files.put(Buffer.from('x'));
  const then = Date.now() / 1000 - 7200;
  utimesSync(join(other.dataDir, 'blobs', fileId), then, then);
  await other.signIn(ADMINISTRATOR);
  await other.tirek.program.session?.sweeping;
  expect(await other.tirek.program.services.files.list()).toEqual([]);
  await other.destroy();
});
