import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Course, CourseLine } from '../../../shared/modules/art-therapy/observation.model';
import { wordsOf } from '../../../shared/modules/art-therapy/scale-words';
import { usePsychologyCrumbs } from '../../app/psychology/psychology-tabs';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { useCan } from '../../lib/profile';
import { useAct, useAsk } from '../../lib/query';
import { Answer, EmptyState, Page, PageHeader, Section } from '../../ui';
import { CourseChart } from './components/course-chart';
import { CourseTable } from './components/course-table';
import { PrintDialog } from './components/print-dialog';
import { groupPaths } from './group-paths';
import { saveBytes } from './save-bytes';

type Leaving = 'report' | 'xlsx' | 'csv' | null;
const SHEET = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv' } as const;

function Out({
  what,
  about,
  onClose,
}: {
  what: Exclude<Leaving, null>;
  about: { childId: Course['childId']; groupId?: string };
  onClose: () => void;
}) {
  const { t } = useTranslation('art-therapy');
  const print = useAct('art-therapy.childReport');
  const save = useAct('art-therapy.exportCourse');
  return (
    <PrintDialog
      title={t(what === 'report' ? 'print.child' : `print.${what}`)}
      intro={t('print.childIntro')}
      onClose={onClose}
      onPrint={async (choice) => {
        if (what === 'report') {
          const { pdf, fileName } = await print.mutateAsync({ ...about, ...choice });
          saveBytes(pdf, fileName, 'application/pdf');
          return;
        }
        const { data, fileName } = await save.mutateAsync({ ...about, ...choice, format: what });
        saveBytes(data, fileName, SHEET[what]);
      }}
    />
  );
}

function Charts({ lines }: { lines: CourseLine[] }) {
  const { language } = useFormat();
  const codes = [...new Set(lines.map(({ code }) => code))];
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(3, minmax(0, 1fr))' } }}>
      {codes.map((code) => {
        const own = lines.filter((line) => line.code === code);
        return (
          <Box key={code}>
            <Typography sx={{ fontWeight: 500, mb: 0.5 }}>{wordsOf(own.at(-1)?.scale.title ?? { ru: '', kk: '', en: '' }, language)}</Typography>
            <CourseChart lines={own} />
          </Box>
        );
      })}
    </Box>
  );
}

function View({ course, groupId }: { course: Course; groupId: string | undefined }) {
  const { t } = useTranslation('art-therapy');
  const may = useCan('group.write');
  const [leaving, setLeaving] = useState<Leaving>(null);
  const groups = [...new Set(course.sessions.map((session) => session.groupName))];
  const button = (what: Leaving) => (
    <Button
      variant={what === 'report' ? 'outlined' : 'text'}
      onClick={() => {
        setLeaving(what);
      }}
    >
      {t(what === 'report' ? 'print.child' : `print.${what ?? 'csv'}`)}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={<span data-private>{course.name}</span>}
        aside={t('course.title')}
        meta={groups.map((name) => t('shared.quoted', { text: name })).join(', ')}
        actions={
          may &&
          course.sessions.length > 0 && (
            <>
              {button('csv')}
              {button('xlsx')}
              {button('report')}
            </>
          )
        }
      />
      {course.lines.length === 0 ? (
        <EmptyState title={t('course.emptyTitle')}>{t('course.empty')}</EmptyState>
      ) : (
        <>
          <Charts lines={course.lines} />
          <Box sx={{ mt: 3 }}>
            <Section title={t('course.table')}>
              <CourseTable course={course} />
            </Section>
          </Box>
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1.5 }}>
            {t('course.versions')}
          </Typography>
        </>
      )}
      {leaving && (
        <Out
          what={leaving}
          about={{ childId: course.childId, ...(groupId ? { groupId } : {}) }}
          onClose={() => {
            setLeaving(null);
          }}
        />
      )}
    </>
  );
}

/** How one child went through the sessions, by the scales; of the others there is nothing here. */
export function CoursePage() {
  const { t } = useTranslation('art-therapy');
  const { childId = '', groupId } = useParams();
  const course = useAsk('art-therapy.course', { childId, ...(groupId ? { groupId } : {}) });
  const name = course.data?.name ?? '';
  usePsychologyCrumbs(
    useMemo(
      () => [{ label: t('tab'), to: groupPaths.room() }, { label: name, to: paths.clinicalCase('child', childId) }, { label: t('course.title') }],
      [t, name, childId],
    ),
  );
  return (
    <Page>
      <Answer of={course}>{(value) => <View course={value} groupId={groupId} />}</Answer>
    </Page>
  );
}
