import { pbkdf2Sync } from 'node:crypto';
import { CRYPTO } from './crypto';
import { FINGERPRINT_WORDS } from './fingerprint-words';

/** Six words for one public key, in the two lists; Kazakh screens show the Russian ones, so that two people read the same. */
export interface FingerprintWords {
  ru: string[];
  en: string[];
}

const WORDS = 6;
/** Each guess of a second key with the same words must cost this much: 48 bits alone could be searched. */
export const STRETCH = 50_000;

export function fingerprintWords(keys: { x25519: string; ed25519: string }): FingerprintWords {
  const bytes = pbkdf2Sync(`${keys.x25519}|${keys.ed25519}`, CRYPTO.labels.words, STRETCH, WORDS, 'sha256');
  const spell = (list: readonly string[]): string[] => [...bytes].map((byte) => list[byte] ?? '');
  return { ru: spell(FINGERPRINT_WORDS.ru), en: spell(FINGERPRINT_WORDS.en) };
}

const tidy = (word: string): string => word.normalize('NFC').trim().toLowerCase().replaceAll('ё', 'е');

export function isSameFingerprint(keys: { x25519: string; ed25519: string }, words: readonly string[]): boolean {
  const expected = fingerprintWords(keys);
  const typed = words.map(tidy).join(' ');
  return [expected.ru, expected.en].some((list) => list.map(tidy).join(' ') === typed);
}
