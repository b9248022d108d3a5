import { describe, expect, it } from 'vitest';
import { iinBirthDate, iinSex, isBin, isIin, isInn, isSnils } from './identity-number';
import { fold, PersonName, sameName, shortName, sortKey } from './names';
import { phoneticKey } from './phonetic';
import { addDays, addMonths, ageOn, isPlainDate, plainDate } from './plain-date';
import { stem } from './search-text';

const name = (surname: string, given: string, patronymic = '', kk: [string, string] | null = null): PersonName => ({
  ru: { surname, given, patronymic },
  kk: kk ? { surname: kk[0], given: kk[1], patronymic: '' } : null,
});

describe('a calendar date', () => {
  it.each(['2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '1899-12-31', ''])('%s is none', (text) => {
    expect(isPlainDate(text)).toBe(false);
  });
  it.each([
    ['2024-02-29', 1, '2024-03-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-15', -4, '2025-11-15'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(plainDate(from), months)).toBe(to);
  });
  it('gives the age on the very birthday and the day before', () => {
    expect([ageOn(plainDate('2013-03-03'), plainDate('2026-03-02')), ageOn(plainDate('2013-03-03'), plainDate('2026-03-03'))]).toEqual([12, 13]);
    expect(ageOn(plainDate('2012-02-29'), plainDate('2026-02-28'))).toBe(13);
  });
  it('steps over the end of a year', () => {
    expect(addDays(plainDate('2026-12-31'), 1)).toBe('2027-01-01');
  });
});

describe('an identity number', () => {
  it.each([
    ['130303650009', true],
    ['130303650008', false],
    ['991332350010', false],
    ['', false],
    ['13030365001', false],
  ])('IIN %s: %s', (number, right) => {
    expect(isIin(number)).toBe(right);
  });
  it('carries the birth date and the sex', () => {
    expect([iinBirthDate('130303650014'), iinSex('130303650014'), iinSex('130303550014')]).toEqual(['2013-03-03', 'female', 'male']);
  });
  it.each([
    ['112-233-445 95', true],
    ['112-233-445 96', false],
  ])('SNILS %s: %s', (number, right) => {
    expect(isSnils(number)).toBe(right);
  });
  it.each([
    ['7707083893', true],
    ['7707083894', false],
    ['500100732259', true],
    ['500100732258', false],
  ])('INN %s: %s', (number, right) => {
    expect(isInn(number)).toBe(right);
  });
  it.each([
    ['000000000000', true],
    ['123456789012', false],
  ])('BIN %s: %s', (number, right) => {
    expect(isBin(number)).toBe(right);
  });
});

describe('a name', () => {
  it.each([
    ['Сәрсенова', 'Сарсенова'],
    ['Семён', 'СЕМЕН'],
    ['Құралай', 'Куралаи'],
  ])('%s is found as %s', (a, b) => {
    expect(fold(a)).toBe(fold(b));
  });
  it.each([
    ['Айгериме', 'Айгерим'],
    ['Иванову', 'Иванов'],
    ['Ивановой', 'Иванова'],
    ['Тимуром', 'Тимур'],
  ])('%s begins like %s', (a, b) => {
    expect(fold(b).startsWith(stem(fold(a)))).toBe(true);
  });
  it.each([
    ['Айгерім Жұмабекова', 'Айгерим Джумабекова'],
    ['Алла', 'Ала'],
    ['Виталий', 'Веталий'],
  ])('%s sounds like %s', (a, b) => {
    expect(phoneticKey(a)).toBe(phoneticKey(b));
  });
  it('of another person neither equals nor sounds the same', () => {
    expect(sameName(name('Ким', 'Ольга'), name('Пак', 'Елена'))).toBe('different');
    expect(sameName(name('Сарсенова', 'Айгерим'), name('Иванова', 'Инна', '', ['Сәрсенова', 'Айгерім']))).toBe('same');
    expect(sameName(name('Джумабекова', 'Динара'), name('Жумабекова', 'Динара'))).toBe('similar');
  });
  it.each([
    ['a right-to-left mark', 'Иванов\u202E', 'NAME.HIDDEN_CHARACTER'],
    ['a zero-width space', 'Ива\u200Bнов', 'NAME.HIDDEN_CHARACTER'],
    ['an emoji', 'Иванов😀', 'NAME.NOT_LETTERS'],
    ['a cell of a spreadsheet', 'Иванов\tИван', 'NAME.HIDDEN_CHARACTER'],
    ['a formula', '=1+1', 'NAME.NOT_LETTERS'],
    ['10,000 letters', 'а'.repeat(10_000), 'NAME.TOO_LONG'],
    ['nothing', ' ', 'NAME.REQUIRED'],
  ])('with %s is refused in words', (_case, surname, code) => {
    const result = PersonName.safeParse(name(surname, 'Иван'));
    expect(result.error?.issues[0]?.message).toBe(code);
    expect(result.error?.issues[0]?.path).toEqual(['ru', 'surname']);
  });
  it('is shortened for lists and sorted by surname', () => {
    expect([shortName(name('Сәрсенова', 'Айгерім')), sortKey(name('Ёлкин', 'Пётр', 'Ильич'))]).toEqual(['Айгерім С.', 'елкин петр илич']);
  });
  it('of 100,000 letters folds and sounds within 50 ms of work', () => {
    const worst = ['аә́-'.repeat(25_000), 'дж'.repeat(50_000), ' '.repeat(100_000), 'ова'.repeat(33_000)];
    for (const text of worst) {
      const spent = [1, 2, 3].map(() => {
        const before = process.cpuUsage();
        phoneticKey(text);
        stem(fold(text));
        return process.cpuUsage(before).user / 1000;
      });
      expect(Math.min(...spent)).toBeLessThan(50);
    }
  });
});
