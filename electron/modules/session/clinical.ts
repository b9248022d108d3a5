import { existsSync, rmSync } from 'node:fs';
import { refusal, TirekError } from '../../../shared/kernel/errors';
import { joinRecoveryHalves } from '../../vault';
import { appendJournal, startJournal } from '../audit';
import { rememberMember } from '../users';
import { checkAnchor } from './anchors';
import { requireKeyring, openProgramVault, vaultFile, type Program } from './program';
import { GROUPS, newSheet } from './new-sheet';
import { markBirthSeen, tellBirth } from './clinical-birth';
import { sealForRecovery } from './seal';
import { liveActor, liveSession } from './status';

const locked = (): TirekError => new TirekError({ kind: 'locked', code: 'SESSION.LOCKED' });

/** Whoever gives out roles never holds the clinical key, not even under a second role of their own. */
function refuseAdministrator(program: Program): void {
  if (liveActor(program).roles.includes('administrator')) throw refusal('CLINICAL.NOT_FOR_ADMINISTRATOR');
}

/**
 * Makes the clinical vault in the first psychologist's own session. No other session ever held its key; an
 * administrator's cannot come by it, because granting needs a holder.
 */
export async function createClinicalVault(program: Program): Promise<{ groups: number }> {
  refuseAdministrator(program);
  const session = liveSession(program);
  const keyring = requireKeyring(program);
  if (keyring.vault('clinical') && existsSync(vaultFile(program, 'clinical'))) throw refusal('CLINICAL.EXISTS');
  const { recoveryText } = keyring.createClinicalVaultKey(session.keys);
  const key = session.keys.vaultKey('clinical');
  if (!key) throw new Error('the clinical key was not made');
  const vault = await openProgramVault(program, 'clinical', key, false);
  const at = program.clock().toISOString();
  try {
    // Locked while the file was being made: nobody is there to own it.
    if (program.session !== session) throw locked();
    vault.transaction((db) => {
      startJournal(
        db,
        { at, userId: session.keys.userId, sessionId: session.id, action: 'vault.born', subject: 'vault', subjectId: 'clinical' },
        sealForRecovery(keyring, 'clinical'),
      );
      rememberMember(db, keyring, { userId: session.keys.userId, name: session.keys.name, by: session.keys.userId, at });
    });
    session.records.transaction((db) => {
      tellBirth(db, { by: session.keys.userId, name: session.keys.name, at });
    });
  } catch (error) {
    await vault.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${vaultFile(program, 'clinical')}${suffix}`, { force: true });
    throw error;
  }
  session.clinical = vault;
  session.sheets.clin = newSheet(recoveryText);
  return { groups: GROUPS };
}

const SHEET_LETTERS = 56;

/** Two half sheets may be typed one after the other, as the screen says. */
function wholeSheet(typed: string): string {
  const letters = typed.replace(/[^\p{L}\p{N}]/gu, '');
  return letters.length === 2 * SHEET_LETTERS ? joinRecoveryHalves(letters.slice(0, SHEET_LETTERS), letters.slice(SHEET_LETTERS)) : typed;
}

/** R_clin in a psychologist's hands: after a restore, or when the only holder lost the password. */
export async function openClinicalWithRecovery(program: Program, recoveryText: string): Promise<Record<string, never>> {
  refuseAdministrator(program);
  const session = liveSession(program);
  const keyring = requireKeyring(program);
  if (!keyring.vault('clinical') || !existsSync(vaultFile(program, 'clinical'))) throw refusal('CLINICAL.ABSENT');
  keyring.grantByRecovery(session.keys, 'clin', wholeSheet(recoveryText));
  const key = session.keys.vaultKey('clinical');
  if (!key) throw new Error('the sheet gave no clinical key');
  const vault = await openProgramVault(program, 'clinical', key, true);
  if (program.session !== session) {
    await vault.close();
    throw locked();
  }
  await session.clinical?.close();
  session.clinical = vault;
  checkAnchor(program, session, 'clinical');
  session.clinical.transaction((db) => {
    appendJournal(db, {
      at: program.clock().toISOString(),
      userId: session.keys.userId,
      sessionId: session.id,
      action: 'clinical.openedByRecovery',
      subject: 'vault',
      subjectId: 'clinical',
    });
    const { userId, name } = session.keys;
    rememberMember(db, keyring, { userId, name, by: userId, at: program.clock().toISOString() });
  });
  return {};
}

export function seeClinicalBirth(program: Program): Record<string, never> {
  const session = liveSession(program);
  session.records.transaction((db) => {
    markBirthSeen(db, session.keys.userId);
  });
  return {};
}
