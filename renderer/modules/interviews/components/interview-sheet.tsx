import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Check, PenLine } from 'lucide-react';
import { useCallback, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../../../shared/contract/api';
import type { Language } from '../../../../shared/kernel/roles';
import { wordsIn, type GuideSection } from '../../../../shared/modules/interviews/guide.model';
import { useFormat } from '../../../lib/format';
import { useAct } from '../../../lib/query';
import { useShortcut } from '../../../lib/use-shortcut';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { Banner, Page, PageHeader, StatusChip } from '../../../ui';
import { interviewPaths } from '../interview-paths';
import { ConflictNotice } from './conflict-notice';
import { OutcomeForm } from './outcome-form';
import { QuestionCard } from './question-card';
import { SealedSheet } from './sealed-sheet';
import { SignDialog } from './sign-dialog';
import { TalkClock } from './talk-clock';
import { sectionId, TalkContents } from './talk-contents';
import { TalkFacts } from './talk-facts';
import { useInterview, type InterviewDesk } from './use-interview';

type Record = Output<'interviews.get'>;

function Saved({ desk }: { desk: InterviewDesk }) {
  const { t } = useTranslation('interviews');
  const format = useFormat();
  if (desk.failed !== null) return <StatusChip tone="alarm" word={t('saveFailed')} />;
  if (desk.savedAt === null) return null;
  return (
    <Typography variant="body2" role="status" sx={{ display: 'flex', gap: 0.5, alignItems: 'center', color: 'text.secondary', whiteSpace: 'nowrap' }}>
      <Check size={14} strokeWidth={2} aria-hidden />
      {t('savedAt', { time: format.time(desk.savedAt) })}
    </Typography>
  );
}

function SectionPart({
  desk,
  section,
  no,
  language,
  hints,
}: {
  desk: InterviewDesk;
  section: GuideSection;
  no: number;
  language: Language;
  hints: boolean;
}) {
  const hint = wordsIn(section.hint, language);
  return (
    <Box component="section" id={sectionId(section.code)} sx={{ scrollMarginTop: 8, mt: 3.5 }}>
      <Typography variant="h2" lang={language} sx={{ fontSize: 19, lineHeight: '26px', mb: 0.75 }}>
        {wordsIn(section.title, language)}
      </Typography>
      {hints && hint !== '' && (
        <Typography lang={language} sx={{ color: 'text.secondary', mb: 1, maxWidth: 760 }}>
          {hint}
        </Typography>
      )}
      {section.questions.map((question, index) => (
        <QuestionCard
          key={question.code}
          desk={desk}
          question={question}
          number={`${String(no)}.${String(index + 1)}`}
          language={language}
          hints={hints}
        />
      ))}
    </Box>
  );
}

/** Ctrl+Enter goes on to the next question, so that hands stay on the keys while eyes stay on the person. */
function toNextQuestion(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-question]')];
  const here = all.findIndex((one) => one.contains(event.target as Node));
  const next = all[here + 1];
  next?.scrollIntoView({ block: 'center' });
  next?.querySelector<HTMLElement>('textarea:not([aria-hidden]), input')?.focus();
}

/** The page during the conversation: contents at the left, the questions and large notes on the sealed sheet. */
export function InterviewSheet({ record }: { record: Record }) {
  const { t } = useTranslation('interviews');
  const desk = useInterview(record);
  const [hints, setHints] = useState(true);
  const [signing, setSigning] = useState(false);
  const [dropping, setDropping] = useState(false);
  const scroll = useRef<HTMLDivElement>(null);
  const close = useCallback(() => {
    setSigning(false);
  }, []);
  useShortcut('ctrl+s', () => void desk.flush().catch(() => undefined));
  const { language } = desk.content.fields;
  return (
    <Page flush>
      <Box sx={{ px: 4, pt: 2.5, flex: 'none' }}>
        <PageHeader
          title={<span data-private>{record.header.subjectName}</span>}
          meta={t('guideLine', { guide: wordsIn(record.guide.title, language), version: record.guideVersion })}
          actions={
            <>
              <Saved desk={desk} />
              <TalkClock
                clock={desk.content.fields.clock}
                onChange={(clock) => {
                  desk.set('clock', clock);
                }}
              />
              <Button
                onClick={() => {
                  setDropping(true);
                }}
              >
                {t('drop.action')}
              </Button>
              <Button
                variant="contained"
                startIcon={<PenLine size={16} strokeWidth={1.75} aria-hidden />}
                onClick={() => {
                  setSigning(true);
                }}
              >
                {t('sign.action')}
              </Button>
            </>
          }
        />
      </Box>
      <Box
        ref={scroll}
        sx={{
          flex: 1,
          minHeight: 0,
          overflow: 'auto',
          px: 4,
          pb: 6,
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '196px minmax(0, 1fr)' },
          columnGap: 4,
          alignContent: 'start',
        }}
      >
        <TalkContents guide={record.guide} content={desk.content} language={language} hints={hints} onHints={setHints} />
        <Box sx={{ minWidth: 0 }} onKeyDown={toNextQuestion}>
          <ConflictNotice desk={desk} guide={record.guide} />
          {desk.failed !== null && (
            <Box sx={{ mb: 2 }}>
              <Banner tone="alarm" title={t('saveFailed')}>
                {t('saveFailedText')}
              </Banner>
            </Box>
          )}
          <SealedSheet>
            <Box component="section" id="section-talk" sx={{ scrollMarginTop: 8 }}>
              <Typography lang={language} sx={{ maxWidth: 796, mb: 2.5 }}>
                {wordsIn(record.guide.intro, language)}
              </Typography>
              <TalkFacts desk={desk} />
            </Box>
            {record.guide.sections.map((section, index) => (
              <SectionPart key={section.code} desk={desk} section={section} no={index + 1} language={language} hints={hints} />
            ))}
            <Box component="section" id="section-outcome" sx={{ scrollMarginTop: 8, mt: 3.5 }}>
              <Typography variant="h2" sx={{ fontSize: 19, lineHeight: '26px', mb: 1 }}>
                {t('part.outcome')}
              </Typography>
              <OutcomeForm desk={desk} audience={record.audience} />
            </Box>
          </SealedSheet>
        </Box>
      </Box>
      {signing && <SignDialog record={record} desk={desk} onClose={close} />}
      <DropDialog
        record={record}
        open={dropping}
        onClose={() => {
          setDropping(false);
        }}
      />
    </Page>
  );
}

function DropDialog({ record, open, onClose }: { record: Record; open: boolean; onClose: () => void }) {
  const { t } = useTranslation('interviews');
  const navigate = useNavigate();
  const drop = useAct('interviews.drop');
  return (
    <ConfirmDialog
      open={open}
      question={t('drop.question')}
      consequence={t('drop.consequence')}
      confirm={t('drop.confirm')}
      onConfirm={async () => {
        await drop.mutateAsync({ id: record.header.id });
        void navigate(interviewPaths.list());
      }}
      onCancel={onClose}
    />
  );
}
