import Button from '@mui/material/Button';
import { Download, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { InstitutionId } from '../../../shared/kernel/ids';
import { STATES, type ChildFilter } from '../../../shared/modules/children/children.model';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { useCan } from '../../lib/profile';
import { useAsk } from '../../lib/query';
import { DataTable, EmptyState, Page, PageHeader, useCrumbs, useTable, type Filter, type Table } from '../../ui';
import { childColumns } from './children.columns';
import { ExportDialog } from './components/export-dialog';

const AGES = ['8-9', '10-11', '12-13', '14-15', '16-17'] as const;

/** The conditions of the table as the contract knows them. */
function filterOf(table: Table): ChildFilter {
  const { house, state, age, wishes, consent, flagged } = table.view.filters;
  const years = (age ?? []).flatMap((range) => range.split('-').map(Number));
  return {
    ...(house ? { institutionIds: house as InstitutionId[] } : {}),
    ...(state ? { states: state as NonNullable<ChildFilter['states']> } : {}),
    ...(years.length > 0 ? { ageFrom: Math.min(...years), ageTo: Math.max(...years) } : {}),
    ...(wishes?.[0] ? { wishes: wishes.at(-1) as NonNullable<ChildFilter['wishes']> } : {}),
    ...(consent?.[0] ? { consent: consent.at(-1) as NonNullable<ChildFilter['consent']> } : {}),
    ...(flagged?.[0] ? { flagged: flagged.at(-1) === 'yes' } : {}),
  };
}

function useFilters(): Filter[] {
  const { t } = useTranslation('children');
  const houses = useAsk('institutions.list', {}).data ?? [];
  const options = (values: readonly string[], key: string) => values.map((value) => ({ value, label: t(`${key}.${value}`) }));
  return [
    { key: 'house', label: t('filter.house'), options: houses.map((house) => ({ value: house.id, label: house.shortName })) },
    { key: 'state', label: t('filter.state'), options: options(STATES, 'state') },
    { key: 'age', label: t('filter.age'), options: AGES.map((range) => ({ value: range, label: range.replace('-', '–') })) },
    { key: 'wishes', label: t('filter.wishes'), options: options(['none', 'draft', 'confirmed'], 'wishes') },
    {
      key: 'consent',
      label: t('filter.consent'),
      options: [
        { value: 'missing', label: t('filter.consentMissing') },
        { value: 'active', label: t('filter.consentActive') },
      ],
    },
    {
      key: 'flagged',
      label: t('filter.flagged'),
      options: [
        { value: 'yes', label: t('filter.flaggedYes') },
        { value: 'no', label: t('filter.flaggedNo') },
      ],
    },
  ];
}

export function ChildrenPage() {
  const { t } = useTranslation('children');
  const format = useFormat();
  const navigate = useNavigate();
  const [exporting, setExporting] = useState(false);
  const [mayWrite, mayExport] = [useCan('child.write'), useCan('child.export')];
  useCrumbs(useMemo(() => [{ label: t('nav') }], [t]));
  const table = useTable({ sort: { field: 'name', direction: 'asc' } });
  const filters = useFilters();
  const filter = filterOf(table);
  const sort = (table.view.sort?.field ?? 'name') as 'name' | 'birth' | 'waiting';
  // The oldest stand first when ages rise downwards: a later birth date is a smaller age.
  const descending = (table.view.sort?.direction === 'desc') !== (sort === 'birth' || sort === 'waiting');
  const list = useAsk('children.list', { search: table.search, filter, sort, descending, cursor: table.cursor }, { keep: true });
  const count = useAsk('children.count', { search: table.search, filter }, { enabled: list.data !== undefined, keep: true });
  return (
    <Page>
      <PageHeader
        title={t('nav')}
        actions={
          <>
            {mayExport && (
              <Button
                color="inherit"
                sx={{ color: 'text.secondary' }}
                startIcon={<Download size={17} strokeWidth={1.75} aria-hidden />}
                onClick={() => {
                  setExporting(true);
                }}
              >
                {t('export.button')}
              </Button>
            )}
            {mayWrite && (
              <Button variant="contained" component={Link} to={paths.newChild()} startIcon={<Plus size={17} aria-hidden />}>
                {t('add')}
              </Button>
            )}
          </>
        }
      />
      <DataTable
        list="children"
        label={t('nav')}
        table={table}
        columns={childColumns(t, format)}
        rows={list.data?.rows}
        nextCursor={list.data?.nextCursor ?? null}
        {...(count.data ? { total: count.data.total } : {})}
        error={list.error}
        onRetry={() => {
          void list.refetch();
        }}
        filters={filters}
        placeholder={t('search')}
        onOpen={(row) => {
          void navigate(paths.child(row.id));
        }}
        empty={
          <EmptyState
            title={t('empty.title')}
            actions={
              mayWrite && (
                <Button variant="contained" component={Link} to={paths.newChild()}>
                  {t('add')}
                </Button>
              )
            }
          >
            {t(mayWrite ? 'empty.text' : 'empty.reader')}
          </EmptyState>
        }
      />
      {exporting && (
        <ExportDialog
          search={table.search}
          filter={filter}
          onClose={() => {
            setExporting(false);
          }}
        />
      )}
    </Page>
  );
}
