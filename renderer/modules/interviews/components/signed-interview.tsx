import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Output } from '../../../../shared/contract/api';
import { requiredLine } from '../../../../shared/kernel/text';
import { wordsIn, type GuideSection } from '../../../../shared/modules/interviews/guide.model';
import { isAnswered, secondsOf } from '../../../../shared/modules/interviews/interview.rules';
import { useFormat } from '../../../lib/format';
import { useCan } from '../../../lib/profile';
import { useAct } from '../../../lib/query';
import { Banner, Facts, FormDialog, Page, PageHeader, TextField, useAppForm, Voice } from '../../../ui';
import { RecommendationChip, StateChip } from '../interviews.columns';
import { Amendments } from '../../../app/psychology/amendments';
import { SealedSheet } from './sealed-sheet';

type Record = Output<'interviews.get'>;

/** As it was written, with its lines. Nothing where nothing was. */
function Text({ title, children }: { title: ReactNode; children: string }) {
  if (children.trim() === '') return null;
  return (
    <Box sx={{ mt: 2 }}>
      <Typography variant="subtitle1" component="h3" sx={{ mb: 0.25 }}>
        {title}
      </Typography>
      <Typography data-private sx={{ whiteSpace: 'pre-line', maxWidth: 760, overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </Box>
  );
}

function Quotes({ record, code }: { record: Record; code: string | null }) {
  const { language } = record.content.fields;
  return record.content.quotes
    .filter((quote) => quote.questionCode === code && quote.text.trim() !== '')
    .map((quote) => (
      <Box key={quote.id} sx={{ mt: 1 }}>
        <Voice language={language}>{quote.text}</Voice>
      </Box>
    ));
}

function Themes({ record, section }: { record: Record; section: GuideSection }) {
  const { language } = useFormat();
  const { content } = record;
  const said = section.questions.filter(
    (question) =>
      isAnswered(content.answers[question.code]) || content.quotes.some((quote) => quote.questionCode === question.code && quote.text.trim() !== ''),
  );
  if (said.length === 0) return null;
  return (
    <Box component="section" sx={{ mt: 3 }}>
      <Typography variant="h2">{wordsIn(section.title, language)}</Typography>
      {said.map((question) => {
        const answer = content.answers[question.code];
        const level = answer?.rating ? question.anchors[answer.rating - 1] : undefined;
        const chosen = question.options.filter((option) => answer?.choices.includes(option.code)).map((option) => wordsIn(option.label, language));
        const facts = [level ? `${String(answer?.rating ?? '')}. ${wordsIn(level, language)}` : '', chosen.join(', ')].filter((part) => part !== '');
        return (
          <Box key={question.code} sx={{ mt: 1.5, maxWidth: 760 }}>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {wordsIn(question.text, language)}
            </Typography>
            {facts.map((fact) => (
              <Typography key={fact} data-private sx={{ fontWeight: 500 }}>
                {fact}
              </Typography>
            ))}
            {answer && answer.note.trim() !== '' && (
              <Typography data-private sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                {answer.note}
              </Typography>
            )}
            <Quotes record={record} code={question.code} />
          </Box>
        );
      })}
    </Box>
  );
}

function Outcome({ record }: { record: Record }) {
  const { t } = useTranslation('interviews');
  const format = useFormat();
  const { fields } = record.content;
  return (
    <Box component="section">
      {fields.recommendation && (
        <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline', flexWrap: 'wrap' }}>
          <Typography variant="h2">{t('recommendation.title')}</Typography>
          <RecommendationChip value={fields.recommendation} plain={false} t={t} />
          {fields.validUntil && <Typography sx={{ color: 'text.secondary' }}>{t('until', { date: format.date(fields.validUntil) })}</Typography>}
        </Box>
      )}
      <Text title={t('field.grounds')}>{fields.grounds}</Text>
      <Text title={t('field.conditions')}>{fields.recommendation === 'with-conditions' ? fields.conditions : ''}</Text>
      <Text title={t(`field.summary.${record.audience}`)}>{fields.summary}</Text>
      <Text title={t(`field.toConsider.${record.audience}`)}>{fields.toConsider}</Text>
      <Text title={t('field.impression')}>{fields.impression}</Text>
      <Quotes record={record} code={null} />
    </Box>
  );
}

const Reason = z.object({ reason: requiredLine(500) });

function WithdrawDialog({ record, onClose }: { record: Record; onClose: () => void }) {
  const { t } = useTranslation('interviews');
  const withdraw = useAct('interviews.withdraw');
  const form = useAppForm(Reason, { reason: '' });
  return (
    <FormDialog
      open
      dangerous
      form={form}
      title={t('withdraw.title')}
      intro={t('withdraw.consequence')}
      saveLabel={t('withdraw.confirm')}
      onClose={onClose}
      onSave={({ reason }) => withdraw.mutateAsync({ id: record.header.id, reason })}
    >
      <TextField name="reason" label={t('withdraw.reason')} span={12} />
    </FormDialog>
  );
}

/** An interview to be read: signed, withdrawn, or a colleague's draft. */
export function SignedInterview({ record }: { record: Record }) {
  const { t } = useTranslation('interviews');
  const format = useFormat();
  const may = useCan('interview.write');
  const [withdrawing, setWithdrawing] = useState(false);
  const { header, content, guide } = record;
  const { fields } = content;
  const minutes = Math.round(secondsOf(fields.clock, header.signedAt ?? header.updatedAt) / 60);
  return (
    <Page>
      <PageHeader
        title={<span data-private>{header.subjectName}</span>}
        meta={t('guideLine', { guide: wordsIn(guide.title, format.language), version: record.guideVersion })}
        status={<StateChip state={header.state} late={false} t={t} />}
        actions={
          may &&
          header.state === 'signed' && (
            <Button
              variant="outlined"
              onClick={() => {
                setWithdrawing(true);
              }}
            >
              {t('withdraw.action')}
            </Button>
          )
        }
      />
      <Box sx={{ display: 'grid', gap: 1.5, mb: 2 }}>
        {!record.asSigned && (
          <Banner tone="alarm" title={t('broken.title')}>
            {t('broken.text')}
          </Banner>
        )}
        {header.state === 'withdrawn' && <Banner tone="warn" title={t('withdraw.done')} />}
        {header.state === 'draft' && <Banner tone="info" title={t('foreignDraft', { name: header.authorName })} />}
      </Box>
      <SealedSheet>
        <Outcome record={record} />
        {guide.sections.map((section) => (
          <Themes key={section.code} record={record} section={section} />
        ))}
        <Box sx={{ mt: 3, mb: 2.5, maxWidth: 760 }}>
          <Facts
            items={[
              { label: t('field.onDate'), value: format.date(fields.onDate) },
              { label: t('field.format'), value: t(`format.${fields.format}`) },
              ...(fields.place === '' ? [] : [{ label: t('field.place'), value: fields.place }]),
              { label: t('field.language'), value: t(`language.${fields.language}`) },
              ...(minutes > 0 ? [{ label: t('clock.label'), value: t('clock.minutes', { count: minutes }) }] : []),
              ...(header.signedAt ? [{ label: t('signedBy'), value: `${header.authorName}, ${format.dateTime(header.signedAt)}` }] : []),
            ]}
          />
        </Box>
        {header.state !== 'draft' && <Amendments recordId={header.id} />}
      </SealedSheet>
      {withdrawing && (
        <WithdrawDialog
          record={record}
          onClose={() => {
            setWithdrawing(false);
          }}
        />
      )}
    </Page>
  );
}
