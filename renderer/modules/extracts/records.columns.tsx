import Box from '@mui/material/Box';
import type { TFunction } from 'i18next';
import type { RecordHeader } from '../../../shared/modules/clinical/clinical.model';
import type { Format } from '../../lib/format';
import type { Column } from '../../ui';
import { RecordChip } from './components/looks';

/** In a search the words around the hit stand where otherwise the number does. */
export type TextRow = RecordHeader & { excerpt: string | null };

export function textColumns(t: TFunction<'extracts'>, format: Format): Column<TextRow>[] {
  return [
    { field: 'onDate', header: t('column.onDate'), width: 120, render: (row) => format.short(row.onDate) },
    { field: 'kind', header: t('column.kind'), width: 140, render: (row) => t(`kind.${row.kind}`) },
    {
      field: 'subject',
      header: t('column.subject'),
      flex: 1.4,
      width: 180,
      render: (row) => (
        <Box component="span" data-private sx={{ fontWeight: 500 }}>
          {row.subjectName || t('unnamed')}
        </Box>
      ),
    },
    { field: 'label', header: t('column.label'), flex: 1, width: 150, render: (row) => <span data-private>{row.excerpt ?? row.label}</span> },
    { field: 'state', header: t('column.state'), width: 150, render: (row) => <RecordChip state={row.state} /> },
    { field: 'author', header: t('column.author'), flex: 1, width: 150, render: (row) => row.authorName },
  ];
}
