import { describe, expect, it } from 'vitest';
import { plainDate } from '../kernel/plain-date';
import { dateRange, longDate, shortDate, signerName, termInDays, weekdaysText } from './dates';
import { postGenitive } from './posts';
import type { PaperLanguage } from './words';

const on = plainDate;

describe('a date', () => {
  it.each<[string, PaperLanguage, string]>([
    ['2025-06-05', 'ru', '5 июня 2025 г.'],
    ['2025-06-05', 'kk', '2025 жылғы 5 маусым'],
    ['2025-06-05', 'en', '5 June 2025'],
    ['2026-12-31', 'ru', '31 декабря 2026 г.'],
    ['2026-12-31', 'kk', '2026 жылғы 31 желтоқсан'],
  ])('%s in %s is %s', (date, language, text) => {
    expect(longDate(on(date), language)).toBe(text);
  });

  it('is short alike in every language, also out of an instant', () => {
    expect(shortDate('2025-06-05')).toBe('05.06.2025');
    expect(shortDate('2025-06-05T23:00:00.000Z')).toBe('05.06.2025');
  });

  it.each([
    ['01', 'қаңтардан', 'қаңтарға'],
    ['02', 'ақпаннан', 'ақпанға'],
    ['03', 'наурыздан', 'наурызға'],
    ['04', 'сәуірден', 'сәуірге'],
    ['05', 'мамырдан', 'мамырға'],
    ['06', 'маусымнан', 'маусымға'],
    ['07', 'шілдеден', 'шілдеге'],
    ['08', 'тамыздан', 'тамызға'],
    ['09', 'қыркүйектен', 'қыркүйекке'],
    ['10', 'қазаннан', 'қазанға'],
    ['11', 'қарашадан', 'қарашаға'],
    ['12', 'желтоқсаннан', 'желтоқсанға'],
  ])('as the end of a Kazakh range takes the case of its month %s', (month, ablative, dative) => {
    expect(dateRange(on(`2026-${month}-01`), on(`2026-${month}-20`), 'kk')).toBe(`2026 жылғы 1 ${ablative} 2026 жылғы 20 ${dative} дейін`);
  });

  it('as the end of a Russian range stands in the genitive with both years', () => {
    expect(dateRange(on('2026-11-29'), on('2027-01-10'), 'ru')).toBe('с 29 ноября 2026 г. по 10 января 2027 г.');
  });
});

describe('a term', () => {
  it.each<[string, string, PaperLanguage, string]>([
    ['2025-11-29', '2025-12-20', 'ru', '22 (двадцать два) дня'],
    ['2025-11-29', '2025-12-20', 'kk', '22 (жиырма екі) күн'],
    ['2025-11-29', '2025-11-29', 'ru', '1 (один) день'],
    ['2025-11-29', '2025-11-29', 'en', '1 (one) day'],
    ['2026-01-01', '2026-12-31', 'ru', '365 (триста шестьдесят пять) дней'],
    ['2028-02-28', '2028-03-01', 'ru', '3 (три) дня'],
  ])('from %s to %s counts both ends in %s: %s', (from, to, language, text) => {
    expect(termInDays(on(from), on(to), language)).toBe(text);
  });
  it('that ends before it begins is no term', () => {
    expect(() => termInDays(on('2026-01-02'), on('2026-01-01'), 'ru')).toThrow(RangeError);
  });
});

it('weekdays are named in their order, and none means every day', () => {
  expect(weekdaysText([7, 6], 'ru')).toBe('по субботам, по воскресеньям');
  expect(weekdaysText([6], 'kk')).toBe('сенбі күндері');
  expect(weekdaysText([], 'en')).toBe('every day');
});

it.each([
  ['Иванова Мария Петровна', 'М. П. Иванова'],
  ['Омаров Б. Т.', 'Б. Т. Омаров'],
  ['Ким Ольга', 'О. Ким'],
  ['Сәрсенова', 'Сәрсенова'],
  ['', ''],
])('«%s» signs as «%s»', (name, signer) => {
  expect(signerName(name)).toBe(signer);
});

it.each([
  ['директор', 'директора'],
  ['Директор', 'Директора'],
  ['руководитель', 'руководителя'],
  ['Руководитель отдела образования', 'Руководителя отдела образования'],
  ['заведующая', 'заведующей'],
  ['главный специалист', 'главного специалиста'],
  ['старший воспитатель', 'старшего воспитателя'],
  ['заместитель директора по воспитательной работе', 'заместителя директора по воспитательной работе'],
  ['исполняющий обязанности директора', 'исполняющего обязанности директора'],
  ['и. о. директора', 'и. о. директора'],
  ['глава', 'главы'],
  ['', ''],
])('a contract is made in the person of: «%s», «%s»', (post, genitive) => {
  expect(postGenitive(post)).toBe(genitive);
});
