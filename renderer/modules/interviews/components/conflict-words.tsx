import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { wordsIn, type GuideContent } from '../../../../shared/modules/interviews/guide.model';
import type { Quote } from '../../../../shared/modules/interviews/interview.model';
import { questionsOf } from '../../../../shared/modules/interviews/interview.rules';
import { useFormat } from '../../../lib/format';

/** The question, or the field, that two windows wrote in. */
export function useConflictLabel(guide: GuideContent): (place: string) => string {
  const { t } = useTranslation('interviews');
  const { language } = useFormat();
  return (place) => {
    const [head = '', key = ''] = place.split('.');
    if (head === 'quotes') return t('quote.label');
    if (head !== 'answers') {
      const twofold = head === 'summary' || head === 'toConsider';
      return head === 'recommendation' ? t('recommendation.title') : t(twofold ? `field.${head}.${guide.audience}` : `field.${head}`);
    }
    const question = questionsOf(guide).find((one) => one.code === key);
    return question ? wordsIn(question.text, language) : t('note');
  };
}

/** One side of a conflict: a text as it is, a level as its number, words without their ids. */
export function conflictValue(value: unknown, t: TFunction<'interviews'>): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return t('conflict.empty');
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.join(', ');
  return (value as Partial<Quote>).text ?? t('conflict.changed');
}
