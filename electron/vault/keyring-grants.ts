import { associatedData, CRYPTO, hkdf, hmac, keyIdOf, openSealed, sameBytes, seal, sha256, verifySignature, wipe, type KeyPair } from './crypto';
import type { LiveSession } from './key-session';
import type { KeyGrant, KeyMember, KeyringBody, KeyringEntry, VaultEntry } from './keyring-format';
import type { Anchor, RecoveryKind, Vault } from './types';
import { VaultError } from './vault-error';

export interface KeyName {
  vault: Vault;
  version: number;
  keyId: string;
}

/** A grant says to whom, which vault, which version, which key: none of them can be exchanged afterwards. */
const grantData = (holder: string, name: KeyName, basis: 'user' | 'code' | 'sheet', until: string | null = null): Buffer =>
  associatedData(CRYPTO.labels.grant, { holder, basis, until, vault: name.vault, version: name.version, keyId: name.keyId });

function signedData(userId: string, keys: { x25519: string; ed25519: string }, name: KeyName, sealed: string): Buffer {
  return associatedData(CRYPTO.labels.grantSignature, {
    userId,
    x25519: keys.x25519,
    ed25519: keys.ed25519,
    vault: name.vault,
    version: name.version,
    keyId: name.keyId,
    sealed: sha256(Buffer.from(sealed, 'base64')).toString('hex'),
  });
}

export function makeGrant(
  granter: LiveSession,
  holder: { id: string; x25519: string; ed25519: string },
  name: KeyName,
  key: Uint8Array,
  basis: KeyGrant['basis'],
): KeyGrant {
  const sealed = seal(Buffer.from(holder.x25519, 'base64'), key, grantData(holder.id, name, 'user')).toString('base64');
  return {
    version: name.version,
    keyId: name.keyId,
    sealed,
    by: granter.userId,
    byKey: granter.privateBundle.ed25519.publicKey.toString('base64'),
    basis,
    signature: granter.sign(signedData(holder.id, holder, name, sealed)).toString('base64'),
  };
}

/** The vault key of a user's own grant; KEYRING.ALTERED when the grant is not what its signature says. */
export function openGrant(user: KeyringEntry, vault: Vault, pair: KeyPair): Buffer | undefined {
  const grant = user.grants[vault];
  if (!grant || !user.keys) return undefined;
  const name = { vault, version: grant.version, keyId: grant.keyId };
  const signed = verifySignature(
    Buffer.from(grant.byKey, 'base64'),
    signedData(user.id, user.keys, name, grant.sealed),
    Buffer.from(grant.signature, 'base64'),
  );
  if (!signed) throw new VaultError('KEYRING.ALTERED');
  return openExpected(pair, grant.sealed, grantData(user.id, name, 'user'), name.keyId);
}

function openExpected(pair: KeyPair, sealed: string, data: Buffer, keyId: string): Buffer {
  let key: Buffer;
  try {
    key = openSealed(pair, Buffer.from(sealed, 'base64'), data);
  } catch {
    throw new VaultError('KEYRING.ALTERED');
  }
  if (keyIdOf(key) === keyId) return key;
  wipe(key);
  throw new VaultError('KEYRING.ALTERED');
}

export const sealForCode = (publicKey: string, userId: string, until: string, name: KeyName, key: Uint8Array): string =>
  seal(Buffer.from(publicKey, 'base64'), key, grantData(userId, name, 'code', until)).toString('base64');

export function openWithCode(pair: KeyPair, user: KeyringEntry): Buffer {
  const { invitation } = user;
  if (!invitation) throw new VaultError('INVITATION.WRONG');
  const name: KeyName = { vault: 'records', version: invitation.version, keyId: invitation.keyId };
  return openExpected(pair, invitation.sealed, grantData(user.id, name, 'code', invitation.until), name.keyId);
}

