import { TirekError, type ErrorParams } from '../../shared/kernel/errors';

export const VAULT_ERRORS = [
  'KEYRING.MISSING',
  'KEYRING.DAMAGED',
  'KEYRING.NEWER',
  'KEYRING.ALTERED',
  'KEYRING.EXISTS',
  'KEYRING.BUSY',
  'KEYRING.OTHER_PC',
  'VAULT.LOCKED',
  'VAULT.NOT_HOLDER',
  'VAULT.LAST_HOLDER',
  'VAULT.EXISTS',
  'VAULT.ABSENT',
  'VAULT.KEY_CHANGED',
  'USER.UNKNOWN',
  'USER.NAME_TAKEN',
  'USER.NAME_INVALID',
  'PASSWORD.WRONG',
  'PASSWORD.TOO_SHORT',
  'PASSWORD.TOO_LONG',
  'PASSWORD.TOO_COMMON',
  'INVITATION.WRONG',
  'INVITATION.EXPIRED',
  'INVITATION.WAIT',
  'RECOVERY.WRONG_GROUP',
  'RECOVERY.CHECKSUM',
  'RECOVERY.OTHER_KEY',
  'RECOVERY.HALVES',
  'KDF.REFUSED',
  'CRYPTO.SELF_TEST',
  'CRYPTO.OPEN_FAILED',
  'ROTATION.CHECK_FAILED',
  'ROTATION.UNCLEAR',
  'FOLDER.IN_USE',
  'FOLDER.READ_ONLY',
  'FOLDER.ON_NETWORK',
  'FOLDER.SYNCED',
  'FOLDER.FULL',
  'FOLDER.UNUSABLE',
] as const;
export type VaultErrorCode = (typeof VAULT_ERRORS)[number];

/** Refusal of the vault. The code names the sentence; the parameters never carry key material. */
export class VaultError extends TirekError {
  readonly code: VaultErrorCode;

  constructor(code: VaultErrorCode, params?: ErrorParams) {
    super({ kind: code === 'VAULT.LOCKED' ? 'locked' : 'refused', code, ...(params ? { params } : {}) });
    this.name = 'VaultError';
    this.code = code;
  }
}

export const isVaultError = (error: unknown, code?: VaultErrorCode): error is VaultError =>
  error instanceof VaultError && (code === undefined || error.code === code);
