export type PaperLanguage = 'ru' | 'kk' | 'en';
export type RussianCase = 'nominative' | 'genitive' | 'prepositional';
export type Gender = 'masculine' | 'feminine' | 'neuter';

const CASES: readonly RussianCase[] = ['nominative', 'genitive', 'prepositional'];
/** Nominative, genitive, prepositional. */
const RU: Record<number, readonly [string, string, string]> = {
  0: ['ноль', 'нуля', 'нуле'],
  3: ['три', 'трёх', 'трёх'],
  4: ['четыре', 'четырёх', 'четырёх'],
  5: ['пять', 'пяти', 'пяти'],
  6: ['шесть', 'шести', 'шести'],
  7: ['семь', 'семи', 'семи'],
  8: ['восемь', 'восьми', 'восьми'],
  9: ['девять', 'девяти', 'девяти'],
  10: ['десять', 'десяти', 'десяти'],
  11: ['одиннадцать', 'одиннадцати', 'одиннадцати'],
  12: ['двенадцать', 'двенадцати', 'двенадцати'],
  13: ['тринадцать', 'тринадцати', 'тринадцати'],
  14: ['четырнадцать', 'четырнадцати', 'четырнадцати'],
  15: ['пятнадцать', 'пятнадцати', 'пятнадцати'],
  16: ['шестнадцать', 'шестнадцати', 'шестнадцати'],
  17: ['семнадцать', 'семнадцати', 'семнадцати'],
  18: ['восемнадцать', 'восемнадцати', 'восемнадцати'],
  19: ['девятнадцать', 'девятнадцати', 'девятнадцати'],
  20: ['двадцать', 'двадцати', 'двадцати'],
  30: ['тридцать', 'тридцати', 'тридцати'],
  40: ['сорок', 'сорока', 'сорока'],
  50: ['пятьдесят', 'пятидесяти', 'пятидесяти'],
  60: ['шестьдесят', 'шестидесяти', 'шестидесяти'],
  70: ['семьдесят', 'семидесяти', 'семидесяти'],
  80: ['восемьдесят', 'восьмидесяти', 'восьмидесяти'],
  90: ['девяносто', 'девяноста', 'девяноста'],
  100: ['сто', 'ста', 'ста'],
  200: ['двести', 'двухсот', 'двухстах'],
  300: ['триста', 'трёхсот', 'трёхстах'],
  400: ['четыреста', 'четырёхсот', 'четырёхстах'],
  500: ['пятьсот', 'пятисот', 'пятистах'],
  600: ['шестьсот', 'шестисот', 'шестистах'],
  700: ['семьсот', 'семисот', 'семистах'],
  800: ['восемьсот', 'восьмисот', 'восьмистах'],
  900: ['девятьсот', 'девятисот', 'девятистах'],
};
const ONE: Record<Gender, readonly [string, string, string]> = {
  masculine: ['один', 'одного', 'одном'],
  feminine: ['одна', 'одной', 'одной'],
  neuter: ['одно', 'одного', 'одном'],
};
const TWO: Record<Gender, readonly [string, string, string]> = {
  masculine: ['два', 'двух', 'двух'],
  feminine: ['две', 'двух', 'двух'],
  neuter: ['два', 'двух', 'двух'],
};
/** one, few, many in the nominative; the plural of the oblique cases. */
const SCALES: readonly {
  value: number;
  gender: Gender;
  forms: [string, string, string];
  genitive: [string, string];
  prepositional: [string, string];
}[] = [
  {
    value: 1_000_000,
    gender: 'masculine',
    forms: ['миллион', 'миллиона', 'миллионов'],
    genitive: ['миллиона', 'миллионов'],
    prepositional: ['миллионе', 'миллионах'],
  },
  { value: 1000, gender: 'feminine', forms: ['тысяча', 'тысячи', 'тысяч'], genitive: ['тысячи', 'тысяч'], prepositional: ['тысяче', 'тысячах'] },
];

