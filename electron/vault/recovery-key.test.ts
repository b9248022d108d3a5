import { describe, expect, it } from 'vitest';
import { ALPHABET, fromBase32, tidyTyped, toBase32 } from './base32';
import { checkGroups, GROUPS, joinRecoveryHalves, newRecoveryKey, pickGroups, recoveryKeyPair, splitRecoveryKey } from './recovery-key';
import { isVaultError } from './vault-error';

const sheet = newRecoveryKey('org');

function problem(kind: 'org' | 'clin', typed: string): { code: string; group?: unknown } {
  try {
    recoveryKeyPair(kind, typed);
  } catch (error) {
    if (isVaultError(error)) return { code: error.code, ...error.wire.params };
  }
  return { code: 'none' };
}

describe('recovery sheet', () => {
  it('is 14 groups of 4 letters that nobody confuses', () => {
    const groups = sheet.text.split('-');
    expect(groups).toHaveLength(GROUPS);
    expect(groups.every((group) => /^[A-HJ-NP-Z2-9]{4}$/.test(group))).toBe(true);
  });

  it.each([
    ['in small letters', (text: string) => text.toLowerCase()],
    ['with spaces', (text: string) => text.replaceAll('-', '  ')],
    ['in one piece', (text: string) => text.replaceAll('-', '')],
    ['with long dashes and line ends', (text: string) => text.replaceAll('-', ' —\n')],
    ['with Cyrillic twins', (text: string) => text.replaceAll('A', 'А').replaceAll('H', 'Н').replaceAll('X', 'х')],
  ])('is read %s', (_how, retype) => {
    expect(recoveryKeyPair('org', retype(sheet.text)).publicKey.equals(sheet.publicKey)).toBe(true);
  });

  it('names the right group for nearly every single mistyped letter, and never a wrong one', () => {
    let named = 0;
    for (let at = 0; at < sheet.text.length; at += 1) {
      const letter = sheet.text[at] ?? '';
      if (letter === '-') continue;
      const wrong = ALPHABET[(ALPHABET.indexOf(letter) + 7) % 32] ?? '';
      const typed = sheet.text.slice(0, at) + wrong + sheet.text.slice(at + 1);
      const { code, group } = problem('org', typed);
      expect(['RECOVERY.WRONG_GROUP', 'RECOVERY.CHECKSUM']).toContain(code);
      if (code !== 'RECOVERY.WRONG_GROUP') continue;
      expect(group).toBe(Math.floor(at / 5) + 1);
      named += 1;
    }
    expect(named).toBeGreaterThan(50);
  });

  it('names a group with a foreign character, too short, or missing', () => {
    const groups = sheet.text.split('-');
    const withGroup = (index: number, text: string): string => groups.map((group, at) => (at === index ? text : group)).join('-');
    expect(problem('org', withGroup(4, 'AB0D'))).toMatchObject({ code: 'RECOVERY.WRONG_GROUP', group: 5 });
    expect(problem('org', withGroup(8, 'ABC'))).toMatchObject({ code: 'RECOVERY.WRONG_GROUP', group: 9 });
    expect(problem('org', groups.slice(0, 13).join('-'))).toMatchObject({ code: 'RECOVERY.WRONG_GROUP', group: 14 });
    expect(problem('org', '')).toMatchObject({ code: 'RECOVERY.WRONG_GROUP', group: 1 });
  });

  it('tells another kind of sheet from a typing error', () => {
    expect(problem('clin', sheet.text)).toMatchObject({ code: 'RECOVERY.OTHER_KEY', kind: 'org' });
  });

  it('gives other keys for the two kinds even from the same secret', () => {
    expect(newRecoveryKey('org').publicKey.equals(newRecoveryKey('org').publicKey)).toBe(false);
  });
});

describe('two halves', () => {
  const clin = newRecoveryKey('clin');
  const [first, second] = splitRecoveryKey(clin.text);

  it('join in either order', () => {
    expect(joinRecoveryHalves(first, second)).toBe(clin.text);
    expect(joinRecoveryHalves(second, first)).toBe(clin.text);
  });

  it('open nothing one by one, nor the same one twice', () => {
    expect(problem('clin', first)).toMatchObject({ code: 'RECOVERY.OTHER_KEY', kind: 'clin-half-1' });
    expect(() => joinRecoveryHalves(first, first)).toThrow('RECOVERY.OTHER_KEY');
    expect(() => joinRecoveryHalves(second, second)).toThrow('RECOVERY.HALVES');
  });

  it('of two different splits do not open the vault', () => {
    const [, other] = splitRecoveryKey(clin.text);
    expect(recoveryKeyPair('clin', joinRecoveryHalves(first, other)).publicKey.equals(clin.publicKey)).toBe(false);
  });
});

describe('typing back', () => {
  it('asks for distinct groups in order and finds the wrong ones', () => {
    const numbers = pickGroups(4);
    expect(new Set(numbers).size).toBe(4);
    expect([...numbers].sort((a, b) => a - b)).toEqual(numbers);
    const groups = sheet.text.split('-');
    const right = Object.fromEntries(numbers.map((number) => [number, ` ${groups[number - 1]?.toLowerCase() ?? ''} `]));
    expect(checkGroups(sheet.text, right)).toEqual([]);
    expect(checkGroups(sheet.text, { ...right, [numbers[1] ?? 1]: 'AAAA' })).toEqual([numbers[1]]);
    expect(checkGroups(sheet.text, { 99: 'AAAA' })).toEqual([99]);
  });
});

describe('base32', () => {
  it('round-trips every length and refuses padding bits that are not zero', () => {
    for (let length = 0; length < 40; length += 1) {
      const bytes = Buffer.alloc(length, length * 7 + 1);
      expect(fromBase32(toBase32(bytes))?.equals(bytes)).toBe(true);
    }
    expect(fromBase32('B')).toBeUndefined();
    expect(fromBase32('A0')).toBeUndefined();
    expect(tidyTyped(' ab-Сd ')).toBe('ABCD');
  });
});
