import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { answerTo, askedItems } from '../../../../shared/modules/assessments/answers';
import { hasForm } from '../../../../shared/modules/assessments/languages.rules';
import { useFormat } from '../../../lib/format';
import { useProfile } from '../../../lib/profile';
import { useAct } from '../../../lib/query';
import { Banner, ConfirmDialog, Page, PageHeader, useToast } from '../../../ui';
import { assessmentPaths } from '../assessment-paths';
import { wordIn } from '../assessment-words';
import type { Assessment } from '../result-of';
import { useHandOver } from '../use-hand-over';
import { AboutPart } from './about-part';

function Discard({ record, onClose }: { record: Assessment; onClose: () => void }) {
  const { t } = useTranslation('assessments');
  const navigate = useNavigate();
  const toast = useToast();
  const discard = useAct('assessments.discard');
  return (
    <ConfirmDialog
      open
      question={t('giving.discardTitle')}
      consequence={t('giving.discardText')}
      confirm={t('giving.discard')}
      onConfirm={async () => {
        await discard.mutateAsync({ id: record.header.id });
        toast.show(t('giving.discarded'));
        void navigate(assessmentPaths.list());
      }}
      onCancel={onClose}
    />
  );
}

/** A test whose answers are still coming in: how far it is, and the ways to go on. */
export function GivingSheet({ record }: { record: Assessment }) {
  const { t } = useTranslation('assessments');
  const format = useFormat();
  const { userId } = useProfile();
  const [discarding, setDiscarding] = useState(false);
  const { handOver, busy } = useHandOver();
  const { header, instrument } = record;
  const asked = askedItems(instrument, record.answers);
  const done = asked.filter((item) => answerTo(record.answers, item.id) !== null).length;
  const mine = header.authorId === userId;
  const onScreen = record.given === 'screen' && hasForm(instrument, record.language);
  return (
    <Page>
      <PageHeader
        title={wordIn(instrument.title, format.language)}
        meta={
          <>
            <span data-private>{header.subjectName || t('unnamed')}</span>, {format.date(header.onDate)}, {t(`givenHow.${record.given}`)},{' '}
            {t(`onLanguage.${record.language}`)}
          </>
        }
        actions={
          mine && (
            <Button
              variant="outlined"
              onClick={() => {
                setDiscarding(true);
              }}
            >
              {t('giving.discard')}
            </Button>
          )
        }
      />
      {mine ? (
        <Box sx={{ maxWidth: 620, mb: 3 }}>
          <Typography variant="h2">{t('giving.title')}</Typography>
          <Typography sx={{ color: 'text.secondary', mb: 1 }}>{t('giving.progress', { done, all: asked.length })}</Typography>
          <LinearProgress
            variant="determinate"
            aria-label={t('giving.progress', { done, all: asked.length })}
            value={asked.length === 0 ? 0 : (done / asked.length) * 100}
          />
          <Box sx={{ display: 'flex', gap: 1, mt: 2.5, flexWrap: 'wrap' }}>
            {onScreen && (
              <Button variant="contained" disabled={busy} onClick={() => void handOver(header.id)}>
                {t('giving.screen')}
              </Button>
            )}
            <Button variant={onScreen ? 'outlined' : 'contained'} component={Link} to={assessmentPaths.paper(header.id)}>
              {t(onScreen ? 'giving.byDigits' : 'giving.paper')}
            </Button>
          </Box>
          {onScreen && (
            <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1.25 }}>
              {t('giving.screenHelp')}
            </Typography>
          )}
        </Box>
      ) : (
        <Box sx={{ mb: 3 }}>
          <Banner title={t('giving.foreign', { name: header.authorName })} />
        </Box>
      )}
      <AboutPart record={record} />
      {discarding && (
        <Discard
          record={record}
          onClose={() => {
            setDiscarding(false);
          }}
        />
      )}
    </Page>
  );
}
