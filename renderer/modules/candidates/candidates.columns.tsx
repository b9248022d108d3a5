import Box from '@mui/material/Box';
import type { TFunction } from 'i18next';
import type { Output } from '../../../shared/contract/api';
import { displayName } from '../../../shared/kernel/names';
import type { Format } from '../../lib/format';
import type { Column } from '../../ui';

export type MentorRow = Output<'candidates.list'>['rows'][number];

export function candidateColumns(t: TFunction, format: Format, houseOf: (id: string) => string): Column<MentorRow>[] {
  return [
    {
      field: 'name',
      header: t('column.name'),
      flex: 2,
      width: 200,
      sortable: true,
      render: (row) => (
        <Box component="span" data-private sx={{ fontWeight: 500 }}>
          {displayName(row.name, format.language)}
        </Box>
      ),
    },
    { field: 'age', header: t('column.age'), width: 90, render: (row) => format.age(row.birthDate) },
    { field: 'citizenship', header: t('column.citizenship'), width: 130, render: (row) => t(`citizenship.${row.citizenship}`) },
    { field: 'phone', header: t('column.phone'), width: 170, render: (row) => <span data-private>{row.phone}</span> },
    {
      field: 'houses',
      header: t('column.houses'),
      flex: 1.4,
      width: 150,
      render: (row) =>
        row.institutionIds
          .map(houseOf)
          .filter((name) => name !== '')
          .join(', '),
    },
    { field: 'papers', header: t('column.papers'), width: 90, align: 'right', render: (row) => row.paperCount },
    { field: 'updated', header: t('column.updated'), width: 150, sortable: true, render: (row) => format.relative(row.updatedAt) },
  ];
}
