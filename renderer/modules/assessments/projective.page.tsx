import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { PenLine } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { RowId } from '../../../shared/kernel/ids';
import type { Projective } from '../../../shared/modules/assessments/assessments.model';
import { usePsychologyCrumbs } from '../../app/psychology/psychology-tabs';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { useProfile } from '../../lib/profile';
import { useAct, useAsk } from '../../lib/query';
import { useShortcut } from '../../lib/use-shortcut';
import { Answer, Banner, ConfirmDialog, Page, PageHeader, StatusChip, useToast } from '../../ui';
import { assessmentPaths } from './assessment-paths';
import { wordIn } from './assessment-words';
import { Amendments } from '../../app/psychology/amendments';
import { ObservationForm } from './components/observation-form';
import { ObservationRead } from './components/observation-read';
import { ProjectiveConflicts } from './components/projective-conflicts';
import { RecordSheet, SignedLine } from './components/record-sheet';
import { useProjective, type ProjectiveDesk } from './components/use-projective';
import { formOf } from './projective.forms';

/** Projective work: a picture and what was observed. Its author writes until it is signed; then everybody reads. */
export function ProjectivePage() {
  const parsed = RowId.safeParse(useParams()['id']);
  return parsed.success ? <Work key={parsed.data} id={parsed.data} /> : <Page>{null}</Page>;
}

function Work({ id }: { id: RowId }) {
  const { t } = useTranslation('assessments');
  const format = useFormat();
  const { userId } = useProfile();
  const record = useAsk('assessments.projective', { id });
  const header = record.data?.header;
  usePsychologyCrumbs([
    { label: t('tab'), to: assessmentPaths.list() },
    ...(header
      ? [{ label: header.subjectName, to: paths.clinicalCase(header.subject.kind, header.subject.id) }, { label: format.short(header.onDate) }]
      : []),
  ]);
  return (
    <Page>
      <Answer of={record}>
        {(work) => (work.header.state === 'draft' && work.header.authorId === userId ? <Draft record={work} /> : <Reading record={work} />)}
      </Answer>
    </Page>
  );
}

function Caution({ record }: { record: Projective }) {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const caution = wordIn(formOf(record.fields.method)?.caution, language);
  return (
    <Banner tone="info" title={t('projective.before')}>
      {caution === '' ? t('projective.caution') : caution}
    </Banner>
  );
}

const useTitle = (record: Projective): string => {
  const { t } = useTranslation('assessments');
  const { method, methodName } = record.fields;
  return method === 'other' && methodName !== '' ? methodName : t(`projective.method.${method}`);
};

function Reading({ record }: { record: Projective }) {
  const { t } = useTranslation('assessments');
  const format = useFormat();
  const { header } = record;
  return (
    <>
      <PageHeader title={<span data-private>{header.subjectName}</span>} aside={format.date(header.onDate)} meta={useTitle(record)} />
      <Box sx={{ display: 'grid', gap: 1, mb: 2 }}>
        {!record.asSigned && <Banner tone="alarm" title={t('projective.notAsSigned')} />}
        {header.state === 'draft' && <Banner tone="info" title={t('projective.foreign', { name: header.authorName })} />}
        <Caution record={record} />
      </Box>
      <RecordSheet actions={<SignedLine header={header} />}>
        <ObservationRead record={record} />
        {header.state !== 'draft' && <Amendments recordId={header.id} />}
      </RecordSheet>
    </>
  );
}

function Saved({ desk }: { desk: ProjectiveDesk }) {
  const { t } = useTranslation('assessments');
  const format = useFormat();
  if (desk.failed !== null) return <StatusChip tone="alarm" word={t('projective.saveFailed')} />;
  if (desk.savedAt === null) return null;
  return (
    <Typography variant="body2" role="status" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
      {t('projective.savedAt', { time: format.time(desk.savedAt) })}
    </Typography>
  );
}

function SignQuestion({ record, desk, onClose }: { record: Projective; desk: ProjectiveDesk; onClose: () => void }) {
  const { t } = useTranslation('assessments');
  const toast = useToast();
  const sign = useAct('assessments.signProjective');
  const { fields } = desk;
  const blank = fields.hypotheses.some(({ text, against }) => text.trim() === '' && against.trim() !== '');
  const oneSided = fields.hypotheses.some(({ text, against }) => text.trim() !== '' && against.trim() === '');
  const inTheWay = blank || oneSided || desk.conflicts.length > 0;
  const pictures = formOf(fields.method)?.pictures.min ?? 0;
  if (inTheWay)
    return (
      <Dialog open onClose={onClose} aria-labelledby="not-yet" maxWidth="xs" fullWidth>
        <DialogTitle id="not-yet">{t('projective.sign.notYet')}</DialogTitle>
        <DialogContent>
          {t(oneSided ? 'projective.sign.oneSided' : blank ? 'projective.hypothesis.notKept' : 'projective.conflict.text')}
        </DialogContent>
        <DialogActions>
          <Button variant="contained" onClick={onClose}>
            {t('projective.sign.back')}
          </Button>
        </DialogActions>
      </Dialog>
    );
  return (
    <ConfirmDialog
      open
      dangerous={false}
      question={t('projective.sign.question')}
      consequence={t('projective.sign.text')}
      confirm={t('projective.sign.action')}
      onCancel={onClose}
      onConfirm={async () => {
        await desk.flush();
        await sign.mutateAsync({ id: record.header.id });
        toast.show(t('projective.sign.done'));
        onClose();
      }}
    >
      {record.attachments.length < pictures && <Typography sx={{ mt: 1 }}>{t('projective.sign.noDrawing')}</Typography>}
    </ConfirmDialog>
  );
}

function Draft({ record }: { record: Projective }) {
  const { t } = useTranslation('assessments');
  const format = useFormat();
  const desk = useProjective(record);
  const [signing, setSigning] = useState(false);
  const { header } = record;
  useShortcut('ctrl+s', () => void desk.flush().catch(() => undefined));
  return (
    <>
      <PageHeader
        title={<span data-private>{header.subjectName}</span>}
        aside={format.date(header.onDate)}
        meta={useTitle({ ...record, fields: desk.fields })}
        actions={
          <>
            <Saved desk={desk} />
            <Button
              variant="contained"
              startIcon={<PenLine size={16} strokeWidth={1.75} aria-hidden />}
              onClick={() => {
                setSigning(true);
              }}
            >
              {t('projective.sign.action')}
            </Button>
          </>
        }
      />
      <Box sx={{ mb: 2 }}>
        <Caution record={record} />
      </Box>
      <ProjectiveConflicts desk={desk} />
      <RecordSheet>
        <ObservationForm id={header.id} desk={desk} />
      </RecordSheet>
      {signing && (
        <SignQuestion
          record={record}
          desk={desk}
          onClose={() => {
            setSigning(false);
          }}
        />
      )}
    </>
  );
}
