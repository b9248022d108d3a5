import type { KdfParams } from './argon2';

/** The two vaults. `records` is opened by every user; `clinical` only by those to whom a holder granted it. */
export const VAULTS = ['records', 'clinical'] as const;
export type Vault = (typeof VAULTS)[number];

/** Recovery sheets: `org` opens the records, `clin` the clinical vault. */
export type RecoveryKind = 'org' | 'clin';
export const RECOVERY_OF: Record<Vault, RecoveryKind> = { records: 'org', clinical: 'clin' };
export const VAULT_OF: Record<RecoveryKind, Vault> = { org: 'records', clin: 'clinical' };

/** Database file of a vault inside the data folder. */
export const VAULT_FILE: Record<Vault, string> = { records: 'records.db', clinical: 'clinical.db' };

export interface VaultOptions {
  clock?: () => Date;
  /** Fixed cost instead of calibration. Tests pass `FLOOR`; anything below the floor is refused. */
  kdf?: KdfParams;
  /** Secret of this PC (safeStorage); when the keyring was made with one, it is needed for every password. */
  deviceSecret?: Buffer;
  /** Names of the organisation, refused as passwords. */
  organisationNames?: () => readonly string[];
  /** Stops the world before a step of a keyring write; for crash tests. */
  fileHook?: (step: string) => void;
}

/** Something a signed-in session noticed about the keyring that a person must look at. */
export interface KeyNotice {
  code: 'MEMBER_KEY_CHANGED' | 'RECOVERY_KEY_CHANGED' | 'ANCHOR_CHANGED' | 'RECOVERED_PREVIOUS';
  vault?: Vault;
  userId?: string;
}

/** The keys of one signed-in user. Lives in memory only; `wipe` zeroes every key. */
export interface KeySession {
  readonly userId: string;
  readonly name: string;
  readonly notices: readonly KeyNotice[];
  readonly isWiped: boolean;
  holds(vault: Vault): boolean;
  /** A copy of the 32-byte vault key that the caller fills with zeros after use; undefined when this user holds none. */
  vaultKey(vault: Vault): Buffer | undefined;
  /** Ed25519 signature by the user's own key (64 bytes). */
  sign(message: Buffer): Buffer;
  wipe(): void;
}

export type UnlockResult =
  | { kind: 'open'; session: KeySession }
  /** Wrong name or password: one answer for both. The next attempt is accepted after `retryAfterMs`. */
  | { kind: 'wrong'; retryAfterMs: number }
  /** Too soon after a wrong attempt; nothing was checked. */
  | { kind: 'wait'; retryAfterMs: number };

/** What the sign-in screen and the users page may know about a user's keys. */
export interface KeyringUser {
  id: string;
  name: string;
  /** active: has a password; invited: has an open code and no password; closed: neither. */
  state: 'active' | 'invited' | 'closed';
  holds: Vault[];
  /** ISO end of the open one-time code, if any. */
  codeUntil: string | null;
}

export interface VaultInfo {
  version: number;
  keyId: string;
  recoveryConfirmed: boolean;
  mustRotate: boolean;
  /** X25519 public key of the recovery sheet (32 bytes). */
  recoveryPublicKey: Buffer;
}

/** Journal head of a vault: an older head in the database file means that the file was rolled back. */
export interface Anchor {
  seq: number;
  mac: string;
  generation: number;
}

/** The part of the keyring that travels in a backup: vault keys sealed to the recovery sheets only, no password wraps. */
export interface BackupKeys {
  format: 1;
  vaults: Partial<Record<Vault, { version: number; keyId: string; recoveryPublicKey: string; sealed: string; confirmed: boolean }>>;
  users: { id: string; name: string }[];
}

/**
 * empty: nothing here, set-up may start. ready: a keyring can be read. no-keyring: databases without a keyring
 * (never offer deletion: a backup of the keyring opens them). damaged / newer: as the name says.
 */
export type FolderState = 'empty' | 'ready' | 'no-keyring' | 'damaged' | 'newer';
