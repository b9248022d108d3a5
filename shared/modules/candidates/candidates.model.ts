import { z } from 'zod';
import { InstitutionId, MentorId, RowId } from '../../kernel/ids';
import { PersonName } from '../../kernel/names';
import { PlainDate } from '../../kernel/plain-date';
import { CANDIDATE_PAPER_KINDS } from './candidates.papers.model';

/** One line of text as a person types it: trimmed, no controls or bidi marks (they can reverse a printed number). */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: 'TEXT.TOO_LONG' })
    // eslint-disable-next-line no-control-regex -- controls are exactly what is refused
    .refine((text) => !/[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u.test(text), { error: 'TEXT.CONTROL_CHARACTER' });
export const requiredLine = (max: number) => line(max).refine((text) => text !== '', { error: 'TEXT.REQUIRED' });
