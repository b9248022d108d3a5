import { COMMON_WORDS } from './password-words';

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;

export const PASSWORD_PROBLEMS = ['PASSWORD.TOO_SHORT', 'PASSWORD.TOO_LONG', 'PASSWORD.TOO_COMMON'] as const;
export type PasswordProblem = (typeof PASSWORD_PROBLEMS)[number];

export interface PasswordContext {
  /** Name of the user, and of the organisation in any of its languages: a password must not be one of them. */
  names?: readonly string[];
}

/** NFC once: the same keys on two systems must give the same password. Nothing is trimmed and nothing cut off. */
export const normalisePassword = (password: string): string => password.normalize('NFC');

const LATIN_ROWS = ['`1234567890-=', 'qwertyuiop[]', "asdfghjkl;'", 'zxcvbnm,./'];
const CYRILLIC_ROWS = ['ё1234567890-=', 'йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю.'];
const ALPHABETS = ['abcdefghijklmnopqrstuvwxyz', 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя', '01234567890'];

const reversed = (text: string): string => [...text].reverse().join('');

/** Columns of the keyboard as fingers walk them: 1qaz, 2wsx ... */
function columnsOf(rows: readonly string[]): string[] {
  const [digits = '', ...letters] = rows;
  return Array.from({ length: 10 }, (_, at) => (digits[at + 1] ?? '') + letters.map((row) => row[at] ?? '').join(''));
}

function walks(): Set<string> {
  const lines = [LATIN_ROWS, CYRILLIC_ROWS]
    .flatMap((rows) => [...rows, ...columnsOf(rows), rows.slice(1).join(''), columnsOf(rows).join('')])
    .concat(ALPHABETS);
  const found = new Set<string>();
  for (const line of lines.flatMap((one) => [one, reversed(one)])) {
    for (let size = 4; size <= 12; size += 1) {
      for (let at = 0; at + size <= line.length; at += 1) found.add(line.slice(at, at + size));
    }
  }
  return found;
}

const KEYS = LATIN_ROWS.join('');
const LETTERS = CYRILLIC_ROWS.join('');

/** The same keys under the other layout: "пароль" typed in Latin is "gfhjkm". */
const otherLayout = (text: string): string =>
  [...text].map((letter) => KEYS[LETTERS.indexOf(letter)] ?? LETTERS[KEYS.indexOf(letter)] ?? letter).join('');

let list: Set<string> | undefined;

/** More than 3,000 spellings: common words in both layouts, and every straight walk over the keys. Made once, on first use. */
export function blockList(): ReadonlySet<string> {
  if (list) return list;
  list = walks();
  for (const word of COMMON_WORDS.map(plain)) {
    list.add(word);
    list.add(otherLayout(word));
    list.add(reversed(word));
  }
  return list;
}

const LEET: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' };

const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');
const withoutLeet = (text: string): string => [...text].map((letter) => LEET[letter] ?? letter).join('');
const withoutEdges = (text: string): string => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

/** What repeats: "ababab" is "ab", "парольпароль" is "пароль". */
function period(text: string): string {
  for (let size = 1; size <= text.length / 2; size += 1) {
    if (text.length % size === 0 && text.slice(0, size).repeat(text.length / size) === text) return text.slice(0, size);
  }
  return text;
}

/** Whether the text is nothing but entries of the list one after another ("qwerty" + "пароль" + "2024"). */
function isMadeOf(text: string, entries: ReadonlySet<string>): boolean {
  const reachable = new Set([0]);
  for (let end = 1; end <= text.length; end += 1) {
    for (let start = Math.max(0, end - 16); start < end; start += 1) {
      const piece = text.slice(start, end);
      if (reachable.has(start) && (entries.has(piece) || (/^\d+$/.test(piece) && piece.length <= 4 && start > 0))) reachable.add(end);
    }
  }
  return reachable.has(text.length);
}

function isCommon(text: string, entries: ReadonlySet<string>): boolean {
  const bare = text.replace(/[\s_.\-+*!?,;:#&()]+/gu, '');
  const forms = [text, bare, withoutEdges(bare), withoutLeet(bare), withoutLeet(withoutEdges(bare))];
  return forms.some((form) => form.length < 3 || new Set(form).size < 4 || period(form).length < 4 || isMadeOf(form, entries));
}

function namesFrom(context: PasswordContext): Set<string> {
  const parts = (context.names ?? []).flatMap((name) => [name, ...name.split(/[\s"«»„“.,-]+/u)]);
  return new Set(parts.map((part) => plain(part).replace(/[\s"«»„“.,-]+/gu, '')).filter((part) => part.length >= 4));
}

/** Why a password is refused; null when it is good. No composition rules: length and not being guessable are what counts. */
export function whyNotPassword(password: string, context: PasswordContext = {}): PasswordProblem | null {
  const normal = normalisePassword(password);
  const length = [...normal].length;
  if (length < PASSWORD_MIN) return 'PASSWORD.TOO_SHORT';
  if (length > PASSWORD_MAX) return 'PASSWORD.TOO_LONG';
  const text = plain(normal);
  return isCommon(text, new Set([...blockList(), ...namesFrom(context)])) ? 'PASSWORD.TOO_COMMON' : null;
}
