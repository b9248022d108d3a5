/** Crockford's alphabet: no I, L, O, U, so that a line read from paper is typed without guessing. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const LINE_LENGTH = 40;

/** 25 bytes as 40 characters in eight groups of five. */
export function writeLine(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(buffer >>> bits) & 31];
      buffer &= (1 << bits) - 1;
    }
  }
  return (text.match(/.{1,5}/g) ?? []).join(' ');
}

/** The bytes of a typed line, or null when it is not 40 characters of the alphabet. Spaces, dashes, case, O/0 and I/L/1 are forgiven. */
export function readLine(typed: string): Uint8Array | null {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (text.length !== LINE_LENGTH) return null;
  const bytes = new Uint8Array(25);
  let buffer = 0;
  let bits = 0;
  let at = 0;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return null;
    buffer = (buffer << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (buffer >>> bits) & 255;
      at += 1;
      buffer &= (1 << bits) - 1;
    }
  }
  return bytes;
}
