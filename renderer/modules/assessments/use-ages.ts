import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** «13–17 лет», «с 18 лет»; nothing where a questionnaire names no age. */
export function useAges(): (card: { minAge: number | null; maxAge: number | null }) => string {
  const { t } = useTranslation('assessments');
  return useCallback(
    ({ minAge, maxAge }) => {
      if (minAge !== null && maxAge !== null) return t('start.age.both', { from: minAge, to: maxAge });
      if (minAge !== null) return t('start.age.from', { from: minAge });
      return maxAge === null ? '' : t('start.age.to', { to: maxAge });
    },
    [t],
  );
}
