import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AdministrationTabs } from '../../app/administration/administration-tabs';
import { useAsk } from '../../lib/query';
import { Answer, EmptyState, Page, PageHeader, StatusChip } from '../../ui';
import { RecordRows } from './components/record-rows';
import { institutionPaths } from './institution-paths';

export function ProgrammesPage() {
  const { t } = useTranslation('institutions');
  const programmes = useAsk('institutions.programmes', {});
  return (
    <Page>
      <AdministrationTabs value="programmes" />
      <PageHeader
        title={t('programme.list')}
        actions={
          <Button variant="contained" component={Link} to={institutionPaths.newProgramme()} startIcon={<Plus size={17} aria-hidden />}>
            {t('programme.add')}
          </Button>
        }
      />
      <Box sx={{ maxWidth: 960 }}>
        <Answer of={programmes}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState title={t('programme.empty')}>{t('programme.emptyText')}</EmptyState>
            ) : (
              <RecordRows
                rows={rows.map((programme) => ({
                  id: programme.id,
                  to: institutionPaths.programme(programme.id),
                  title: programme.name,
                  note: [
                    t('programme.ages', { from: programme.minAge, to: programme.maxAge }),
                    t(`jurisdiction.${programme.jurisdiction}`),
                    programme.workingLanguages.map((language) => t(`language.${language}`)).join(', '),
                    t('programme.stepCount', { count: programme.preparationSteps.length }),
                  ].join(' · '),
                  status: programme.closed ? <StatusChip plain word={t('closed')} /> : null,
                }))}
              />
            )
          }
        </Answer>
      </Box>
    </Page>
  );
}
