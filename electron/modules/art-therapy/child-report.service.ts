import { refusal } from '../../../shared/kernel/errors';
import { displayName } from '../../../shared/kernel/names';
import type { Language } from '../../../shared/kernel/roles';
import { wasThere } from '../../../shared/modules/art-therapy/art-therapy.rules';
import { longDate, shortDate } from '../../../shared/papers/dates';
import type { Block, Paper } from '../../../shared/papers/paper.model';
import type { ClinicalReadContext, ClinicalStepsContext } from '../../ipc/context';
import { visibleChild } from '../children';
import { childSessions, signedWork, type GroupWork } from './course.service';
import { inRecords } from './groups.policy';
import { filled, TEXTS } from './report.texts';
import { wordsOf } from '../../../shared/modules/art-therapy/scale-words';

const paragraph = (label: string, text: string): Block[] =>
  text.trim() === '' ? [] : [{ kind: 'paragraph', text: [{ text: `${label}: `, bold: true }, text] }];

function sessionBlocks(work: GroupWork, language: Language): Block[] {
  const t = TEXTS[language];
  const head: Block = { kind: 'heading', text: `${longDate(work.onDate as never, language)} · «${work.theme}»` };
  if (work.attendance && !wasThere(work.attendance)) return [head, { kind: 'paragraph', text: t.absent }];
  return [
    head,
    ...paragraph(t.technique, work.technique),
    ...paragraph(t.levels, work.levels.map(({ title, level, of, words }) => `${title} ${String(level)}/${String(of)} (${words})`).join('; ')),
    ...paragraph(t.themes, work.themes.join(', ')),
    ...(work.words.trim() === ''
      ? []
      : [
          {
            kind: 'paragraph' as const,
            text: [
              { text: `${t.words}: `, bold: true as const },
              { text: `«${work.words}»`, italic: true as const },
            ],
          },
        ]),
    ...(work.text.trim() === '' ? [] : [{ kind: 'paragraph' as const, text: work.text }]),
    ...(work.drawings.length === 0 ? [] : [{ kind: 'paragraph' as const, text: filled(t.drawings, { count: work.drawings.length }), small: true }]),
  ];
}

function childPaper(ctx: ClinicalReadContext, input: { childId: string; groupId?: string | undefined; language: Language }): Paper {
  const t = TEXTS[input.language];
  const child = visibleChild(inRecords(ctx), input.childId);
  const work = signedWork(ctx, input.childId, input.language, input.groupId);
  if (work.length === 0) throw refusal('GROUP.NOTHING_SIGNED');
  const came = work.filter(({ attendance }) => wasThere(attendance)).length;
  return {
    kind: t.mark,
    language: input.language,
    orientation: 'portrait',
    fontSize: 11,
    issuedAt: ctx.nowIso,
    footer: t.footer,
    blocks: [
      { kind: 'mark', text: t.mark },
      { kind: 'title', text: t.childTitle },
      {
        kind: 'pairs',
        rows: [
          [t.who, displayName(child.name, input.language)],
          [t.group, [...new Set(work.map(({ groupName }) => groupName))].join(', ')],
          [t.period, `${shortDate(work[0]?.onDate ?? '')} – ${shortDate(work.at(-1)?.onDate ?? '')}`],
          [t.attended, filled(t.attendedOf, { came, all: work.length })],
        ],
      },
      ...work.flatMap((one) => sessionBlocks(one, input.language)),
      { kind: 'space', mm: 4 },
      { kind: 'paragraph', text: `${t.others} ${t.unsigned}`, small: true },
      { kind: 'signatures', parties: [{ title: t.signer, lines: [], signer: ctx.actor.name }] },
    ],
  };
}

interface Printing {
  childId: string;
  groupId?: string | undefined;
  language: Language;
  reason: string;
}

export async function childReport(ctx: ClinicalStepsContext, input: Printing): Promise<{ pdf: string; fileName: string }> {
  const bytes = await ctx.services.pdf.render(
    ctx.read((c) => childPaper(c, input)),
    { signal: ctx.signal },
  );
  ctx.transaction((tx) => {
    tx.journal({ action: 'art-therapy.printed', subject: 'clinical-subject', subjectId: input.childId, detail: { reason: input.reason } });
  });
  return { pdf: Buffer.from(bytes).toString('base64'), fileName: `report-${ctx.today}.pdf` };
}

const HEAD = {
  ru: ['Код', 'Группа', 'Дата', 'Тема', 'Шкала', 'Версия шкалы', 'Уровень', 'Из', 'Словами'],
  kk: ['Код', 'Топ', 'Күні', 'Тақырып', 'Шкала', 'Шкала нұсқасы', 'Деңгей', 'Барлығы', 'Сөзбен'],
  en: ['Code', 'Group', 'Date', 'Theme', 'Scale', 'Scale version', 'Level', 'Of', 'In words'],
} as const;
const WIDTHS = [12, 18, 12, 28, 20, 10, 10, 8, 36];
type Cell = string | number;

function cellsOf(ctx: ClinicalReadContext, input: Printing): Cell[][] {
  const { code } = visibleChild(inRecords(ctx), input.childId);
  const cleanThemes = signedWork(ctx, input.childId, input.language, input.groupId).map(({ theme }) => theme);
  return childSessions(ctx, input.childId, input.groupId)
    .filter(({ state }) => state === 'signed')
    .flatMap((session, index) =>
      session.scales.flatMap((scale): Cell[][] => {
        const level = session.fields.levels[scale.code];
        const words = level === undefined ? undefined : scale.levels[level - 1];
        if (level === undefined || !words) return [];
        const { title, version, levels } = scale;
        return [
          [
            code,
            session.groupName,
            session.onDate,
            cleanThemes[index] ?? '',
            wordsOf(title, input.language),
            version,
            level,
            levels.length,
            wordsOf(words, input.language),
          ],
        ];
      }),
    );
}

/** A cell that a spreadsheet could take for a formula is written as text; RFC 4180 quoting otherwise. */
const csvCell = (value: Cell): string => {
  if (typeof value === 'number') return String(value);
  const text = /^[\s]*[=+\-@＝＋－＠\t\r]/u.test(value) ? `'${value}` : value;
  return /[";\n\r,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export async function exportCourse(
  ctx: ClinicalStepsContext,
  input: Printing & { format: 'csv' | 'xlsx' },
): Promise<{ data: string; fileName: string; rows: number }> {
  const rows = ctx.read((c) => cellsOf(c, input));
  if (rows.length === 0) throw refusal('EXPORT.NOTHING');
  const head = HEAD[input.language];
  const bytes =
    input.format === 'csv'
      ? Buffer.from(`\uFEFF${[[...head], ...rows].map((line) => line.map(csvCell).join(';')).join('\r\n')}\r\n`, 'utf8')
      : await ctx.services.spreadsheet.writeSheet(
          { title: 'Tirek', columns: head.map((title, index) => ({ title, width: WIDTHS[index] ?? 12 })), rows },
          { signal: ctx.signal },
        );
  // Written down before the bytes leave: an export that is not in the journal does not exist.
  ctx.transaction((tx) => {
    const detail = { rows: rows.length, reason: input.reason };
    tx.journal({ action: 'art-therapy.exported', subject: 'clinical-subject', subjectId: input.childId, detail });
  });
  return { data: Buffer.from(bytes).toString('base64'), fileName: `export-${ctx.today}.${input.format}`, rows: rows.length };
}
