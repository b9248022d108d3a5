import type { ReadDb, WriteDb } from '../../db/types';
import type { LiveSession } from '../../ipc/live-session';
import type { Keyring, KeySession } from '../../vault';
import { ClinicalMemberEntity } from './clinical-member.entity';

/*
 * Who may hold the clinical key stands twice: in the keyring, under a MAC that only holders can make, and here, inside the
 * clinical vault, where an administrator cannot write at all. What the two say must agree; where it does not, the key was
 * exchanged behind the holders' backs (or its owner forgot a password), and only six words spoken in person tell which.
 */

export interface ChangedMember {
  userId: string;
  name: string;
}

const isDoubted = (keys: KeySession, userId: string): boolean =>
  keys.notices.some((notice) => notice.code === 'MEMBER_KEY_CHANGED' && notice.vault === 'clinical' && notice.userId === userId);

/** After a birth, a grant, a sheet or compared words: from now on this is the person's key. */
export function rememberMember(db: WriteDb, keyring: Keyring, member: { userId: string; name: string; by: string; at: string }): void {
  const table = db.table(ClinicalMemberEntity);
  const row = {
    name: member.name,
    publicKey: keyring.publicKeyHash(member.userId) ?? '',
    words: JSON.stringify(keyring.fingerprint(member.userId)),
    grantedBy: member.by,
    grantedAt: member.at,
    removedAt: null,
  };
  if (!table.update(member.userId, row)) table.insert({ id: member.userId, ...row });
}

export function forgetMember(db: WriteDb, userId: string, at: string): void {
  db.table(ClinicalMemberEntity).update(userId, { removedAt: at });
}

/**
 * On opening: holders whom the list does not know yet, because the program stopped between grant and list, or the list is of
 * an older program. Only those whose keys a holder vouched for; whoever is in doubt stays in doubt.
 */
export function completeMembers(db: WriteDb, keyring: Keyring, keys: KeySession, at: string): void {
  const listed = new Map(
    db
      .table(ClinicalMemberEntity)
      .where({})
      .map((row) => [row.id, row]),
  );
  for (const user of keyring.users()) {
    if (!user.holds.includes('clinical') || isDoubted(keys, user.id)) continue;
    const row = listed.get(user.id);
    if (!row || row.publicKey === '')
      rememberMember(db, keyring, { userId: user.id, name: user.name, by: row?.grantedBy ?? '', at: row?.grantedAt ?? at });
  }
}

/** People whose key in the keyring is not the one that was compared. Somebody without keys holds nothing and is not named. */
export function changedMembers(db: ReadDb, keyring: Keyring, keys: KeySession): ChangedMember[] {
  const compared = new Map(
    db
      .table(ClinicalMemberEntity)
      .where({})
      .filter((row) => row.removedAt === null)
      .map((row) => [row.id, row.publicKey]),
  );
  return keyring
    .users()
    .filter(({ id }) => {
      const now = keyring.publicKeyHash(id);
      const known = compared.get(id);
      return isDoubted(keys, id) || (now !== null && known !== undefined && known !== '' && known !== now);
    })
    .map(({ id, name }) => ({ userId: id, name }));
}

export const changedMembersIn = (session: LiveSession, keyring: Keyring): ChangedMember[] =>
  session.clinical ? changedMembers(session.clinical.db, keyring, session.keys) : [];
