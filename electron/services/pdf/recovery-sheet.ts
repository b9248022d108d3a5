import { z } from 'zod';
import type { Block, Paper } from '../../../shared/papers/paper.model';

const Texts = z.object({
  title: z.string(),
  opens: z.string(),
  keep: z.array(z.string()),
  half: z.string(),
  ways: z.string(),
  date: z.string(),
  footer: z.string(),
  organisation: z.string(),
  kept: z.string(),
});
const Template = z.object({ id: z.string(), version: z.number().int(), ru: Texts, kk: Texts, en: Texts });

interface SheetFacts {
  which: 'org' | 'clin';
  language: 'ru' | 'kk' | 'en';
  organisation: string;
  /** One text, or two halves that go to two people on two sheets. */
  texts: string[];
  issuedAt: string;
}

/** The paper with a recovery key: what it opens, where to keep it, the groups with their numbers, and the same as a QR code. */
export function recoverySheetPaper(template: unknown, facts: SheetFacts): Paper {
  const texts = Template.parse(template)[facts.language];
  const sheet = (key: string, index: number): Block[] => [
    ...(index > 0 ? [{ kind: 'pageBreak' } as const] : []),
    { kind: 'title', text: texts.title, ...(facts.texts.length > 1 ? { under: texts.half.replace('{n}', String(index + 1)) } : {}) },
    {
      kind: 'pairs',
      rows: [
        [texts.organisation, facts.organisation],
        [texts.date, facts.issuedAt.slice(0, 10).split('-').reverse().join('.')],
      ],
    },
    { kind: 'paragraph', text: texts.opens },
    { kind: 'groups', groups: key.split(/[\s-]+/).filter((group) => group !== ''), perRow: 7, from: 1 + index * 14 },
    { kind: 'qr', text: key },
    { kind: 'heading', text: texts.ways },
    { kind: 'list', items: texts.keep },
    { kind: 'space', mm: 8 },
    { kind: 'signatures', parties: [{ title: texts.kept, lines: [], signer: '' }] },
  ];
  return {
    kind: texts.title,
    language: facts.language,
    orientation: 'portrait',
    fontSize: 12,
    blocks: facts.texts.flatMap(sheet),
    footer: texts.footer,
    issuedAt: facts.issuedAt,
  };
}
