import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { RowId } from '../../../shared/kernel/ids';
import { answerTo, askedItems } from '../../../shared/modules/assessments/answers';
import type { Assessment } from '../../../shared/modules/assessments/assessments.model';
import { entryDifferences } from '../../../shared/modules/assessments/paper-entry';
import { usePsychologyCrumbs } from '../../app/psychology/psychology-tabs';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { useProfile } from '../../lib/profile';
import { useAsk } from '../../lib/query';
import { Answer, Banner, Page, PageHeader } from '../../ui';
import { assessmentPaths } from './assessment-paths';
import { PaperDifferences } from './components/paper-differences';
import { PaperFinish } from './components/paper-finish';
import { PaperList } from './components/paper-list';
import { usePaper, type PaperDesk } from './components/use-paper';

/** Answers from a paper form, by digit keys. No score is shown here: nothing may steer the hand that types. */
export function PaperEntryPage() {
  const parsed = RowId.safeParse(useParams()['id']);
  return parsed.success ? <Paper key={parsed.data} id={parsed.data} /> : <Page>{null}</Page>;
}

function Paper({ id }: { id: RowId }) {
  const { t } = useTranslation('assessments');
  const { userId } = useProfile();
  const record = useAsk('assessments.get', { id });
  const header = record.data?.header;
  usePsychologyCrumbs([
    { label: t('tab'), to: assessmentPaths.list() },
    ...(header ? [{ label: header.subjectName, to: paths.clinicalCase(header.subject.kind, header.subject.id) }] : []),
    { label: t('paper.title') },
  ]);
  return (
    <Page>
      <Answer of={record}>
        {(assessment) => {
          if (assessment.stage === 'scored') return <Navigate replace to={assessmentPaths.result(id)} />;
          if (assessment.header.authorId !== userId) return <Banner tone="info" title={t('paper.foreign', { name: assessment.header.authorName })} />;
          return <Entry record={assessment} />;
        }}
      </Answer>
    </Page>
  );
}

type Mode = 'first' | 'second' | 'compare';

function Progress({ record, desk, mode }: { record: Assessment; desk: PaperDesk; mode: Mode }) {
  const { t } = useTranslation('assessments');
  const answers = mode === 'second' ? (desk.second ?? {}) : desk.first;
  const asked = askedItems(record.instrument, answers);
  const done = asked.filter((item) => answerTo(answers, item.id) !== null).length;
  const label = t('paper.progress', { done, total: asked.length });
  return (
    <Box sx={{ position: 'sticky', top: 0, zIndex: 1, backgroundColor: 'background.default', pb: 1, mb: 1 }}>
      <Box sx={{ display: 'flex', gap: 2, justifyContent: 'space-between', mb: 0.5 }}>
        <Typography variant="body2">{label}</Typography>
        <Typography variant="body2" role="status" sx={{ color: desk.failed === null ? 'text.secondary' : 'error.main' }}>
          {t(desk.failed !== null ? 'paper.notSaved' : desk.saving ? 'paper.saving' : 'paper.saved')}
        </Typography>
      </Box>
      <LinearProgress variant="determinate" aria-label={label} value={asked.length === 0 ? 0 : (done / asked.length) * 100} />
    </Box>
  );
}

function Entry({ record }: { record: Assessment }) {
  const { t } = useTranslation('assessments');
  const format = useFormat();
  const desk = usePaper(record);
  const [mode, setMode] = useState<Mode>(record.second === null ? 'first' : 'second');
  const [startAt, setStartAt] = useState<string | null>(null);
  const [finishing, setFinishing] = useState(false);
  const { instrument, language, header } = record;
  const differences = desk.second === null ? [] : entryDifferences(instrument, desk.first, desk.second);
  const show = (next: Mode, item: string | null = null) => {
    setStartAt(item);
    setMode(next);
  };
  const title = instrument.title[format.language] ?? instrument.title.ru ?? instrument.title.en ?? instrument.id;
  return (
    <>
      <PageHeader
        title={<span data-private>{header.subjectName}</span>}
        aside={format.date(header.onDate)}
        meta={`${title} · ${t(`paper.mode.${mode}`)}`}
        actions={
          <>
            {mode === 'compare' && (
              <Button
                variant="outlined"
                onClick={() => {
                  show('second');
                }}
              >
                {t('paper.toSecond')}
              </Button>
            )}
            {mode === 'first' && (
              <Button
                variant="outlined"
                onClick={() => {
                  if (desk.second === null) desk.put('second', {});
                  show('second');
                }}
              >
                {t(desk.second === null ? 'paper.again' : 'paper.toSecond')}
              </Button>
            )}
            {mode === 'second' ? (
              <Button
                variant="contained"
                onClick={() => {
                  show('compare');
                }}
              >
                {t('paper.compare')}
              </Button>
            ) : (
              <Button
                variant="contained"
                disabled={differences.length > 0}
                onClick={() => {
                  setFinishing(true);
                }}
              >
                {t('paper.finish.action')}
              </Button>
            )}
          </>
        }
      />
      {mode !== 'compare' && <Progress record={record} desk={desk} mode={mode} />}
      {mode === 'second' && (
        <Box sx={{ mb: 1.5 }}>
          <Banner tone="info" title={t('paper.blind')} />
        </Box>
      )}
      {mode === 'compare' ? (
        <PaperDifferences
          instrument={instrument}
          language={language}
          differences={differences}
          onSettle={(item, value) => {
            desk.put('first', { [item]: value });
            desk.put('second', { [item]: value });
          }}
        />
      ) : (
        <PaperList
          key={`${mode}/${startAt ?? ''}`}
          instrument={instrument}
          language={language}
          answers={mode === 'second' ? (desk.second ?? {}) : desk.first}
          startAt={startAt}
          onAnswer={(item, value) => {
            desk.put(mode, { [item.id]: value });
          }}
        />
      )}
      {finishing && (
        <PaperFinish
          record={record}
          desk={desk}
          onGoTo={(item) => {
            setFinishing(false);
            show('first', item);
          }}
          onClose={() => {
            setFinishing(false);
          }}
        />
      )}
    </>
  );
}
