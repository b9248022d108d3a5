import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { DOCUMENT_STATES } from '../../../shared/modules/documents/documents.model';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { useCan } from '../../lib/profile';
import { useAsk } from '../../lib/query';
import { DataTable, EmptyState, Page, PageHeader, useTable, type Filter } from '../../ui';
import { DraftsList } from './components/drafts-list';
import { RoomTabs } from './components/room-tabs';
import { documentColumns, type DocumentRow } from './documents.columns';
import { desk } from './documents.paths';

function useFilters(years: number[]): Filter[] {
  const { t } = useTranslation('documents');
  const houses = useAsk('institutions.list', {}).data ?? [];
  return [
    { key: 'state', label: t('column.state'), options: DOCUMENT_STATES.map((value) => ({ value, label: t(`state.${value}`) })) },
    { key: 'year', label: t('filter.year'), options: years.map((year) => ({ value: String(year), label: String(year) })) },
    { key: 'house', label: t('filter.house'), options: houses.map((house) => ({ value: house.id, label: house.shortName })) },
  ];
}

export function DocumentsPage() {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const navigate = useNavigate();
  const mayPrepare = useCan('document.prepare');
  const table = useTable();
  const { state, year, house } = table.view.filters;
  const list = useAsk(
    'documents.list',
    {
      search: table.search,
      cursor: table.cursor,
      states: (state ?? []) as DocumentRow['state'][],
      year: year?.[0] ? Number(year.at(-1)) : null,
      institutionId: house?.at(-1) ?? null,
    },
    { keep: true },
  );
  const filters = useFilters(list.data?.years ?? []);
  const start = mayPrepare && (
    <Button variant="contained" component={Link} to={desk.newContract()} startIcon={<Plus size={17} aria-hidden />}>
      {t('new.button')}
    </Button>
  );
  const empty = list.data?.rows.length === 0 && table.search === '' && Object.keys(table.view.filters).length === 0;
  return (
    <Page>
      <PageHeader title={t('nav')} actions={!empty && start} />
      <RoomTabs value="contracts" />
      {mayPrepare && <DraftsList />}
      <DataTable
        list="documents"
        label={t('issued')}
        table={table}
        columns={documentColumns(t, format)}
        rows={list.data?.rows}
        nextCursor={list.data?.nextCursor ?? null}
        {...(list.data ? { total: list.data.total } : {})}
        error={list.error}
        onRetry={() => {
          void list.refetch();
        }}
        filters={filters}
        placeholder={t('search')}
        onOpen={(row) => {
          void navigate(paths.document(row.id));
        }}
        empty={
          <EmptyState title={t('empty.title')} actions={start}>
            {t('empty.text')}
          </EmptyState>
        }
      />
    </Page>
  );
}
