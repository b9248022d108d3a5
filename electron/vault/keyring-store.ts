import { existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomic, type StepHook } from './atomic-file';
import { CRYPTO, hkdf, hmac, sameBytes, wipe } from './crypto';
import { bodyBytes, MAX_KEYRING_BYTES, parseKeyring, serialise, type KeyringBody, type KeyringFile, type RotationIntent } from './keyring-format';
import { VAULT_FILE, type FolderState } from './types';
import { isVaultError, VaultError } from './vault-error';

export const KEYRING_FILE = 'keyring.json';
export const PREVIOUS_FILE = 'keyring.prev.json';
const DAMAGED_FILE = 'keyring.damaged.json';

/** MAC of the whole body under a key that every signed-in session holds: edits from outside are seen at the next sign-in. */
export function keyringMac(recordsKey: Uint8Array, body: KeyringBody): string {
  const key = hkdf(recordsKey, CRYPTO.labels.keyring);
  try {
    return hmac(key, bodyBytes(body)).toString('base64');
  } finally {
    wipe(key);
  }
}

function read(file: string): KeyringFile | 'missing' | 'damaged' {
  if (!existsSync(file)) return 'missing';
  if (statSync(file).size > MAX_KEYRING_BYTES) return 'damaged';
  try {
    return parseKeyring(readFileSync(file));
  } catch (error) {
    if (isVaultError(error, 'KEYRING.DAMAGED')) return 'damaged';
    throw error;
  }
}

/**
 * keyring.json and the generation before it. Every write replaces the whole file atomically; a write that takes a
 * right away (password, grant, old key) replaces both generations, so that the older one does not give it back.
 */
export class KeyringStore {
  private constructor(
    private readonly dir: string,
    private current: KeyringFile,
    public usesPrevious: boolean,
    private readonly hook: StepHook,
  ) {}

  static inspect(dir: string): FolderState {
    try {
      const found = [read(join(dir, KEYRING_FILE)), read(join(dir, PREVIOUS_FILE))];
      if (found.some((one) => typeof one === 'object')) return 'ready';
      if (found.includes('damaged')) return 'damaged';
      return Object.values(VAULT_FILE).some((name) => existsSync(join(dir, name))) ? 'no-keyring' : 'empty';
    } catch (error) {
      return isVaultError(error, 'KEYRING.NEWER') ? 'newer' : 'damaged';
    }
  }

  static load(dir: string, hook: StepHook = () => undefined): KeyringStore {
    const current = read(join(dir, KEYRING_FILE));
    if (typeof current === 'object') return new KeyringStore(dir, current, false, hook);
    const previous = read(join(dir, PREVIOUS_FILE));
    if (typeof previous === 'object') return new KeyringStore(dir, previous, true, hook);
    throw new VaultError(current === 'missing' && previous === 'missing' ? 'KEYRING.MISSING' : 'KEYRING.DAMAGED');
  }

  static create(dir: string, body: KeyringBody, recordsKey: Uint8Array, hook: StepHook = () => undefined): KeyringStore {
    if (existsSync(join(dir, KEYRING_FILE)) || existsSync(join(dir, PREVIOUS_FILE))) throw new VaultError('KEYRING.EXISTS');
    const file: KeyringFile = { format: 1, body, mac: keyringMac(recordsKey, body), signIn: [], rotation: null };
    const store = new KeyringStore(dir, file, false, hook);
    store.write(file, 'first');
    return store;
  }

  get folder(): string {
    return this.dir;
  }

  get body(): KeyringBody {
    return this.current.body;
  }

  get signIn(): KeyringFile['signIn'] {
    return this.current.signIn;
  }

  get rotation(): RotationIntent | null {
    return this.current.rotation;
  }

  isGenuine(recordsKey: Uint8Array): boolean {
    return sameBytes(Buffer.from(this.current.mac, 'base64'), Buffer.from(keyringMac(recordsKey, this.body), 'base64'));
  }

  /** Changes the body and signs it. Nothing changes, in memory or on disk, when `change` or the write fails. */
  commit(recordsKey: Uint8Array, change: (body: KeyringBody) => void, options: { revoking?: boolean } = {}): void {
    if (this.rotation) throw new VaultError('KEYRING.BUSY');
    const body = structuredClone(this.body);
    change(body);
    body.generation += 1;
    this.replace({ ...this.current, body, mac: keyringMac(recordsKey, body) }, options.revoking ? 'both' : 'keep');
  }

  /** The back-off counts stand outside the MAC: they must be written when nobody holds a key. */
  saveSignIn(signIn: KeyringFile['signIn']): void {
    this.replace({ ...this.current, signIn }, 'current-only');
  }

  /** The intent stands outside the MAC too, so that a start-up without keys can undo it; what it leads to is MACed itself. */
  saveRotation(rotation: RotationIntent | null): void {
    this.replace({ ...this.current, rotation }, 'both');
  }

  /** Ends a rotation: the prepared body takes the place of the old one in both generations. */
  adoptRotated(): void {
    const ready = this.rotation?.ready;
    if (!ready) throw new VaultError('ROTATION.UNCLEAR');
    this.replace({ ...this.current, body: ready.body, mac: ready.mac, rotation: null }, 'both-with-rotation');
  }

  private replace(file: KeyringFile, mode: 'keep' | 'both' | 'current-only' | 'both-with-rotation'): void {
    parseKeyring(serialise(file)); // a mistake of ours must not become the user's damaged file
    this.write(file, mode);
    this.current = file;
    this.usesPrevious = false;
  }

  private write(file: KeyringFile, mode: 'first' | 'keep' | 'both' | 'current-only' | 'both-with-rotation'): void {
    const path = join(this.dir, KEYRING_FILE);
    const previous = join(this.dir, PREVIOUS_FILE);
    const bytes = serialise(file);
    if (this.usesPrevious && existsSync(path)) renameSync(path, join(this.dir, DAMAGED_FILE));
    if (mode === 'keep')
      writeAtomic(previous, serialise(this.current), (step) => {
        this.hook(`previous:${step}`);
      });
    // After a rotation the older generation goes second: until then the current one still says how to finish.
    if (mode === 'both')
      writeAtomic(previous, bytes, (step) => {
        this.hook(`previous:${step}`);
      });
    writeAtomic(path, bytes, (step) => {
      this.hook(`current:${step}`);
    });
    if (mode === 'both-with-rotation')
      writeAtomic(previous, bytes, (step) => {
        this.hook(`previous:${step}`);
      });
    if (mode !== 'current-only' && mode !== 'first') rmSync(join(this.dir, DAMAGED_FILE), { force: true });
  }
}
