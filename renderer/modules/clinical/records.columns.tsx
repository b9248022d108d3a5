import Box from '@mui/material/Box';
import type { TFunction } from 'i18next';
import type { Output } from '../../../shared/contract/api';
import type { Format } from '../../lib/format';
import { StatusChip, type Column, type Tone } from '../../ui';

type Header = Output<'clinical.records'>['records'][number];
/** In a search the words around the hit stand where otherwise the record's label does. */
export type RecordRow = Header & { excerpt: string | null };

const TONE: Record<Header['state'], Tone> = { draft: 'mute', signed: 'seal', withdrawn: 'warn' };

export const StateChip = ({ state, t }: { state: Header['state']; t: TFunction<'clinical'> }) => (
  <StatusChip plain tone={TONE[state]} word={t(`state.${state}`)} />
);

export function recordColumns(t: TFunction<'clinical'>, format: Format): Column<RecordRow>[] {
  return [
    { field: 'onDate', header: t('column.onDate'), width: 120, render: (row) => format.short(row.onDate) },
    {
      field: 'subject',
      header: t('column.subject'),
      flex: 1.4,
      width: 160,
      render: (row) => (
        <Box component="span" data-private sx={{ fontWeight: 500 }}>
          {row.subjectName || t('unnamed')}
        </Box>
      ),
    },
    { field: 'kind', header: t('column.kind'), width: 190, render: (row) => t(`kind.${row.kind}`) },
    {
      field: 'label',
      header: t('column.label'),
      flex: 2,
      width: 180,
      render: (row) => (
        <Box component="span" data-private title={row.excerpt ?? row.label} sx={{ display: 'block', overflow: 'hidden', textOverflow: 'ellipsis' }}>
          {row.excerpt ?? row.label}
        </Box>
      ),
    },
    { field: 'state', header: t('column.state'), width: 150, render: (row) => <StateChip state={row.state} t={t} /> },
    { field: 'author', header: t('column.author'), flex: 1, width: 150, render: (row) => row.authorName },
  ];
}
