import { sha256 } from './crypto';
import { fingerprintWords, type FingerprintWords } from './fingerprint';
import { entryOf, makeAnchor } from './keyring-grants';
import * as birth from './keyring-birth';
import * as people from './keyring-people';
import * as recovery from './keyring-recovery';
import * as signIn from './keyring-sign-in';
import { KeyringStore } from './keyring-store';
import { live, loadGrants, memberOf, userOf, type Ring } from './ring';
import {
  VAULTS,
  type Anchor,
  type BackupKeys,
  type FolderState,
  type KeyringUser,
  type KeySession,
  type RecoveryKind,
  type UnlockResult,
  type Vault,
  type VaultInfo,
  type VaultOptions,
} from './types';

/** An open keyring.json: who has keys, and every change to them. One per program run; the folder is locked by then. */
export class Keyring {
  private queue: Promise<unknown> = Promise.resolve();

  private constructor(private readonly ring: Ring) {}

  static inspect(dir: string): FolderState {
    return KeyringStore.inspect(dir);
  }

  static open(dir: string, options: VaultOptions = {}): Keyring {
    return new Keyring({ store: KeyringStore.load(dir, options.fileHook), options });
  }

  /** First start: makes the records key, the first user and `R_org` (to be printed, then confirmed). */
  static async create(
    dir: string,
    first: { userId: string; name: string; password: string },
    options: VaultOptions = {},
  ): Promise<{ keyring: Keyring; session: KeySession; recoveryText: string }> {
    const { ring, session, recoveryText } = await birth.create(dir, first, options);
    return { keyring: new Keyring(ring), session, recoveryText };
  }

  /** A new PC: the keys of a backup, opened by the sheet `R_org`; every other user needs a new code. */
  static async restore(
    dir: string,
    keys: BackupKeys,
    first: { recoveryText: string; userId: string; name: string; password: string },
    options: VaultOptions = {},
  ): Promise<{ keyring: Keyring; session: KeySession }> {
    const { ring, session } = await birth.restore(dir, keys, first, options);
    return { keyring: new Keyring(ring), session };
  }

  /** The vault key inside a backup, by its sheet. The caller wipes it. */
  static openBackupKey(keys: BackupKeys, vault: Vault, recoveryText: string): Buffer {
    return birth.openBackupKey(keys, vault, recoveryText);
  }

  unlock(name: string, password: string): Promise<UnlockResult> {
    return this.inTurn(() => signIn.unlock(this.ring, name, password));
  }

  /** Re-entry of the password before a grave action. Counts for the back-off like a sign-in. */
  checkPassword(session: KeySession, password: string): Promise<{ ok: true } | { ok: false; retryAfterMs: number }> {
    return this.inTurn(() => signIn.checkPassword(this.ring, session, password));
  }

  changePassword(session: KeySession, current: string, next: string): Promise<void> {
    return this.inTurn(() => signIn.changePassword(this.ring, session, current, next));
  }

  users(): KeyringUser[] {
    return people.listUsers(this.ring.store.body);
  }

  vault(vault: Vault): VaultInfo | undefined {
    const entry = this.ring.store.body.vaults[vault];
    if (!entry) return undefined;
    const { version, keyId, mustRotate } = entry;
    return {
      version,
      keyId,
      mustRotate,
      recoveryConfirmed: entry.recovery.confirmed,
      recoveryPublicKey: Buffer.from(entry.recovery.publicKey, 'base64'),
    };
  }

  rename(session: KeySession, userId: string, name: string): void {
    people.rename(this.ring, session, userId, name);
  }

  /** One-time code for a new colleague: 72 h, single use, opens the records only. */
  invite(session: KeySession, user: { userId: string; name: string }): people.IssuedCode {
    return people.invite(this.ring, session, user);
  }

  /** One-time code after a forgotten password, or for one who returns. Clinical must be granted again. */
  resetPassword(session: KeySession, userId: string): people.IssuedCode {
    return people.resetPassword(this.ring, session, userId);
  }

  withdrawCode(session: KeySession, userId: string): void {
    people.withdrawCode(this.ring, session, userId);
  }

