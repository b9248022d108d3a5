import Button from '@mui/material/Button';
import { Download, FileText, Footprints } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { InstitutionId } from '../../../shared/kernel/ids';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { useCan } from '../../lib/profile';
import { useAct, useAsk } from '../../lib/query';
import { DataTable, EmptyState, Page, PageHeader, useTable, useToast, type Filter } from '../../ui';
import { HandOverDialog } from './components/hand-over-dialog';
import { ReasonDialog } from './components/reason-dialog';
import { RegisterExport } from './components/register-export';
import { ReturnDialog } from './components/return-dialog';
import { RoomTabs } from './components/room-tabs';
import { registerColumns, type Transfer } from './register.columns';

const ONLY = ['out', 'overdue', 'returned', 'struck'] as const;

function useFilters(years: number[]): Filter[] {
  const { t } = useTranslation('documents');
  const houses = useAsk('institutions.list', {}).data ?? [];
  return [
    { key: 'only', label: t('register.state'), options: ONLY.map((value) => ({ value, label: t(`register.only.${value}`) })) },
    { key: 'year', label: t('filter.year'), options: years.map((year) => ({ value: String(year), label: String(year) })) },
    { key: 'house', label: t('filter.house'), options: houses.map((house) => ({ value: house.id, label: house.shortName })) },
  ];
}

function StrikeDialog({ line, onClose }: { line: Transfer; onClose: () => void }) {
  const { t } = useTranslation('documents');
  const toast = useToast();
  const strike = useAct('documents.strikeTransfer');
  return (
    <ReasonDialog
      title={t('strike.title', { no: line.no })}
      intro={t('strike.intro')}
      label={t('reason')}
      saveLabel={t('register.strike')}
      dangerous
      onClose={onClose}
      onSave={async (reason) => {
        await strike.mutateAsync({ id: line.id, reason });
        toast.show(t('strike.done'));
      }}
    />
  );
}

type Asking = { kind: 'hand' } | { kind: 'pdf' } | { kind: 'xlsx' } | { kind: 'return' | 'strike'; line: Transfer } | null;

/** Every transfer of a child: handed over, expected, brought back. A line is never erased, only struck with a reason. */
export function RegisterPage() {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const navigate = useNavigate();
  const [mayMove, mayStrike, mayExport] = [useCan('child.move'), useCan('document.issue'), useCan('document.export')];
  const [asking, setAsking] = useState<Asking>(null);
  const table = useTable();
  const { only, year, house } = table.view.filters;
  const institutionId = (house?.at(-1) ?? null) as InstitutionId | null;
  const list = useAsk(
    'documents.register',
    { search: table.search, only: (only?.at(-1) ?? 'all') as 'all', year: year?.length ? Number(year.at(-1)) : null, institutionId },
    { keep: true, refetchInterval: 60_000 },
  );
  const filters = useFilters(list.data?.years ?? []);
  const [search, setSearch] = useSearchParams();
  // Today names a line of its own: the return is asked for at once.
  const named = list.data?.lines.find((line) => line.id === search.get('line') && line.returned === null);
  const close = () => {
    setAsking(null);
    if (search.has('line')) setSearch({}, { replace: true });
  };
  const quiet = { color: 'text.secondary' } as const;
  const hand = mayMove && (
    <Button
      variant="contained"
      startIcon={<Footprints size={17} strokeWidth={1.75} aria-hidden />}
      onClick={() => {
        setAsking({ kind: 'hand' });
      }}
    >
      {t('hand.button')}
    </Button>
  );
  const columns = registerColumns(t, format, {
    mayMove,
    mayStrike,
    onReturn: (line) => {
      setAsking({ kind: 'return', line });
    },
    onStrike: (line) => {
      setAsking({ kind: 'strike', line });
    },
  });
  return (
    <Page>
      <PageHeader
        title={t('register.title')}
        actions={
          <>
            <Button
              color="inherit"
              sx={quiet}
              startIcon={<FileText size={16} strokeWidth={1.75} aria-hidden />}
              onClick={() => {
                setAsking({ kind: 'pdf' });
              }}
            >
              {t('register.pdf')}
            </Button>
            {mayExport && (
              <Button
                color="inherit"
                sx={quiet}
                startIcon={<Download size={16} strokeWidth={1.75} aria-hidden />}
                onClick={() => {
                  setAsking({ kind: 'xlsx' });
                }}
              >
                {t('register.xlsx')}
              </Button>
            )}
            {list.data?.lines.length !== 0 && hand}
          </>
        }
      />
      <RoomTabs value="register" />
      <DataTable
        list="register"
        label={t('register.title')}
        table={table}
        columns={columns}
        rows={list.data?.lines}
        {...(list.data ? { total: list.data.lines.length } : {})}
        error={list.error}
        onRetry={() => {
          void list.refetch();
        }}
        filters={filters}
        placeholder={t('search')}
        onOpen={(line) => {
          void navigate(paths.document(line.documentId));
        }}
        empty={
          <EmptyState title={t('register.emptyTitle')} actions={hand}>
            {t('register.emptyText')}
          </EmptyState>
        }
      />
      {asking?.kind === 'hand' && <HandOverDialog onClose={close} />}
      {(asking?.kind === 'pdf' || asking?.kind === 'xlsx') && (
        <RegisterExport kind={asking.kind} years={list.data?.years ?? []} institutionId={institutionId} onClose={close} />
      )}
      {asking?.kind === 'return' && <ReturnDialog line={asking.line} onClose={close} />}
      {named && asking === null && <ReturnDialog line={named} onClose={close} />}
      {asking?.kind === 'strike' && <StrikeDialog line={asking.line} onClose={close} />}
    </Page>
  );
}
