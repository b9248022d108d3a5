import { refusal } from '../../../shared/kernel/errors';
import type { Language } from '../../../shared/kernel/roles';
import type { Subject } from '../../../shared/modules/clinical/clinical.model';
import type { ClinicalReadContext, ClinicalStepsContext } from '../../ipc/context';
import { factsOf, visibleRecords, visibleSubject } from '../clinical';
import { listRows, summaryOf, type ListRow } from './assessments.repository';

const HEAD = {
  ru: ['Код', 'Кто', 'Методика', 'Версия', 'Дата', 'Язык', 'Отвечал', 'Шкала', 'Балл', 'Полоса'],
  kk: ['Код', 'Кім', 'Әдістеме', 'Нұсқа', 'Күні', 'Тілі', 'Жауап берген', 'Шкала', 'Ұпай', 'Деңгей'],
  en: ['Code', 'Who', 'Instrument', 'Version', 'Date', 'Language', 'Respondent', 'Scale', 'Score', 'Band'],
} as const;
const WIDTHS = [12, 22, 26, 10, 12, 8, 12, 26, 10, 26];
const PAGE = 500;

type Cell = string | number;

const said = (text: { ru?: string | undefined; kk?: string | undefined; en?: string | undefined } | null, language: Language): string =>
  text ? (text[language] ?? text.ru ?? text.en ?? '') : '';

interface ExportInput {
  subject?: Subject | undefined;
  instrumentId?: string | undefined;
  batchId?: string | undefined;
  format: 'csv' | 'xlsx';
  language: Language;
  reason: string;
}

function pageOf(ctx: ClinicalReadContext, input: ExportInput, before: number | undefined): ListRow[] {
  const scope = input.subject ? { sql: '1', params: [] } : visibleRecords(ctx);
  return listRows(
    ctx.db,
    { subject: input.subject, instrumentId: input.instrumentId, batchId: input.batchId, openAlerts: false, before, limit: PAGE },
    scope,
  );
}

function cellsOf(ctx: ClinicalReadContext, row: ListRow, language: Language): Cell[][] {
  const facts = factsOf(ctx, { kind: row.subjectKind, id: row.subjectId } as Subject);
  const { title, scales } = summaryOf(row);
  const head = [facts?.code ?? '', facts?.name ?? '', said(title, language), row.version, row.onDate, row.language, row.respondent];
  return scales.map((scale) => [...head, said(scale.title, language), scale.display ?? '', said(scale.band, language)]);
}

/** One line a scale; unfinished and withdrawn measurements are left out. Read a page at a time. */
function* rowsOf(ctx: ClinicalStepsContext, input: ExportInput): Generator<Cell[], void, undefined> {
  let before: number | undefined;
  for (;;) {
    const page = ctx.read((c) =>
      pageOf(c, input, before).map((row) => ({
        row,
        cells: row.stage === 'scored' && row.state === 'signed' ? cellsOf(c, row, input.language) : [],
      })),
    );
    for (const { cells } of page) yield* cells;
    before = page.at(-1)?.row.no;
    if (page.length < PAGE || before === undefined) return;
  }
}

/** A cell that a spreadsheet could take for a formula is written as text; RFC 4180 quoting otherwise. */
const csvCell = (value: Cell): string => {
  if (typeof value === 'number') return String(value);
  const text = /^[\s]*[=+\-@＝＋－＠\t\r]/u.test(value) ? `'${value}` : value;
  return /[";\n\r,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const csvOf = (lines: Cell[][]): Buffer => Buffer.from(`\uFEFF${lines.map((line) => line.map(csvCell).join(';')).join('\r\n')}\r\n`, 'utf8');

export async function exportScores(ctx: ClinicalStepsContext, input: ExportInput): Promise<{ data: string; fileName: string; rows: number }> {
  ctx.read((c) => input.subject && visibleSubject(c, input.subject));
  const head = HEAD[input.language];
  let count = 0;
  const counted = function* (): Generator<Cell[], void, undefined> {
    for (const row of rowsOf(ctx, input)) {
      count += 1;
      yield row;
    }
  };
  const bytes =
    input.format === 'csv'
      ? csvOf([[...head], ...counted()])
      : await ctx.services.spreadsheet.writeSheet(
          { title: 'Tirek', columns: head.map((title, index) => ({ title, width: WIDTHS[index] ?? 12 })), rows: counted() },
          {
            signal: ctx.signal,
            onRows: (rows) => {
              ctx.progress(rows, rows);
            },
          },
        );
  if (count === 0) throw refusal('EXPORT.NOTHING');
  // Written down before the bytes leave: an export that is not in the journal does not exist.
  ctx.transaction((tx) => {
    tx.journal({
      action: 'assessments.exported',
      subject: 'assessment',
      subjectId: input.subject?.id ?? null,
      detail: { rows: count, reason: input.reason },
    });
  });
  return { data: Buffer.from(bytes).toString('base64'), fileName: `export-${ctx.today}.${input.format}`, rows: count };
}
