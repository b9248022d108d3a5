import type { Content, Span, Text } from './types';
import { visible } from './types';

/** Upper bounds of a letter's width in ems of the shipped serif faces. */
const WIDE = /[ЖШЩЮМФЫWM@%•]/u;
const NARROW_WIDE = /[жшщюмфыwm]/u;
const WIDEST = 1.05;
const widthOf = (letter: string): number =>
  WIDE.test(letter) ? WIDEST : letter.toLowerCase() !== letter ? 0.8 : NARROW_WIDE.test(letter) ? 0.95 : 0.66;

function cut(word: string, ems: number): string {
  if (word.length * WIDEST <= ems) return word;
  const lines: string[] = [];
  let line = '';
  let sum = 0;
  for (const letter of word) {
    const width = widthOf(letter);
    if (sum + width > ems && line !== '') {
      lines.push(line);
      line = '';
      sum = 0;
    }
    line += letter;
    sum += width;
  }
  return [...lines, line].join('\n');
}

/**
 * The engine lets a word that is wider than its place run off the page. Such a word, and no other, is cut into lines
 * that fit. (Its own option to break anywhere makes a part of every letter, and a long name takes minutes.)
 * @param ems width of the place, in units of the size of the type
 */
export function wrapped(text: string, ems: number): string {
  const shown = visible(text);
  return shown.length * WIDEST <= ems ? shown : shown.replace(/\S+/gu, (word) => cut(word, ems));
}

const spanOf = (span: Span, ems: number): Content =>
  typeof span === 'string'
    ? { text: wrapped(span, ems) }
    : { text: wrapped(span.text, ems), bold: span.bold === true, italics: span.italic === true };

export const wrappedText = (text: Text, ems: number): Content[] => (Array.isArray(text) ? text : [text]).map((span) => spanOf(span, ems));
