import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link, useRouteError } from 'react-router';
import { paths } from '../lib/paths';
import { EmptyState, ErrorState, Page, PageHeader, useCrumbs } from '../ui';

/** A screen fell over: the record is safe, the rest of the program goes on. */
export function Broken() {
  const { t } = useTranslation('app');
  const error = useRouteError();
  return (
    <Page>
      <ErrorState
        error={error}
        title={t('broken.title')}
        kept={t('broken.kept')}
        onRetry={() => {
          window.location.reload();
        }}
      />
    </Page>
  );
}

export function NoSuchPage() {
  const { t } = useTranslation('app');
  useCrumbs([{ label: t('nowhere.title') }]);
  return (
    <Page>
      <PageHeader title={t('nowhere.title')} />
      <EmptyState
        title={t('nowhere.text')}
        actions={
          <Button variant="contained" component={Link} to={paths.today()}>
            {t('nowhere.home')}
          </Button>
        }
      />
    </Page>
  );
}
