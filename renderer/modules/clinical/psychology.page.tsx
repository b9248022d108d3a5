import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { RECORD_KINDS, RECORD_STATES } from '../../../shared/modules/clinical/clinical.model';
import { PsychologyTabs } from '../../app/psychology/psychology-tabs';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { useAsk } from '../../lib/query';
import { DataTable, EmptyState, Page, PageHeader, useTable, type Filter } from '../../ui';
import { recordColumns, type RecordRow } from './records.columns';

const PAGE = 50;

/** The psychologist's room: every clinical record, newest first, and the search over what is written in them. */
export function PsychologyPage() {
  const { t } = useTranslation('clinical');
  const format = useFormat();
  const navigate = useNavigate();
  const table = useTable();
  const { filters } = table.view;
  const list = useAsk(
    'clinical.records',
    {
      kinds: (filters['kind'] ?? []) as never[],
      states: (filters['state'] ?? []) as never[],
      mine: (filters['mine'] ?? []).includes('mine'),
      myCases: (filters['mine'] ?? []).includes('cases'),
      ...(table.cursor ? { before: Number(table.cursor) } : {}),
      limit: PAGE,
    },
    { keep: true },
  );
  const searching = table.search.trim() !== '';
  const found = useAsk('clinical.search', { text: table.search, limit: 50 }, { enabled: searching, keep: true });
  const options: Filter[] = [
    { key: 'kind', label: t('column.kind'), options: RECORD_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })) },
    { key: 'state', label: t('column.state'), options: RECORD_STATES.map((state) => ({ value: state, label: t(`state.${state}`) })) },
    {
      key: 'mine',
      label: t('filter.author'),
      options: ['mine', 'cases'].map((value) => ({ value, label: t(value === 'mine' ? 'filter.mine' : 'filter.myCases') })),
    },
  ];
  const rows: RecordRow[] | undefined = searching
    ? found.data?.hits.map((hit) => ({ ...hit.record, excerpt: hit.excerpt }))
    : list.data?.records.map((record) => ({ ...record, excerpt: null }));
  const next = searching ? null : list.data?.next;
  return (
    <Page>
      <PageHeader title={t('nav')} />
      <PsychologyTabs value="records" />
      <DataTable
        list={null}
        label={t('tab.records')}
        table={table}
        columns={recordColumns(t, format)}
        rows={rows}
        nextCursor={next ? String(next) : null}
        pageSize={PAGE}
        error={searching ? found.error : list.error}
        {...(searching && found.data?.more ? { total: found.data.hits.length } : {})}
        onRetry={() => {
          void list.refetch();
        }}
        filters={options}
        placeholder={t('search')}
        onOpen={(row) => {
          void navigate(paths.clinicalRecord(row.kind, row.id));
        }}
        empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
      />
    </Page>
  );
}
