import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CaseLine } from '../../../shared/modules/sessions/sessions.contract';
import { addDays } from '../../../shared/kernel/plain-date';
import { PsychologyTabs } from '../../app/psychology/psychology-tabs';
import { today, useFormat, type Format } from '../../lib/format';
import { useAsk } from '../../lib/query';
import { Answer, DataTable, EmptyState, Page, PageHeader, Section, StatusChip, useTable, type Column, type Filter } from '../../ui';
import type { TFunction } from 'i18next';
import { work } from './casework-paths';
import { mondayOf, Week } from './components/week';

function Agenda() {
  const { t } = useTranslation('sessions');
  const format = useFormat();
  const [from, setFrom] = useState(() => mondayOf(today()));
  const [mine, setMine] = useState(true);
  const to = addDays(from, 6);
  const list = useAsk('sessions.agenda', { from, to, mine }, { keep: true });
  const move = (days: number) => {
    setFrom(addDays(from, days));
  };
  return (
    <Section
      title={t('agenda.span', format.span(from, to))}
      aside={
        <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'center' }}>
          <Button
            size="small"
            onClick={() => {
              setMine(!mine);
            }}
          >
            {t(mine ? 'agenda.everybody' : 'agenda.mine')}
          </Button>
          <Button
            size="small"
            onClick={() => {
              setFrom(mondayOf(today()));
            }}
          >
            {t('agenda.thisWeek')}
          </Button>
          <IconButton
            size="small"
            aria-label={t('agenda.before')}
            onClick={() => {
              move(-7);
            }}
          >
            <ChevronLeft size={18} aria-hidden />
          </IconButton>
          <IconButton
            size="small"
            aria-label={t('agenda.after')}
            onClick={() => {
              move(7);
            }}
          >
            <ChevronRight size={18} aria-hidden />
          </IconButton>
        </Box>
      }
    >
      <Answer of={list}>{(rows) => <Week from={from} rows={rows} />}</Answer>
      {list.data?.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
          {t('agenda.empty')}
        </Typography>
      )}
    </Section>
  );
}

type Row = CaseLine & { id: string };

function columnsOf(t: TFunction<'sessions'>, format: Format): Column<Row>[] {
  const date = (value: string | null): string => (value === null ? '–' : format.short(value));
  return [
    {
      field: 'name',
      header: t('cases.name'),
      flex: 1.5,
      width: 180,
      render: (row) => (
        <Box component="span" data-private sx={{ fontWeight: 500 }}>
          {row.name}
        </Box>
      ),
    },
    { field: 'requests', header: t('cases.requests'), width: 110, render: (row) => row.openRequests || '–' },
    { field: 'goals', header: t('cases.goals'), width: 80, render: (row) => row.goals || '–' },
    { field: 'held', header: t('cases.held'), width: 90, render: (row) => row.held || '–' },
    { field: 'lastOn', header: t('cases.last'), width: 120, render: (row) => date(row.lastOn) },
    { field: 'nextOn', header: t('cases.next'), width: 120, render: (row) => date(row.nextOn) },
    {
      field: 'alarms',
      header: t('cases.standing'),
      width: 170,
      render: (row) =>
        row.alarms > 0 ? (
          <StatusChip plain tone="alarm" word={t('section.alarms', { count: row.alarms })} />
        ) : (
          <StatusChip plain tone="mute" word={row.closedOn ? t('cases.closedOn', { date: format.short(row.closedOn) }) : t('cases.open')} />
        ),
    },
    { field: 'responsible', header: t('cases.responsible'), flex: 1, width: 150, render: (row) => row.responsibleName },
  ];
}

function Cases() {
  const { t } = useTranslation('sessions');
  const format = useFormat();
  const navigate = useNavigate();
  const table = useTable();
  const closed = (table.view.filters['closed'] ?? []).length > 0;
  const list = useAsk('sessions.cases', { search: table.search, closed }, { keep: true });
  const columns = useMemo(() => columnsOf(t, format), [t, format]);
  const filters: Filter[] = [{ key: 'closed', label: t('cases.standing'), options: [{ value: 'closed', label: t('cases.closed') }] }];
  const rows = list.data?.map((line) => ({ ...line, id: `${line.subject.kind}/${line.subject.id}` }));
  return (
    <Section title={t('cases.title')}>
      <DataTable
        list={null}
        label={t('cases.title')}
        table={table}
        columns={columns}
        rows={rows}
        nextCursor={null}
        error={list.error}
        onRetry={() => {
          void list.refetch();
        }}
        filters={filters}
        placeholder={t('cases.search')}
        onOpen={(row) => {
          void navigate(work.of(row.subject));
        }}
        empty={<EmptyState title={t('cases.emptyTitle')}>{t('cases.empty')}</EmptyState>}
      />
    </Section>
  );
}

/** The psychologist's week, and everybody with whom there is work. */
export function AgendaPage() {
  const { t } = useTranslation('sessions');
  return (
    <Page>
      <PageHeader title={t('clinical:nav')} />
      <PsychologyTabs value="casework" />
      <Agenda />
      <Cases />
    </Page>
  );
}
