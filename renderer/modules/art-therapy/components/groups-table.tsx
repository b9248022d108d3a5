import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { fold } from '../../../../shared/kernel/search-text';
import { useFormat } from '../../../lib/format';
import { useAsk } from '../../../lib/query';
import { DataTable, EmptyState, useTable } from '../../../ui';
import { groupColumns } from '../group-columns';

/** Groups that this reader may see; those that have ended on request. */
export function GroupsTable({ to, empty }: { to: (id: string) => string; empty: string }) {
  const { t } = useTranslation('art-therapy');
  const format = useFormat();
  const navigate = useNavigate();
  const table = useTable();
  const ended = (table.view.filters['ended'] ?? []).length > 0;
  const list = useAsk('art-therapy.groups', { ended }, { keep: true });
  const wanted = fold(table.search);
  const rows = list.data?.filter(({ fields }) => fold(`${fields.name} ${fields.place}`).includes(wanted));
  return (
    <DataTable
      list={null}
      label={t('tab')}
      table={table}
      columns={groupColumns(t, format)}
      rows={rows}
      nextCursor={null}
      error={list.error}
      onRetry={() => {
        void list.refetch();
      }}
      filters={[{ key: 'ended', label: t('shared.over'), options: [{ value: 'ended', label: t('shared.withEnded') }] }]}
      placeholder={t('shared.search')}
      onOpen={(row) => {
        void navigate(to(row.id));
      }}
      empty={<EmptyState title={t('shared.emptyTitle')}>{empty}</EmptyState>}
    />
  );
}