export const sealForSheet = (kind: RecoveryKind, publicKey: string, name: KeyName, key: Uint8Array): string =>
  seal(Buffer.from(publicKey, 'base64'), key, grantData(kind, name, 'sheet')).toString('base64');

/** Opens what was sealed to a recovery sheet. RECOVERY.OTHER_KEY: a well-typed sheet that is not this vault's (an older one, perhaps). */
export function openWithSheet(pair: KeyPair, kind: RecoveryKind, stored: { publicKey: string; sealed: string }, name: KeyName): Buffer {
  if (!sameBytes(pair.publicKey, Buffer.from(stored.publicKey, 'base64'))) throw new VaultError('RECOVERY.OTHER_KEY', { kind: 'older' });
  return openExpected(pair, stored.sealed, grantData(kind, name, 'sheet'), name.keyId);
}

function macUnder(key: Uint8Array, label: 'members' | 'anchor', values: unknown): string {
  const macKey = hkdf(key, CRYPTO.labels[label]);
  try {
    return hmac(macKey, Buffer.from(JSON.stringify(values))).toString('base64');
  } finally {
    wipe(macKey);
  }
}

const membersMac = (key: Uint8Array, name: KeyName, recovery: string, list: KeyMember[]): string =>
  macUnder(key, 'members', [name.vault, name.version, name.keyId, recovery, list.map((member) => [member.userId, member.x25519, member.ed25519])]);

/** Who may hold the key, under a MAC that only holders can make: public keys exchanged in the file by anyone else are noticed. */
export function makeMembers(key: Uint8Array, name: KeyName, recovery: string, list: KeyMember[]): VaultEntry['members'] {
  return { recovery, list, mac: membersMac(key, name, recovery, list) };
}

export function entryOf(body: KeyringBody, vault: Vault): VaultEntry {
  const entry = body.vaults[vault];
  if (!entry) throw new VaultError('VAULT.ABSENT', { vault });
  return entry;
}

export const nameOf = (vault: Vault, entry: { version: number; keyId: string }): KeyName => ({ vault, version: entry.version, keyId: entry.keyId });

export interface MembersCheck {
  /** Members whose public keys in the file are those that a holder vouched for, and who still have a grant. */
  trusted: KeyMember[];
  /** Users with a grant whose public keys nobody vouched for. */
  changed: string[];
  /** The recovery key that a holder vouched for; null when the list itself was changed. */
  recovery: string | null;
  recoveryChanged: boolean;
}

export function checkMembers(body: KeyringBody, vault: Vault, key: Uint8Array): MembersCheck {
  const entry = entryOf(body, vault);
  const { recovery, list, mac } = entry.members;
  const genuine = sameBytes(Buffer.from(mac, 'base64'), Buffer.from(membersMac(key, nameOf(vault, entry), recovery, list), 'base64'));
  const vouched = genuine ? list : [];
  const granted = body.users.filter((user) => user.grants[vault] !== null);
  const matches = (user: KeyringEntry): KeyMember | undefined =>
    vouched.find((member) => member.userId === user.id && member.x25519 === user.keys?.x25519 && member.ed25519 === user.keys.ed25519);
  return {
    trusted: granted.map(matches).filter((member) => member !== undefined),
    changed: granted.filter((user) => !matches(user)).map((user) => user.id),
    recovery: genuine ? recovery : null,
    recoveryChanged: !genuine || recovery !== entry.recovery.publicKey,
  };
}

export function makeAnchor(key: Uint8Array, vault: Vault, anchor: Anchor): NonNullable<VaultEntry['anchor']> {
  const { seq, mac, generation } = anchor;
  return { seq, mac, generation, seal: macUnder(key, 'anchor', [vault, seq, mac, generation]) };
}

export function isAnchorGenuine(key: Uint8Array, vault: Vault, anchor: NonNullable<VaultEntry['anchor']>): boolean {
  return sameBytes(Buffer.from(anchor.seal, 'base64'), Buffer.from(makeAnchor(key, vault, anchor).seal, 'base64'));
}
