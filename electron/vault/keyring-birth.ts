import { randomBytes } from 'node:crypto';
import { calibrate, requireSaneCost } from './argon2';
import { keyIdOf, newKey, wipe } from './crypto';
import { LiveSession } from './key-session';
import type { KeyringBody, VaultEntry } from './keyring-format';
import { makeGrant, makeMembers, nameOf, openWithSheet, sealForSheet, type KeyName } from './keyring-grants';
import { KeyringStore } from './keyring-store';
import { newBundle, wrapBundle } from './private-bundle';
import { newRecoveryKey, recoveryKeyPair } from './recovery-key';
import { memberOf, openSession, requireFreeName, requirePassword, userOf, vouch, withForeignKey, type Ring } from './ring';
import { RECOVERY_OF, VAULTS, type BackupKeys, type KeySession, type Vault, type VaultOptions } from './types';
import { VaultError } from './vault-error';

export function newEntry(name: KeyName, key: Buffer, publicKey: string, confirmed: boolean): VaultEntry {
  const sealed = sealForSheet(RECOVERY_OF[name.vault], publicKey, name, key);
  return {
    version: name.version,
    keyId: name.keyId,
    recovery: { publicKey, sealed, confirmed },
    members: makeMembers(key, name, publicKey, []),
    anchor: null,
    mustRotate: false,
  };
}

interface First {
  userId: string;
  name: string;
  password: string;
}

/** A keyring of one user who holds the records key. Shared by the first start and by a restore on a new PC. */
async function begin(
  dir: string,
  first: First,
  recordsKey: Buffer,
  prepare: (body: KeyringBody) => void,
  entry: VaultEntry,
  options: VaultOptions,
): Promise<{ ring: Ring; session: KeySession }> {
  requirePassword(first.password, [first.name, ...(options.organisationNames?.() ?? [])]);
  if (options.kdf) requireSaneCost(options.kdf);
  const kdf = options.kdf ?? (await calibrate());
  const keyringId = randomBytes(16).toString('hex');
  const bundle = newBundle();
  const keys = await wrapBundle(bundle, {
    keyringId,
    userId: first.userId,
    password: first.password,
    cost: kdf,
    epoch: 1,
    deviceSecret: options.deviceSecret,
  });
  const body: KeyringBody = {
    keyringId,
    generation: 1,
    kdf: { memory: kdf.memory, passes: kdf.passes, lanes: kdf.lanes },
    usesDeviceSecret: options.deviceSecret !== undefined,
    users: [],
    vaults: { records: entry, clinical: null },
  };
  prepare(body);
  body.users = body.users.filter((user) => user.id !== first.userId);
  const name = requireFreeName(body, first.name);
  const granter = new LiveSession(keyringId, first.userId, '', bundle);
  const records = makeGrant(
    granter,
    { id: first.userId, x25519: keys.x25519, ed25519: keys.ed25519 },
    nameOf('records', entry),
    recordsKey,
    'genesis',
  );
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

export function exportForBackup(body: KeyringBody): BackupKeys {
  const vaults: BackupKeys['vaults'] = {};
  for (const vault of VAULTS) {
    const entry = body.vaults[vault];
    if (entry)
      vaults[vault] = {
        version: entry.version,
        keyId: entry.keyId,
        recoveryPublicKey: entry.recovery.publicKey,
        sealed: entry.recovery.sealed,
        confirmed: entry.recovery.confirmed,
      };
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
    return openWithSheet(
      pair,
      kind,
      { publicKey: stored.recoveryPublicKey, sealed: stored.sealed },
      { vault, version: stored.version, keyId: stored.keyId },
    );
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

export async function restore(
  dir: string,
  keys: BackupKeys,
  first: First & { recoveryText: string },
  options: VaultOptions,
): Promise<{ ring: Ring; session: KeySession }> {
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
