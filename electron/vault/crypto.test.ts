import { describe, expect, it } from 'vitest';
import { associatedData, CRYPTO, keyIdOf, newKey, newKeyPair, openSealed, seal, signWith, unwrap, verifySignature, wrap } from './crypto';

const data = associatedData(CRYPTO.labels.grant, { user: 'u1', vault: 'clinical', version: 3, keyId: 'ab' });

const flipped = (bytes: Buffer, bit: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
};

describe('wrap', () => {
  it('opens with the same key and associated data only', () => {
    const key = newKey();
    const wrapped = wrap(key, Buffer.from('тайна'), data);
    expect(unwrap(key, wrapped, data).toString()).toBe('тайна');
    expect(() => unwrap(newKey(), wrapped, data)).toThrow('CRYPTO.OPEN_FAILED');
  });

  it.each([
    [{ user: 'u2', vault: 'clinical', version: 3, keyId: 'ab' }],
    [{ user: 'u1', vault: 'records', version: 3, keyId: 'ab' }],
    [{ user: 'u1', vault: 'clinical', version: 4, keyId: 'ab' }],
    [{ user: 'u1', vault: 'clinical', version: 3, keyId: 'ac' }],
    [{ user: 'u1', vault: 'clinical', version: '3', keyId: 'ab' }],
  ])('is refused under other associated data: %j', (other) => {
    const key = newKey();
    const wrapped = wrap(key, Buffer.from('тайна'), data);
    expect(() => unwrap(key, wrapped, associatedData(CRYPTO.labels.grant, other))).toThrow('CRYPTO.OPEN_FAILED');
  });

  it('gives other bytes for a value that could be read into its neighbour', () => {
    const one = associatedData(CRYPTO.labels.grant, { a: 'x","b', b: 'y' });
    const other = associatedData(CRYPTO.labels.grant, { a: 'x', b: '","b","y' });
    expect(one.equals(other)).toBe(false);
  });

  it('is refused with any single bit changed, and at every shorter length', () => {
    const key = newKey();
    const wrapped = wrap(key, newKey(), data);
    for (let bit = 0; bit < wrapped.length * 8; bit += 1) expect(() => unwrap(key, flipped(wrapped, bit), data)).toThrow('CRYPTO.OPEN_FAILED');
    for (let length = 0; length < wrapped.length; length += 1)
      expect(() => unwrap(key, wrapped.subarray(0, length), data)).toThrow('CRYPTO.OPEN_FAILED');
  });

  it('never repeats a nonce in 100,000 wraps', () => {
    const key = newKey();
    const seen = new Set<string>();
    for (let count = 0; count < 100_000; count += 1) seen.add(wrap(key, Buffer.alloc(1), data).toString('latin1', 1, 13));
    expect(seen.size).toBe(100_000);
  });
});

describe('sealed box', () => {
  it('opens for the recipient and for nobody else', () => {
    const [recipient, other] = [newKeyPair('x25519'), newKeyPair('x25519')];
    const sealed = seal(recipient.publicKey, Buffer.from('ключ'), data);
    expect(openSealed(recipient, sealed, data).toString()).toBe('ключ');
    expect(() => openSealed(other, sealed, data)).toThrow('CRYPTO.OPEN_FAILED');
    expect(() => openSealed({ ...recipient, publicKey: other.publicKey }, sealed, data)).toThrow('CRYPTO.OPEN_FAILED');
  });

  it('is refused with any single bit changed', () => {
    const recipient = newKeyPair('x25519');
    const sealed = seal(recipient.publicKey, newKey(), data);
    // The top bit of an X25519 key is ignored by the curve, and bound here because the ephemeral key salts the derivation.
    for (let bit = 0; bit < sealed.length * 8; bit += 1)
      expect(() => openSealed(recipient, flipped(sealed, bit), data)).toThrow('CRYPTO.OPEN_FAILED');
  });

  it('refuses an ephemeral key of low order', () => {
    const recipient = newKeyPair('x25519');
    const sealed = seal(recipient.publicKey, newKey(), data);
    sealed.fill(0, 1, 33);
    expect(() => openSealed(recipient, sealed, data)).toThrow('CRYPTO.OPEN_FAILED');
  });
});

describe('signature', () => {
  it('holds for one message and one key', () => {
    const [pair, other] = [newKeyPair('ed25519'), newKeyPair('ed25519')];
    const signature = signWith(pair.privateKey, data);
    expect(verifySignature(pair.publicKey, data, signature)).toBe(true);
    expect(verifySignature(other.publicKey, data, signature)).toBe(false);
    expect(verifySignature(pair.publicKey, Buffer.concat([data, data]), signature)).toBe(false);
    expect(verifySignature(Buffer.alloc(5), data, signature)).toBe(false);
  });
});

it('the name of a key is steady and tells keys apart', () => {
  const key = newKey();
  expect(keyIdOf(key)).toBe(keyIdOf(Buffer.from(key)));
  expect(keyIdOf(key)).not.toBe(keyIdOf(newKey()));
});
