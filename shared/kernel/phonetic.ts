import { words } from './search-text';

const SOUND: Record<string, string> = {
  б: 'п',
  в: 'ф',
  г: 'к',
  д: 'т',
  ж: 'ш',
  з: 'с',
  щ: 'ш',
  ц: 'с',
  х: 'к',
  о: 'а',
  я: 'а',
  е: 'и',
  э: 'и',
  ы: 'и',
  ю: 'у',
};

/**
 * How a name sounds: voiced and voiceless alike, unstressed vowels joined, doubled letters once, the end that inflects
 * cut down to its consonants. Two spellings of one heard name («Жұмабекова», «Джумабекова» apart from its first letter,
 * «Айгерім») meet here; it finds candidates for a look, it never decides that two people are one.
 */
export function soundOf(word: string): string {
  let out = '';
  let last = '';
  for (const letter of word.replace(/дж/g, 'ж').replace(/тс|дс/g, 'ц').replace(/сч|зч/g, 'щ')) {
    const sound = SOUND[letter] ?? letter;
    if (sound !== last) out += sound;
    last = sound;
  }
  return out.replace(/(?:а|и|у)$/u, '');
}

/** The sounds of every word of a name, for an index of its own. */
export const phoneticKey = (text: string): string =>
  words(text)
    .map(soundOf)
    .filter((sound) => sound !== '')
    .join(' ');
