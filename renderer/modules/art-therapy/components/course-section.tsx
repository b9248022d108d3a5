import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Subject } from '../../../../shared/modules/clinical/clinical.model';
import { useFormat } from '../../../lib/format';
import { useAsk } from '../../../lib/query';
import { Answer, Section } from '../../../ui';
import { groupPaths } from '../group-paths';

/** On the page of a child's case: in which groups, how many sessions, and the way to the course. */
export function CourseSection({ subject }: { subject: Subject }) {
  const { t } = useTranslation('art-therapy');
  const format = useFormat();
  const course = useAsk('art-therapy.course', { childId: subject.id });
  return (
    <Section
      title={t('tab')}
      aside={
        <Button size="small" component={Link} to={groupPaths.course(subject.id)}>
          {t('member.course')}
        </Button>
      }
    >
      <Answer of={course}>
        {({ sessions }) => {
          const last = sessions.at(-1);
          return (
            <Typography sx={{ color: 'text.secondary' }}>
              {last
                ? [...new Set(sessions.map(({ groupName }) => t('shared.quoted', { text: groupName })))]
                    .concat(t('course.sessions', { count: sessions.length }), t('course.last', { date: format.date(last.onDate) }))
                    .join(' · ')
                : t('course.none')}
            </Typography>
          );
        }}
      </Answer>
    </Section>
  );
}
