import type { Language } from '../../../shared/kernel/roles';
import type { Paper } from '../../../shared/papers/paper.model';
import { LINE_TEXTS } from './line-texts';

interface LineFacts {
  line: string;
  seq: number;
  at: string;
  organisation: string;
  printedAt: string;
}

const dateOf = (iso: string): string => iso.slice(0, 10).split('-').reverse().join('.');

/** One A4 sheet for the director's paper journal. */
export function linePaper(language: Language, facts: LineFacts): Paper {
  const texts = LINE_TEXTS[language];
  return {
    kind: texts.title,
    language,
    orientation: 'portrait',
    fontSize: 12,
    issuedAt: facts.printedAt,
    footer: texts.footer,
    blocks: [
      { kind: 'title', text: texts.title },
      {
        kind: 'pairs',
        rows: [
          [texts.file, facts.organisation],
          [texts.printed, dateOf(facts.printedAt)],
          [texts.entry, `${String(facts.seq)} (${dateOf(facts.at)})`],
        ],
      },
      { kind: 'groups', groups: facts.line.split(' '), perRow: 4, from: 1 },
      { kind: 'paragraph', text: texts.intro },
      { kind: 'space', mm: 8 },
      { kind: 'signatures', parties: [{ title: texts.signature, lines: [], signer: '' }] },
    ],
  };
}
