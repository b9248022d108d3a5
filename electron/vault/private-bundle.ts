import { randomBytes } from 'node:crypto';
import { derive, type KdfParams } from './argon2';
import { associatedData, CRYPTO, hkdf, newKeyPair, publicOf, sameBytes, unwrap, wipe, wrap } from './crypto';
import type { PrivateBundle } from './key-session';
import type { KeyringEntry } from './keyring-format';
import { isVaultError } from './vault-error';

type StoredKeys = NonNullable<KeyringEntry['keys']>;

export const newBundle = (): PrivateBundle => ({ x25519: newKeyPair('x25519'), ed25519: newKeyPair('ed25519') });

/** Binds the wrap to the user, this keyring, the cost and salt it was made with, and the count of password changes. */
const bundleData = (keyringId: string, userId: string, kdf: StoredKeys['kdf'], epoch: number): Buffer =>
  associatedData(CRYPTO.labels.bundle, { keyringId, userId, epoch, memory: kdf.memory, passes: kdf.passes, lanes: kdf.lanes, salt: kdf.salt });

async function keyOfPassword(password: string, kdf: StoredKeys['kdf'], deviceSecret?: Buffer): Promise<Buffer> {
  const stretched = await derive(password, Buffer.from(kdf.salt, 'base64'), kdf);
  try {
    return hkdf(stretched, CRYPTO.labels.kek, deviceSecret);
  } finally {
    wipe(stretched);
  }
}

export interface WrapRequest {
  keyringId: string;
  userId: string;
  password: string;
  cost: KdfParams;
  epoch: number;
  deviceSecret?: Buffer | undefined;
}

/** Wraps the two private keys under a password: new salt, new key, the same key pairs. */
export async function wrapBundle(bundle: PrivateBundle, request: WrapRequest): Promise<StoredKeys> {
  const kdf = { memory: request.cost.memory, passes: request.cost.passes, lanes: request.cost.lanes, salt: randomBytes(16).toString('base64') };
  const kek = await keyOfPassword(request.password, kdf, request.deviceSecret);
  const plain = Buffer.concat([bundle.x25519.privateKey, bundle.ed25519.privateKey]);
  try {
    const wrapped = wrap(kek, plain, bundleData(request.keyringId, request.userId, kdf, request.epoch));
    return {
      kdf,
      epoch: request.epoch,
      x25519: bundle.x25519.publicKey.toString('base64'),
      ed25519: bundle.ed25519.publicKey.toString('base64'),
      wrapped: wrapped.toString('base64'),
    };
  } finally {
    wipe(kek, plain);
  }
}

/** The private keys, or undefined for a wrong password. A public key that is not of its private key counts as wrong too. */
export async function openBundle(
  keyringId: string,
  userId: string,
  keys: StoredKeys,
  password: string,
  deviceSecret?: Buffer,
): Promise<PrivateBundle | undefined> {
  const kek = await keyOfPassword(password, keys.kdf, deviceSecret);
  try {
    const plain = unwrap(kek, Buffer.from(keys.wrapped, 'base64'), bundleData(keyringId, userId, keys.kdf, keys.epoch));
    const [x, ed] = [Buffer.from(plain.subarray(0, 32)), Buffer.from(plain.subarray(32, 64))];
    wipe(plain);
    const bundle = { x25519: { privateKey: x, publicKey: publicOf('x25519', x) }, ed25519: { privateKey: ed, publicKey: publicOf('ed25519', ed) } };
    const own =
      sameBytes(bundle.x25519.publicKey, Buffer.from(keys.x25519, 'base64')) &&
      sameBytes(bundle.ed25519.publicKey, Buffer.from(keys.ed25519, 'base64'));
    if (own) return bundle;
    wipe(x, ed);
    return undefined;
  } catch (error) {
    if (isVaultError(error, 'CRYPTO.OPEN_FAILED')) return undefined;
    throw error;
  } finally {
    wipe(kek);
  }
}

/** The work of a real attempt, for a name that nobody has: the answer takes the same time. */
export async function pretendToOpen(cost: KdfParams, password: string): Promise<undefined> {
  const kdf = { memory: cost.memory, passes: cost.passes, lanes: cost.lanes, salt: randomBytes(16).toString('base64') };
  wipe(await keyOfPassword(password, kdf));
  return undefined;
}
