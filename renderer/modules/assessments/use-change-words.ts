import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '../../../shared/modules/assessments/reliable-change';
import { useFormat } from '../../lib/format';
import { figure, inside, opening, signed } from './assessment-words';

/** What a comparison of two measurements says, as a sentence and as the few words of a table's cell. */
export function useChangeWords() {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const why = useCallback(
    (outcome: Extract<Comparison['outcome'], { kind: 'none' }>): string =>
      outcome.reason === 'unlike'
        ? t('course.none.unlike', { what: outcome.unlike.map((one) => t(`course.unlike.${one}`)).join(', ') })
        : t(`course.none.${outcome.reason}`),
    [t],
  );
  const sentence = useCallback(
    ({ against, outcome }: Comparison): string => {
      if (outcome.kind === 'none') {
        const reason = why(outcome);
        return `${t(against === 'first' ? 'course.vsFirst' : 'course.vsPrevious')}: ${inside(reason, language)}.`;
      }
      const { change, measure } = outcome;
      const what = t(`course.${against}`);
      const moved = t(`course.${change.direction}`, { by: figure(Math.abs(change.difference), language), what });
      const verdict = t(change.reliable ? 'course.beyond' : 'course.within', {
        threshold: figure(measure.threshold, language),
        source: measure.method === 'JT' ? measure.sample : measure.source,
      });
      return `${opening(moved, language)}: ${verdict}.`;
    },
    [t, language, why],
  );
  const short = useCallback(
    ({ outcome }: Comparison): string => {
      if (outcome.kind === 'none') return why(outcome);
      const { change, measure } = outcome;
      return t('course.rowChange', {
        by: signed(change.difference, language),
        verdict: t(change.reliable ? 'course.beyondShort' : 'course.withinShort', { threshold: figure(measure.threshold, language) }),
      });
    },
    [t, language, why],
  );
  return { sentence, short };
}
