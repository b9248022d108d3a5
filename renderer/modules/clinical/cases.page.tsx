import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../../shared/contract/api';
import { PsychologyTabs } from '../../app/psychology/psychology-tabs';
import { useFormat, type Format } from '../../lib/format';
import { paths } from '../../lib/paths';
import { useProfile } from '../../lib/profile';
import { useAsk } from '../../lib/query';
import { DataTable, DueRow, EmptyState, Page, PageHeader, Rows, Section, StatusChip, useTable, type Column, type Filter } from '../../ui';
import { TakeOverDialog } from './components/case-dialogs';
import { Orphans } from './components/orphans';

type Case = Output<'clinical.cases'>[number];
type Row = Case & { id: string };

/** Who leads whose case; what waits because somebody left; what stayed of files that are gone. */
export function CasesPage() {
  const { t } = useTranslation('clinical');
  const { clinical } = useProfile();
  return (
    <Page>
      <PageHeader title={t('nav')} />
      <PsychologyTabs value="cases" />
      {clinical === 'held' && (
        <>
          <Orphans />
          <LeftBehind />
        </>
      )}
      <AllCases />
    </Page>
  );
}

function LeftBehind() {
  const { t } = useTranslation('clinical');
  const rows = useAsk('clinical.cases', { which: 'left' }).data ?? [];
  const [asking, setAsking] = useState<Case | null>(null);
  const people = [...new Map(rows.map((row) => [row.responsibleId, row])).values()];
  if (people.length === 0) return null;
  return (
    <Section title={t('left.title')} count={people.length}>
      <Rows>
        {people.map((one) => (
          <DueRow
            key={one.responsibleId}
            when=""
            title={one.responsibleName}
            reason={t('left.cases', { count: rows.filter((row) => row.responsibleId === one.responsibleId).length })}
            action={
              <Button
                variant="outlined"
                size="small"
                onClick={() => {
                  setAsking(one);
                }}
              >
                {t('take.allAction')}
              </Button>
            }
          />
        ))}
      </Rows>
      {asking && (
        <TakeOverDialog
          of={{ fromId: asking.responsibleId }}
          name={asking.responsibleName}
          onClose={() => {
            setAsking(null);
          }}
        />
      )}
    </Section>
  );
}

function columnsOf(t: TFunction<'clinical'>, format: Format): Column<Row>[] {
  return [
    {
      field: 'subject',
      header: t('column.subject'),
      flex: 1.4,
      width: 180,
      render: (row) => (
        <Box component="span" data-private sx={{ fontWeight: 500 }}>
          {row.subjectName}
        </Box>
      ),
    },
    { field: 'code', header: t('column.code'), width: 110, render: (row) => row.subjectCode || '–' },
    { field: 'records', header: t('column.records'), width: 100, render: (row) => row.records },
    { field: 'drafts', header: t('column.drafts'), width: 130, render: (row) => row.drafts || '–' },
    { field: 'lastOn', header: t('column.lastOn'), width: 130, render: (row) => (row.lastOn ? format.short(row.lastOn) : '–') },
    {
      field: 'responsible',
      header: t('column.responsible'),
      flex: 1.2,
      width: 200,
      render: (row) => (
        <>
          {row.responsibleName} {row.left && <StatusChip plain tone="warn" word={t('left.chip')} />}
        </>
      ),
    },
    { field: 'since', header: t('column.since'), width: 120, render: (row) => format.short(row.since) },
  ];
}

function AllCases() {
  const { t } = useTranslation('clinical');
  const format = useFormat();
  const navigate = useNavigate();
  const table = useTable();
  const mine = (table.view.filters['mine'] ?? []).length > 0;
  const list = useAsk('clinical.cases', { which: mine ? 'mine' : 'all' }, { keep: true });
  const columns = useMemo(() => columnsOf(t, format), [t, format]);
  const sought = table.search.trim().toLocaleLowerCase();
  const rows = list.data
    ?.filter((row) => `${row.subjectName} ${row.subjectCode} ${row.responsibleName}`.toLocaleLowerCase().includes(sought))
    .map((row) => ({ ...row, id: `${row.subject.kind}/${row.subject.id}` }));
  const filters: Filter[] = [{ key: 'mine', label: t('filter.cases'), options: [{ value: 'mine', label: t('filter.myCases') }] }];
  return (
    <DataTable
      list={null}
      label={t('tab.cases')}
      table={table}
      columns={columns}
      rows={rows}
      nextCursor={null}
      error={list.error}
      onRetry={() => {
        void list.refetch();
      }}
      filters={filters}
      placeholder={t('searchCases')}
      onOpen={(row) => {
        void navigate(paths.clinicalCase(row.subject.kind, row.subject.id));
      }}
      empty={<EmptyState title={t('emptyCases.title')}>{t('emptyCases.text')}</EmptyState>}
    />
  );
}
