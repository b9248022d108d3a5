import { refusal } from '../../../shared/kernel/errors';
import type { Language } from '../../../shared/kernel/roles';
import type { Assessment } from '../../../shared/modules/assessments/assessments.model';
import type { L10n } from '../../../shared/modules/assessments/instrument.model';
import type { ScaleResult } from '../../../shared/modules/assessments/result.model';
import { longDate } from '../../../shared/papers/dates';
import type { Block, Paper } from '../../../shared/papers/paper.model';
import type { ClinicalStepsContext } from '../../ipc/context';
import { get } from './assessments.service';
import { FLAG_TEXTS, REPORT_TEXTS, RESPONDENT_TEXTS } from './report.texts';

const said = (text: L10n, language: Language): string => text[language] ?? text.ru ?? text.en ?? '';
const filled = (text: string, values: Record<string, string | number>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));

function scoreOf(scale: ScaleResult, language: Language): string {
  const t = REPORT_TEXTS[language];
  if (scale.notScored) return filled(t.notScored, { answered: scale.notScored.answered, needed: scale.notScored.needed });
  return scale.prorated ? `${String(scale.display)} (${t.prorated})` : String(scale.display);
}

function scaleRow(scale: ScaleResult, language: Language): string[] {
  const t = REPORT_TEXTS[language];
  const { norm, band, range } = scale;
  const converted = norm.kind === 'applied' ? Object.entries({ T: norm.converted.T, sten: norm.converted.sten, pct: norm.converted.pct }) : [];
  return [
    said(scale.title, language),
    scoreOf(scale, language),
    range ? `${String(range[0])}–${String(range[1])}` : '',
    norm.kind === 'applied'
      ? `${converted.flatMap(([name, value]) => (value === null ? [] : [`${name} ${String(Math.round(value))}`])).join(', ')}; ${norm.sample}`
      : t.noNorm,
    band.kind === 'applied' ? `${said(band.label, language)} (${band.source})` : t.noBand,
  ];
}

function blocksOf(one: Assessment, language: Language, psychologist: string): Block[] {
  const t = REPORT_TEXTS[language];
  const current = one.results.find((result) => result.current);
  if (!current) throw refusal('ASSESSMENT.NOT_FINISHED');
  const { result } = current;
  const flags = result.flags.map(({ kind }) => FLAG_TEXTS[language][kind]);
  const alerts: Block[] =
    one.alerts.length === 0
      ? []
      : [
          { kind: 'heading', text: t.alerts },
          { kind: 'list', items: one.alerts.map((alert) => `${said(alert.text, language)} ${alert.action ? alert.action.text : t.noAction}`) },
        ];
  return [
    { kind: 'mark', text: t.mark },
    { kind: 'title', text: t.title },
    {
      kind: 'pairs',
      rows: [
        [t.who, one.header.subjectName],
        [t.age, one.ageYears === null ? '–' : String(one.ageYears)],
        [t.instrument, `${said(one.instrument.title, language)}, ${t.version} ${one.instrument.version}`],
        [t.date, longDate(one.header.onDate as never, language)],
        [t.language, t.languages[one.language]],
        [t.respondent, [RESPONDENT_TEXTS[language][one.respondent], one.respondentName].filter((text) => text !== '').join(', ')],
        [t.administered, one.header.authorName],
      ],
    },
    ...(result.textStatus === 'draft' ? [{ kind: 'paragraph' as const, text: t.draft }] : []),
    {
      kind: 'table',
      head: [t.scale, t.score, t.range, t.norm, t.band],
      rows: result.scales.map((scale) => scaleRow(scale, language)),
      widths: ['*', 70, 50, 110, 130],
      small: true,
    },
    ...alerts,
    { kind: 'heading', text: t.flags },
    { kind: 'paragraph', text: flags.length === 0 ? t.noFlags : flags.join('; ') },
    { kind: 'paragraph', text: t.noRaw, small: true },
    { kind: 'paragraph', text: filled(t.engine, { engine: result.engine, hash: one.definitionHash.slice(0, 12) }), small: true },
    { kind: 'space', mm: 8 },
    { kind: 'signatures', parties: [{ title: t.signer, lines: [], signer: psychologist }] },
  ];
}

/** Confidential, without a single raw answer; the printing and its reason are in the journal. */
export async function report(
  ctx: ClinicalStepsContext,
  input: { id: string; language: Language; reason: string },
): Promise<{ pdf: string; fileName: string }> {
  const one = ctx.read((c) => get(c, input.id));
  const t = REPORT_TEXTS[input.language];
  const paper: Paper = {
    kind: t.mark,
    language: input.language,
    orientation: 'portrait',
    fontSize: 11,
    issuedAt: ctx.nowIso,
    footer: t.footer,
    blocks: blocksOf(one, input.language, ctx.actor.name),
  };
  const bytes = await ctx.services.pdf.render(paper);
  ctx.transaction((tx) => {
    tx.journal({ action: 'assessments.printed', subject: 'assessment', subjectId: input.id, detail: { reason: input.reason } });
  });
  return { pdf: Buffer.from(bytes).toString('base64'), fileName: `report-${ctx.today}.pdf` };
}
