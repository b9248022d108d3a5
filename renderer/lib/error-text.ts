import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorParams } from '../../shared/kernel/errors';
import { isPlainDate } from '../../shared/kernel/plain-date';
import { shortDate } from './format';
import { namespaces, texts } from './i18n';
import { isWireError } from './wire-error';

/** Dates travel as 2026-11-29 and are read as 29.11.2026. */
const readable = (params: ErrorParams): ErrorParams =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' && isPlainDate(value) ? shortDate(value) : value]),
  );

/** The sentence of a code: the module that owns the code holds it under `errors`. */
export function sentenceOf(code: string, params: ErrorParams = {}): string | null {
  for (const namespace of namespaces) {
    const key = `${namespace}:errors.${code}`;
    if (texts.exists(key)) return texts.t(key, readable(params));
  }
  return null;
}

/** At a field: a code of ours, or a sentence that a schema already made. */
export const fieldSentence = (message: string | undefined, params?: ErrorParams): string =>
  (message && sentenceOf(message, params)) ?? texts.t('ui:errors.FIELD.INVALID');

/** What happened, in words; an unknown failure names its request number so that it can be found in the log. */
export function errorSentence(error: unknown): string {
  if (!isWireError(error)) return texts.t('ui:errors.UNEXPECTED_SHORT');
  if (error.kind === 'unexpected' && error.requestNo) return texts.t('ui:errors.UNEXPECTED_NUMBERED', { number: error.requestNo });
  return sentenceOf(error.code, error.params) ?? texts.t('ui:errors.UNEXPECTED_SHORT');
}

export function useErrorText(): (error: unknown) => string {
  const { i18n } = useTranslation('ui');
  // The language is the reason for a new function: sentences on the screen change with it.
  return useCallback((error: unknown) => errorSentence(error), [i18n.language]); // eslint-disable-line react-hooks/exhaustive-deps -- sentences change with the language, which the function reads from i18n itself
}
