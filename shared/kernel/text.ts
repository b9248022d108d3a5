import { z } from 'zod';

/**
 * Control characters, zero-width characters and direction marks. In a name or a number they are never meant: a right-to-left
 * override can make a printed number read backwards, and a zero-width space makes two equal names differ.
 */

const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

export const hasHiddenCharacters = (text: string): boolean => HIDDEN.test(text);

/** For what comes out of a file, where nobody could find such a character to remove it. */
export const withoutHiddenCharacters = (text: string): string => text.replace(new RegExp(HIDDEN, 'gu'), '');

/** One line of text as a person types it: trimmed, and without hidden characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: 'TEXT.TOO_LONG' })
    .refine((text) => !hasHiddenCharacters(text), { error: 'TEXT.HIDDEN_CHARACTER' });

/** A line that must not be empty. */
export const requiredLine = (max: number) => line(max).refine((text) => text !== '', { error: 'TEXT.REQUIRED' });
