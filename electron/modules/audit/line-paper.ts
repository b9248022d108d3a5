import type { Language } from '../../../shared/kernel/roles';
import { LINE_TEXTS } from './line-texts';

interface LineFacts {
  line: string;
  seq: number;
  at: string;
  organisation: string;
  printedAt: string;
}

/** One A4 sheet for the director's paper journal. */
export function linePaper(language: Language, facts: LineFacts): unknown {
  const texts = LINE_TEXTS[language];
  return { texts, facts };
}
