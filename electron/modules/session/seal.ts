import { seal } from '../../vault/crypto';
import type { Keyring, Vault } from '../../vault';
import { journalKeyBinding } from '../audit';

/** Seals a journal's first key to the paper key of its vault: an inspector with the sheet can verify the whole chain. */
export function sealForRecovery(keyring: Keyring, vault: Vault): (firstKey: Uint8Array) => string {
  const info = keyring.vault(vault);
  if (!info) throw new Error(`no ${vault} vault in the keyring`);
  return (firstKey) => seal(info.recoveryPublicKey, Buffer.from(firstKey), journalKeyBinding(vault)).toString('base64');
}
