import { signWith, wipe, type KeyPair } from './crypto';
import type { KeyNotice, KeySession, Vault } from './types';
import { VaultError } from './vault-error';

export interface PrivateBundle {
  x25519: KeyPair;
  ed25519: KeyPair;
}

export function wipeBundle(bundle: PrivateBundle): void {
  wipe(bundle.x25519.privateKey, bundle.ed25519.privateKey);
}

/** The living keys. Raw buffers only: they can be zeroed, and KeyObjects and strings cannot. */
export class LiveSession implements KeySession {
  private readonly keys = new Map<Vault, Buffer>();
  private readonly seen: KeyNotice[] = [];
  private wiped = false;

  constructor(
    readonly keyringId: string,
    readonly userId: string,
    readonly name: string,
    private readonly bundle: PrivateBundle,
  ) {}

  get notices(): readonly KeyNotice[] {
    return this.seen;
  }

  get isWiped(): boolean {
    return this.wiped;
  }

  get privateBundle(): PrivateBundle {
    this.requireLive();
    return this.bundle;
  }

  notice(notice: KeyNotice): void {
    if (!this.seen.some((one) => JSON.stringify(one) === JSON.stringify(notice))) this.seen.push(notice);
  }

  forgetNotices(vault: Vault): void {
    this.seen.splice(0, this.seen.length, ...this.seen.filter((one) => one.vault !== vault));
  }

  holds(vault: Vault): boolean {
    return !this.wiped && this.keys.has(vault);
  }

  forgetNotice(code: KeyNotice['code'], vault: Vault, userId?: string): void {
    const left = this.seen.filter((one) => !(one.code === code && one.vault === vault && (userId === undefined || one.userId === userId)));
    this.seen.splice(0, this.seen.length, ...left);
  }

  vaultKey(vault: Vault): Buffer | undefined {
    const key = this.wiped ? undefined : this.keys.get(vault);
    return key && Buffer.from(key);
  }

  /** Takes the buffer over; the key held before is zeroed. */
  setVaultKey(vault: Vault, key: Buffer | undefined): void {
    if (this.wiped) {
      // Locked while a rotation was on its way: the new key is in the keyring, and must not live on here.
      wipe(key);
      return;
    }
    wipe(this.keys.get(vault));
    if (key) this.keys.set(vault, key);
    else this.keys.delete(vault);
  }

  /** Lends the key itself for the time of the call: no copy is left behind. */
  withKey<T>(vault: Vault, use: (key: Buffer) => T): T {
    this.requireLive();
    const key = this.keys.get(vault);
    if (!key) throw new VaultError('VAULT.NOT_HOLDER', { vault });
    return use(key);
  }

  sign(message: Buffer): Buffer {
    this.requireLive();
    return signWith(this.bundle.ed25519.privateKey, message);
  }

  wipe(): void {
    this.wiped = true;
    for (const key of this.keys.values()) wipe(key);
    this.keys.clear();
    wipeBundle(this.bundle);
  }

  private requireLive(): void {
    if (this.wiped) throw new VaultError('VAULT.LOCKED');
  }
}
