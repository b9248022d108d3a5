/** Letters and digits that nobody confuses on paper: no 0, 1, O, I. */
export const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

// A sheet is often typed with the Russian layout still on: these letters look the same and mean the same.
const LOOKALIKES: Record<string, string> = { А: 'A', В: 'B', С: 'C', Е: 'E', Н: 'H', К: 'K', М: 'M', Р: 'P', Т: 'T', Х: 'X', У: 'Y' };

/** Upper case, Latin letters for Cyrillic twins, spaces and dashes removed. Other characters stay, to be named as wrong. */
export function tidyTyped(text: string): string {
  return [...text.normalize('NFKC').toUpperCase()]
    .map((letter) => LOOKALIKES[letter] ?? letter)
    .filter((letter) => !/[\s\p{Pd}_.,]/u.test(letter))
    .join('');
}

export const isBase32 = (text: string): boolean => [...text].every((letter) => ALPHABET.includes(letter));

/** Five bits a letter, the last letter padded with zero bits. */
export function toBase32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >> bits) & 31];
      held &= (1 << bits) - 1;
    }
  }
  return bits > 0 ? text + ALPHABET[(held << (5 - bits)) & 31] : text;
}

/** undefined for a letter outside the alphabet, and for padding bits that are not zero: one value has one spelling. */
export function fromBase32(text: string): Buffer | undefined {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const letter of text) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return undefined;
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push(held >> bits);
      held &= (1 << bits) - 1;
    }
  }
  return held === 0 ? Buffer.from(bytes) : undefined;
}

export const inGroups = (text: string, size: number): string[] => text.match(new RegExp(`.{1,${String(size)}}`, 'gu')) ?? [];
