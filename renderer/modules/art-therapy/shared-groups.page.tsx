import { useTranslation } from 'react-i18next';
import { Page, PageHeader, useCrumbs } from '../../ui';
import { SharedGroupsTable } from './components/shared-groups-table';

/** Groups as educators see them. */
export function SharedGroupsPage() {
  const { t } = useTranslation('art-therapy');
  useCrumbs([{ label: t('shared.nav') }]);
  return (
    <Page>
      <PageHeader title={t('shared.title')} meta={t('shared.whatIsShown')} />
      <SharedGroupsTable />
    </Page>
  );
}
