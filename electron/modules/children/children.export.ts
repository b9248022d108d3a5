import type { ReadContext, StepsContext } from '../../ipc/context';
import type { ChildRow } from '../../../shared/modules/children/children.model';
import { rowOf } from './children.record';
import { pageOfChildren, type Listing } from './children.repository';

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
const PAGE = 200;

/** Everything that the filter shows, page by page, so that the window never waits for the whole list at once. */
async function allRows(ctx: StepsContext, listing: Listing): Promise<ChildRow[]> {
  const rows: ChildRow[] = [];
  let cursor: string | null = null;
  do {
    ctx.signal.throwIfAborted();
    const page: ReturnType<typeof pageOfChildren> = ctx.read((c: ReadContext) => pageOfChildren(c, listing, cursor, PAGE));
    rows.push(...page.lines.map((line) => rowOf(line, ctx.today)));
    cursor = page.nextCursor;
    ctx.progress(rows.length, rows.length + (cursor ? PAGE : 0));
    await new Promise((resume) => {
      setImmediate(resume);
    });
  } while (cursor !== null);
  return rows;
}

export async function exportChildren(
  ctx: StepsContext,
  listing: Listing,
  language: 'ru' | 'kk' | 'en',
  reason: string,
): Promise<{ xlsx: string; fileName: string; rows: number }> {
  const rows = await allRows(ctx, listing);
  // Written down before the bytes leave: an export that is not in the journal does not exist.
  ctx.transaction((tx) => {
    tx.journal({ action: 'children.exported', subject: 'child', subjectId: null, detail: { rows: rows.length, reason } });
  });
  const widths = [10, 24, 6, 24, 14, 20, 12, 14, 14];
  const bytes = await ctx.services.spreadsheet.writeSheet({
    title: TITLE[language],
    columns: HEAD[language].map((title, index) => ({ title, width: widths[index] ?? 12 })),
    rows: rows.map((row) => [
      row.code,
      row.shortName,
      row.age,
      row.institution,
      row.group,
      STATES[language][row.state],
      row.waitingDays,
      row.wishesOn ?? '',
      row.consentUntil ?? '',
    ]),
  });
  return { xlsx: Buffer.from(bytes).toString('base64'), fileName: `children-${ctx.today}.xlsx`, rows: rows.length };
}
