import { z } from 'zod';
import type { Input } from '../../../shared/contract/api';
import { PlainDate } from '../../../shared/kernel/plain-date';
import { Language } from '../../../shared/kernel/roles';
import { line } from '../../../shared/kernel/text';
import { DefinitionHash, Respondent } from '../../../shared/modules/assessments/assessments.model';
import { codesIn, type CsvFile } from './csv-file';

const column = z.string().max(200);

export const BatchForm = z.object({
  hash: DefinitionHash,
  respondentColumn: column.min(1, { error: 'TEXT.REQUIRED' }),
  dateColumn: column,
  sexColumn: column,
  ageColumn: column,
  birthDateColumn: column,
  male: line(100),
  female: line(100),
  missing: line(200),
  testDate: PlainDate.nullable(),
  language: Language,
  respondent: Respondent,
});
export type BatchForm = z.infer<typeof BatchForm>;
type Request = Input<'assessments.checkBatch'>;

/** What the program is asked: columns that were not chosen are left out, codes are split. */
export function requestOf(values: BatchForm, file: CsvFile): Request {
  const optional = { date: values.dateColumn, sex: values.sexColumn, age: values.ageColumn, birthDate: values.birthDateColumn };
  const chosen = Object.fromEntries(Object.entries(optional).filter(([, name]) => name !== ''));
  const sexCodes = { m: codesIn(values.male), f: codesIn(values.female) };
  return {
    hash: values.hash,
    text: file.text,
    columns: { respondent: values.respondentColumn, ...chosen },
    missingCodes: codesIn(values.missing),
    language: values.language,
    respondent: values.respondent,
    ...(sexCodes.m.length + sexCodes.f.length > 0 && values.sexColumn !== '' ? { sexCodes } : {}),
    ...(values.testDate ? { testDate: values.testDate } : {}),
  };
}
