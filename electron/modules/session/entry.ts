import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { refusal } from '../../../shared/kernel/errors';
import type { OrganisationSetUp, Profile } from '../../../shared/modules/session/session.model';
import type { Language } from '../../../shared/kernel/roles';
import type { WriteDb } from '../../db/types';
import { startJournal } from '../audit';
import { Keyring, type KeySession } from '../../vault';
import { newSheet } from './new-sheet';
import { seedOrganisation } from '../institutions';
import { UserEntity } from '../users';
import { openSession } from './open-session';
import { openProgramVault, requireKeyring, vaultFile, type Program } from './program';
import { writePublicFacts } from './public-facts';
import { profileOf } from './status';
import { sealForRecovery } from './seal';

interface SetUp {
  language: Language;
  organisation: OrganisationSetUp;
  administrator: { name: string; password: string };
}

export function firstAdministrator(userId: string, name: string, language: Language, at: string): UserEntity {
  return {
    id: userId,
    name,
    post: '',
    roles: ['administrator'],
    institutionIds: 'all',
    childIds: [],
    language,
    idleMinutes: 5,
    active: true,
    version: 1,
    createdAt: at,
    leftAt: null,
  };
}

/** From an empty folder to a signed-in administrator. If the vault cannot be made, the keyring goes again: nothing half-made stays. */
export async function setUp(program: Program, input: SetUp): Promise<Profile> {
  if (program.keyring || program.trouble) throw refusal('SESSION.NOT_EMPTY');
  const userId = randomUUID();
  const { keyring, session: keys, recoveryText } = await Keyring.create(program.dataDir, { userId, ...input.administrator }, program.vaultOptions);
  try {
    await makeRecords(program, keyring, keys, (db, at) => {
      db.table(UserEntity).insert(firstAdministrator(userId, keys.name, input.language, at));
      seedOrganisation(db, input.organisation);
    });
    program.keyring = keyring;
    writePublicFacts(program.dataDir, { language: input.language, organisationName: input.organisation.nameRu });
    program.language = input.language;
    const session = await openSession(program, keys, 'session.setUp');
    session.sheets.org = newSheet(recoveryText);
    return profileOf(program);
  } catch (error) {
    program.keyring = null;
    keys.wipe();
    const records = vaultFile(program, 'records');
    const halfMade = [
      records,
      `${records}-wal`,
      `${records}-shm`,
      ...['keyring.json', 'keyring.prev.json'].map((name) => join(program.dataDir, name)),
    ];
    for (const file of halfMade) rmSync(file, { force: true });
    throw error;
  }
}

async function makeRecords(program: Program, keyring: Keyring, keys: KeySession, fill: (db: WriteDb, at: string) => void): Promise<void> {
  const key = keys.vaultKey('records');
  if (!key) throw new Error('the first session holds no records key');
  const vault = await openProgramVault(program, 'records', key, false);
  try {
    const at = program.clock().toISOString();
    vault.transaction((db) => {
      startJournal(
        db,
        { at, userId: keys.userId, sessionId: null, action: 'vault.born', subject: 'vault', subjectId: 'records' },
        sealForRecovery(keyring, 'records'),
      );
      fill(db, at);
    });
  } finally {
    await vault.close();
  }
}

type SignIn = { outcome: 'open'; profile: Profile } | { outcome: 'wrong'; retryAfterSeconds: number };

export async function signIn(program: Program, input: { name: string; password: string }): Promise<SignIn> {
  mustBeFree(program);
  const keyring = requireKeyring(program);
  const result = await keyring.unlock(input.name, input.password);
  if (result.kind !== 'open') {
    if (result.kind === 'wrong') rememberRefused(program, input.name, 'session.signIn');
    return { outcome: 'wrong', retryAfterSeconds: Math.ceil(result.retryAfterMs / 1000) };
  }
  return { outcome: 'open', profile: await enter(program, result.session, 'session.signIn') };
}

/** No journal is open yet: what was refused is told by the next session. */
export function rememberRefused(program: Program, name: string, action: 'session.signIn' | 'session.acceptInvitation'): void {
  const userId = program.keyring?.users().find((user) => user.name === name)?.id ?? null;
  if (program.refusedSignIns.length < 1000) program.refusedSignIns.push({ at: program.clock().toISOString(), userId, action });
}

export async function enter(program: Program, keys: KeySession, action: string): Promise<Profile> {
  if (program.session) {
    keys.wipe();
    throw refusal('SESSION.SOMEBODY_IS_IN');
  }
  await openSession(program, keys, action);
  return profileOf(program);
}

/** Asked before a code or a sheet is used up. */
export function mustBeFree(program: Program): void {
  if (program.session) throw refusal('SESSION.SOMEBODY_IS_IN');
}
