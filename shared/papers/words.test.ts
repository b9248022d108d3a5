import { describe, expect, it } from 'vitest';
import { englishWords, kazakhWords, russianPlural, russianWords, type Gender, type RussianCase } from './words';

describe('a number in Russian words', () => {
  it.each<[number, Gender, RussianCase, string]>([
    [0, 'masculine', 'nominative', 'ноль'],
    [1, 'masculine', 'nominative', 'один'],
    [1, 'feminine', 'nominative', 'одна'],
    [1, 'neuter', 'nominative', 'одно'],
    [2, 'feminine', 'nominative', 'две'],
    [2, 'neuter', 'nominative', 'два'],
    [11, 'masculine', 'nominative', 'одиннадцать'],
    [21, 'feminine', 'nominative', 'двадцать одна'],
    [40, 'masculine', 'genitive', 'сорока'],
    [90, 'masculine', 'prepositional', 'девяноста'],
    [100, 'masculine', 'nominative', 'сто'],
    [312, 'masculine', 'nominative', 'триста двенадцать'],
    [1000, 'masculine', 'nominative', 'одна тысяча'],
    [2000, 'masculine', 'nominative', 'две тысячи'],
    [5000, 'masculine', 'nominative', 'пять тысяч'],
    [11_000, 'masculine', 'nominative', 'одиннадцать тысяч'],
    [21_001, 'feminine', 'nominative', 'двадцать одна тысяча одна'],
    [1_000_000, 'masculine', 'nominative', 'один миллион'],
    [1_353_216, 'masculine', 'nominative', 'один миллион триста пятьдесят три тысячи двести шестнадцать'],
    [999_999_999, 'masculine', 'nominative', 'девятьсот девяносто девять миллионов девятьсот девяносто девять тысяч девятьсот девяносто девять'],
    [3, 'masculine', 'genitive', 'трёх'],
    [3, 'masculine', 'prepositional', 'трёх'],
    [22, 'feminine', 'genitive', 'двадцати двух'],
    [51, 'masculine', 'genitive', 'пятидесяти одного'],
    [1000, 'masculine', 'genitive', 'одной тысячи'],
    [2500, 'masculine', 'genitive', 'двух тысяч пятисот'],
    [200, 'masculine', 'prepositional', 'двухстах'],
    [1_000_002, 'masculine', 'genitive', 'одного миллиона двух'],
  ])('%i, %s, %s', (n, gender, grammaticalCase, words) => {
    expect(russianWords(n, gender, grammaticalCase)).toBe(words);
  });

  it.each([
    [1, 'день'],
    [2, 'дня'],
    [4, 'дня'],
    [5, 'дней'],
    [11, 'дней'],
    [12, 'дней'],
    [14, 'дней'],
    [21, 'день'],
    [22, 'дня'],
    [100, 'дней'],
    [101, 'день'],
    [111, 'дней'],
    [0, 'дней'],
  ])('%i is followed by «%s»', (n, noun) => {
    expect(russianPlural(n, ['день', 'дня', 'дней'])).toBe(noun);
  });
});

describe('a number in Kazakh words', () => {
  it.each([
    [0, 'нөл'],
    [1, 'бір'],
    [3, 'үш'],
    [10, 'он'],
    [19, 'он тоғыз'],
    [20, 'жиырма'],
    [28, 'жиырма сегіз'],
    [31, 'отыз бір'],
    [40, 'қырық'],
    [50, 'елу'],
    [99, 'тоқсан тоғыз'],
    [100, 'жүз'],
    [101, 'жүз бір'],
    [250, 'екі жүз елу'],
    [1000, 'мың'],
    [2026, 'екі мың жиырма алты'],
    [100_000, 'жүз мың'],
    [1_000_000, 'бір миллион'],
    [1_353_216, 'бір миллион үш жүз елу үш мың екі жүз он алты'],
  ])('%i is «%s»', (n, words) => {
    expect(kazakhWords(n)).toBe(words);
  });
});

describe('a number in English words', () => {
  it.each([
    [0, 'zero'],
    [7, 'seven'],
    [13, 'thirteen'],
    [21, 'twenty-one'],
    [90, 'ninety'],
    [100, 'one hundred'],
    [342, 'three hundred forty-two'],
    [1000, 'one thousand'],
    [1_000_001, 'one million one'],
    [999_999_999, 'nine hundred ninety-nine million nine hundred ninety-nine thousand nine hundred ninety-nine'],
  ])('%i is "%s"', (n, words) => {
    expect(englishWords(n)).toBe(words);
  });
});

it.each([[-1], [1.5], [1_000_000_000], [Number.NaN]])('%d has no words in any language', (n) => {
  for (const words of [russianWords, kazakhWords, englishWords]) expect(() => words(n)).toThrow(RangeError);
});
