import { sameBytes, wipe } from './crypto';
import { isSameFingerprint } from './fingerprint';
import { CODE_HOURS, codeKeyPair, newCode } from './invitation-code';
import type { KeyringBody, KeyringEntry } from './keyring-format';
import { checkMembers, entryOf, makeGrant, nameOf, openWithCode, sealForCode } from './keyring-grants';
import { LiveSession } from './key-session';
import { countFailure, forgetFailures } from './keyring-sign-in';
import { newBundle } from './private-bundle';
import {
  findByName,
  live,
  memberOf,
  nowOf,
  openSession,
  requireFreeName,
  requirePassword,
  userOf,
  vouch,
  withForeignKey,
  wrapFor,
  type Ring,
} from './ring';
import { waitFor } from './sign-in-delay';
import { VAULTS, type KeySession, type KeyringUser, type Vault } from './types';
import { VaultError } from './vault-error';

export interface IssuedCode {
  code: string;
  until: string;
}

const stateOf = (user: KeyringEntry): KeyringUser['state'] => (user.keys ? 'active' : user.invitation ? 'invited' : 'closed');

export function listUsers(body: KeyringBody): KeyringUser[] {
  return body.users.map((user) => ({
    id: user.id,
    name: user.name,
    state: stateOf(user),
    holds: VAULTS.filter((vault) => user.grants[vault] !== null),
    codeUntil: user.invitation?.until ?? null,
  }));
}

export function rename(ring: Ring, session: KeySession, userId: string, name: string): void {
  live(ring, session).withKey('records', (key) => {
    ring.store.commit(key, (body) => {
      userOf(body, userId).name = requireFreeName(body, name, userId);
    });
  });
}

function issueCode(ring: Ring, session: KeySession, change: (body: KeyringBody) => KeyringEntry): IssuedCode {
  const own = live(ring, session);
  const code = newCode();
  const until = new Date(nowOf(ring).getTime() + CODE_HOURS * 3_600_000).toISOString();
  own.withKey('records', (key) => {
    ring.store.commit(key, (body) => {
      const user = change(body);
      const pair = codeKeyPair(code, user.id, body.keyringId);
      if (!pair) throw new VaultError('INVITATION.WRONG');
      wipe(pair.privateKey);
      const name = nameOf('records', body.vaults.records);
      const publicKey = pair.publicKey.toString('base64');
      user.invitation = {
        publicKey,
        until,
        version: name.version,
        keyId: name.keyId,
        sealed: sealForCode(publicKey, user.id, until, name, key),
        by: own.userId,
      };
    });
  });
  return { code, until };
}

export function invite(ring: Ring, session: KeySession, wanted: { userId: string; name: string }): IssuedCode {
  return issueCode(ring, session, (body) => {
    if (body.users.some((user) => user.id === wanted.userId)) throw new VaultError('USER.NAME_TAKEN');
    const user: KeyringEntry = {
      id: wanted.userId,
      name: requireFreeName(body, wanted.name),
      keys: null,
      grants: { records: null, clinical: null },
      invitation: null,
    };
    body.users.push(user);
    return user;
  });
}

export const resetPassword = (ring: Ring, session: KeySession, userId: string): IssuedCode =>
  issueCode(ring, session, (body) => userOf(body, userId));

export function withdrawCode(ring: Ring, session: KeySession, userId: string): void {
  live(ring, session).withKey('records', (key) => {
    ring.store.commit(
      key,
      (body) => {
        userOf(body, userId).invitation = null;
      },
      { revoking: true },
    );
  });
}

/** New key pairs and the records for a user whose right to them is proven; every older grant falls away. */
export async function startAnew(
  ring: Ring,
  userId: string,
  password: string,
  recordsKey: Buffer,
  proof: { basis: 'code' | 'recovery'; stillValid: (user: KeyringEntry) => boolean },
): Promise<LiveSession> {
  const bundle = newBundle();
  const epoch = (userOf(ring.store.body, userId).keys?.epoch ?? 0) + 1;
  const keys = await wrapFor(ring, userId, password, bundle, epoch);
  const granter = new LiveSession(ring.store.body.keyringId, userId, '', bundle);
  try {
    ring.store.commit(
      recordsKey,
      (body) => {
        const user = userOf(body, userId);
        if (!proof.stillValid(user)) throw new VaultError('INVITATION.WRONG');
        user.keys = keys;
        user.grants = {
          records: makeGrant(
            granter,
            { id: userId, x25519: keys.x25519, ed25519: keys.ed25519 },
            nameOf('records', body.vaults.records),
            recordsKey,
            proof.basis,
          ),
          clinical: null,
        };
        user.invitation = null;
        vouch(body, 'records', recordsKey, [memberOf(user)]);
      },
      { revoking: true },
    );
    return openSession(ring, userOf(ring.store.body, userId), bundle);
  } catch (error) {
    granter.wipe();
    throw error;
  }
}

