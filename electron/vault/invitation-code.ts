import { randomBytes } from 'node:crypto';
import { fromBase32, inGroups, tidyTyped, toBase32 } from './base32';
import { CRYPTO, hkdf, publicOf, sha256, wipe, type KeyPair } from './crypto';

/** 120 random bits as 24 letters and one check letter, in five groups of five. */
const BYTES = 15;
const LETTERS = 24;
export const CODE_HOURS = 72;

const checkLetter = (letters: string): string => toBase32(sha256(Buffer.from(`${CRYPTO.labels.invitation}|${letters}`))).slice(0, 1);

export function newCode(): string {
  const bytes = randomBytes(BYTES);
  const letters = toBase32(bytes);
  bytes.fill(0);
  return inGroups(letters + checkLetter(letters), 5).join('-');
}

/**
 * The key pair of a typed code, undefined when it is none. A key pair rather than a plain key, so that a vault key
 * rotated while the code is still on its way can be sealed anew for a colleague who has not come yet.
 */
export function codeKeyPair(typed: string, userId: string, keyringId: string): KeyPair | undefined {
  const letters = tidyTyped(typed);
  const body = letters.slice(0, LETTERS);
  if (letters.length !== LETTERS + 1 || checkLetter(body) !== letters.slice(LETTERS)) return undefined;
  const secret = fromBase32(body);
  if (!secret) return undefined;
  const privateKey = hkdf(secret, CRYPTO.labels.invitation, Buffer.from(keyringId), userId);
  wipe(secret);
  return { privateKey, publicKey: publicOf('x25519', privateKey) };
}
