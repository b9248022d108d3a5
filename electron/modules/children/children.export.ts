import type { ReadContext, StepsContext } from '../../ipc/context';
import type { ChildRow } from '../../../shared/modules/children/children.model';
import type { Language } from '../../../shared/kernel/roles';
import type { SheetRow } from '../../services/spreadsheet';
import { rowOf } from './children.record';
import { countOfChildren, pageOfChildren, type Listing } from './children.repository';

const HEAD = {
  ru: ['Код', 'Ребёнок', 'Лет', 'Дом', 'Группа', 'Этап', 'Ждёт, дней', 'Пожелания', 'Согласие до'],
  kk: ['Код', 'Бала', 'Жасы', 'Үй', 'Топ', 'Кезең', 'Күтуде, күн', 'Тілектер', 'Келісім мерзімі'],
  en: ['Code', 'Child', 'Age', 'House', 'Group', 'Stage', 'Waiting, days', 'Wishes', 'Consent until'],
} as const;
const STATES = {
  ru: { registered: 'заведена карта', preparing: 'подготовка', ready: 'ждёт пару', 'in-pair': 'в паре', paused: 'пауза', left: 'вне программы' },
  kk: { registered: 'картасы ашылды', preparing: 'дайындық', ready: 'жұп күтуде', 'in-pair': 'жұпта', paused: 'үзіліс', left: 'бағдарламадан тыс' },
  en: { registered: 'registered', preparing: 'preparing', ready: 'waiting for a pair', 'in-pair': 'in a pair', paused: 'paused', left: 'left' },
} as const;
const TITLE = { ru: 'Дети', kk: 'Балалар', en: 'Children' } as const;
const WIDTHS = [10, 24, 6, 24, 14, 20, 12, 14, 14];
const PAGE = 200;

/** Everything that the filter shows, read page by page while the sheet takes its rows: the list is never in memory as a whole. */
function* allRows(ctx: StepsContext, listing: Listing): Generator<ChildRow, void, undefined> {
  let cursor: string | null = null;
  do {
    const page: ReturnType<typeof pageOfChildren> = ctx.read((c: ReadContext) => pageOfChildren(c, listing, cursor, PAGE));
    for (const line of page.lines) yield rowOf(line, ctx.today);
    cursor = page.nextCursor;
  } while (cursor !== null);
}

function* cellsOf(rows: Iterable<ChildRow>, language: Language): Generator<SheetRow, void, undefined> {
  for (const row of rows)
    yield [
      row.code,
      row.shortName,
      row.age,
      row.institution,
      row.group,
      STATES[language][row.state],
      row.waitingDays,
      row.wishesOn ?? '',
      row.consentUntil ?? '',
    ];
}

export async function exportChildren(
  ctx: StepsContext,
  listing: Listing,
  language: Language,
  reason: string,
): Promise<{ xlsx: string; fileName: string; rows: number }> {
  const total = ctx.read((c) => countOfChildren(c, listing.search, listing.filter));
  let written = 0;
  const bytes = await ctx.services.spreadsheet.writeSheet(
    {
      title: TITLE[language],
      columns: HEAD[language].map((title, index) => ({ title, width: WIDTHS[index] ?? 12 })),
      rows: cellsOf(allRows(ctx, listing), language),
    },
    {
      signal: ctx.signal,
      onRows: (rows) => {
        written = rows;
        ctx.progress(rows, Math.max(rows, total));
      },
    },
  );
  // Written down before the bytes leave: an export that is not in the journal does not exist.
  ctx.transaction((tx) => {
    tx.journal({ action: 'children.exported', subject: 'child', subjectId: null, detail: { rows: written, reason } });
  });
  return { xlsx: Buffer.from(bytes).toString('base64'), fileName: `children-${ctx.today}.xlsx`, rows: written };
}
