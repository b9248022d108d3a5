import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  randomBytes,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { VaultError } from './vault-error';

/*
 * Everything here exists in OpenSSL and in Electron's BoringSSL alike: AES-256-GCM, HKDF, HMAC, X25519, Ed25519.
 * A wrap is: version byte 1 | nonce (12) | ciphertext | tag (16). A sealed box puts the ephemeral public key (32)
 * after its version byte. The associated data is never stored: the reader rebuilds it from what it believes.
 */
export const CRYPTO = {
  wrapVersion: 1,
  keyBytes: 32,
  nonceBytes: 12,
  tagBytes: 16,
  cipher: 'aes-256-gcm',
  hash: 'sha256',
  labels: {
    kek: 'tirek/kek/v1',
    bundle: 'tirek/bundle/v1',
    grant: 'tirek/grant/v1',
    grantSignature: 'tirek/grant-signature/v1',
    keyring: 'tirek/keyring-mac/v1',
    members: 'tirek/members-mac/v1',
    anchor: 'tirek/anchor-mac/v1',
    box: 'tirek/box/v1',
    invitation: 'tirek/invitation/v1',
    recovery: 'tirek/recovery/v1',
    words: 'tirek/words/v1',
    keyId: 'tirek/key-id/v1',
  },
} as const;

export type Label = (typeof CRYPTO.labels)[keyof typeof CRYPTO.labels];

/** Associated data: a label and named values, written so that no two different sets give the same bytes. */
export function associatedData(label: Label, values: Record<string, string | number | null>): Buffer {
  const names = Object.keys(values).sort();
  return Buffer.from(JSON.stringify([label, ...names.map((name) => [name, values[name] ?? null])]), 'utf8');
}

export function hkdf(secret: Uint8Array, label: Label, salt: Uint8Array = Buffer.alloc(0), context = ''): Buffer {
  return Buffer.from(hkdfSync(CRYPTO.hash, secret, salt, `${label}|${context}`, CRYPTO.keyBytes));
}

export const hmac = (key: Uint8Array, data: Uint8Array): Buffer => createHmac(CRYPTO.hash, key).update(data).digest();
export const sha256 = (data: Uint8Array): Buffer => createHash(CRYPTO.hash).update(data).digest();
export const newKey = (): Buffer => Buffer.from(randomBytes(CRYPTO.keyBytes));
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

/** Short public name of a key: tells two keys apart without telling anything about either. */
export const keyIdOf = (key: Uint8Array): string => hmac(key, Buffer.from(CRYPTO.labels.keyId)).subarray(0, 8).toString('hex');

export function wipe(...buffers: (Uint8Array | undefined)[]): void {
  for (const buffer of buffers) buffer?.fill(0);
}

export function wrap(key: Uint8Array, plain: Uint8Array, aad: Uint8Array): Buffer {
  const nonce = randomBytes(CRYPTO.nonceBytes);
  const cipher = createCipheriv(CRYPTO.cipher, key, nonce);
  cipher.setAAD(aad);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([CRYPTO.wrapVersion]), nonce, body, cipher.getAuthTag()]);
}

/** Throws CRYPTO.OPEN_FAILED for a wrong key, other associated data, an unknown version, or any changed bit. */
export function unwrap(key: Uint8Array, wrapped: Uint8Array, aad: Uint8Array): Buffer {
  const { nonceBytes, tagBytes, wrapVersion } = CRYPTO;
  if (wrapped.length < 1 + nonceBytes + tagBytes || wrapped[0] !== wrapVersion) throw new VaultError('CRYPTO.OPEN_FAILED');
  const decipher = createDecipheriv(CRYPTO.cipher, key, wrapped.subarray(1, 1 + nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(aad);
  decipher.setAuthTag(wrapped.subarray(wrapped.length - tagBytes));
  const body = decipher.update(wrapped.subarray(1 + nonceBytes, wrapped.length - tagBytes));
  try {
    return Buffer.concat([body, decipher.final()]);
  } catch {
    throw new VaultError('CRYPTO.OPEN_FAILED');
  } finally {
    body.fill(0);
  }
}

// DER headers of RFC 8410: the 32 raw bytes follow. Raw keys are kept because, unlike KeyObjects, they can be zeroed.
const PKCS8 = { x25519: Buffer.from('302e020100300506032b656e04220420', 'hex'), ed25519: Buffer.from('302e020100300506032b657004220420', 'hex') };
const SPKI = { x25519: Buffer.from('302a300506032b656e032100', 'hex'), ed25519: Buffer.from('302a300506032b6570032100', 'hex') };
type Curve = keyof typeof SPKI;

function privateKey(curve: Curve, raw: Uint8Array): KeyObject {
  const der = Buffer.concat([PKCS8[curve], raw]);
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } finally {
    der.fill(0);
  }
}

const publicKey = (curve: Curve, raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI[curve], raw]), format: 'der', type: 'spki' });

/** Raw 32-byte public key of a raw 32-byte private key. */
export function publicOf(curve: Curve, raw: Uint8Array): Buffer {
  return Buffer.from(createPublicKey(privateKey(curve, raw)).export({ format: 'der', type: 'spki' }).subarray(SPKI[curve].length));
}

export interface KeyPair {
  publicKey: Buffer;
  privateKey: Buffer;
}

export function newKeyPair(curve: Curve): KeyPair {
  const raw = newKey();
  return { privateKey: raw, publicKey: publicOf(curve, raw) };
}

/** X25519: the raw 32 bytes both sides arrive at; only ever fed to HKDF. */
export function agree(mine: Uint8Array, theirs: Uint8Array): Buffer {
  return diffieHellman({ privateKey: privateKey('x25519', mine), publicKey: publicKey('x25519', theirs) });
}

function boxKey(secret: Uint8Array, ephemeral: Uint8Array, recipient: Uint8Array): Buffer {
  return hkdf(secret, CRYPTO.labels.box, Buffer.concat([ephemeral, recipient]));
}

/** Seals to an X25519 public key: ephemeral key -> HKDF -> AES-256-GCM. Anyone can seal; only the private key opens. */
export function seal(recipient: Uint8Array, plain: Uint8Array, aad: Uint8Array): Buffer {
  const ephemeral = newKeyPair('x25519');
  const secret = agree(ephemeral.privateKey, recipient);
  const key = boxKey(secret, ephemeral.publicKey, recipient);
  try {
    return Buffer.concat([Buffer.from([CRYPTO.wrapVersion]), ephemeral.publicKey, wrap(key, plain, aad)]);
  } finally {
    wipe(ephemeral.privateKey, secret, key);
  }
}

export function openSealed(recipient: KeyPair, sealed: Uint8Array, aad: Uint8Array): Buffer {
  if (sealed.length < 1 + 32 + 29 || sealed[0] !== CRYPTO.wrapVersion) throw new VaultError('CRYPTO.OPEN_FAILED');
  const ephemeral = sealed.subarray(1, 33);
  let secret: Buffer;
  try {
    secret = agree(recipient.privateKey, ephemeral);
  } catch {
    throw new VaultError('CRYPTO.OPEN_FAILED'); // a low-order or malformed ephemeral key
  }
  const key = boxKey(secret, ephemeral, recipient.publicKey);
  try {
    return unwrap(key, sealed.subarray(33), aad);
  } finally {
    wipe(secret, key);
  }
}

export const signWith = (privateRaw: Uint8Array, message: Uint8Array): Buffer => sign(null, message, privateKey('ed25519', privateRaw));

export function verifySignature(publicRaw: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify(null, message, publicKey('ed25519', publicRaw), signature);
  } catch {
    return false;
  }
}
