import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { RECORD_STATES, type RecordState } from '../../../shared/modules/clinical/clinical.model';
import { PsychologyTabs } from '../../app/psychology/psychology-tabs';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { useCan } from '../../lib/profile';
import { useAsk } from '../../lib/query';
import { DataTable, EmptyState, Page, PageHeader, useTable, type Filter } from '../../ui';
import { StartDialog, type TextKind } from './components/start-dialog';
import { textColumns } from './records.columns';

const PAGE = 50;
const KINDS: readonly TextKind[] = ['conclusion', 'extract'];

function useTexts() {
  const table = useTable();
  const { filters } = table.view;
  const kinds = KINDS.filter((kind) => !filters['kind']?.length || filters['kind'].includes(kind));
  const states = RECORD_STATES.filter((state) => filters['state']?.includes(state));
  const mine = (filters['mine'] ?? []).length > 0;
  const list = useAsk(
    'clinical.records',
    { kinds: [...kinds], states: [...states], mine, ...(table.cursor ? { before: Number(table.cursor) } : {}), limit: PAGE },
    { keep: true },
  );
  const searching = table.search.trim() !== '';
  const found = useAsk('clinical.search', { text: table.search.slice(0, 200), limit: 50 }, { enabled: searching, keep: true });
  const fits = (kind: string, state: RecordState) => (kinds as string[]).includes(kind) && (states.length === 0 || states.includes(state));
  const rows = searching
    ? found.data?.hits.filter(({ record }) => fits(record.kind, record.state)).map((hit) => ({ ...hit.record, excerpt: hit.excerpt }))
    : list.data?.records.map((record) => ({ ...record, excerpt: null }));
  const next = searching ? null : list.data?.next;
  return { table, rows, nextCursor: next ? String(next) : null, error: searching ? found.error : list.error, retry: list.refetch };
}

/** Drafts, signed and withdrawn texts of the room: what leaves it, and the conclusions it is written from. */
export function ConclusionsPage() {
  const { t } = useTranslation('extracts');
  const format = useFormat();
  const navigate = useNavigate();
  const { table, rows, nextCursor, error, retry } = useTexts();
  const mayWrite = useCan('extract.write');
  const [starting, setStarting] = useState<TextKind | null>(null);
  const options: Filter[] = [
    { key: 'state', label: t('column.state'), options: RECORD_STATES.map((value) => ({ value, label: t(`record.${value}`) })) },
    { key: 'kind', label: t('column.kind'), options: KINDS.map((value) => ({ value, label: t(`kind.${value}`) })) },
    { key: 'mine', label: t('column.author'), options: [{ value: 'mine', label: t('mine') }] },
  ];
  const start = (kind: TextKind) => () => {
    setStarting(kind);
  };
  const begin = mayWrite && (
    <>
      <Button variant="outlined" onClick={start('conclusion')}>
        {t('writeConclusion')}
      </Button>
      <Button variant="contained" onClick={start('extract')}>
        {t('write')}
      </Button>
    </>
  );
  return (
    <Page>
      <PageHeader title={t('tab')} actions={begin} />
      <PsychologyTabs value="conclusions" crumbs={[{ label: t('tab') }]} />
      <DataTable
        list={null}
        label={t('tab')}
        table={table}
        columns={textColumns(t, format)}
        rows={rows}
        nextCursor={nextCursor}
        pageSize={PAGE}
        error={error}
        onRetry={() => {
          void retry();
        }}
        filters={options}
        placeholder={t('search')}
        onOpen={(row) => {
          void navigate(paths.clinicalRecord(row.kind, row.id));
        }}
        empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
      />
      {starting && (
        <StartDialog
          kind={starting}
          onClose={() => {
            setStarting(null);
          }}
        />
      )}
    </Page>
  );
}
