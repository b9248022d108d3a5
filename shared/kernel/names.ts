import { z } from 'zod';
import { fold, words } from './search-text';
import { soundOf } from './phonetic';
import { hasHiddenCharacters } from './text';

export { fold } from './search-text';

/** Letters of any script, and the marks that stand inside names: hyphen, apostrophes, dot, space. Emoji and digits are no names. */
const NAME = /^[\p{L}\p{M}][\p{L}\p{M}'’ʼ.\- ]*$/u;
const MAX = 100;

const part = z
  .string()
  .trim()
  .max(MAX, { error: 'NAME.TOO_LONG' })
  .refine((text) => !hasHiddenCharacters(text), { error: 'NAME.HIDDEN_CHARACTER' })
  .refine((text) => text === '' || NAME.test(text), { error: 'NAME.NOT_LETTERS' });

const requiredPart = part.refine((text) => text !== '', { error: 'NAME.REQUIRED' });

/** Surname, given name and patronymic in one spelling; only the patronymic may be missing. */
export const NameSpelling = z.object({ surname: requiredPart, given: requiredPart, patronymic: part }).strict();
export type NameSpelling = z.infer<typeof NameSpelling>;

/** A person's name in Russian, and in Kazakh where it is written differently in the papers. */
export const PersonName = z.object({ ru: NameSpelling, kk: NameSpelling.nullable() }).strict();
export type PersonName = z.infer<typeof PersonName>;

export const spelled = (name: PersonName, language: 'ru' | 'kk' | 'en'): NameSpelling => (language === 'kk' && name.kk ? name.kk : name.ru);

/** «Сарсенова Айгерим Маратовна»: the order of papers. */
export function displayName(name: PersonName, language: 'ru' | 'kk' | 'en' = 'ru'): string {
  const { surname, given, patronymic } = spelled(name, language);
  return [surname, given, patronymic].filter((text) => text !== '').join(' ');
}

/** «Айгерим Сарсенова»: the order of speech, for headings. */
export function spokenName(name: PersonName, language: 'ru' | 'kk' | 'en' = 'ru'): string {
  const { surname, given } = spelled(name, language);
  return `${given} ${surname}`;
}

/** «Айгерим С.»: for lists on a screen that a visitor may see. */
export function shortName(name: PersonName, language: 'ru' | 'kk' | 'en' = 'ru'): string {
  const { surname, given } = spelled(name, language);
  return surname === '' ? given : `${given} ${surname.slice(0, 1).toLocaleUpperCase('ru')}.`;
}

/** What a list is ordered by: surname, given name, patronymic, folded. */
export const sortKey = (name: PersonName): string => fold(displayName(name, 'ru'));

/** Whether two names may be of one person: the same letters, or the same sounds in surname and given name. */
export function sameName(a: PersonName, b: PersonName): 'same' | 'similar' | 'different' {
  const pairs = spellings(a).flatMap((one) => spellings(b).map((other) => [one, other] as const));
  if (pairs.some(([one, other]) => letters(one) === letters(other))) return 'same';
  return pairs.some(([one, other]) => sounds(one) === sounds(other)) ? 'similar' : 'different';
}

const spellings = (name: PersonName): NameSpelling[] => (name.kk ? [name.ru, name.kk] : [name.ru]);
const letters = (name: NameSpelling): string => fold(`${name.surname} ${name.given}`);
const sounds = (name: NameSpelling): string => words(`${name.surname} ${name.given}`).map(soundOf).join(' ');
