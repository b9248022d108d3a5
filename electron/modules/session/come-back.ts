import type { Profile } from '../../../shared/modules/session/session.model';
import { firstAdministrator, enter, mustBeFree, rememberRefused } from './entry';
import { requireKeyring, type Program } from './program';
import { UserEntity } from '../users';
import { openProgramVault } from './program';
import { isVaultError, type KeySession } from '../../vault';

/** A new colleague, or one who forgot the password, with the code that was handed over in person. */
export async function acceptInvitation(program: Program, input: { name: string; code: string; password: string }): Promise<Profile> {
  mustBeFree(program);
  const keys = await requireKeyring(program)
    .acceptInvitation(input.name, input.code, input.password)
    .catch((error: unknown) => {
      if (isVaultError(error, 'INVITATION.WRONG')) rememberRefused(program, input.name, 'session.acceptInvitation');
      throw error;
    });
  return enter(program, keys, 'session.acceptInvitation');
}

/** The director's sheet: somebody can let people in again, even when no administrator remembers a password. */
export async function recoverAdministrator(program: Program, input: { recoveryKey: string; name: string; password: string }): Promise<Profile> {
  mustBeFree(program);
  const keys = await requireKeyring(program).recoverWithKey('org', input.recoveryKey, { name: input.name, newPassword: input.password });
  await makeAdministrator(program, keys);
  return enter(program, keys, 'session.recover');
}

/** The account of whoever holds the sheet: an existing one becomes active and administrator, a missing one is made. */
export async function makeAdministrator(program: Program, keys: KeySession): Promise<void> {
  const key = keys.vaultKey('records');
  if (!key) throw new Error('a recovered session without the records key');
  const vault = await openProgramVault(program, 'records', key, true);
  try {
    vault.transaction((db) => {
      const users = db.table(UserEntity);
      const stored = users.byId(keys.userId);
      if (!stored) users.insert(firstAdministrator(keys.userId, keys.name, program.language, program.clock().toISOString()));
      else
        users.update(keys.userId, {
          active: true,
          leftAt: null,
          roles: [...new Set([...stored.roles, 'administrator' as const])],
          version: stored.version + 1,
        });
    });
  } finally {
    await vault.close();
  }
}
