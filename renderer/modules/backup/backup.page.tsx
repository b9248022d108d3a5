import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/api';
import { AdministrationTabs } from '../../app/administration/administration-tabs';
import { useFormat } from '../../lib/format';
import { useAsk } from '../../lib/query';
import { Answer, Banner, Page, PageHeader, Section } from '../../ui';
import { KnownBackups } from './components/known-backups';
import { MakeBackup } from './components/make-backup';

function Standing({ status }: { status: Output<'backup.status'> }) {
  const { t } = useTranslation('backup');
  const format = useFormat();
  const tone = status.standing === 'fresh' ? 'ok' : status.standing === 'due' ? 'info' : 'warn';
  return (
    <Banner tone={tone} title={t(`standing.${status.standing}`, { when: status.lastAt ? format.dateTime(status.lastAt) : '' })}>
      {status.lastDrillAt ? t('standing.drilled', { when: format.date(status.lastDrillAt) }) : t('standing.notDrilled')}
    </Banner>
  );
}

export function BackupPage() {
  const { t } = useTranslation('backup');
  const status = useAsk('backup.status', {});
  return (
    <Page>
      <AdministrationTabs value="backup" />
      <PageHeader title={t('title')} meta={t('intro')} />
      <Box sx={{ maxWidth: 860, '& > section + section': { mt: 3 } }}>
        <Section>
          <Answer of={status} rows={1}>
            {(value) => <Standing status={value} />}
          </Answer>
        </Section>
        <Section title={t('make.title')}>
          <MakeBackup />
        </Section>
        <Section title={t('list.title')} ruled>
          <KnownBackups />
        </Section>
      </Box>
    </Page>
  );
}
