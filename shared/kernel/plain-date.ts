import { z } from 'zod';

/** A calendar date without time or zone, `YYYY-MM-DD`, proleptic Gregorian, years 1900 to 2199. */
export type PlainDate = string & z.$brand<'PlainDate'>;

const daysIn = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

export function isPlainDate(text: string): text is PlainDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

export const PlainDate = z.string().refine(isPlainDate, { error: 'DATE.IMPOSSIBLE' }) as unknown as z.ZodType<PlainDate, string>;

export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError('not a calendar date');
  return text;
}

/** The calendar date of an instant in a fixed-offset zone; `offsetMinutes` is east of UTC. */
export function dateOf(instant: Date, offsetMinutes = -instant.getTimezoneOffset()): PlainDate {
  return new Date(instant.getTime() + offsetMinutes * 60_000).toISOString().slice(0, 10) as PlainDate;
}

export function addDays(date: PlainDate, days: number): PlainDate {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10) as PlainDate;
}

/** Adds months; the 31st falls back to the last day of a shorter month. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(Math.min(day, daysIn(y, m))).padStart(2, '0')}` as PlainDate;
}

/** Whole days from `from` to `to`, negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** Full years of age on a date. Someone born on 29 February turns a year older on 1 March of a common year. */
export function ageOn(birth: PlainDate, on: PlainDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}
