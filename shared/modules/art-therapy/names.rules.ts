import type { PersonName } from '../../kernel/names';
import { fold, words } from '../../kernel/search-text';
import type { Mention, ObservationFields } from './observation.model';

/*
 * Whose name stands where it must not. A word names a child when it is the name with a case ending of Russian or Kazakh;
 * nothing shorter and nothing longer, so that «верно» is not taken for Вера nor «левый» for Лев.
 */

/** The endings of nouns and of possessive adjectives («Верин рисунок»), as folded text writes them. */
const RUSSIAN = [
  '',
  ...split('а я у ю е ы и о ом ем ым ои еи ою ею ам ям ами ями ыми ах ях ов ев ых'),
  ...split('ин ина ину инои ином иным иных ины ино'),
];
const ADJECTIVE = split('ого его ому ему ым им ом ем ая яя ои еи ую юю ыи ии ые ие ых их');
const KAZAKH = [
  ...split('нын нин дын дин тын тин ны ни ды ди ты ти га ге ка ке на не да де та те нда нде'),
  ...split('дан ден тан тен нан нен мен бен пен лар лер дар дер тар тер дики дики тики ники'),
];
const SHORTEST = 2;
/** Names whose vowel goes when an ending comes: «Павел, Павла», «Лев, Льва». */
const FLEETING: Record<string, string> = { павел: 'павл', лев: 'лв' };

function split(text: string): string[] {
  return text.split(' ');
}

interface NameForms {
  /** The word as it stands, and what is left of it before a case ending. */
  whole: string;
  bases: ReadonlySet<string>;
  adjectival: string | null;
}

function formsOf(word: string): NameForms {
  const bases = new Set([word]);
  if (Object.hasOwn(FLEETING, word)) bases.add(FLEETING[word] ?? word);
  if (/[аяоеиую]$/.test(word) && word.length >= SHORTEST) bases.add(word.slice(0, -1));
  const adjectival = /(ая|яя|ыи|ии|ои)$/.test(word) && word.length >= 5 ? word.slice(0, -2) : null;
  return { whole: word, bases, adjectival };
}

const isForm = (word: string, name: NameForms): boolean => {
  if (word === name.whole) return true;
  for (const base of name.bases) if (word.length > 1 && word.startsWith(base) && RUSSIAN.includes(word.slice(base.length))) return true;
  if (word.startsWith(name.whole) && KAZAKH.includes(word.slice(name.whole.length))) return true;
  return name.adjectival !== null && word.startsWith(name.adjectival) && ADJECTIVE.includes(word.slice(name.adjectival.length));
};

const namesOf = (name: PersonName): NameForms[] => {
  const spellings = name.kk ? [name.ru, name.kk] : [name.ru];
  const known = new Set(spellings.flatMap(({ surname, given }) => words(`${surname} ${given}`)).filter((word) => word.length >= SHORTEST));
  return [...known].map(formsOf);
};

export interface NamedChild {
  id: string;
  name: PersonName;
}

export interface FoundName {
  start: number;
  end: number;
  word: string;
  childId: string;
  certain: boolean;
}

const WORD = /[\p{L}\p{M}]+/gu;
const isLower = (word: string): boolean => word.slice(0, 1) === word.slice(0, 1).toLocaleLowerCase('ru');

/** Words of a text that name one of the others. What may as well be the child's own name is not counted. */
export function namesIn(text: string, others: readonly NamedChild[], own: PersonName | null): FoundName[] {
  const ownForms = own ? namesOf(own) : [];
  const known = others.map(({ id, name }) => ({ id, forms: namesOf(name) }));
  const found: FoundName[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = fold(match[0]);
    if (ownForms.some((form) => isForm(word, form))) continue;
    const named = known.find(({ forms }) => forms.some((form) => isForm(word, form)));
    if (named) found.push({ start: match.index, end: match.index + match[0].length, word: match[0], childId: named.id, certain: !isLower(match[0]) });
  }
  return found;
}

const countsAsName = (fields: Pick<ObservationFields, 'notNames'>, one: FoundName): boolean =>
  one.certain || !fields.notNames.includes(fold(one.word));

/** Every place of a child's observation where another child of the group is named. */
export function mentionsIn(fields: ObservationFields, captions: readonly string[], others: readonly NamedChild[], own: PersonName | null): Mention[] {
  const inOne = (field: Mention['field'], at: number, text: string): Mention[] =>
    namesIn(text, others, own)
      .filter((one) => countsAsName(fields, one))
      .map(({ start, end, word, certain }) => ({ field, at, start, end, word, certain }));
  return [
    ...inOne('text', 0, fields.text),
    ...inOne('words', 0, fields.words),
    ...fields.themes.flatMap((theme, at) => inOne('themes', at, theme)),
    ...captions.flatMap((caption, at) => inOne('caption', at, caption)),
  ];
}

/** «А. Б.» in place of a name, for a report that leaves the room. */
export function withInitials(text: string, members: readonly NamedChild[]): string {
  const byId = new Map(members.map((member) => [member.id, initialsOf(member.name)]));
  let shown = '';
  let at = 0;
  for (const one of namesIn(text, members, null)) {
    const before = text.slice(at, one.start);
    const initials = byId.get(one.childId) ?? '…';
    // «Алихан Баймуратов» is one person: the surname after the given name adds nothing.
    if (!(shown.endsWith(initials) && before.trim() === '')) shown += `${before}${initials}`;
    at = one.end;
  }
  return shown + text.slice(at);
}

export const initialsOf = (name: PersonName): string =>
  [name.ru.given, name.ru.surname]
    .filter((part) => part !== '')
    .map((part) => `${part.slice(0, 1).toLocaleUpperCase('ru')}.`)
    .join(' ');

/** The mark is written `[[другим ребёнком]]`: the words inside are inflected by the author, the brackets become the sign. */
export const MARK = /\[\[([^[\]\n]{1,60})\]\]/gu;

export interface MarkedPart {
  text: string;
  mark: boolean;
}

export function partsOf(text: string): MarkedPart[] {
  const parts: MarkedPart[] = [];
  let at = 0;
  for (const match of text.matchAll(MARK)) {
    if (match.index > at) parts.push({ text: text.slice(at, match.index), mark: false });
    parts.push({ text: match[1] ?? '', mark: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), mark: false });
  return parts;
}

/** For papers: the words of the mark without its brackets. */
export const plainMarks = (text: string): string => text.replace(MARK, '$1');
