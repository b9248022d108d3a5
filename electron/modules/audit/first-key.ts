import { refusal } from '../../../shared/kernel/errors';
import type { ReadDb } from '../../db/types';
import { isVaultError, RECOVERY_OF, type Vault } from '../../vault';
import { openSealed } from '../../vault/crypto';
import { recoveryKeyPair } from '../../vault/recovery-key';
import { sealedFirstKey } from './verify';

/** Associated data of the sealed first key: a key sealed for one vault's journal opens no other's. */
export const journalKeyBinding = (vault: Vault): Buffer => Buffer.from(`tirek/journal-key/v1/${vault}`, 'utf8');

/** The chain's first key, opened with the sheet that was valid when the vault was born. The caller wipes it. */
export function openFirstKey(db: ReadDb, vault: Vault, recoveryText: string): Buffer {
  const sealed = sealedFirstKey(db);
  if (!sealed) throw refusal('JOURNAL.OTHER_RECOVERY_KEY');
  const pair = recoveryKeyPair(RECOVERY_OF[vault], recoveryText);
  try {
    return openSealed(pair, Buffer.from(sealed, 'base64'), journalKeyBinding(vault));
  } catch (error) {
    throw isVaultError(error, 'CRYPTO.OPEN_FAILED') ? refusal('JOURNAL.OTHER_RECOVERY_KEY') : error;
  } finally {
    pair.privateKey.fill(0);
  }
}
