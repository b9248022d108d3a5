import { useTranslation } from 'react-i18next';
import { useAsk } from '../../lib/query';

/** A field's name and value for the conflict panel. */
export function useFieldWords(): { label: (field: string) => string; show: (value: unknown, field: string) => string } {
  const { t } = useTranslation('institutions');
  const authorities = useAsk('institutions.authorities', {}).data ?? [];
  return {
    label: (field) => t(`field.${field}`),
    show: (value, field) => {
      if (value === null || value === '') return t('notFilled');
      if (field === 'authorityId') return authorities.find((authority) => authority.id === value)?.nameRu ?? '';
      if (field === 'preparationSteps') return t('programme.stepCount', { count: (value as unknown[]).length });
      if (Array.isArray(value)) return value.map((one) => t(`language.${String(one)}`)).join(', ');
      if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
      const word = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
      if (field === 'jurisdiction') return t(`jurisdiction.${word}`);
      return field === 'ageRule' ? t(`ageRule.${word}`) : word;
    },
  };
}
