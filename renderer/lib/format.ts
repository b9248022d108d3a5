import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../shared/kernel/roles';
import { ageOn, dateOf, daysBetween, isPlainDate, type PlainDate } from '../../shared/kernel/plain-date';
import { texts } from './i18n';

const MONTHS: Record<Language, readonly string[]> = {
  ru: ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
  kk: ['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым', 'шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};
const WEEKDAYS: Record<Language, readonly string[]> = {
  ru: ['воскресенье', 'понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота'],
  kk: ['жексенбі', 'дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'жұма', 'сенбі'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const NBSP = ' ';

const two = (value: number): string => String(value).padStart(2, '0');

/** A calendar date, or the local date of an instant. */
export const asDate = (value: string): PlainDate => (isPlainDate(value) ? value : dateOf(new Date(value)));

function parts(value: string): { year: number; month: number; day: number } {
  const [year = 0, month = 1, day = 1] = asDate(value).split('-').map(Number);
  return { year, month, day };
}

/** «5 июня 2025 г.», «2025 жылғы 5 маусым», 5 June 2025. */
export function longDate(value: string, language: Language): string {
  const { year, month, day } = parts(value);
  const name = MONTHS[language][month - 1] ?? '';
  if (language === 'ru') return [String(day), name, String(year), 'г.'].join(NBSP);
  if (language === 'kk') return [String(year), 'жылғы', String(day), name].join(NBSP);
  return [String(day), name, String(year)].join(NBSP);
}

/** «5 июня», without the year. */
export function dayAndMonth(value: string, language: Language): string {
  const { month, day } = parts(value);
  return `${String(day)}${NBSP}${MONTHS[language][month - 1] ?? ''}`;
}

/** Both ends of a term, the year said once when it is the same: «с 29 ноября по 27 декабря 2026 г.», «2026 жылғы 29 қараша – 27 желтоқсан». */
export function spanOf(from: string, to: string, language: Language): { from: string; to: string } {
  const [first, last] = [longDate(from, language), longDate(to, language)];
  if (parts(from).year !== parts(to).year) return { from: first, to: last };
  return language === 'kk' ? { from: first, to: dayAndMonth(to, language) } : { from: dayAndMonth(from, language), to: last };
}

/** 05.06.2025: tables and fields. */
export function shortDate(value: string): string {
  const { year, month, day } = parts(value);
  return `${two(day)}.${two(month)}.${String(year)}`;
}

export function timeOf(instant: string | Date): string {
  const at = new Date(instant);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

export const weekday = (value: string, language: Language): string => WEEKDAYS[language][new Date(`${asDate(value)}T00:00:00Z`).getUTCDay()] ?? '';

/** dd.mm.yyyy as typed (also 5.6.2025 and 05062025) to a plain date; null when it is no date of the calendar. */
export function parseTypedDate(text: string): PlainDate | null {
  const match = /^\s*(\d{1,2})[.,/\- ](\d{1,2})[.,/\- ](\d{4})\s*$/.exec(text) ?? /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(text);
  if (!match) return null;
  const date = `${match[3] ?? ''}-${two(Number(match[2]))}-${two(Number(match[1]))}`;
  return isPlainDate(date) ? date : null;
}

export const today = (): PlainDate => dateOf(new Date());

/** «через 3 дня», «вчера»; further than 30 days away, the date itself. */
export function relativeDays(value: string, language: Language, on: PlainDate = today()): string {
  const days = daysBetween(on, asDate(value));
  const t = texts.getFixedT(language, 'ui');
  if (Math.abs(days) > 30) return longDate(value, language);
  if (days === 0) return t('relative.today');
  if (days === 1) return t('relative.tomorrow');
  if (days === -1) return t('relative.yesterday');
  return days > 0 ? t('relative.in', { count: days }) : t('relative.ago', { count: -days });
}

export const age = (birth: PlainDate, language: Language, on: PlainDate = today()): string =>
  texts.getFixedT(language, 'ui')('age', { count: ageOn(birth, on) });

/** «АС» of «Айгерим Сәрсенова». */
export const initials = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase();

/** «•••• •••• 4417»: the last digits tell two papers apart, and no more. */
export const masked = (value: string, visible = 4): string => (value.length <= visible ? '••••' : `•••• •••• ${value.slice(-visible)}`);

export const fileSize = (bytes: number, language: Language): string => {
  const megabytes = bytes / 1_048_576;
  const [value, unit] = megabytes >= 1 ? [megabytes, 'mb'] : [bytes / 1024, 'kb'];
  return `${value.toLocaleString(language, { maximumFractionDigits: value < 10 ? 1 : 0 })}${NBSP}${texts.getFixedT(language, 'ui')(`size.${unit}`)}`;
};

export interface Format {
  language: Language;
  date: (value: string) => string;
  dayAndMonth: (value: string) => string;
  span: (from: string, to: string) => { from: string; to: string };
  short: (value: string) => string;
  time: (instant: string | Date) => string;
  dateTime: (instant: string) => string;
  weekday: (value: string) => string;
  relative: (value: string, on?: PlainDate) => string;
  age: (birth: PlainDate, on?: PlainDate) => string;
  number: (value: number) => string;
  size: (bytes: number) => string;
}

/** Everything a screen prints, in the language of the screen. */
export function useFormat(): Format {
  const { i18n } = useTranslation('ui');
  const language = i18n.language as Language;
  return useMemo(
    () => ({
      language,
      date: (value) => longDate(value, language),
      dayAndMonth: (value) => dayAndMonth(value, language),
      span: (from, to) => spanOf(from, to, language),
      short: shortDate,
      time: timeOf,
      dateTime: (instant) => `${longDate(instant, language)}, ${timeOf(instant)}`,
      weekday: (value) => weekday(value, language),
      relative: (value, on) => relativeDays(value, language, on),
      age: (birth, on) => age(birth, language, on),
      number: (value) => value.toLocaleString(language),
      size: (bytes) => fileSize(bytes, language),
    }),
    [language],
  );
}
