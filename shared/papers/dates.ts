import { daysBetween, type PlainDate } from '../kernel/plain-date';
import { englishWords, kazakhWords, russianPlural, russianWords, type PaperLanguage } from './words';

const MONTHS: Record<PaperLanguage, readonly string[]> = {
  ru: ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
  kk: ['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым', 'шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};
const WEEKDAYS: Record<PaperLanguage, readonly string[]> = {
  ru: ['по понедельникам', 'по вторникам', 'по средам', 'по четвергам', 'по пятницам', 'по субботам', 'по воскресеньям'],
  kk: ['дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'жұма', 'сенбі', 'жексенбі'],
  en: ['on Mondays', 'on Tuesdays', 'on Wednesdays', 'on Thursdays', 'on Fridays', 'on Saturdays', 'on Sundays'],
};

/** «5 июня 2025 г.», «2025 жылғы 5 маусым», «5 June 2025». */
export function longDate(date: PlainDate, language: PaperLanguage): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const name = MONTHS[language][month - 1] ?? '';
  if (language === 'kk') return `${String(year)} жылғы ${String(day)} ${name}`;
  return language === 'ru' ? `${String(day)} ${name} ${String(year)} г.` : `${String(day)} ${name} ${String(year)}`;
}

/** Kazakh months in the ablative and the dative, as «… бастап … дейін» needs them. */
const KK_FROM = [
  'қаңтардан',
  'ақпаннан',
  'наурыздан',
  'сәуірден',
  'мамырдан',
  'маусымнан',
  'шілдеден',
  'тамыздан',
  'қыркүйектен',
  'қазаннан',
  'қарашадан',
  'желтоқсаннан',
];
const KK_TO = [
  'қаңтарға',
  'ақпанға',
  'наурызға',
  'сәуірге',
  'мамырға',
  'маусымға',
  'шілдеге',
  'тамызға',
  'қыркүйекке',
  'қазанға',
  'қарашаға',
  'желтоқсанға',
];

/** «с 1 февраля 2026 г. по 28 февраля 2026 г.», «2026 жылғы 1 ақпаннан 2026 жылғы 28 ақпанға дейін». */
export function dateRange(from: PlainDate, to: PlainDate, language: PaperLanguage): string {
  if (language === 'ru') return `с ${longDate(from, 'ru')} по ${longDate(to, 'ru')}`;
  if (language === 'en') return `from ${longDate(from, 'en')} to ${longDate(to, 'en')}`;
  const inCase = (date: PlainDate, months: readonly string[]): string => {
    const [year, month, day] = date.split('-').map(Number) as [number, number, number];
    return `${String(year)} жылғы ${String(day)} ${months[month - 1] ?? ''}`;
  };
  return `${inCase(from, KK_FROM)} ${inCase(to, KK_TO)} дейін`;
}

/** 05.06.2025 in every language. */
export const shortDate = (date: string): string => date.slice(0, 10).split('-').reverse().join('.');

/** «22 (двадцать два) дня», both ends counted. */
export function termInDays(from: PlainDate, to: PlainDate, language: PaperLanguage): string {
  const days = daysBetween(from, to) + 1;
  if (days < 1) throw new RangeError('a term ends before it begins');
  if (language === 'kk') return `${String(days)} (${kazakhWords(days)}) күн`;
  if (language === 'en') return `${String(days)} (${englishWords(days)}) ${days === 1 ? 'day' : 'days'}`;
  return `${String(days)} (${russianWords(days)}) ${russianPlural(days, ['день', 'дня', 'дней'])}`;
}

/** 1 Monday .. 7 Sunday; an empty list is every day. */
export function weekdaysText(weekdays: readonly number[], language: PaperLanguage): string {
  const every = { ru: 'ежедневно', kk: 'күн сайын', en: 'every day' };
  if (weekdays.length === 0) return every[language];
  const names = [...weekdays].sort((a, b) => a - b).map((day) => WEEKDAYS[language][day - 1] ?? '');
  const joined = names.join(', ');
  return language === 'kk' ? `${joined} күндері` : joined;
}

/** «Иванова Мария Петровна» as «М. П. Иванова», the order of signatures. */
export function signerName(fullName: string): string {
  const [surname = '', ...rest] = fullName.trim().split(/\s+/);
  return [...rest.map((part) => `${part.slice(0, 1)}.`), surname].join(' ').trim();
}
