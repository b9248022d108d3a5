import { refusal } from '../../../shared/kernel/errors';
import type { Language } from '../../../shared/kernel/roles';
import type { Conclusion, Released } from '../../../shared/modules/extracts/extracts.model';
import { longDate } from '../../../shared/papers/dates';
import type { Block, Paper } from '../../../shared/papers/paper.model';
import type { ClinicalStepsContext, StepsContext } from '../../ipc/context';
import { conclusion } from './conclusions.service';
import { PAPER_TEXTS } from './papers.texts';
import { readExtract } from './released.service';

const paper = (language: Language, issuedAt: string, kind: string, blocks: Block[], watermark?: string): Paper => ({
  kind,
  language,
  orientation: 'portrait',
  fontSize: 12,
  issuedAt,
  footer: PAPER_TEXTS[language].footer,
  blocks,
  ...(watermark ? { watermark } : {}),
});

const section = (title: string, text: string): Block[] =>
  text.trim() === '' ? [] : [{ kind: 'heading', text: title }, ...text.split(/\n+/).map((line): Block => ({ kind: 'paragraph', text: line }))];

const isGone = ({ state }: Released): boolean => state === 'withdrawn' || state === 'replaced';

function extractBlocks(one: Released): Block[] {
  const t = PAPER_TEXTS[one.language];
  const version = one.version > 1 ? `, ${t.version} ${String(one.version)}` : '';
  const rows: [string, string][] = [
    [t.number, `${one.number}${version}`],
    [t.date, longDate(one.signedOn, one.language)],
    [t.about, one.subjectName],
    [t.purpose, [t.purposes[one.purpose], one.purposeNote].filter((text) => text !== '').join(': ')],
    [t.to, one.recipients.map((role) => t.roles[role]).join(', ')],
  ];
  if (one.recommendation) rows.push([t.recommendation, t.recommendations[one.recommendation]]);
  if (one.validUntil) rows.push([t.validUntil, longDate(one.validUntil, one.language)]);
  return [
    { kind: 'mark', text: t.mark },
    { kind: 'title', text: t.extract, ...(isGone(one) ? { under: t.notInForce } : {}) },
    { kind: 'pairs', rows },
    ...section(t.text, one.text),
    { kind: 'space', mm: 10 },
    { kind: 'signatures', parties: [{ title: t.psychologist, lines: [], signer: one.signedBy }] },
  ];
}

/** In the language it was written in, whoever prints it; one that is no longer in force says so across the page. */
export async function printExtract(ctx: StepsContext, id: string): Promise<{ pdf: string; fileName: string }> {
  const one = ctx.read((c) => readExtract(c, id));
  const t = PAPER_TEXTS[one.language];
  const bytes = await ctx.services.pdf.render(paper(one.language, ctx.nowIso, t.mark, extractBlocks(one), isGone(one) ? t.notInForce : undefined));
  return { pdf: Buffer.from(bytes).toString('base64'), fileName: `document-${ctx.today}.pdf` };
}

const SECTIONS = {
  candidate: ['motivation', 'resources', 'risks', 'viewOfParents', 'expectations', 'supervision'],
  pair: ['meetingsObserved', 'contact', 'boundaries', 'safety', 'childAttitude', 'compatibility'],
} as const;

function conclusionBlocks(one: Conclusion, language: Language): Block[] {
  const t = PAPER_TEXTS[language];
  const { fields } = one;
  const rows: [string, string][] = [
    [t.number, one.number ?? ''],
    [t.date, longDate(one.header.onDate as never, language)],
    [t.about, one.header.subjectName],
    [t.psychologist, `${one.header.authorName}, ${fields.qualification}`],
  ];
  if (fields.request !== '') rows.push([t.request, fields.request]);
  if (fields.consentNumber !== '') rows.push([t.consent, fields.consentNumber]);
  return [
    { kind: 'mark', text: t.mark },
    { kind: 'title', text: t.conclusion[one.kind] },
    { kind: 'pairs', rows },
    { kind: 'heading', text: t.methods },
    {
      kind: 'list',
      items: fields.methods.map(
        ({ name, version, date }) => `${[name, version].filter((text) => text !== '').join(', ')}; ${longDate(date, language)}`,
      ),
    },
    ...SECTIONS[one.kind].flatMap((name) => section(t.sections[name], fields[name])),
    ...section(t.grounds, fields.grounds),
    ...(fields.recommendation ? section(t.recommendation, t.recommendations[fields.recommendation]) : []),
    ...section(t.conditions, fields.conditions),
    ...(fields.validUntil
      ? [{ kind: 'pairs', rows: [[one.kind === 'pair' ? t.review : t.validUntil, longDate(fields.validUntil, language)]] } satisfies Block]
      : []),
    { kind: 'space', mm: 10 },
    { kind: 'signatures', parties: [{ title: t.psychologist, lines: [fields.qualification], signer: one.header.authorName }] },
  ];
}

export async function printConclusion(
  ctx: ClinicalStepsContext,
  input: { id: string; language: Language; reason: string },
): Promise<{ pdf: string; fileName: string }> {
  const one = ctx.read((c) => conclusion(c, input.id));
  if (one.number === null) throw refusal('RECORD.NOT_SIGNED');
  const t = PAPER_TEXTS[input.language];
  const bytes = await ctx.services.pdf.render(paper(input.language, ctx.nowIso, t.mark, conclusionBlocks(one, input.language)));
  ctx.transaction((tx) => {
    tx.journal({ action: 'extracts.conclusionPrinted', subject: 'conclusion', subjectId: input.id, detail: { reason: input.reason } });
  });
  return { pdf: Buffer.from(bytes).toString('base64'), fileName: `document-${ctx.today}.pdf` };
}
