import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { RECORD_STATES } from '../../../shared/modules/clinical/clinical.model';
import { AUDIENCES } from '../../../shared/modules/interviews/guide.model';
import { RECOMMENDATIONS } from '../../../shared/modules/interviews/interview.model';
import { PsychologyTabs } from '../../app/psychology/psychology-tabs';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { useCan } from '../../lib/profile';
import { useAsk } from '../../lib/query';
import { DataTable, EmptyState, Page, PageHeader, useTable, type Filter } from '../../ui';
import { BeginDialog } from './components/begin-dialog';
import { interviewPaths } from './interview-paths';
import { interviewColumns } from './interviews.columns';

const PAGE = 50;

function useInterviewList() {
  const table = useTable();
  const { filters } = table.view;
  const of = (key: string) => (filters[key] ?? []) as never[];
  const list = useAsk(
    'interviews.list',
    {
      search: table.search.slice(0, 200),
      audiences: of('audience'),
      states: of('state'),
      recommendations: of('recommendation'),
      mine: of('mine').length > 0,
      ...(table.cursor ? { before: Number(table.cursor) } : {}),
      limit: PAGE,
    },
    { keep: true },
  );
  return { table, list };
}

/** Every interview of the room, newest first. */
export function InterviewsPage() {
  const { t } = useTranslation('interviews');
  const format = useFormat();
  const navigate = useNavigate();
  const may = useCan('interview.write');
  const { table, list } = useInterviewList();
  const [beginning, setBeginning] = useState(false);
  const options: Filter[] = [
    { key: 'audience', label: t('filter.audience'), options: AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) })) },
    { key: 'state', label: t('column.state'), options: RECORD_STATES.map((value) => ({ value, label: t(`state.${value}`) })) },
    { key: 'recommendation', label: t('column.outcome'), options: RECOMMENDATIONS.map((value) => ({ value, label: t(`recommendation.${value}`) })) },
    { key: 'mine', label: t('filter.author'), options: [{ value: 'mine', label: t('filter.mine') }] },
  ];
  const begin = may && (
    <Button
      variant="contained"
      startIcon={<Plus size={16} strokeWidth={1.75} aria-hidden />}
      onClick={() => {
        setBeginning(true);
      }}
    >
      {t('begin.action')}
    </Button>
  );
  return (
    <Page>
      <PageHeader
        title={t('tab')}
        actions={
          <>
            <Button component={Link} to={interviewPaths.guides()} variant="outlined">
              {t('guides.title')}
            </Button>
            {begin}
          </>
        }
      />
      <PsychologyTabs value="interviews" crumbs={[{ label: t('tab') }]} />
      <DataTable
        list={null}
        label={t('tab')}
        table={table}
        columns={interviewColumns(t, format)}
        rows={list.data?.rows.map((row) => ({ ...row, id: row.header.id }))}
        {...(list.data ? { total: list.data.total } : {})}
        nextCursor={list.data?.next ? String(list.data.next) : null}
        pageSize={PAGE}
        error={list.error}
        onRetry={() => {
          void list.refetch();
        }}
        filters={options}
        placeholder={t('search')}
        onOpen={(row) => {
          void navigate(paths.clinicalRecord('interview', row.id));
        }}
        empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
      />
      {beginning && (
        <BeginDialog
          onClose={() => {
            setBeginning(false);
          }}
        />
      )}
    </Page>
  );
}
