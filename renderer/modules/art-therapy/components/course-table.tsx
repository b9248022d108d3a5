import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { Course } from '../../../../shared/modules/art-therapy/observation.model';
import { wordsOf } from '../../../../shared/modules/art-therapy/scale-words';
import { useFormat } from '../../../lib/format';
import { groupPaths } from '../group-paths';

/** Every session with the levels as they were judged; a column is one version of one scale. */
export function CourseTable({ course }: { course: Course }) {
  const { t } = useTranslation('art-therapy');
  const format = useFormat();
  const twice = (code: string): boolean => course.lines.filter((line) => line.code === code).length > 1;
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Box
        component="table"
        sx={{
          borderCollapse: 'collapse',
          width: '100%',
          fontSize: 14,
          '& th, & td': { textAlign: 'left', fontWeight: 400, py: 0.75, pr: 2, borderTop: 1, borderColor: 'divider', verticalAlign: 'top' },
          '& thead th': { borderTop: 0, color: 'text.secondary' },
        }}
      >
        <thead>
          <tr>
            <th scope="col">{t('field.onDate')}</th>
            <th scope="col">{t('field.theme')}</th>
            {course.lines.map(({ code, version, scale }) => (
              <th scope="col" key={`${code}/${String(version)}`}>
                {wordsOf(scale.title, format.language)}
                {twice(code) && ` (${t('course.version', { version })})`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {course.sessions.map((session) => (
            <tr key={session.id}>
              <td>{format.short(session.onDate)}</td>
              <th scope="row">
                <Link component={RouterLink} to={groupPaths.session(session.id)}>
                  {t('shared.quoted', { text: session.theme })}
                </Link>
                {!session.signed && ` (${t('state.draft')})`}
              </th>
              {course.lines.map(({ code, version, scale, points }) => {
                const level = points.find(({ sessionId }) => sessionId === session.id)?.level;
                const words = level === undefined ? undefined : scale.levels[level - 1];
                return (
                  <td key={`${code}/${String(version)}`} data-private>
                    {level === undefined || !words ? '–' : `${String(level)} · ${wordsOf(words, format.language)}`}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}
