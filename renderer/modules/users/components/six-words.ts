import { z } from 'zod';

const COUNT = 6;

export const wordsOf = (text: string): string[] => text.split(/[\s,.·;]+/).filter((word) => word !== '');

/** The six words come from the colleague's own screen, by voice: whoever swapped the key in between would have other words. */
export const SixWords = z.object({
  words: z.string().refine((text) => wordsOf(text).length === COUNT, { error: 'CLINICAL.SIX_WORDS' }),
  password: z.string().min(1).max(512),
});
