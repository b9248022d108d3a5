import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { calibrate, requireSaneCost } from './argon2';
import { keyIdOf, newKey, wipe } from './crypto';
import { LiveSession } from './key-session';
import type { KeyringBody, VaultEntry } from './keyring-format';
import { entryOf, makeGrant, makeMembers, nameOf, openWithSheet, sealForSheet, type KeyName } from './keyring-grants';
import { KeyringStore } from './keyring-store';
import { newBundle, wrapBundle } from './private-bundle';
import { newRecoveryKey, recoveryKeyPair } from './recovery-key';
import { findByName, live, memberOf, openSession, requireFreeName, requirePassword, userOf, vouch, withForeignKey, type Ring } from './ring';
import { startAnew } from './keyring-people';
import { RECOVERY_OF, VAULTS, VAULT_FILE, VAULT_OF, type BackupKeys, type KeySession, type RecoveryKind, type Vault, type VaultOptions } from './types';
import { VaultError } from './vault-error';

function newEntry(name: KeyName, key: Buffer, publicKey: string, confirmed: boolean): VaultEntry {
  const sealed = sealForSheet(RECOVERY_OF[name.vault], publicKey, name, key);
  return { version: name.version, keyId: name.keyId, recovery: { publicKey, sealed, confirmed }, members: makeMembers(key, name, publicKey, []), anchor: null, mustRotate: false };
}

interface First {
  userId: string;
  name: string;
  password: string;
}

/** A keyring of one user who holds the records key. Shared by the first start and by a restore on a new PC. */
async function begin(dir: string, first: First, recordsKey: Buffer, prepare: (body: KeyringBody) => void, entry: VaultEntry, options: VaultOptions): Promise<{ ring: Ring; session: KeySession }> {
  requirePassword(first.password, [first.name, ...(options.organisationNames?.() ?? [])]);
  if (options.kdf) requireSaneCost(options.kdf);
  const kdf = options.kdf ?? (await calibrate());
  const keyringId = randomBytes(16).toString('hex');
  const bundle = newBundle();
  const keys = await wrapBundle(bundle, { keyringId, userId: first.userId, password: first.password, cost: kdf, epoch: 1, deviceSecret: options.deviceSecret });
  const body: KeyringBody = { keyringId, generation: 1, kdf: { memory: kdf.memory, passes: kdf.passes, lanes: kdf.lanes }, usesDeviceSecret: options.deviceSecret !== undefined, users: [], vaults: { records: entry, clinical: null } };
  prepare(body);
  body.users = body.users.filter((user) => user.id !== first.userId);
  const name = requireFreeName(body, first.name);
  const granter = new LiveSession(keyringId, first.userId, '', bundle);
  const records = makeGrant(granter, { id: first.userId, x25519: keys.x25519, ed25519: keys.ed25519 }, nameOf('records', entry), recordsKey, 'genesis');
  body.users.push({ id: first.userId, name, keys, grants: { records, clinical: null }, invitation: null });
  vouch(body, 'records', recordsKey, [memberOf(userOf(body, first.userId))]);
  const ring: Ring = { store: KeyringStore.create(dir, body, recordsKey), options };
  return { ring, session: openSession(ring, userOf(body, first.userId), bundle) };
}

export async function create(dir: string, first: First, options: VaultOptions): Promise<{ ring: Ring; session: KeySession; recoveryText: string }> {
  if (KeyringStore.inspect(dir) !== 'empty') throw new VaultError('KEYRING.EXISTS');
  return withForeignKey(newKey(), async (key) => {
    const sheet = newRecoveryKey('org');
    const entry = newEntry({ vault: 'records', version: 1, keyId: keyIdOf(key) }, key, sheet.publicKey.toString('base64'), false);
    const made = await begin(dir, first, key, () => undefined, entry, options);
    return { ...made, recoveryText: sheet.text };
  });
}

export function createClinicalVaultKey(ring: Ring, session: KeySession): { recoveryText: string } {
  const own = live(ring, session);
  const existing = ring.store.body.vaults.clinical;
  // A first session that died before the file was made and the sheet confirmed left a key that nothing was ever written with.
  const unfinished = existing && !existing.recovery.confirmed && !existsSync(join(ring.store.folder, VAULT_FILE.clinical));
  if (existing && !unfinished) throw new VaultError('VAULT.EXISTS', { vault: 'clinical' });
  const key = newKey();
  const sheet = newRecoveryKey('clin');
  const name: KeyName = { vault: 'clinical', version: 1, keyId: keyIdOf(key) };
  own.withKey('records', (recordsKey) => {
    ring.store.commit(recordsKey, (body) => {
      const user = userOf(body, own.userId);
      const member = memberOf(user);
      for (const one of body.users) one.grants.clinical = null;
      body.vaults.clinical = newEntry(name, key, sheet.publicKey.toString('base64'), false);
      user.grants.clinical = makeGrant(own, { id: user.id, ...member }, name, key, 'genesis');
      vouch(body, 'clinical', key, [member]);
    });
  });
  own.setVaultKey('clinical', key);
  return { recoveryText: sheet.text };
}

/** The caller wipes the key. */
export function openWithRecovery(ring: Ring, vault: Vault, text: string): Buffer {
  const entry = entryOf(ring.store.body, vault);
  const kind = RECOVERY_OF[vault];
  const pair = recoveryKeyPair(kind, text);
  try {
    return openWithSheet(pair, kind, entry.recovery, nameOf(vault, entry));
  } finally {
    wipe(pair.privateKey);
  }
}

