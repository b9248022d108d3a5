import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { useCan } from '../../lib/profile';
import { useAsk } from '../../lib/query';
import { DataTable, EmptyState, Page, PageHeader, useCrumbs, useTable } from '../../ui';
import { candidateColumns } from './candidates.columns';

/** Everybody who wants to be, or is, a mentor. */
export function CandidatesPage() {
  const { t } = useTranslation('candidates');
  const format = useFormat();
  const navigate = useNavigate();
  const mayWrite = useCan('mentor.write');
  useCrumbs(useMemo(() => [{ label: t('nav') }], [t]));
  const table = useTable({ sort: { field: 'name', direction: 'asc' } });
  const sort = table.view.sort?.field === 'updated' ? 'updated' : 'name';
  const list = useAsk('candidates.list', { search: table.search, sort, cursor: table.cursor }, { keep: true });
  const houses = useAsk('institutions.list', {}).data ?? [];
  const add = mayWrite && (
    <Button variant="contained" component={Link} to={paths.newCandidate()} startIcon={<Plus size={17} aria-hidden />}>
      {t('add')}
    </Button>
  );
  const none = list.data?.rows.length === 0 && table.search === '';
  return (
    <Page>
      <PageHeader title={t('nav')} actions={!none && add} />
      <DataTable
        list="candidates"
        label={t('nav')}
        table={table}
        columns={candidateColumns(t, format, (id) => houses.find((house) => house.id === id)?.shortName ?? '')}
        rows={list.data?.rows}
        nextCursor={list.data?.nextCursor ?? null}
        {...(list.data ? { total: list.data.total } : {})}
        error={list.error}
        onRetry={() => {
          void list.refetch();
        }}
        placeholder={t('search')}
        onOpen={(row) => {
          void navigate(paths.candidate(row.id));
        }}
        empty={
          <EmptyState title={t('empty.title')} actions={add}>
            {t('empty.text')}
          </EmptyState>
        }
      />
    </Page>
  );
}
