import type { L10n } from '../../../shared/modules/assessments/instrument.model';
import type { Language } from '../../../shared/kernel/roles';

/** A text of the form in the language of the form, and in no other: a question half in another language is another question. */
export const said = (text: L10n | undefined, language: Language): string => text?.[language] ?? '';
