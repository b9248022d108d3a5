import { z } from 'zod';
import { PlainDate } from '../../../shared/kernel/plain-date';
import { Language } from '../../../shared/kernel/roles';
import { line } from '../../../shared/kernel/text';
import { Respondent } from '../../../shared/modules/assessments/assessments.model';
import { noteText } from '../../../shared/modules/clinical/clinical.model';
import { WhoseSchema, type Whose } from './components/whose-field';

export const StartSchema = z.object({
  whose: WhoseSchema.nullable().refine((whose): whose is Whose => whose !== null, { error: 'TEXT.REQUIRED' }),
  hash: z.string().min(1, { error: 'TEXT.REQUIRED' }),
  language: Language,
  given: z.enum(['screen', 'paper']),
  respondent: Respondent,
  respondentName: line(200),
  testDate: PlainDate,
  place: line(200),
  note: noteText(5_000),
});
export type StartValues = z.input<typeof StartSchema>;
export type StartFields = z.output<typeof StartSchema>;