export function confirmRecovery(ring: Ring, session: KeySession, vault: Vault, text: string): void {
  wipe(openWithRecovery(ring, vault, text));
  live(ring, session).withKey('records', (key) => {
    ring.store.commit(key, (body) => { entryOf(body, vault).recovery.confirmed = true; });
  });
}

export function replaceRecoveryKey(ring: Ring, session: KeySession, vault: Vault): { recoveryText: string } {
  const own = live(ring, session);
  const sheet = newRecoveryKey(RECOVERY_OF[vault]);
  const publicKey = sheet.publicKey.toString('base64');
  const key = own.vaultKey(vault);
  if (!key) throw new VaultError('VAULT.NOT_HOLDER', { vault });
  own.withKey('records', (recordsKey) => {
    ring.store.commit(recordsKey, (body) => {
      const entry = entryOf(body, vault);
      const name = nameOf(vault, entry);
      entry.recovery = { publicKey, sealed: sealForSheet(RECOVERY_OF[vault], publicKey, name, key), confirmed: false };
      vouch(body, vault, key, [], publicKey);
    }, { revoking: true });
  });
  wipe(key);
  own.forgetNotice('RECOVERY_KEY_CHANGED', vault);
  return { recoveryText: sheet.text };
}

export async function recoverWithKey(ring: Ring, text: string, user: { name: string; newPassword: string }): Promise<KeySession> {
  return withForeignKey(openWithRecovery(ring, 'records', text), async (key) => {
    if (!ring.store.isGenuine(key)) throw new VaultError('KEYRING.ALTERED');
    const found = findByName(ring.store.body, user.name);
    if (!found) throw new VaultError('USER.UNKNOWN');
    return startAnew(ring, found.id, user.newPassword, key, { basis: 'recovery', stillValid: () => true });
  });
}

export function grantByRecovery(ring: Ring, session: KeySession, kind: RecoveryKind, text: string): void {
  const own = live(ring, session);
  const vault = VAULT_OF[kind];
  const key = openWithRecovery(ring, vault, text);
  own.withKey('records', (recordsKey) => {
    ring.store.commit(recordsKey, (body) => {
      const user = userOf(body, own.userId);
      const member = memberOf(user);
      user.grants[vault] = makeGrant(own, { id: user.id, ...member }, nameOf(vault, entryOf(body, vault)), key, 'recovery');
      vouch(body, vault, key, [member], entryOf(body, vault).recovery.publicKey);
    });
  });
  own.setVaultKey(vault, key);
  own.forgetNotice('RECOVERY_KEY_CHANGED', vault);
}

export function exportForBackup(body: KeyringBody): BackupKeys {
  const vaults: BackupKeys['vaults'] = {};
  for (const vault of VAULTS) {
    const entry = body.vaults[vault];
    if (entry) vaults[vault] = { version: entry.version, keyId: entry.keyId, recoveryPublicKey: entry.recovery.publicKey, sealed: entry.recovery.sealed, confirmed: entry.recovery.confirmed };
  }
  return { format: 1, vaults, users: body.users.map(({ id, name }) => ({ id, name })) };
}

/** The vault key of a backup by its sheet; the caller wipes it. */
export function openBackupKey(keys: BackupKeys, vault: Vault, text: string): Buffer {
  const stored = keys.vaults[vault];
  if (!stored) throw new VaultError('VAULT.ABSENT', { vault });
  const kind = RECOVERY_OF[vault];
  const pair = recoveryKeyPair(kind, text);
  try {
    return openWithSheet(pair, kind, { publicKey: stored.recoveryPublicKey, sealed: stored.sealed }, { vault, version: stored.version, keyId: stored.keyId });
  } finally {
    wipe(pair.privateKey);
  }
}

/** Nobody in the restored keyring holds the clinical key: members are empty until a psychologist comes with R_clin. */
function restoredClinical(stored: NonNullable<BackupKeys['vaults']['clinical']>): VaultEntry {
  const mac = Buffer.alloc(32).toString('base64');
  return {
    version: stored.version,
    keyId: stored.keyId,
    recovery: { publicKey: stored.recoveryPublicKey, sealed: stored.sealed, confirmed: stored.confirmed },
    members: { recovery: stored.recoveryPublicKey, list: [], mac },
    anchor: null,
    mustRotate: false,
  };
}

export async function restore(dir: string, keys: BackupKeys, first: First & { recoveryText: string }, options: VaultOptions): Promise<{ ring: Ring; session: KeySession }> {
  const { records, clinical } = keys.vaults;
  if (!records) throw new VaultError('VAULT.ABSENT', { vault: 'records' });
  return withForeignKey(openBackupKey(keys, 'records', first.recoveryText), async (key) => {
    const entry = newEntry({ vault: 'records', version: records.version, keyId: records.keyId }, key, records.recoveryPublicKey, records.confirmed);
    const prepare = (body: KeyringBody): void => {
      if (clinical) body.vaults.clinical = restoredClinical(clinical);
      body.users = keys.users.map(({ id, name }) => ({ id, name, keys: null, grants: { records: null, clinical: null }, invitation: null }));
    };
    return begin(dir, first, key, prepare, entry, options);
  });
}
