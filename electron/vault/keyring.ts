import type { KeySession, Anchor, BackupKeys, FolderState, KeyringUser, RecoveryKind, UnlockResult, Vault, VaultInfo, VaultOptions } from './types';
import type { FingerprintWords } from './fingerprint';

const todo = (): never => {
  throw new Error('keyring: under construction');
};

/* eslint-disable @typescript-eslint/no-unused-vars */
/** Signatures published first; the bodies follow. */
export class Keyring {
  static inspect(dir: string): FolderState { return todo(); }
  /** First start: makes the records key, the first user and `R_org` (to be printed, then confirmed). */
  static create(dir: string, first: { userId: string; name: string; password: string }, options?: VaultOptions): Promise<{ keyring: Keyring; session: KeySession; recoveryText: string }> { return todo(); }
  static open(dir: string, options?: VaultOptions): Keyring { return todo(); }
  /** A new PC: the keys of a backup, opened by the sheet `R_org`; every other user needs a new code. */
  static restore(dir: string, keys: BackupKeys, first: { recoveryText: string; userId: string; name: string; password: string }, options?: VaultOptions): Promise<{ keyring: Keyring; session: KeySession }> { return todo(); }

  unlock(name: string, password: string): Promise<UnlockResult> { return todo(); }
  /** Re-entry of the password before a grave action. Counts for the back-off like a sign-in. */
  checkPassword(session: KeySession, password: string): Promise<{ ok: true } | { ok: false; retryAfterMs: number }> { return todo(); }
  changePassword(session: KeySession, current: string, next: string): Promise<void> { return todo(); }

  users(): KeyringUser[] { return todo(); }
  vault(vault: Vault): VaultInfo | undefined { return todo(); }
  rename(session: KeySession, userId: string, name: string): void { return todo(); }

  /** One-time code for a new colleague: 72 h, single use, opens the records only. */
  invite(session: KeySession, user: { userId: string; name: string }): { code: string; until: string } { return todo(); }
  /** One-time code after a forgotten password, or for one who returns. Clinical must be granted again. */
  resetPassword(session: KeySession, userId: string): { code: string; until: string } { return todo(); }
  withdrawCode(session: KeySession, userId: string): void { return todo(); }
  acceptInvitation(name: string, code: string, password: string): Promise<KeySession> { return todo(); }

  fingerprint(userId: string): FingerprintWords { return todo(); }
  /** Only a holder can grant; `words` are the six words that the two people compared, refused when they are not the user's. */
  grant(session: KeySession, userId: string, vault: Vault, words: readonly string[]): void { return todo(); }
  /** Removes grants and marks the vaults for rotation. Returns the vaults that must be rotated. */
  removeGrants(session: KeySession, userId: string, vaults?: readonly Vault[]): Vault[] { return todo(); }

  /** In the first psychologist's own session: makes the clinical key and `R_clin` there. */
  createClinicalVaultKey(session: KeySession): { recoveryText: string } { return todo(); }
  confirmRecovery(session: KeySession, vault: Vault, recoveryText: string): void { return todo(); }
  /** A new sheet for a holder's vault; the old sheet opens nothing newer than now. */
  replaceRecoveryKey(session: KeySession, vault: Vault): { recoveryText: string } { return todo(); }
  /** The vault key by its sheet; nothing is stored. The caller wipes it. */
  openWithRecovery(vault: Vault, recoveryText: string): Buffer { return todo(); }
  /** Last administrator: `R_org` gives a user of this name a new password and the records. */
  recoverWithKey(kind: 'org', recoveryText: string, user: { name: string; newPassword: string }): Promise<KeySession> { return todo(); }
  /** A signed-in user takes a grant by the sheet (clinical after a restore, or after the last psychologist lost a password). */
  grantByRecovery(session: KeySession, kind: RecoveryKind, recoveryText: string): void { return todo(); }

  anchor(vault: Vault): Anchor | null { return todo(); }
  setAnchor(session: KeySession, vault: Vault, anchor: Anchor): void { return todo(); }
  exportForBackup(): BackupKeys { return todo(); }
}