  acceptInvitation(name: string, code: string, password: string): Promise<KeySession> {
    return this.inTurn(() => people.acceptInvitation(this.ring, name, code, password));
  }

  fingerprint(userId: string): FingerprintWords {
    return fingerprintWords(memberOf(userOf(this.ring.store.body, userId)));
  }

  /** SHA-256 of the user's two public keys; null for somebody without keys. */
  publicKeyHash(userId: string): string | null {
    const keys = this.ring.store.body.users.find((user) => user.id === userId)?.keys;
    return keys ? sha256(Buffer.from(`${keys.x25519}|${keys.ed25519}`)).toString('hex') : null;
  }

  /** A changed key whose words were compared: a grant that went with the former key is sealed and vouched for anew. */
  confirmMember(session: KeySession, userId: string, vault: Vault, words: readonly string[]): void {
    people.confirmMember(this.ring, session, userId, vault, words);
  }

  /** Only a holder can grant; `words` are the six words that the two people compared, refused when they are not the user's. */
  grant(session: KeySession, userId: string, vault: Vault, words: readonly string[]): void {
    people.grant(this.ring, session, userId, vault, words);
  }

  /** Opens grants made since this session began (its user was given a vault meanwhile). */
  refresh(session: KeySession): void {
    loadGrants(this.ring, live(this.ring, session));
  }

  /** Removes grants and marks the vaults for rotation. Returns the vaults that must be rotated. */
  removeGrants(session: KeySession, userId: string, vaults: readonly Vault[] = VAULTS): Vault[] {
    return people.removeGrants(this.ring, session, userId, vaults);
  }

  /** In the first psychologist's own session: makes the clinical key and `R_clin` there. */
  createClinicalVaultKey(session: KeySession): { recoveryText: string } {
    return recovery.createClinicalVaultKey(this.ring, session);
  }

  confirmRecovery(session: KeySession, vault: Vault, recoveryText: string): void {
    recovery.confirmRecovery(this.ring, session, vault, recoveryText);
  }

  /** A new sheet for a holder's vault; the old sheet still opens old copies of the files until the vault is rotated. */
  replaceRecoveryKey(session: KeySession, vault: Vault): { recoveryText: string } {
    return recovery.replaceRecoveryKey(this.ring, session, vault);
  }

  /** The vault key by its sheet; nothing is stored. The caller wipes it. */
  openWithRecovery(vault: Vault, recoveryText: string): Buffer {
    return recovery.openWithRecovery(this.ring, vault, recoveryText);
  }

  /** Last administrator: `R_org` gives a user of this name a new password and the records. */
  recoverWithKey(_kind: 'org', recoveryText: string, user: { name: string; newPassword: string }): Promise<KeySession> {
    return this.inTurn(() => recovery.recoverWithKey(this.ring, recoveryText, user));
  }

  /** A signed-in user takes a grant by the sheet (clinical after a restore, or after the last psychologist lost a password). */
  grantByRecovery(session: KeySession, kind: RecoveryKind, recoveryText: string): void {
    recovery.grantByRecovery(this.ring, session, kind, recoveryText);
  }

  anchor(vault: Vault): Anchor | null {
    const anchor = this.ring.store.body.vaults[vault]?.anchor;
    return anchor ? { seq: anchor.seq, mac: anchor.mac, generation: anchor.generation } : null;
  }

  setAnchor(session: KeySession, vault: Vault, anchor: Anchor): void {
    const own = live(this.ring, session);
    const seal = own.withKey(vault, (key) => makeAnchor(key, vault, anchor));
    own.withKey('records', (key) => {
      this.ring.store.commit(key, (body) => {
        entryOf(body, vault).anchor = seal;
      });
    });
    own.forgetNotice('ANCHOR_CHANGED', vault);
  }

  exportForBackup(): BackupKeys {
    return birth.exportForBackup(this.ring.store.body);
  }

  /** For the rotation only, which replaces keys and file together. */
  get internals(): Ring {
    return this.ring;
  }

  /** One attempt after the other: parallel guesses do not slip past the back-off. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(work, work);
    this.queue = turn.catch(() => undefined);
    return turn;
  }
}
