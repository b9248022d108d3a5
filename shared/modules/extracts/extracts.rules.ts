import type { FieldError } from '../../kernel/errors';
import type { PlainDate } from '../../kernel/plain-date';
import type { ConclusionFields, ExtractFields } from './extracts.model';

/** What keeps an extract from being signed. */
export function wrongExtract(fields: ExtractFields, today: PlainDate): FieldError[] {
  const wrong: FieldError[] = [];
  if (fields.text.trim() === '') wrong.push({ path: 'text', code: 'TEXT.REQUIRED' });
  if (fields.recipients.length === 0) wrong.push({ path: 'recipients', code: 'EXTRACT.NO_RECIPIENT' });
  if (fields.purpose === 'other' && fields.purposeNote === '') wrong.push({ path: 'purposeNote', code: 'TEXT.REQUIRED' });
  if (fields.recommendation !== null && fields.validUntil === null) wrong.push({ path: 'validUntil', code: 'EXTRACT.VALIDITY_REQUIRED' });
  if (fields.validUntil !== null && fields.validUntil < today) wrong.push({ path: 'validUntil', code: 'EXTRACT.VALIDITY_PAST' });
  return wrong;
}

/** What keeps a conclusion from being signed. */
export function wrongConclusion(fields: ConclusionFields, today: PlainDate): FieldError[] {
  const wrong: FieldError[] = [];
  const required = (path: keyof ConclusionFields, text: string | null): void => {
    if (!text?.trim()) wrong.push({ path, code: 'TEXT.REQUIRED' });
  };
  required('qualification', fields.qualification);
  required('recommendation', fields.recommendation);
  required('grounds', fields.grounds);
  if (fields.recommendation === 'with-conditions') required('conditions', fields.conditions);
  if (fields.methods.length === 0) wrong.push({ path: 'methods', code: 'CONCLUSION.NO_METHOD' });
  if (fields.validUntil === null) wrong.push({ path: 'validUntil', code: 'EXTRACT.VALIDITY_REQUIRED' });
  else if (fields.validUntil < today) wrong.push({ path: 'validUntil', code: 'EXTRACT.VALIDITY_PAST' });
  return wrong;
}