const MAX = 999_999_999;
function check(n: number): void {
  if (!Number.isInteger(n) || n < 0 || n > MAX) throw new RangeError('words exist for whole numbers from 0 to 999,999,999');
}

/** one, few or many, as Russian nouns follow a numeral. */
export function russianPlural(n: number, [one, few, many]: readonly [string, string, string]): string {
  const [tens, units] = [n % 100, n % 10];
  if (tens >= 11 && tens <= 14) return many;
  return units === 1 ? one : units >= 2 && units <= 4 ? few : many;
}

function belowThousand(n: number, gender: Gender, at: number): string[] {
  const parts: string[] = [];
  const push = (value: number): void => {
    parts.push(RU[value]?.[at] ?? '');
  };
  if (n >= 100) push(n - (n % 100));
  let rest = n % 100;
  if (rest >= 20) {
    push(rest - (rest % 10));
    rest %= 10;
  }
  if (rest === 1) parts.push(ONE[gender][at] ?? '');
  else if (rest === 2) parts.push(TWO[gender][at] ?? '');
  else if (rest > 2) push(rest);
  return parts;
}

/** A cardinal number in Russian words, 0 to 999,999,999, in the gender and case of its noun. */
export function russianWords(n: number, gender: Gender = 'masculine', grammaticalCase: RussianCase = 'nominative'): string {
  check(n);
  const at = CASES.indexOf(grammaticalCase);
  if (n === 0) return RU[0]?.[at] ?? '';
  const parts: string[] = [];
  let rest = n;
  for (const scale of SCALES) {
    const count = Math.floor(rest / scale.value);
    rest %= scale.value;
    if (count === 0) continue;
    const oblique = at === 1 ? scale.genitive : scale.prepositional;
    const isOne = count % 10 === 1 && count % 100 !== 11;
    parts.push(...belowThousand(count, scale.gender, at), at === 0 ? russianPlural(count, scale.forms) : oblique[isOne ? 0 : 1]);
  }
  return [...parts, ...belowThousand(rest, gender, at)].join(' ');
}

const KK_UNITS = ['', 'бір', 'екі', 'үш', 'төрт', 'бес', 'алты', 'жеті', 'сегіз', 'тоғыз'];
const KK_TENS = ['', 'он', 'жиырма', 'отыз', 'қырық', 'елу', 'алпыс', 'жетпіс', 'сексен', 'тоқсан'];

function kazakhBelowThousand(n: number): string[] {
  const hundreds = Math.floor(n / 100);
  return [
    hundreds > 1 ? (KK_UNITS[hundreds] ?? '') : '',
    hundreds > 0 ? 'жүз' : '',
    KK_TENS[Math.floor((n % 100) / 10)] ?? '',
    KK_UNITS[n % 10] ?? '',
  ];
}

/** A cardinal number in Kazakh words; Kazakh numerals do not change before a noun. */
export function kazakhWords(n: number): string {
  check(n);
  if (n === 0) return 'нөл';
  const [millions, thousands] = [Math.floor(n / 1_000_000), Math.floor((n % 1_000_000) / 1000)];
  const parts = [
    ...(millions > 0 ? [...kazakhBelowThousand(millions), 'миллион'] : []),
    ...(thousands > 0 ? [...(thousands > 1 ? kazakhBelowThousand(thousands) : []), 'мың'] : []),
    ...kazakhBelowThousand(n % 1000),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

const EN_SMALL = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const EN_TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

export function englishWords(n: number): string {
  check(n);
  if (n < 20) return EN_SMALL[n] ?? '';
  if (n < 100) return [EN_TENS[Math.floor(n / 10)], n % 10 > 0 ? EN_SMALL[n % 10] : ''].filter(Boolean).join('-');
  const [value, name] = n >= 1_000_000 ? [1_000_000, 'million'] : n >= 1000 ? [1000, 'thousand'] : [100, 'hundred'];
  return [`${englishWords(Math.floor(n / Number(value)))} ${String(name)}`, n % Number(value) > 0 ? englishWords(n % Number(value)) : '']
    .filter(Boolean)
    .join(' ');
}
