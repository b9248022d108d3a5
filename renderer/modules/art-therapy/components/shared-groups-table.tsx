import Box from '@mui/material/Box';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { fold } from '../../../../shared/kernel/search-text';
import type { GroupRow } from '../../../../shared/modules/art-therapy/art-therapy.model';
import { useFormat, type Format } from '../../../lib/format';
import { useAsk } from '../../../lib/query';
import { DataTable, EmptyState, StatusChip, useTable, type Column } from '../../../ui';
import { groupPaths } from '../group-paths';

function columns(t: TFunction<'art-therapy'>, format: Format): Column<GroupRow>[] {
  return [
    {
      field: 'name',
      header: t('shared.group'),
      flex: 1.3,
      width: 160,
      render: (row) => (
        <Box component="span" sx={{ fontWeight: 500 }}>
          {t('shared.quoted', { text: row.fields.name })}
        </Box>
      ),
    },
    { field: 'ages', header: t('shared.age'), width: 105, render: ({ fields }) => t('shared.ages', { from: fields.agesFrom, to: fields.agesTo }) },
    { field: 'place', header: t('shared.where'), flex: 1.5, width: 170, render: (row) => row.fields.place || '–' },
    { field: 'schedule', header: t('shared.schedule'), flex: 1.4, width: 190, render: (row) => row.fields.schedule || '–' },
    { field: 'members', header: t('shared.children'), width: 90, render: (row) => row.members },
    { field: 'next', header: t('shared.next'), width: 130, render: (row) => (row.nextOn === null ? '–' : format.short(row.nextOn)) },
    {
      field: 'state',
      header: t('shared.composition'),
      width: 145,
      render: ({ fields }) =>
        fields.endedOn === null ? (
          <StatusChip plain tone="ok" word={t(`shared.kind.${fields.kind}`)} />
        ) : (
          <StatusChip plain tone="mute" word={t('shared.until', { date: format.short(fields.endedOn) })} />
        ),
    },
  ];
}

/** Groups of the reader's houses; those that have ended on request. */
export function SharedGroupsTable() {
  const { t } = useTranslation('art-therapy');
  const format = useFormat();
  const navigate = useNavigate();
  const table = useTable();
  const ended = (table.view.filters['ended'] ?? []).length > 0;
  const list = useAsk('art-therapy.groups', { ended }, { keep: true });
  const wanted = fold(table.search);
  const rows = list.data?.filter(({ fields }) => fold(`${fields.name} ${fields.place} ${fields.schedule}`).includes(wanted));
  return (
    <DataTable
      list={null}
      label={t('shared.title')}
      table={table}
      columns={columns(t, format)}
      rows={rows}
      nextCursor={null}
      error={list.error}
      onRetry={() => {
        void list.refetch();
      }}
      filters={[{ key: 'ended', label: t('shared.over'), options: [{ value: 'ended', label: t('shared.withEnded') }] }]}
      placeholder={t('shared.search')}
      onOpen={(row) => {
        void navigate(groupPaths.sharedGroup(row.id));
      }}
      empty={<EmptyState title={t('shared.emptyTitle')}>{t('shared.empty')}</EmptyState>}
    />
  );
}
