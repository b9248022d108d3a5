import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PsychologyTabs } from '../../app/psychology/psychology-tabs';
import { useCan } from '../../lib/profile';
import { Page, PageHeader } from '../../ui';
import { GroupDialog } from './components/group-dialog';
import { GroupsTable } from './components/groups-table';
import { groupPaths } from './group-paths';

/** The groups of the psychologist's houses. */
export function GroupsPage() {
  const { t } = useTranslation('art-therapy');
  const may = useCan('group.write');
  const [adding, setAdding] = useState(false);
  return (
    <Page>
      <PageHeader
        title={t('tab')}
        actions={
          <>
            <Button component={Link} to={groupPaths.scales()} variant="outlined">
              {t('scales.title')}
            </Button>
            {may && (
              <Button
                variant="contained"
                startIcon={<Plus size={16} strokeWidth={1.75} aria-hidden />}
                onClick={() => {
                  setAdding(true);
                }}
              >
                {t('group.add')}
              </Button>
            )}
          </>
        }
      />
      <PsychologyTabs value="groups" crumbs={[{ label: t('tab') }]} />
      <GroupsTable to={groupPaths.group} empty={t('list.empty')} />
      {adding && (
        <GroupDialog
          group={null}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </Page>
  );
}
