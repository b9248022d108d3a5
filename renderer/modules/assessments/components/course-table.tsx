import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Comparison } from '../../../../shared/modules/assessments/reliable-change';
import { useFormat } from '../../../lib/format';
import { paths } from '../../../lib/paths';
import { figure } from '../assessment-words';
import { currentOf, type Measured } from '../result-of';
import { useChangeWords } from '../use-change-words';
import { SheetTable } from './sheet-table';

interface CourseTableProps {
  course: Measured[];
  scale: string;
  comparisons: Comparison[];
  current: string;
}

/** The chart in words and figures: each measurement, how it was given, and both comparisons. */
export function CourseTable({ course, scale, comparisons, current }: CourseTableProps) {
  const { t } = useTranslation('assessments');
  const { short } = useChangeWords();
  const format = useFormat();
  const said = (id: string, against: Comparison['against']): string => {
    const found = comparisons.find((one) => one.to === id && one.against === against);
    return found ? short(found) : '–';
  };
  return (
    <SheetTable
      label={t('course.title.count', { count: course.length })}
      heads={[
        { word: t('course.date') },
        { word: t('course.raw'), right: true },
        { word: t('course.vsFirst') },
        ...(course.length > 2 ? [{ word: t('course.vsPrevious') }] : []),
      ]}
    >
      {course.map((one) => {
        const display = currentOf(one)?.scales.find(({ id }) => id === scale)?.display ?? null;
        return (
          <tr key={one.header.id}>
            <th scope="row">
              {one.header.id === current ? (
                format.short(one.header.onDate)
              ) : (
                <MuiLink component={Link} to={paths.clinicalRecord('assessment', one.header.id)}>
                  {format.short(one.header.onDate)}
                </MuiLink>
              )}
              <Box component="span" className="quiet" sx={{ display: 'block', lineHeight: '18px' }}>
                {[
                  t(`givenHow.${one.given}`),
                  t(`onLanguage.${one.language}`),
                  one.respondent === 'self' ? '' : t(`respondent.${one.respondent}`),
                  t('library.version', { version: one.instrument.version }),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </Box>
            </th>
            <td className="right" data-private>
              {display === null ? '–' : figure(display, format.language)}
            </td>
            <td className="quiet">{said(one.header.id, 'first')}</td>
            {course.length > 2 && <td className="quiet">{said(one.header.id, 'previous')}</td>}
          </tr>
        );
      })}
    </SheetTable>
  );
}
