import type { Language } from '../../kernel/roles';
import type { ScaleWords } from './observation.model';

/** In the reader's language, or in another that is written. */
export const wordsOf = (words: ScaleWords, language: Language): string =>
  [words[language], words.ru, words.kk, words.en].find((text) => text !== '') ?? '';
