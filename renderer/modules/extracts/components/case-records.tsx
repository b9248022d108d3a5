import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RecordHeader, Subject } from '../../../../shared/modules/clinical/clinical.model';
import { useFormat } from '../../../lib/format';
import { paths } from '../../../lib/paths';
import { useAsk } from '../../../lib/query';
import { Answer, Section } from '../../../ui';
import { extractPaths } from '../extracts-paths';
import { RecordChip } from './looks';

/** Conclusions and extracts on a person's page of the room, drafts among them. */
export function CaseRecords({ subject }: { subject: Subject }) {
  const { t } = useTranslation('extracts');
  const format = useFormat();
  const released = useAsk('extracts.ofSubject', { subject: subject });
  const numberOf = (record: RecordHeader): string => {
    const one = released.data?.find(({ id }) => id === record.id);
    return one ? t('number', { number: one.number, version: one.version }) : record.label;
  };
  const list = useAsk('clinical.records', { subject, kinds: ['conclusion', 'extract'], limit: 200 });
  return (
    <Section
      title={t('tab')}
      aside={
        <>
          {subject.kind !== 'child' && (
            <Button size="small" component={Link} to={extractPaths.newConclusion(subject)}>
              {t('writeConclusion')}
            </Button>
          )}
          <Button size="small" component={Link} to={extractPaths.newExtract(subject)}>
            {t('write')}
          </Button>
        </>
      }
    >
      <Answer of={list} rows={1}>
        {({ records }) =>
          records.length === 0 ? (
            <Typography sx={{ color: 'text.secondary' }}>{t('case.none')}</Typography>
          ) : (
            <Box component="ul">
              {records.map((record) => (
                <Box
                  component="li"
                  key={record.id}
                  sx={{ display: 'flex', gap: 2, py: 1, alignItems: 'center', borderTop: 1, borderColor: 'divider', flexWrap: 'wrap' }}
                >
                  <Box component="span" sx={{ width: 90, color: 'text.secondary' }}>
                    {format.short(record.onDate)}
                  </Box>
                  <MuiLink component={Link} to={paths.clinicalRecord(record.kind, record.id)} sx={{ flex: 1, minWidth: 200 }}>
                    {[t(`kind.${record.kind}`), numberOf(record)].filter((part) => part !== '').join(' ')}
                  </MuiLink>
                  <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                    {record.authorName}
                  </Typography>
                  <RecordChip state={record.state} />
                </Box>
              ))}
            </Box>
          )
        }
      </Answer>
    </Section>
  );
}
