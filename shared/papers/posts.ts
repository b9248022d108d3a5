/** Posts whose noun does not follow the plain rule. */
const NOUNS: Record<string, string> = {
  глава: 'главы',
  председатель: 'председателя',
  руководитель: 'руководителя',
  заместитель: 'заместителя',
  воспитатель: 'воспитателя',
  заведующий: 'заведующего',
  заведующая: 'заведующей',
  исполняющий: 'исполняющего',
  исполняющая: 'исполняющей',
  управляющий: 'управляющего',
  управляющая: 'управляющей',
};
const HARD_CONSONANT = /[бвгдзклмнпрстфх]$/iu;

function wordGenitive(word: string): { text: string; isNoun: boolean } {
  const lower = word.toLowerCase();
  const known = NOUNS[lower];
  if (known) return { text: word.startsWith(lower.slice(0, 1)) ? known : known.slice(0, 1).toUpperCase() + known.slice(1), isNoun: true };
  if (/[жшщч]ий$/iu.test(word)) return { text: word.replace(/ий$/iu, 'его'), isNoun: false };
  if (/(ый|ой|ий)$/iu.test(word)) return { text: word.replace(/..$/u, 'ого'), isNoun: false };
  if (/ая$/iu.test(word)) return { text: word.replace(/ая$/iu, 'ой'), isNoun: false };
  if (HARD_CONSONANT.test(word)) return { text: `${word}а`, isNoun: true };
  return { text: word, isNoun: true };
}

/**
 * «директор детского дома» as «директора детского дома», for «в лице …». The adjectives before the first noun and that
 * noun change; what depends on it stands in its case already. An abbreviation stays as it is typed.
 */
export function postGenitive(post: string): string {
  if (/^и\.\s?о\./iu.test(post)) return post;
  const words = post.split(' ');
  for (const [index, word] of words.entries()) {
    const { text, isNoun } = wordGenitive(word);
    words[index] = text;
    if (isNoun) break;
  }
  return words.join(' ');
}
