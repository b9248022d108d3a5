import type { Paper } from '../../../shared/papers/paper.model';
import type { RegisterLine } from '../../../shared/modules/documents/documents.model';

export type PaperLanguage = 'ru' | 'kk';

interface Column {
  ru: string;
  kk: string;
  /** On the page, in points; A4 landscape leaves 756 with its margins, cell padding and rules take 8.5 of each. */
  points: number;
  text: (line: RegisterLine) => string;
}

const date = (text: string | null | undefined): string => (text ? `${text.slice(8, 10)}.${text.slice(5, 7)}.${text.slice(0, 4)}` : '');
const joined = (...parts: (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join('\n');

/** The columns of the journal of transfers (documents.md 3.2 j), in the order in which the paper journal is kept. */
export const REGISTER_COLUMNS: readonly Column[] = [
  { ru: '№', kk: '№', points: 20, text: (line) => String(line.no) },
  { ru: 'Дата обращения', kk: 'Өтініш күні', points: 52, text: (line) => date(line.requestOn) },
  {
    ru: 'Принимающий: ФИО, адрес, телефон',
    kk: 'Қабылдаушы: ТАӘ, мекенжайы, телефоны',
    points: 96,
    text: (line) => joined(line.host.name, line.host.address, line.host.phone),
  },
  {
    ru: 'Заключение: №, дата, действует до',
    kk: 'Қорытынды: №, күні, мерзімі',
    points: 62,
    text: (line) => joined(line.conclusion?.number, date(line.conclusion?.issuedOn), date(line.conclusion?.validUntil)),
  },
  { ru: 'Ребёнок: ФИО, дата рождения', kk: 'Бала: ТАӘ, туған күні', points: 80, text: (line) => joined(line.child.name, date(line.child.birthDate)) },
  { ru: 'Договор: №, дата', kk: 'Шарт: №, күні', points: 64, text: (line) => joined(line.contractNumber, date(line.contractOn)) },
  { ru: 'Согласие ребёнка', kk: 'Баланың келісімі', points: 52, text: (line) => date(line.consentOn) },
  { ru: 'Срок', kk: 'Мерзімі', points: 50, text: (line) => joined(date(line.termFrom), date(line.termTo)) },
  {
    ru: 'Передан: дата, время, кем',
    kk: 'Берілді: күні, уақыты, кім',
    points: 62,
    text: (line) => joined(`${date(line.handedOver.on)} ${line.handedOver.at}`, line.handedOver.by),
  },
  {
    ru: 'Возвращён: дата, время, состояние, кем принят',
    kk: 'Қайтарылды: күні, уақыты, жағдайы, кім қабылдады',
    points: 72,
    text: (line) => (line.returned ? joined(`${date(line.returned.on)} ${line.returned.at}`, line.returned.state, line.returned.by) : ''),
  },
  {
    ru: 'Примечания',
    kk: 'Ескертпелер',
    points: 50,
    text: (line) =>
      joined(
        line.returned?.lateReason,
        line.returned?.incidents,
        line.note,
        line.struck ? `${date(line.struck.on)} ${line.struck.by}: ${line.struck.reason}` : null,
      ),
  },
];

export const registerRows = (lines: readonly RegisterLine[]): string[][] => lines.map((line) => REGISTER_COLUMNS.map((column) => column.text(line)));

const TITLE = {
  ru: (year: number) => `Журнал учёта передачи детей в гостевые семьи за ${String(year)} год`,
  kk: (year: number) => `Балаларды қонақ отбасына беруді есепке алу журналы, ${String(year)} жыл`,
};

/** The journal as a paper: A4 landscape, the head of the table on every page; struck lines say so before their text. */
export function registerPaper(
  lines: readonly RegisterLine[],
  options: { year: number; institution: string; language: PaperLanguage; at: string },
): Paper {
  const { year, institution, language, at } = options;
  return {
    kind: 'register',
    language,
    orientation: 'landscape',
    fontSize: 8,
    issuedAt: at,
    footer: language === 'ru' ? 'стр. {page} из {pages}' : '{pages} беттің {page}-беті',
    blocks: [
      { kind: 'title', text: registerTitle(year, language), under: institution },
      {
        kind: 'table',
        small: true,
        head: REGISTER_COLUMNS.map((column) => column[language]),
        rows: lines.map((line) =>
          REGISTER_COLUMNS.map((column, index) =>
            index === REGISTER_COLUMNS.length - 1 && line.struck ? `${STRUCK[language]}\n${column.text(line)}` : column.text(line),
          ),
        ),
        widths: REGISTER_COLUMNS.map((column) => column.points),
      },
    ],
  };
}

const STRUCK = { ru: 'вычеркнуто', kk: 'сызылған' };
export const registerTitle = (year: number, language: PaperLanguage): string => TITLE[language](year);
