import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { TFunction } from 'i18next';
import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Output } from '../../../shared/contract/api';
import { displayName } from '../../../shared/kernel/names';
import { PAIR_STAGES } from '../../../shared/modules/mentorships/mentorships.workflow';
import { useFormat, type Format } from '../../lib/format';
import { paths } from '../../lib/paths';
import { useCan } from '../../lib/profile';
import { useAsk } from '../../lib/query';
import { DataTable, EmptyState, Page, PageHeader, StatusChip, useCrumbs, useTable, type Column } from '../../ui';
import { STAGE_LOOK } from './stage-look';

type PairRow = Output<'mentorships.list'>['rows'][number];

const columnsOf = (t: TFunction, format: Format, houseOf: (id: string) => string): Column<PairRow>[] => [
  {
    field: 'child',
    header: t('column.child'),
    flex: 1.3,
    width: 150,
    render: (row) => (
      <Box component="span" data-private sx={{ fontWeight: 500 }}>
        {displayName(row.child.name, format.language)}
      </Box>
    ),
  },
  { field: 'age', header: t('column.age'), width: 90, render: (row) => format.age(row.child.birthDate) },
  {
    field: 'mentor',
    header: t('column.mentor'),
    flex: 1.5,
    width: 160,
    render: (row) => <span data-private>{displayName(row.mentor.name, format.language)}</span>,
  },
  { field: 'house', header: t('column.house'), flex: 1, width: 120, render: (row) => houseOf(row.child.institutionId) },
  {
    field: 'stage',
    header: t('column.stage'),
    width: 180,
    render: (row) => (
      <StatusChip plain word={t(`stage.${row.stage}`)} tone={row.stage === 'hosting' ? 'ok' : 'mute'} icon={STAGE_LOOK[row.stage].icon} />
    ),
  },
  { field: 'since', header: t('column.since'), width: 120, render: (row) => format.short(row.since) },
  { field: 'contract', header: t('column.contract'), width: 130, render: (row) => row.contractNumber ?? '–' },
];

export function PairsPage() {
  const { t } = useTranslation('mentorships');
  const format = useFormat();
  const navigate = useNavigate();
  const mayWrite = useCan('pair.write');
  useCrumbs(useMemo(() => [{ label: t('nav') }], [t]));
  const table = useTable();
  const { stage, house } = table.view.filters;
  const list = useAsk(
    'mentorships.list',
    { search: table.search, cursor: table.cursor, stages: (stage ?? []) as PairRow['stage'][], institutionId: house?.at(-1) ?? null },
    { keep: true },
  );
  const houses = useAsk('institutions.list', {}).data ?? [];
  const open = mayWrite && (
    <Button variant="contained" component={Link} to={`${paths.pairs()}/new`} startIcon={<Plus size={17} aria-hidden />}>
      {t('open.button')}
    </Button>
  );
  const none = list.data?.rows.length === 0 && table.search === '' && Object.keys(table.view.filters).length === 0;
  return (
    <Page>
      <PageHeader title={t('nav')} actions={!none && open} />
      <DataTable
        list="pairs"
        label={t('nav')}
        table={table}
        columns={columnsOf(t, format, (id) => houses.find((one) => one.id === id)?.shortName ?? '')}
        rows={list.data?.rows}
        nextCursor={list.data?.nextCursor ?? null}
        {...(list.data ? { total: list.data.total } : {})}
        error={list.error}
        onRetry={() => {
          void list.refetch();
        }}
        placeholder={t('search')}
        onOpen={(row) => {
          void navigate(paths.pair(row.id));
        }}
        filters={[
          { key: 'stage', label: t('column.stage'), options: PAIR_STAGES.map((value) => ({ value, label: t(`stage.${value}`) })) },
          { key: 'house', label: t('column.house'), options: houses.map((one) => ({ value: one.id, label: one.shortName })) },
        ]}
        empty={
          <EmptyState title={t('empty.title')} actions={open}>
            {t('empty.text')}
          </EmptyState>
        }
      />
    </Page>
  );
}
