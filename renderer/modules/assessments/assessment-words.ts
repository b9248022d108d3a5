import { LANGUAGES, type Language } from '../../../shared/kernel/roles';
import type { L10n } from '../../../shared/modules/assessments/instrument.model';

/** A text of a definition in the language of the screen; where it has none, in the next language that does. */
export const wordIn = (text: L10n | null | undefined, language: Language): string =>
  text?.[language] ?? LANGUAGES.map((one) => text?.[one]).find((found) => found !== undefined) ?? '';

const MINUS = '−';

/** Inside a sentence: «лёгкая выраженность»; an abbreviation keeps its capitals. */
export const inside = (text: string, language: Language): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLocaleLowerCase(language) + text.slice(1) : text;

export const opening = (text: string, language: Language): string => text.charAt(0).toLocaleUpperCase(language) + text.slice(1);

/** A score as people write it: at most two decimals, a real minus sign. Browsers know no Kazakh numbers; they are written as Russian ones. */
export const figure = (value: number, language: Language): string =>
  value.toLocaleString(language === 'kk' ? 'ru' : language, { maximumFractionDigits: 2 }).replace(/^-/, MINUS);

/** A difference always shows its sign. */
export const signed = (value: number, language: Language): string => (value > 0 ? `+${figure(value, language)}` : figure(value, language));
