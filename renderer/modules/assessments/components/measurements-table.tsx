import MuiLink from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Output } from '../../../../shared/contract/api';
import { useFormat } from '../../../lib/format';
import { paths } from '../../../lib/paths';
import { wordIn } from '../assessment-words';
import { ScoresLine } from './scores-line';
import { SheetTable } from './sheet-table';
import { StageChip } from './stage-chip';

/** A page of measurements; a press anywhere on a row opens it, its link does the same by keyboard. */
export function MeasurementsTable({ rows }: { rows: Output<'assessments.list'>['rows'] }) {
  const { t } = useTranslation('assessments');
  const format = useFormat();
  const navigate = useNavigate();
  return (
    <SheetTable
      label={t('tab')}
      heads={[
        { word: t('column.onDate') },
        { word: t('column.subject') },
        { word: t('column.test') },
        { word: t('column.scores') },
        { word: t('column.state') },
      ]}
    >
      {rows.map((row) => {
        const to = paths.clinicalRecord('assessment', row.id);
        return (
          <tr
            key={row.id}
            style={{ cursor: 'pointer' }}
            onClick={(event) => {
              if (!(event.target instanceof Element && event.target.closest('a'))) void navigate(to);
            }}
          >
            <td className="quiet" style={{ whiteSpace: 'nowrap' }}>
              {format.short(row.testDate)}
            </td>
            <th scope="row" data-private style={{ fontWeight: 500, whiteSpace: 'nowrap' }}>
              {row.subjectName || t('unnamed')}
            </th>
            <td>
              <MuiLink component={Link} to={to}>
                {wordIn(row.title, format.language)}
              </MuiLink>
            </td>
            <td>
              <ScoresLine row={row} />
            </td>
            <td>
              <StageChip row={row} />
            </td>
          </tr>
        );
      })}
    </SheetTable>
  );
}
