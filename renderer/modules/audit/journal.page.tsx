import Button from '@mui/material/Button';
import { Download, ShieldCheck } from 'lucide-react';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isPlainDate } from '../../../shared/kernel/plain-date';
import { OUTCOMES, type JournalFilter } from '../../../shared/modules/audit/audit.model';
import { AdministrationTabs } from '../../app/administration/administration-tabs';
import { useFormat, type Format } from '../../lib/format';
import { useCan, useProfile } from '../../lib/profile';
import { useAsk } from '../../lib/query';
import { DataTable, EmptyState, Page, PageHeader, SealedArea, StatusChip, useTable, type Column, type Filter, type Table } from '../../ui';
import { EntryDialog } from './components/entry-dialog';
import { ExportDialog } from './components/export-dialog';
import { JournalDates, type DateRange } from './components/journal-dates';
import { JournalTabs } from './components/journal-tabs';
import { actionWords, journalPaths, outcomeWords, subjectWords, whoWords, type Line } from './journal-words';

type Which = 'records' | 'clinical';
type Row = Line & { id: string };

function columnsOf(t: TFunction, format: Format): Column<Row>[] {
  return [
    { field: 'seq', header: t('column.seq'), width: 84, align: 'right', render: (line) => line.seq },
    { field: 'at', header: t('column.at'), width: 150, render: (line) => `${format.short(line.at)} ${format.time(line.at)}` },
    { field: 'who', header: t('column.who'), width: 150, flex: 1, render: (line) => whoWords(t, line) },
    { field: 'action', header: t('column.action'), width: 220, flex: 1.8, render: (line) => actionWords(t, line.action) },
    { field: 'subject', header: t('column.subject'), width: 120, flex: 0.7, render: (line) => subjectWords(t, line.subject) },
    { field: 'outcome', header: t('column.outcome'), width: 150, render: (line) => <StatusChip plain {...outcomeWords(t, line.outcome)} /> },
  ];
}

/** What the clinical journal may hold is not told by the other one's lists, so it has only the outcome to choose from. */
function useFilters(t: TFunction, which: Which): Filter[] {
  const facets = useAsk('audit.facets', {}, { enabled: which === 'records' }).data;
  const outcome = { key: 'outcome', label: t('column.outcome'), options: OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) })) };
  if (!facets) return [outcome];
  const byLabel = (values: readonly string[], label: (value: string) => string) =>
    values.map((value) => ({ value, label: label(value) })).sort((a, b) => a.label.localeCompare(b.label));
  return [
    { key: 'userId', label: t('column.who'), options: facets.people.map((person) => ({ value: person.id, label: person.name })) },
    outcome,
    { key: 'subject', label: t('column.subject'), options: byLabel(facets.subjects, (value) => subjectWords(t, value)) },
    { key: 'action', label: t('column.action'), options: byLabel(facets.actions, (value) => actionWords(t, value)) },
  ];
}

function filterOf(table: Table, dates: DateRange): JournalFilter {
  const { userId, action, subject, outcome } = table.view.filters;
  const subjectId = table.search.trim().toLowerCase();
  return {
    ...(userId?.[0] ? { userId: userId[0] } : {}),
    ...(action?.[0] ? { action: action[0] } : {}),
    ...(subject?.[0] ? { subject: subject[0] } : {}),
    ...(outcome?.[0] ? { outcome: outcome[0] as NonNullable<JournalFilter['outcome']> } : {}),
    ...(subjectId === '' ? {} : { subjectId: subjectId.slice(0, 80) }),
    ...(isPlainDate(dates.from ?? '') ? { from: dates.from as NonNullable<JournalFilter['from']> } : {}),
    ...(isPlainDate(dates.to ?? '') ? { to: dates.to as NonNullable<JournalFilter['to']> } : {}),
  };
}

/** The journal is asked for one person, one action, one outcome at a time: choosing another replaces the first. */
const single = (table: Table): Table => ({
  ...table,
  setFilter: (key, values) => {
    table.setFilter(key, values.slice(-1));
  },
});

function Journal({ which }: { which: Which }) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const [opened, setOpened] = useState<Line | null>(null);
  const [exporting, setExporting] = useState(false);
  const table = single(useTable());
  const dates = useForm<DateRange>({ defaultValues: { from: null, to: null } });
  const range = useWatch({ control: dates.control }) as DateRange;
  const filter = filterOf(table, range);
  const filters = useFilters(t, which);
  const before = table.cursor === null ? {} : { before: Number(table.cursor) };
  const list = useAsk(which === 'records' ? 'audit.list' : 'audit.listClinical', { filter, ...before }, { keep: true });
  const rows = list.data?.entries.map((line) => ({ ...line, id: String(line.seq) }));
  const narrowed = Object.keys(filter).length > 0;
  return (
    <>
      <PageHeader
        title={t(`title.${which}`)}
        meta={t('intro')}
        actions={
          <>
            {which === 'records' && (
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
            <Button
              variant="contained"
              component={Link}
              to={which === 'records' ? journalPaths.check : journalPaths.checkClinical}
              startIcon={<ShieldCheck size={17} strokeWidth={1.75} aria-hidden />}
            >
              {t('check.action')}
            </Button>
          </>
        }
      />
      <FormProvider {...dates}>
        <JournalDates />
      </FormProvider>
      <DataTable
        list={`journal-${which}`}
        label={t(`title.${which}`)}
        table={table}
        columns={columnsOf(t, format)}
        rows={rows}
        nextCursor={list.data?.next ? String(list.data.next) : null}
        error={list.error}
        onRetry={() => {
          void list.refetch();
        }}
        filters={filters}
        placeholder={t('search')}
        onOpen={setOpened}
        empty={
          narrowed ? (
            <EmptyState
              title={t('nothing.title')}
              actions={
                <Button
                  variant="outlined"
                  onClick={() => {
                    dates.reset();
                  }}
                >
                  {t('nothing.reset')}
                </Button>
              }
            >
              {t('nothing.text')}
            </EmptyState>
          ) : (
            <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
          )
        }
      />
      {opened && (
        <EntryDialog
          line={opened}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
      {exporting && (
        <ExportDialog
          filter={filter}
          onClose={() => {
            setExporting(false);
          }}
        />
      )}
    </>
  );
}

export function JournalPage() {
  const mayRead = useCan('journal.read');
  return (
    <Page>
      <AdministrationTabs value="journal" />
      <JournalTabs value="records" />
      {mayRead ? <Journal which="records" /> : <ClinicalJournal />}
    </Page>
  );
}

function ClinicalJournal() {
  const { t } = useTranslation('audit');
  const { clinical } = useProfile();
  return clinical === 'held' ? <Journal which="clinical" /> : <SealedArea title={t('sealed.title')}>{t('sealed.text')}</SealedArea>;
}

export function ClinicalJournalPage() {
  return (
    <Page>
      <AdministrationTabs value="journal" />
      <JournalTabs value="clinical" />
      <ClinicalJournal />
    </Page>
  );
}
