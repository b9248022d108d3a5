/** What the rest of the main process may use of the vault. The long notes stand in README.md beside this file. */
export { Keyring } from './keyring';
export { VAULTS, VAULT_FILE, RECOVERY_OF, VAULT_OF } from './types';
export type {
  Anchor,
  BackupKeys,
  FolderState,
  KeyNotice,
  KeyringUser,
  KeySession,
  RecoveryKind,
  UnlockResult,
  Vault,
  VaultInfo,
  VaultOptions,
} from './types';
export { VaultError, isVaultError, VAULT_ERRORS } from './vault-error';
export type { VaultErrorCode } from './vault-error';
export { FLOOR } from './argon2';
export type { KdfParams } from './argon2';
export { checkGroups, joinRecoveryHalves, pickGroups, splitRecoveryKey } from './recovery-key';
export { fingerprintWords } from './fingerprint';
export type { FingerprintWords } from './fingerprint';
export { runCryptoSelfTest } from './self-test';
export { lockFolder, inspectPlace } from './folder-lock';
export type { FolderLock } from './folder-lock';
export { rotateVault, finishOrUndoRotation } from './rotation';
export type { RotationProgress } from './rotation';
