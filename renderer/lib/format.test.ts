import { beforeAll, describe, expect, it } from 'vitest';
import { plainDate } from '../../shared/kernel/plain-date';
import { age, initials, longDate, masked, parseTypedDate, relativeDays, spanOf } from './format';
import { startTexts } from './i18n';

beforeAll(() => {
  startTexts('ru');
});
const spaces = (text: string) => text.replaceAll('\u00a0', ' ');

describe('what people read', () => {
  it('writes a date as each language does', () => {
    expect(spaces(longDate('2025-06-05', 'ru'))).toBe('5 июня 2025 г.');
    expect(spaces(longDate('2025-06-05', 'kk'))).toBe('2025 жылғы 5 маусым');
    expect(spaces(longDate('2025-06-05', 'en'))).toBe('5 June 2025');
  });

  it.each([
    ['2024-11-20', 'ru', '1 год'],
    ['2022-11-20', 'ru', '3 года'],
    ['2014-11-20', 'ru', '11 лет'],
    ['2003-11-20', 'ru', '22 года'],
    ['2014-11-20', 'kk', '11 жас'],
    ['2014-11-20', 'en', '11 years'],
    ['2024-11-20', 'en', '1 year'],
  ] as const)('says the age of somebody born on %s in %s as %s', (birth, language, text) => {
    expect(age(plainDate(birth), language, plainDate('2025-11-20'))).toBe(text);
  });

  it.each([
    ['2025-11-19', 'вчера'],
    ['2025-11-22', 'через 2 дня'],
    ['2025-11-15', '5 дней назад'],
  ])('calls %s by its distance: %s', (date, text) => {
    expect(relativeDays(date, 'ru', plainDate('2025-11-20'))).toBe(text);
  });

  it.each([
    ['5.6.2025', '2025-06-05'],
    ['05062025', '2025-06-05'],
    ['29/02/2024', '2024-02-29'],
    ['29.02.2025', null],
    ['5.6.25', null],
  ])('reads %s typed in a field as %s', (typed, date) => {
    expect(parseTypedDate(typed)).toBe(date);
  });

  it('shows only the tail of a number', () => {
    expect(masked('130303500417')).toBe('•••• •••• 0417');
    expect(masked('417')).toBe('••••');
    expect(initials('Айгерим Сәрсенова')).toBe('АС');
  });
});

it('a term within one year says the year once, and a longer one twice', () => {
  const plain = ({ from, to }: { from: string; to: string }) => `${from} | ${to}`.replaceAll(' ', ' ');
  expect(plain(spanOf('2026-11-29', '2026-12-27', 'ru'))).toBe('29 ноября | 27 декабря 2026 г.');
  expect(plain(spanOf('2026-11-29', '2026-12-27', 'kk'))).toBe('2026 жылғы 29 қараша | 27 желтоқсан');
  expect(plain(spanOf('2026-12-29', '2027-01-05', 'en'))).toBe('29 December 2026 | 5 January 2027');
});
