import Box from '@mui/material/Box';
import type { TFunction } from 'i18next';
import { BadgeCheck, Ban, FilePen, type LucideIcon } from 'lucide-react';
import type { Output } from '../../../shared/contract/api';
import type { Format } from '../../lib/format';
import { StatusChip, type Column, type Tone } from '../../ui';

export type DocumentRow = Output<'documents.list'>['rows'][number];

export const STATE_LOOK: Record<DocumentRow['state'], { icon: LucideIcon; tone: Tone }> = {
  issued: { icon: BadgeCheck, tone: 'ok' },
  corrected: { icon: FilePen, tone: 'mute' },
  annulled: { icon: Ban, tone: 'alarm' },
};

export const numberOf = (row: { number: string; version: number }, t: TFunction): string =>
  row.version > 1 ? t('version.of', { number: row.number, version: row.version }) : row.number;

export function documentColumns(t: TFunction, format: Format): Column<DocumentRow>[] {
  return [
    {
      field: 'number',
      header: t('column.number'),
      width: 150,
      render: (row) => (
        <Box component="span" sx={{ fontWeight: 500 }}>
          {numberOf(row, t)}
        </Box>
      ),
    },
    {
      field: 'children',
      header: t('column.children'),
      flex: 1.5,
      width: 150,
      render: (row) => <span data-private>{row.childNames.join(', ')}</span>,
    },
    { field: 'mentor', header: t('column.mentor'), flex: 1.3, width: 140, render: (row) => <span data-private>{row.mentorName}</span> },
    { field: 'term', header: t('column.term'), width: 190, render: (row) => `${format.short(row.termFrom)} – ${format.short(row.termTo)}` },
    { field: 'issuedOn', header: t('column.issuedOn'), width: 110, render: (row) => format.short(row.issuedOn) },
    { field: 'issuedBy', header: t('column.issuedBy'), flex: 1, width: 120, render: (row) => row.issuedBy },
    {
      field: 'state',
      header: t('column.state'),
      width: 130,
      render: (row) => (
        <StatusChip plain word={t(`state.${row.state}`)} tone={row.state === 'annulled' ? 'alarm' : 'mute'} icon={STATE_LOOK[row.state].icon} />
      ),
    },
  ];
}
