import { stem, words } from '../../../shared/kernel/search-text';

/*
 * The stems of names know the endings of names. A note is prose in two languages, so here Russian verbs and adjectives lose
 * theirs, and Kazakh words layer by layer from the end: case, possession, plural («мектептерінде» → «мектеп»). All in the
 * folded spelling of the index.
 */
const REFLEXIVE = ['ся', 'сь', 'с'];
const VERBS = [
  'ивает',
  'ивал',
  'ает',
  'ают',
  'ала',
  'али',
  'ало',
  'ила',
  'или',
  'ило',
  'яла',
  'яли',
  'ал',
  'ил',
  'ял',
  'ат',
  'ит',
  'ят',
  'ет',
  'ут',
  'ют',
  'иш',
  'еш',
];
const ADJECTIVES = ['ностью', 'ности', 'ност', 'ного', 'ному', 'ными', 'ныи', 'ная', 'ное', 'ные', 'ную', 'нои', 'ным', 'ных', 'ном', 'но'];
const CASES = ['нан', 'нен', 'дан', 'ден', 'тан', 'тен', 'нын', 'нин', 'дын', 'дин', 'тын', 'тин', 'мен', 'бен', 'пен', 'нда', 'нде'];
const SHORT_CASES = ['га', 'ге', 'ка', 'ке', 'да', 'де', 'та', 'те', 'на', 'не', 'ды', 'ди', 'ты', 'ти', 'ны', 'ни'];
const POSSESSION = ['лары', 'лери', 'мыз', 'миз', 'сы', 'си', 'ым', 'им', 'ын', 'ин', 'ы', 'и', 'м', 'н'];
const PLURAL = ['лар', 'лер', 'дар', 'дер', 'тар', 'тер'];
const LAYERS: readonly (readonly string[])[] = [[...CASES, ...SHORT_CASES], POSSESSION, PLURAL];
const MIN_STEM = 4;

const cut = (word: string, endings: readonly string[]): string => {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= MIN_STEM);
  return ending === undefined ? word : word.slice(0, -ending.length);
};

/** The last consonant of a Kazakh stem is voiced before a vowel: «мектеп», «мектебі»; «жүрек», «жүрегі». */
const VOICED: Readonly<Record<string, string>> = { п: 'б', б: 'п', к: 'г', г: 'к' };

/** Beginnings by which one word of a question is looked for, the Russian one first. */
export function beginningsOf(word: string): string[] {
  const kazakh = LAYERS.reduce(cut, word);
  const verb = cut(cut(word, REFLEXIVE), VERBS);
  const last = VOICED[kazakh.slice(-1)];
  return [...new Set([stem(word), verb, cut(word, ADJECTIVES), kazakh, ...(last && kazakh.length >= MIN_STEM ? [kazakh.slice(0, -1) + last] : [])])];
}

/** Every word must occur, each by one of its beginnings: «тревожился» finds «тревожится», «мектебі» finds «мектепке». */
export function matchOf(text: string): string | null {
  const terms = words(text).slice(0, 12);
  if (terms.length === 0) return null;
  return terms
    .map(
      (term) =>
        `(${beginningsOf(term)
          .map((one) => `"${one}"*`)
          .join(' OR ')})`,
    )
    .join(' AND ');
}
