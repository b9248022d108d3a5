import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { openEncrypted, type Connection } from '../../electron/db/pragmas';
import type { Vault } from '../../electron/db/connection';
import type { ReadContext } from '../../electron/ipc/context';
import { actorOf, type LiveSession } from '../../electron/ipc/live-session';
import { ChildEntity } from '../../electron/modules/children/child.entity';
import { indexChild } from '../../electron/modules/children/children-search.repository';
import { createTirek } from '../../electron/tirek';
import { dateOf } from '../../shared/kernel/plain-date';
import { COORDINATOR, filledDraft, mentorWithPapers, pairAtPapers, readyChild, worldOf } from '../support/contract-fixtures';
import { PASSWORD, TestProgram } from '../support/program';
import { childOf, type Places } from './people';

const FIRST = 1000;
const MIB = 1024 * 1024;

/** The whole program; its passwords cost what they cost on this machine, not the tests' floor. */
class MeasuredProgram extends TestProgram {
  constructor(
    dataDir: string,
    private readonly resourcesDir: string,
  ) {
    super(dataDir);
  }

  override async open(): Promise<void> {
    this.tirek = await createTirek({
      dataDir: this.dataDir,
      resourcesDir: this.resourcesDir,
      clock: () => this.now,
      log: (line) => this.log.push(line),
    });
  }
}

/** The program on its encrypted folder, and the same rows in two raw files: one encrypted alike, one not at all. */
export interface Ground {
  program: MeasuredProgram;
  places: Places;
  draftId: string;
  childIds: string[];
  records: Vault;
  context: ReadContext;
  key: Buffer;
  encryptedFile: string;
  encrypted: Connection;
  plain: Connection;
  cacheMiB: number;
  folder: string;
  resourcesDir: string;
}

export const sessionOf = (program: TestProgram): LiveSession => {
  const { session } = program.tirek.program;
  if (!session) throw new Error('nobody is signed in');
  return session;
};

function fill(records: Vault, places: Places, count: number, at: string): string[] {
  const ids: string[] = [];
  for (let from = 0; from < count; from += 50_000) {
    records.transaction((db) => {
      const table = db.table(ChildEntity);
      for (let index = from; index < Math.min(count, from + 50_000); index++) {
        const child = childOf(FIRST + index, places, at);
        table.insert(child);
        indexChild(db, child);
        ids.push(child.id);
      }
    });
  }
  return ids;
}

function twins(records: Vault, folder: string, key: Buffer): { encryptedFile: string; encrypted: Connection; plain: Connection; cacheMiB: number } {
  const encryptedFile = join(folder, 'twin-encrypted.db');
  const plainFile = join(folder, 'twin-plain.db');
  for (const file of [encryptedFile, plainFile]) records.connection.prepare('VACUUM INTO ?').run(file);
  const cacheMiB = Math.ceil((statSync(plainFile).size * 1.3) / MIB);
  const opening = openEncrypted(plainFile, key, { cacheMiB });
  opening.pragma('journal_mode=DELETE');
  opening.pragma(`rekey=''`);
  opening.close();
  const plain = new Database(plainFile);
  for (const pragma of [
    'temp_store=MEMORY',
    'foreign_keys=ON',
    'secure_delete=ON',
    `cache_size=-${String(cacheMiB * 1024)}`,
    'journal_mode=WAL',
    'synchronous=FULL',
  ])
    plain.pragma(pragma);
  return { encryptedFile, encrypted: openEncrypted(encryptedFile, key, { cacheMiB }), plain, cacheMiB };
}

export async function prepare(folder: string, resourcesDir: string, count: number): Promise<Ground> {
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  const program = new MeasuredProgram(dataDir, resourcesDir);
  await program.open();
  const world = await worldOf(program);
  await program.signIn(COORDINATOR);
  const childId = await readyChild(world);
  const mentorId = await mentorWithPapers(world);
  const draftId = await filledDraft(world, [await pairAtPapers(world, childId, mentorId)]);
  const places = { institutionIds: [world.institutionId, world.otherInstitutionId], programmeId: world.programmeId };
  const childIds = fill(sessionOf(program).records, places, count, program.now.toISOString());
  // Opened anew, as on the morning after: the cache is sized to the file when the file is opened.
  await program.signIn(COORDINATOR, PASSWORD);
  const session = sessionOf(program);
  const key = session.keys.vaultKey('records');
  const actor = actorOf(session);
  if (!key || !actor) throw new Error('the coordinator holds no records key');
  const context = {
    actor,
    db: session.records.db,
    now: program.now,
    nowIso: program.now.toISOString(),
    today: dateOf(program.now),
    services: program.tirek.program.services,
  };
  return { program, places, draftId, childIds, records: session.records, context, key, ...twins(session.records, folder, key), folder, resourcesDir };
}

/** Another child at every turn, spread over the whole file. */
export const idAt = ({ childIds }: Ground, turn: number): string => childIds[(turn * 7919) % childIds.length] ?? '';
