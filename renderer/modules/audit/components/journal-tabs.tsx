import { useTranslation } from 'react-i18next';
import { useCan } from '../../../lib/profile';
import { Tabs } from '../../../ui';
import { journalPaths } from '../journal-words';

/** Two journals, two keys: most people may read one of them, and then there is nothing to choose. */
export function JournalTabs({ value }: { value: 'records' | 'clinical' }) {
  const { t } = useTranslation('audit');
  const [records, clinical] = [useCan('journal.read'), useCan('journal.clinical')];
  if (!records || !clinical) return null;
  return (
    <Tabs
      label={t('tabs')}
      value={value}
      items={[
        { value: 'records', label: t('title.records'), to: journalPaths.records },
        { value: 'clinical', label: t('title.clinical'), to: journalPaths.clinical },
      ]}
    />
  );
}
