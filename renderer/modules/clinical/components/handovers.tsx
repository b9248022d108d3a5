import { useTranslation } from 'react-i18next';
import type { Subject } from '../../../../shared/modules/clinical/clinical.model';
import { useFormat } from '../../../lib/format';
import { useAsk } from '../../../lib/query';
import { Section, Timeline } from '../../../ui';

/** From whom to whom the case went, when it ever did. */
export function Handovers({ subject }: { subject: Subject }) {
  const { t } = useTranslation('clinical');
  const format = useFormat();
  const rows = useAsk('clinical.handovers', { subject }).data ?? [];
  if (rows.length === 0) return null;
  return (
    <Section title={t('handovers')}>
      <Timeline
        items={rows.map((row) => ({
          id: row.id,
          when: format.short(row.at),
          title: row.fromName === '' ? row.toName : `${row.fromName} → ${row.toName}`,
          note: row.drafts > 0 ? `${row.reason}. ${t('take.drafts', { count: row.drafts })}` : row.reason,
        }))}
      />
    </Section>
  );
}
