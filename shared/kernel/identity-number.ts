import { isPlainDate, type PlainDate } from './plain-date';

const digitsOf = (text: string): number[] => [...text].map(Number);
const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);

const FIRST = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const SECOND = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

/** The check digit shared by Kazakhstan's IIN and BIN: weights 1..11, and a second row when the first gives 10. */
function kzCheckDigit(number: string): boolean {
  if (!/^\d{12}$/.test(number)) return false;
  const digits = digitsOf(number);
  let check = weighted(digits, FIRST) % 11;
  if (check === 10) check = weighted(digits, SECOND) % 11;
  return check < 10 && check === digits[11];
}

/** Individual identification number (ИИН, ЖСН): birth date, century and sex digit, serial, check digit. */
export function isIin(number: string): boolean {
  return kzCheckDigit(number) && iinBirthDate(number) !== null;
}

/** Business identification number (БИН, БСН). */
export const isBin = (number: string): boolean => kzCheckDigit(number);

/** The birth date inside an IIN; null when digits 1 to 7 spell no date. Digit 7: 1-2 the 19th century, 3-4 the 20th, 5-6 the 21st. */
export function iinBirthDate(number: string): PlainDate | null {
  const century = Number(number[6]);
  if (!/^\d{7}/.test(number) || century < 1 || century > 6) return null;
  const year = 1800 + Math.floor((century - 1) / 2) * 100 + Number(number.slice(0, 2));
  const date = `${String(year)}-${number.slice(2, 4)}-${number.slice(4, 6)}`;
  return isPlainDate(date) ? date : null;
}

/** The sex inside an IIN: an odd seventh digit is a man's. */
export const iinSex = (number: string): 'male' | 'female' | null =>
  /^\d{6}[1-6]/.test(number) ? (Number(number[6]) % 2 === 1 ? 'male' : 'female') : null;

/** Russian insurance number (СНИЛС), 11 digits with or without its punctuation. */
export function isSnils(number: string): boolean {
  const plain = number.replace(/[\s-]/g, '');
  if (!/^\d{11}$/.test(plain)) return false;
  const digits = digitsOf(plain);
  const sum = weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101;
  return (sum === 100 ? 0 : sum) === Number(plain.slice(9));
}

/** Russian taxpayer number of an organisation (10 digits) or a person (12). */
export function isInn(number: string): boolean {
  const digits = digitsOf(number);
  const check = (weights: readonly number[]): number => (weighted(digits, weights) % 11) % 10;
  if (/^\d{10}$/.test(number)) return check([2, 4, 10, 3, 5, 9, 4, 6, 8]) === digits[9];
  if (!/^\d{12}$/.test(number)) return false;
  return check([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === digits[10] && check([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === digits[11];
}

/** «•••• 4417»: the last four signs, of a short number fewer, and dots that say that something is there, never how much. */
export const maskNumber = (number: string): string =>
  number === '' ? '' : `•••• ${number.slice(number.length - Math.min(4, Math.floor(number.length / 2)))}`.trimEnd();
