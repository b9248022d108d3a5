import { delimiterOf, parseCsv } from '../../../shared/modules/assessments/csv';

export interface CsvFile {
  name: string;
  text: string;
  /** What the bytes were; `windows-1251` is a guess that somebody should check by eye. */
  encoding: 'utf-8' | 'utf-16' | 'windows-1251';
  headers: string[];
}

function decoded(bytes: Uint8Array): Pick<CsvFile, 'text' | 'encoding'> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1251').decode(bytes), encoding: 'windows-1251' };
  }
}

/** The names of the columns: the file's first line, as far as it can be read. */
function headersOf(text: string): string[] {
  const end = text.search(/[\r\n]/);
  const line = (end < 0 ? text : text.slice(0, end)).slice(0, 100_000);
  const parsed = parseCsv(line, delimiterOf(line), 1);
  return parsed.ok ? (parsed.rows[0]?.cells ?? []).map((cell) => cell.trim()).filter((cell) => cell !== '') : [];
}

export function csvFile(name: string, bytes: Uint8Array): CsvFile {
  const { text, encoding } = decoded(bytes);
  return { name, text, encoding, headers: headersOf(text.replace(/^\uFEFF/, '')) };
}

/** Columns that are no items, and what people call them. */
export const COLUMN_NAMES = {
  respondent: ['code', 'id', 'respondent', 'participant', 'subject', 'код', 'респондент', 'участник', 'шифр', 'номер', 'қатысушы', 'нөмір'],
  date: ['date', 'test date', 'test_date', 'testdate', 'дата', 'дата теста', 'күні', 'күн', 'тест күні'],
  sex: ['sex', 'gender', 'пол', 'жыныс', 'жынысы'],
  age: ['age', 'возраст', 'лет', 'жас', 'жасы'],
  birthDate: ['birth date', 'birth_date', 'birthdate', 'birthday', 'dob', 'дата рождения', 'рождение', 'туған күні'],
} as const;
export type ColumnRole = keyof typeof COLUMN_NAMES;
export const COLUMN_ROLES = Object.keys(COLUMN_NAMES) as ColumnRole[];

/** The column that is most likely meant; '' where no name tells. */
export const guessedColumn = (role: ColumnRole, headers: readonly string[]): string =>
  headers.find((header) => (COLUMN_NAMES[role] as readonly string[]).includes(header.toLowerCase())) ?? '';

/** «9, 99» as codes. */
export const codesIn = (text: string): string[] =>
  text
    .split(/[,;\s]+/)
    .map((code) => code.trim())
    .filter((code) => code !== '');
