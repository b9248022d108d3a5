/** Kazakh letters beside the Russian ones that people type, or that another spelling of the same name uses. */
const NEIGHBOURS: Record<string, string> = { ё: 'е', ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и', й: 'и', ъ: '', ь: '' };

/**
 * One spelling for search: lower case, ё=е, Kazakh letters beside their Russian neighbours, punctuation as a space.
 * «Сәрсенова» and «Сарсенова», «Семён» and «Семен» fold to the same text. Linear in the length of the text.
 */
export function fold(text: string): string {
  return (
    text
      .normalize('NFC')
      .toLocaleLowerCase('ru')
      // A stress mark belongs to its letter; it must not cut the word in two.
      .replace(/\p{M}+/gu, '')
      .replace(/[ёәғқңөұүһійъь]/g, (letter) => NEIGHBOURS[letter] ?? letter)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  );
}

export const words = (text: string): string[] =>
  fold(text)
    .split(' ')
    .filter((word) => word !== '');

/** Case and gender endings of Russian and Kazakh names, longest first. Only the end that inflects is cut, never below three letters. */
const ENDINGS = [
  'аиском',
  'иному',
  'овому',
  'ского',
  'скому',
  'овыми',
  'еними',
  'ович',
  'евич',
  'овна',
  'евна',
  'ским',
  'ской',
  'ская',
  'скии',
  'овои',
  'евои',
  'инои',
  'овым',
  'евым',
  'иным',
  'ого',
  'ому',
  'ова',
  'ева',
  'ина',
  'ову',
  'еву',
  'ину',
  'ыми',
  'ами',
  'ями',
  'ом',
  'ем',
  'ои',
  'еи',
  'ою',
  'ею',
  'ым',
  'им',
  'ую',
  'ая',
  'а',
  'я',
  'у',
  'ю',
  'е',
  'ы',
  'и',
  'о',
];
const MIN_STEM = 3;

/** What stays of a folded word when its inflection is cut: «Айгерим», «Айгериме», «Айгеримой» begin with the same stem. */
export function stem(word: string): string {
  for (const ending of ENDINGS) {
    if (word.length - ending.length >= MIN_STEM && word.endsWith(ending)) return word.slice(0, -ending.length);
  }
  return word;
}
