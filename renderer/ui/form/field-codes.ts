import type { z } from 'zod';
import type { ErrorParams, FieldError } from '../../../shared/kernel/errors';
import { fieldSentence } from '../../lib/error-text';

/** A field's message travels through the form as `CODE` or `CODE?{"maximum":300}`; it becomes a sentence only when drawn. */
export const packed = (code: string, params?: ErrorParams): string =>
  params && Object.keys(params).length > 0 ? `${code}?${JSON.stringify(params)}` : code;

export function sentenceOfField(message: string | undefined): string | undefined {
  if (!message) return undefined;
  const cut = message.indexOf('?');
  if (cut < 0) return fieldSentence(message);
  return fieldSentence(message.slice(0, cut), JSON.parse(message.slice(cut + 1)) as ErrorParams);
}

/** Schemas without their own code for a refusal: the kind of the refusal becomes one, so that no English of a library reaches a screen. */
export function codeOfIssue(issue: z.core.$ZodRawIssue): string {
  const input = issue.input;
  const empty =
    input === '' ||
    input === null ||
    input === undefined ||
    (typeof input === 'number' && Number.isNaN(input)) ||
    (Array.isArray(input) && input.length === 0);
  if (empty) return 'FIELD.REQUIRED';
  if (issue.code === 'too_big')
    return packed(typeof input === 'number' ? 'FIELD.TOO_BIG_NUMBER' : 'FIELD.TOO_BIG', { maximum: Number(issue.maximum) });
  if (issue.code === 'too_small')
    return packed(typeof input === 'number' ? 'FIELD.TOO_SMALL_NUMBER' : 'FIELD.TOO_SMALL', { minimum: Number(issue.minimum) });
  return 'FIELD.INVALID';
}

/** `changes.identity.to.number`, `fields.name` and `transfer.handedOver.on` name the form's `identity.number`, `name` and `handedOver.on`. */
export const formPath = (path: string): string => path.replace(/^(changes|fields|transfer|returned)\./, '').replace(/\.(to|from)(?=\.|$)/, '');

export const packedField = (field: FieldError): string => packed(field.code, field.params);
