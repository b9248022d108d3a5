import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { keyIdOf, newKey, wipe } from './crypto';
import { newEntry } from './keyring-birth';
import { entryOf, makeGrant, nameOf, openWithSheet, sealForSheet, type KeyName } from './keyring-grants';
import { startAnew } from './keyring-people';
import { newRecoveryKey, recoveryKeyPair } from './recovery-key';
import { findByName, live, memberOf, userOf, vouch, withForeignKey, type Ring } from './ring';
import { RECOVERY_OF, VAULT_FILE, VAULT_OF, type KeySession, type RecoveryKind, type Vault } from './types';
import { VaultError } from './vault-error';

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
    ring.store.commit(key, (body) => {
      entryOf(body, vault).recovery.confirmed = true;
    });
  });
}

export function replaceRecoveryKey(ring: Ring, session: KeySession, vault: Vault): { recoveryText: string } {
  const own = live(ring, session);
  const sheet = newRecoveryKey(RECOVERY_OF[vault]);
  const publicKey = sheet.publicKey.toString('base64');
  const key = own.vaultKey(vault);
  if (!key) throw new VaultError('VAULT.NOT_HOLDER', { vault });
  own.withKey('records', (recordsKey) => {
    ring.store.commit(
      recordsKey,
      (body) => {
        const entry = entryOf(body, vault);
        const name = nameOf(vault, entry);
        entry.recovery = { publicKey, sealed: sealForSheet(RECOVERY_OF[vault], publicKey, name, key), confirmed: false };
        vouch(body, vault, key, [], publicKey);
      },
      { revoking: true },
    );
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
