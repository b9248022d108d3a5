import { createCipheriv, hkdfSync } from 'node:crypto';
import { derive, FLOOR } from './argon2';
import {
  agree,
  associatedData,
  CRYPTO,
  hmac,
  newKeyPair,
  openSealed,
  publicOf,
  seal,
  sha256,
  signWith,
  unwrap,
  verifySignature,
  wrap,
} from './crypto';
import { VaultError } from './vault-error';

/*
 * Known answers at every start: the packaged program runs on another cryptographic library than the tests do, and must
 * refuse to start rather than write what nobody can read.
 */
const hex = (text: string): Buffer => Buffer.from(text, 'hex');

function expect(name: string, actual: Uint8Array, expected: string): void {
  if (!Buffer.from(actual).equals(hex(expected))) throw new VaultError('CRYPTO.SELF_TEST', { name });
}

function hashes(): void {
  expect('sha-256', sha256(Buffer.from('abc')), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  // RFC 4231, case 2
  expect(
    'hmac',
    hmac(Buffer.from('Jefe'), Buffer.from('what do ya want for nothing?')),
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
  // RFC 5869, case 1
  const okm = hkdfSync(CRYPTO.hash, Buffer.alloc(22, 0x0b), hex('000102030405060708090a0b0c'), hex('f0f1f2f3f4f5f6f7f8f9'), 42);
  expect('hkdf', new Uint8Array(okm), '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865');
}

/** GCM specification, case 16: 256-bit key, associated data, a text that ends within a block. */
function cipher(): void {
  const gcm = createCipheriv(CRYPTO.cipher, hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308'), hex('cafebabefacedbaddecaf888'));
  gcm.setAAD(hex('feedfacedeadbeeffeedfacedeadbeefabaddad2'));
  const plain = hex('d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39');
  const text = Buffer.concat([gcm.update(plain), gcm.final()]);
  expect(
    'aes-256-gcm',
    text,
    '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662',
  );
  expect('aes-256-gcm tag', gcm.getAuthTag(), '76fc6ece0f4e1768cddf8853bb2d551b');
}

function curves(): void {
  // RFC 7748, section 5.2, first vector
  const scalar = hex('a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4');
  expect(
    'x25519',
    agree(scalar, hex('e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c')),
    'c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552',
  );
  // RFC 8032, section 7.1, test 2
  const signer = hex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb');
  const publicKey = '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c';
  const signature =
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00';
  expect('ed25519 key', publicOf('ed25519', signer), publicKey);
  expect('ed25519', signWith(signer, hex('72')), signature);
  if (verifySignature(hex(publicKey), hex('73'), hex(signature))) throw new VaultError('CRYPTO.SELF_TEST', { name: 'ed25519 verify' });
}

/** The two containers, there and back, and closed to a changed byte. */
function containers(): void {
  const data = associatedData(CRYPTO.labels.box, { test: 1 });
  const pair = newKeyPair('x25519');
  const secret = sha256(Buffer.from('secret'));
  expect('wrap', unwrap(secret, wrap(secret, secret, data), data), secret.toString('hex'));
  expect('seal', openSealed(pair, seal(pair.publicKey, secret, data), data), secret.toString('hex'));
  const changed = seal(pair.publicKey, secret, data);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  let opened = true;
  try {
    openSealed(pair, changed, data);
  } catch {
    opened = false;
  }
  if (opened) throw new VaultError('CRYPTO.SELF_TEST', { name: 'seal' });
}

/** Argon2id at the floor; the answer was given alike by two independent implementations. */
async function passwords(): Promise<void> {
  expect(
    'argon2id',
    await derive('password', Buffer.from('somesaltsomesalt'), FLOOR),
    '81db97a7e67a891784a2599bc879f957cb3512d273984bd97d8a18fc59ff01e2',
  );
}

/** Throws CRYPTO.SELF_TEST with the name of the first primitive that answers wrong. Must pass before the program starts. */
export async function runCryptoSelfTest(): Promise<void> {
  try {
    hashes();
    cipher();
    curves();
    containers();
    await passwords();
  } catch (error) {
    if (error instanceof VaultError && error.code === 'CRYPTO.SELF_TEST') throw error;
    throw new VaultError('CRYPTO.SELF_TEST', { name: 'missing' });
  }
}
