import type { Content, Span, Text } from './types';
import { visible } from './types';

/** Upper bounds of a letter's width in ems of the shipped serif faces. */
const WIDE = /[ЖШЩЮМФЫWM@%•]/u;
const widest = (letter: string): number =>
  WIDE.test(letter) ? 1.05 : letter.toLowerCase() === letter ? (/[жшщюмфыwm]/u.test(letter) ? 0.95 : 0.66) : 0.8;

function isTooWide(word: string, ems: number): boolean {
  if (word.length * 1.05 <= ems) return false;
  let sum = 0;
  for (const letter of word) {
    sum += widest(letter);
    if (sum > ems) return true;
  }
  return false;
}

/** A text as the engine takes it: one string, or parts of which the unbroken ones may be cut at any letter. */
export type Wrapped = string | Content[];

/**
 * The engine lets a word that is wider than its place run off the page. Such a word, and no other, may be cut anywhere.
 * @param ems width of the place, in units of the size of the type
 */
export function wrapped(text: string, ems: number): Wrapped {
  const shown = visible(text);
  if (shown.length * 1.05 <= ems) return shown;
  const parts: Content[] = [];
  let plain = '';
  for (const piece of shown.split(/(\s+)/u)) {
    if (!isTooWide(piece, ems)) {
      plain += piece;
      continue;
    }
    if (plain !== '') parts.push({ text: plain });
    parts.push({ text: piece, wordBreak: 'break-all' });
    plain = '';
  }
  if (parts.length === 0) return plain;
  return plain === '' ? parts : [...parts, { text: plain }];
}

const spanOf = (span: Span, ems: number): Content =>
  typeof span === 'string'
    ? { text: wrapped(span, ems) }
    : { text: wrapped(span.text, ems), bold: span.bold === true, italics: span.italic === true };

export const wrappedText = (text: Text, ems: number): Content[] => (Array.isArray(text) ? text : [text]).map((span) => spanOf(span, ems));
