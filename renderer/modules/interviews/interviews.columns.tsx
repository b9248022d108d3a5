import Box from '@mui/material/Box';
import type { TFunction } from 'i18next';
import { CircleCheck, CircleX, ListChecks } from 'lucide-react';
import type { Output } from '../../../shared/contract/api';
import { wordsIn } from '../../../shared/modules/interviews/guide.model';
import type { Format } from '../../lib/format';
import { StatusChip, type Column, type Tone } from '../../ui';

type Row = Output<'interviews.list'>['rows'][number];
export type InterviewLine = Row & { id: string };
type Words = TFunction<'interviews'>;

const STATE_TONE: Record<Row['header']['state'], Tone> = { draft: 'mute', signed: 'seal', withdrawn: 'warn' };
const RECOMMENDATION_TONE: Record<NonNullable<Row['recommendation']>, Tone> = {
  recommended: 'ok',
  'with-conditions': 'warn',
  'not-recommended': 'alarm',
};

const RECOMMENDATION_ICON = { recommended: CircleCheck, 'with-conditions': ListChecks, 'not-recommended': CircleX } as const;

export const StateChip = ({ state, late, t }: { state: Row['header']['state']; late: boolean; t: Words }) => (
  <StatusChip plain tone={late ? 'alarm' : STATE_TONE[state]} word={t(late ? 'state.late' : `state.${state}`)} />
);

export const RecommendationChip = ({ value, plain = true, t }: { value: NonNullable<Row['recommendation']>; plain?: boolean; t: Words }) => (
  <StatusChip plain={plain} tone={RECOMMENDATION_TONE[value]} icon={RECOMMENDATION_ICON[value]} word={t(`recommendation.${value}`)} />
);

/** What an interview came to: a recommendation with its date, or for a child's nothing to sort by. */
export function Outcome({ row, t, format }: { row: Row; t: Words; format: Format }) {
  if (row.recommendation === null) return null;
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 1, alignItems: 'center' }}>
      <RecommendationChip value={row.recommendation} t={t} />
      {row.validUntil && (
        <Box component="span" sx={{ color: 'text.secondary', fontSize: 13 }}>
          {t('until', { date: format.short(row.validUntil) })}
        </Box>
      )}
    </Box>
  );
}

export function interviewColumns(t: Words, format: Format): Column<InterviewLine>[] {
  return [
    { field: 'onDate', header: t('column.onDate'), width: 110, render: (row) => format.short(row.header.onDate) },
    {
      field: 'subject',
      header: t('column.subject'),
      flex: 1,
      width: 150,
      render: (row) => (
        <Box component="span" data-private sx={{ fontWeight: 500 }}>
          {row.header.subjectName || t('unnamed')}
        </Box>
      ),
    },
    { field: 'guide', header: t('column.guide'), flex: 1.4, width: 200, render: (row) => wordsIn(row.guideTitle, format.language) },
    { field: 'outcome', header: t('column.outcome'), flex: 1.5, width: 270, render: (row) => <Outcome row={row} t={t} format={format} /> },
    { field: 'state', header: t('column.state'), width: 160, render: (row) => <StateChip state={row.header.state} late={row.late} t={t} /> },
    { field: 'author', header: t('column.author'), flex: 0.9, width: 140, render: (row) => row.header.authorName },
  ];
}
