import { randomInt } from 'node:crypto';
import { ALPHABET, fromBase32, inGroups, isBase32, tidyTyped, toBase32 } from './base32';
import { CRYPTO, hkdf, newKey, publicOf, sha256, wipe, type KeyPair } from './crypto';
import type { RecoveryKind } from './types';
import { VaultError } from './vault-error';

/*
 * A sheet: 52 letters carry the 256-bit secret, 4 carry a checksum; printed as 14 groups of 4. The checksum covers the
 * kind of sheet, so that R_org typed where R_clin is asked is recognised as the other sheet and not as a typing error.
 */
export const GROUPS = 14;
const GROUP = 4;
const BODY = 52;
type SheetKind = RecoveryKind | 'clin-half-1' | 'clin-half-2';
const KINDS: SheetKind[] = ['org', 'clin', 'clin-half-1', 'clin-half-2'];

const checksum = (kind: SheetKind, body: string): string =>
  toBase32(sha256(Buffer.from(`${CRYPTO.labels.recovery}|${kind}|${body}`))).slice(0, GROUP);

function spell(kind: SheetKind, secret: Uint8Array): string {
  const body = toBase32(secret);
  return inGroups(body + checksum(kind, body), GROUP).join('-');
}

/** The first group that is too long, too short, or has a foreign character; groups are counted from 1. */
function malformedGroup(typed: string): number | undefined {
  const groups = typed
    .trim()
    .split(/[\s\p{Pd}_.,]+/u)
    .map(tidyTyped)
    .filter(Boolean);
  const separated = groups.length >= GROUPS - 1 && groups.length <= GROUPS + 1;
  const parts = separated ? groups : inGroups(tidyTyped(typed), GROUP);
  const wrong = parts.findIndex((part) => part.length !== GROUP || !isBase32(part));
  if (wrong >= 0) return wrong + 1;
  return parts.length === GROUPS ? undefined : Math.min(parts.length, GROUPS) + (parts.length < GROUPS ? 1 : 0);
}

/** One mistyped letter, or two neighbours exchanged: the checksum tells where. Named, never corrected in silence. */
function suspectGroup(kind: SheetKind, letters: string): number | undefined {
  const fits = (candidate: string): boolean =>
    checksum(kind, candidate.slice(0, BODY)) === candidate.slice(BODY) && fromBase32(candidate.slice(0, BODY)) !== undefined;
  const found = new Set<number>();
  for (let at = 0; at < letters.length; at += 1) {
    for (const letter of ALPHABET) {
      if (letter !== letters[at] && fits(letters.slice(0, at) + letter + letters.slice(at + 1))) found.add(Math.floor(at / GROUP) + 1);
    }
    const swapped = letters.slice(0, at) + (letters[at + 1] ?? '') + (letters[at] ?? '') + letters.slice(at + 2);
    if (at + 1 < letters.length && swapped !== letters && fits(swapped)) found.add(Math.floor(at / GROUP) + 1);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

/** The 32-byte secret of a typed sheet. Errors name the wrong group where it can be known. The caller wipes the secret. */
function parse(kind: SheetKind, typed: string): Buffer {
  const malformed = malformedGroup(typed);
  if (malformed !== undefined) throw new VaultError('RECOVERY.WRONG_GROUP', { group: malformed });
  const letters = tidyTyped(typed);
  const body = letters.slice(0, BODY);
  if (checksum(kind, body) === letters.slice(BODY)) {
    const secret = fromBase32(body);
    if (secret?.length === CRYPTO.keyBytes) return secret;
  }
  const other = KINDS.find((candidate) => candidate !== kind && checksum(candidate, body) === letters.slice(BODY));
  if (other) throw new VaultError('RECOVERY.OTHER_KEY', { kind: other });
  const group = suspectGroup(kind, letters);
  if (group !== undefined) throw new VaultError('RECOVERY.WRONG_GROUP', { group });
  throw new VaultError('RECOVERY.CHECKSUM');
}

export interface NewRecoveryKey {
  text: string;
  publicKey: Buffer;
}

function pairOf(kind: RecoveryKind, secret: Uint8Array): KeyPair {
  const privateKey = hkdf(secret, CRYPTO.labels.recovery, Buffer.alloc(0), kind);
  return { privateKey, publicKey: publicOf('x25519', privateKey) };
}

export function newRecoveryKey(kind: RecoveryKind): NewRecoveryKey {
  const secret = newKey();
  const pair = pairOf(kind, secret);
  try {
    return { text: spell(kind, secret), publicKey: pair.publicKey };
  } finally {
    wipe(secret, pair.privateKey);
  }
}

/** The key pair of a typed sheet; the caller wipes the private key. */
export function recoveryKeyPair(kind: RecoveryKind, typed: string): KeyPair {
  const secret = parse(kind, typed);
  try {
    return pairOf(kind, secret);
  } finally {
    wipe(secret);
  }
}

/** R_clin as two sheets for two people: either half alone is a random number. */
export function splitRecoveryKey(typed: string): [string, string] {
  const secret = parse('clin', typed);
  const first = newKey();
  const second = Buffer.from(secret.map((byte, i) => byte ^ (first[i] ?? 0)));
  try {
    return [spell('clin-half-1', first), spell('clin-half-2', second)];
  } finally {
    wipe(secret, first, second);
  }
}

/** Joins the two halves, in either order, to the text of R_clin. */
export function joinRecoveryHalves(one: string, other: string): string {
  const isSecond = (typed: string): boolean => {
    const letters = tidyTyped(typed);
    return checksum('clin-half-2', letters.slice(0, BODY)) === letters.slice(BODY);
  };
  const [firstTyped, secondTyped] = isSecond(one) && !isSecond(other) ? [other, one] : [one, other];
  if (isSecond(firstTyped)) throw new VaultError('RECOVERY.HALVES');
  const first = parse('clin-half-1', firstTyped);
  const second = parse('clin-half-2', secondTyped);
  const secret = Buffer.from(first.map((byte, i) => byte ^ (second[i] ?? 0)));
  try {
    return spell('clin', secret);
  } finally {
    wipe(first, second, secret);
  }
}

/** Group numbers (from 1) to be typed back from the printed sheet, in rising order. */
export function pickGroups(count = 4): number[] {
  const picked = new Set<number>();
  while (picked.size < Math.min(count, GROUPS)) picked.add(randomInt(1, GROUPS + 1));
  return [...picked].sort((a, b) => a - b);
}

/** The numbers of the groups that were typed back wrong; empty when the sheet was printed and read well. */
export function checkGroups(text: string, typed: Record<number, string>): number[] {
  const groups = inGroups(tidyTyped(text), GROUP);
  return Object.entries(typed)
    .filter(([number, answer]) => groups[Number(number) - 1] !== tidyTyped(answer))
    .map(([number]) => Number(number));
}
