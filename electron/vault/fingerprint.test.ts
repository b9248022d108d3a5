import { describe, expect, it } from 'vitest';
import { newKeyPair } from './crypto';
import { fingerprintWords, isSameFingerprint } from './fingerprint';
import { FINGERPRINT_WORDS } from './fingerprint-words';

const keys = (): { x25519: string; ed25519: string } => ({
  x25519: newKeyPair('x25519').publicKey.toString('base64'),
  ed25519: newKeyPair('ed25519').publicKey.toString('base64'),
});

describe('six words', () => {
  it.each(['ru', 'en'] as const)('come from 256 different words (%s), also when ё is written е', (language) => {
    const words = FINGERPRINT_WORDS[language];
    expect(words).toHaveLength(256);
    expect(new Set(words.map((word) => word.replaceAll('ё', 'е'))).size).toBe(256);
  });

  it('are the same for the same keys, on every screen and for ever', () => {
    const frozen = { x25519: Buffer.alloc(32, 1).toString('base64'), ed25519: Buffer.alloc(32, 2).toString('base64') };
    expect(fingerprintWords(frozen)).toEqual(fingerprintWords({ ...frozen }));
    expect(fingerprintWords(frozen).ru).toMatchInlineSnapshot(`
      [
        "уха",
        "кошка",
        "зерно",
        "лыжи",
        "брод",
        "альбом",
      ]
    `);
  });

  it('change when either key changes', () => {
    const one = keys();
    expect(fingerprintWords({ ...one, ed25519: keys().ed25519 })).not.toEqual(fingerprintWords(one));
    expect(fingerprintWords({ ...one, x25519: keys().x25519 })).not.toEqual(fingerprintWords(one));
  });

  it('are accepted in either language, in any case, and in the right order only', () => {
    const one = keys();
    const { ru, en } = fingerprintWords(one);
    expect(
      isSameFingerprint(
        one,
        ru.map((word) => ` ${word.toUpperCase().replaceAll('Ё', 'Е')} `),
      ),
    ).toBe(true);
    expect(isSameFingerprint(one, en)).toBe(true);
    expect(isSameFingerprint(one, [...ru].reverse())).toBe(new Set(ru).size === 1);
    expect(isSameFingerprint(one, ru.slice(1))).toBe(false);
    expect(isSameFingerprint(one, [])).toBe(false);
  });
});
