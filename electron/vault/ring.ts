import { whyNotPassword } from '../../shared/modules/session/password.rules';
import type { KdfParams } from './argon2';
import { wipe } from './crypto';
import { wipeBundle, LiveSession, type PrivateBundle } from './key-session';
import { normaliseName, type KeyringBody, type KeyringEntry, type KeyMember } from './keyring-format';
import { checkMembers, entryOf, isAnchorGenuine, makeMembers, nameOf, openGrant } from './keyring-grants';
import type { KeyringStore } from './keyring-store';
import { wrapBundle } from './private-bundle';
import { VAULTS, type KeySession, type Vault, type VaultOptions } from './types';
import { VaultError } from './vault-error';

/** What the operations of an open keyring share. */
export interface Ring {
  store: KeyringStore;
  options: VaultOptions;
}

export const nowOf = (ring: Ring): Date => (ring.options.clock ?? (() => new Date()))();
export const costOf = (ring: Ring): KdfParams => ring.options.kdf ?? ring.store.body.kdf;

/** The session as the vault's own code sees it; refuses a locked one and one of another keyring. */
export function live(ring: Ring, session: KeySession): LiveSession {
  if (!(session instanceof LiveSession) || session.isWiped || session.keyringId !== ring.store.body.keyringId) throw new VaultError('VAULT.LOCKED');
  return session;
}

export const findByName = (body: KeyringBody, name: string): KeyringEntry | undefined =>
  body.users.find((user) => normaliseName(user.name) === normaliseName(name));

export function userOf(body: KeyringBody, userId: string): KeyringEntry {
  const user = body.users.find((one) => one.id === userId);
  if (!user) throw new VaultError('USER.UNKNOWN');
  return user;
}

export function requireFreeName(body: KeyringBody, name: string, userId?: string): string {
  const tidy = name.normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (tidy.length < 1 || tidy.length > 120 || /\p{C}/u.test(tidy)) throw new VaultError('USER.NAME_INVALID');
  const owner = findByName(body, tidy);
  if (owner && owner.id !== userId) throw new VaultError('USER.NAME_TAKEN');
  return tidy;
}

export function requirePassword(password: string, names: readonly string[]): void {
  const problem = whyNotPassword(password, { names });
  if (problem) throw new VaultError(problem);
}

export const memberOf = (user: KeyringEntry): KeyMember => {
  if (!user.keys) throw new VaultError('USER.UNKNOWN');
  return { userId: user.id, x25519: user.keys.x25519, ed25519: user.keys.ed25519 };
};

// Equals no sheet: a list whose MAC was wrong must not be signed anew with the recovery key it named.
const NO_RECOVERY = Buffer.alloc(32).toString('base64');

/** Adds or replaces members of a vault; whoever was vouched for and still has a grant stays. `recovery`: a sheet just proven or made. */
export function vouch(body: KeyringBody, vault: Vault, key: Uint8Array, members: KeyMember[], recovery?: string): void {
  const entry = entryOf(body, vault);
  const check = checkMembers(body, vault, key);
  const list = [...check.trusted.filter((one) => !members.some((member) => member.userId === one.userId)), ...members];
  entry.members = makeMembers(key, nameOf(vault, entry), recovery ?? check.recovery ?? NO_RECOVERY, list);
}

/** Opens every grant of the user into the session and notes what a person should look at. */
export function loadGrants(ring: Ring, session: LiveSession): void {
  const { body } = ring.store;
  const user = userOf(body, session.userId);
  for (const vault of VAULTS) {
    session.forgetNotices(vault);
    const key = openGrant(user, vault, session.privateBundle.x25519);
    session.setVaultKey(vault, key);
    if (!key) continue;
    if (vault === 'records' && !ring.store.isGenuine(key)) throw new VaultError('KEYRING.ALTERED');
    const check = checkMembers(body, vault, key);
    for (const userId of check.changed) session.notice({ code: 'MEMBER_KEY_CHANGED', vault, userId });
    if (check.recoveryChanged) session.notice({ code: 'RECOVERY_KEY_CHANGED', vault });
    const { anchor } = entryOf(body, vault);
    if (anchor && !isAnchorGenuine(key, vault, anchor)) session.notice({ code: 'ANCHOR_CHANGED', vault });
  }
  if (ring.store.usesPrevious) session.notice({ code: 'RECOVERED_PREVIOUS' });
}

export function openSession(ring: Ring, user: KeyringEntry, bundle: PrivateBundle): LiveSession {
  const session = new LiveSession(ring.store.body.keyringId, user.id, user.name, bundle);
  try {
    loadGrants(ring, session);
    if (!session.holds('records')) throw new VaultError('KEYRING.ALTERED');
    return session;
  } catch (error) {
    session.wipe();
    throw error;
  }
}

export async function wrapFor(
  ring: Ring,
  userId: string,
  password: string,
  bundle: PrivateBundle,
  epoch: number,
): Promise<NonNullable<KeyringEntry['keys']>> {
  const { body } = ring.store;
  try {
    requirePassword(password, [userOf(body, userId).name, ...(ring.options.organisationNames?.() ?? [])]);
    return await wrapBundle(bundle, {
      keyringId: body.keyringId,
      userId,
      password,
      cost: costOf(ring),
      epoch,
      deviceSecret: body.usesDeviceSecret ? ring.options.deviceSecret : undefined,
    });
  } catch (error) {
    wipeBundle(bundle);
    throw error;
  }
}

/** Runs with a key that belongs to nobody's session, and zeroes it afterwards whatever happens. */
export async function withForeignKey<T>(key: Buffer, use: (key: Buffer) => Promise<T>): Promise<T> {
  try {
    return await use(key);
  } finally {
    wipe(key);
  }
}