/** Unknown name, no open code and a wrong code are one answer, slowed like wrong passwords; only the right code learns that it is too old. */
export async function acceptInvitation(ring: Ring, name: string, code: string, password: string): Promise<KeySession> {
  const wait = waitFor(ring.store.signIn, name, nowOf(ring));
  if (wait > 0) throw new VaultError('INVITATION.WAIT', { seconds: Math.ceil(wait / 1000) });
  const user = findByName(ring.store.body, name);
  const pair = user?.invitation ? codeKeyPair(code, user.id, ring.store.body.keyringId) : undefined;
  if (!user?.invitation || !pair || !sameBytes(pair.publicKey, Buffer.from(user.invitation.publicKey, 'base64'))) {
    const seconds = Math.ceil(countFailure(ring, name) / 1000);
    throw new VaultError('INVITATION.WRONG', { seconds });
  }
  if (Date.parse(user.invitation.until) <= nowOf(ring).getTime()) throw new VaultError('INVITATION.EXPIRED');
  requirePassword(password, [user.name, ...(ring.options.organisationNames?.() ?? [])]);
  const { publicKey } = user.invitation;
  const recordsKey = openWithCode(pair, user);
  wipe(pair.privateKey);
  return withForeignKey(recordsKey, async (key) => {
    if (!ring.store.isGenuine(key)) throw new VaultError('KEYRING.ALTERED');
    const session = await startAnew(ring, user.id, password, key, { basis: 'code', stillValid: (one) => one.invitation?.publicKey === publicKey });
    forgetFailures(ring, name);
    return session;
  });
}

/** Only a holder can grant, and only for the public key whose six words the two people compared. */
export function grant(ring: Ring, session: KeySession, userId: string, vault: Vault, words: readonly string[]): void {
  const own = live(ring, session);
  const key = own.vaultKey(vault);
  if (!key) throw new VaultError('VAULT.NOT_HOLDER', { vault });
  try {
    own.withKey('records', (recordsKey) => {
      ring.store.commit(recordsKey, (body) => {
        const user = userOf(body, userId);
        const member = memberOf(user);
        if (!isSameFingerprint(member, words)) throw new VaultError('VAULT.KEY_CHANGED');
        user.grants[vault] = makeGrant(own, { id: user.id, ...member }, nameOf(vault, entryOf(body, vault)), key, 'grant');
        vouch(body, vault, key, [memberOf(userOf(body, own.userId)), member]);
      });
    });
    own.forgetNotice('MEMBER_KEY_CHANGED', vault, userId);
  } finally {
    wipe(key);
  }
}

/** Refused when the words are not the user's. Who holds no grant gets none by it: that is `grant`. */
export function confirmMember(ring: Ring, session: KeySession, userId: string, vault: Vault, words: readonly string[]): void {
  const own = live(ring, session);
  const user = userOf(ring.store.body, userId);
  if (!isSameFingerprint(memberOf(user), words)) throw new VaultError('VAULT.KEY_CHANGED');
  const isDoubted = own.withKey(vault, (key) => checkMembers(ring.store.body, vault, key).changed.includes(userId));
  if (isDoubted) grant(ring, session, userId, vault, words);
}

/** Leaving, or a role down. A user without the records has no keys left here; the vaults held must be rotated. */
export function removeGrants(ring: Ring, session: KeySession, userId: string, vaults: readonly Vault[]): Vault[] {
  const held = VAULTS.filter((vault) => vaults.includes(vault) && userOf(ring.store.body, userId).grants[vault] !== null);
  const holders = ring.store.body.users.filter((user) => user.grants.records !== null);
  if (held.includes('records') && holders.length === 1) throw new VaultError('VAULT.LAST_HOLDER');
  live(ring, session).withKey('records', (key) => {
    ring.store.commit(
      key,
      (body) => {
        const user = userOf(body, userId);
        const all = vaults.includes('records') ? VAULTS : vaults;
        for (const vault of all) {
          const entry = body.vaults[vault];
          if (user.grants[vault] && entry) entry.mustRotate = true;
          user.grants[vault] = null;
        }
        if (vaults.includes('records')) {
          user.keys = null;
          user.invitation = null;
        }
      },
      { revoking: true },
    );
  });
  for (const vault of held) live(ring, session).forgetNotice('MEMBER_KEY_CHANGED', vault, userId);
  return VAULTS.filter((vault) => ring.store.body.vaults[vault]?.mustRotate);
}
