import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../lib/format';
import { paths } from '../../../lib/paths';
import { useAsk } from '../../../lib/query';
import { texts } from '../../../lib/i18n';
import { Banner, Page, PageHeader, StatusChip } from '../../../ui';
import { wordIn } from '../assessment-words';
import { currentOf, leadingScale, type Assessment, type Measured } from '../result-of';
import { AboutPart } from './about-part';
import { AlertCard } from './alert-card';
import { Amendments } from '../../../app/psychology/amendments';
import { AnswersPart } from './answers-part';
import { CoursePart } from './course-part';
import { ResultActions } from './result-actions';
import { NormNote, ValidityNote } from './result-notes';
import { ScalesTable } from './scales-table';
import { ScorePart } from './score-part';

/** Who, how old, when, how, in which language: one line under the title. */
function Meta({ record }: { record: Assessment }) {
  const { t } = useTranslation('assessments');
  const format = useFormat();
  const { header } = record;
  const rest = [
    record.ageYears === null ? '' : texts.getFixedT(format.language, 'ui')('age', { count: record.ageYears }),
    format.date(header.onDate),
    t(`givenHow.${record.given}`),
    t(`onLanguage.${record.language}`),
    record.respondent === 'self' ? '' : t(`answeredBy.${record.respondent}`),
  ].filter(Boolean);
  return (
    <>
      <MuiLink component={Link} data-private to={paths.clinicalCase(header.subject.kind, header.subject.id)}>
        {header.subjectName || t('unnamed')}
      </MuiLink>
      {`, ${rest.join(', ')}`}
    </>
  );
}

function Warnings({ record }: { record: Assessment }) {
  const { t } = useTranslation('assessments');
  const { header, alerts } = record;
  return (
    <Box sx={{ display: 'grid', gap: 1.25, mb: 2, '&:empty': { display: 'none' } }}>
      {!record.asSigned && (
        <Banner tone="alarm" title={t('result.broken')}>
          {t('result.brokenText')}
        </Banner>
      )}
      {header.state === 'withdrawn' && <Banner tone="warn" title={t('result.withdrawn')} />}
      {alerts.map((alert) => (
        <AlertCard key={alert.id} alert={alert} subject={header.subject} />
      ))}
    </Box>
  );
}

/** The result of one measurement: alerts, the score and its reading, the course, every scale, what stands beside it. */
export function ResultSheet({ record }: { record: Assessment }) {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const { header, instrument } = record;
  const result = currentOf(record);
  const asked = useAsk('assessments.course', { subject: header.subject, instrumentId: instrument.id });
  // A withdrawn measurement is not of the course; its own page still shows its own point.
  const found = asked.data ?? [];
  const course: Measured[] = found.some((one) => one.header.id === header.id) ? found : [record];
  const [picked, setPicked] = useState<string | null>(null);
  const scale = result?.scales.find((one) => one.id === picked) ?? (result ? leadingScale(result) : undefined);
  const title = wordIn(instrument.title, language);
  const no = course.findIndex((one) => one.header.id === header.id) + 1;
  return (
    <Page>
      <PageHeader
        title={course.length > 1 ? t('result.title', { title, no }) : title}
        meta={<Meta record={record} />}
        actions={
          <>
            <StatusChip tone="seal" word={t('result.sealed')} />
            <ResultActions record={record} />
          </>
        }
      />
      <Warnings record={record} />
      {result && scale && (
        <>
          <Box
            sx={{
              display: 'grid',
              gap: 5.5,
              gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 446px)' },
              alignItems: 'start',
              mb: 2,
            }}
          >
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
              <ScorePart record={record} scale={scale} alone={result.scales.length === 1} />
              <Box>
                <NormNote record={record} scale={scale} />
                <ValidityNote record={record} result={result} />
              </Box>
            </Box>
            <CoursePart key={scale.id} record={record} scale={scale} course={course} />
          </Box>
          {result.scales.length > 1 && <ScalesTable record={record} result={result} course={course} shown={scale.id} onShow={setPicked} />}
        </>
      )}
      <AnswersPart record={record} />
      <Amendments recordId={header.id} />
      <AboutPart record={record} />
    </Page>
  );
}
