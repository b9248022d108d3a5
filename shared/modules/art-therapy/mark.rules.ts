import type { Language } from '../../kernel/roles';
import { fold } from '../../kernel/search-text';

const RUSSIAN = {
  nominative: 'другой ребёнок',
  genitive: 'другого ребёнка',
  dative: 'другому ребёнку',
  instrumental: 'другим ребёнком',
  prepositional: 'другом ребёнке',
};
type RussianCase = keyof typeof RUSSIAN;
const AFTER: Record<string, RussianCase> = Object.fromEntries(
  (
    [
      ['genitive', 'у от без для до из около возле после против кроме вместо рядом'],
      ['dative', 'к ко по'],
      ['instrumental', 'с со за над под перед между'],
      ['prepositional', 'о об обо при на в'],
    ] as const
  ).flatMap(([name, list]) => list.split(' ').map((word) => [word, name])),
);

/** Kazakh says the case at the end of the name itself. */
const KAZAKH: readonly [RegExp, string][] = [
  [/(мен|бен|пен)$/, 'басқа баламен'],
  [/(нын|нин|дын|дин|тын|тин)$/, 'басқа баланың'],
  [/(нан|нен|дан|ден|тан|тен)$/, 'басқа баладан'],
  [/(га|ге|ка|ке|на|не)$/, 'басқа балаға'],
  [/(ны|ни|ды|ди|ты|ти)$/, 'басқа баланы'],
  [/(да|де|та|те)$/, 'басқа балада'],
];

function russian(before: string, word: string): string {
  const last = fold(before).split(' ').at(-1) ?? '';
  const known = Object.hasOwn(AFTER, last) ? AFTER[last] : undefined;
  if (known) return RUSSIAN[known];
  return /(ом|ем|ои|еи|ым)$/.test(word) ? RUSSIAN.instrumental : RUSSIAN.nominative;
}

const kazakh = (word: string): string => KAZAKH.find(([ending]) => ending.test(word))?.[1] ?? 'басқа бала';

/** The mark that is offered for a name, in the case that the sentence asks for as far as the words beside it tell. */
export function markFor(text: string, start: number, end: number, language: Language): string {
  if (language === 'en') return '[[another child]]';
  const word = fold(text.slice(start, end));
  return `[[${language === 'kk' ? kazakh(word) : russian(text.slice(Math.max(0, start - 40), start), word)}]]`;
}

/** The text with the mark in the name's place. */
export function replaceName(text: string, start: number, end: number, language: Language): string {
  return `${text.slice(0, start)}${markFor(text, start, end, language)}${text.slice(end)}`;
}
