import MuiLink from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Subject } from '../../../../shared/modules/clinical/clinical.model';
import { useFormat } from '../../../lib/format';
import { paths } from '../../../lib/paths';
import { useAsk } from '../../../lib/query';
import { Answer, EmptyState, Timeline } from '../../../ui';
import { StateChip } from '../records.columns';

export function CaseTimeline({ subject }: { subject: Subject }) {
  const { t } = useTranslation('clinical');
  const format = useFormat();
  const list = useAsk('clinical.records', { subject, limit: 200 });
  return (
    <Answer of={list}>
      {({ records }) =>
        records.length === 0 ? (
          <EmptyState title={t('timeline.empty')}>{t('timeline.emptyText')}</EmptyState>
        ) : (
          <Timeline
            items={records.map((record) => ({
              id: record.id,
              when: format.short(record.onDate),
              title: (
                <MuiLink component={Link} to={paths.clinicalRecord(record.kind, record.id)} data-private>
                  {record.label === '' ? t(`kind.${record.kind}`) : `${t(`kind.${record.kind}`)}: ${record.label}`}
                </MuiLink>
              ),
              note: (
                <>
                  <StateChip state={record.state} t={t} /> {record.authorName}
                </>
              ),
            }))}
          />
        )
      }
    </Answer>
  );
}
