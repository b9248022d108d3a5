import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { Eye } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { AttendanceLine } from '../../../shared/modules/art-therapy/art-therapy.model';
import type { GroupSessionRecord } from '../../../shared/modules/art-therapy/observation.model';
import { usePsychologyCrumbs } from '../../app/psychology/psychology-tabs';
import { useCan, useProfile } from '../../lib/profile';
import { useAct, useAsk } from '../../lib/query';
import { Answer, Banner, Page, PageHeader, useToast } from '../../ui';
import { AttendanceDialog } from './components/attendance-dialog';
import { SealedPart } from './components/sealed-part';
import { SessionActions } from './components/session-actions';
import { SharedDialog } from './components/shared-dialog';
import { SharedView } from './components/shared-view';
import { attendanceWord, placeInSeries } from './components/shared-words';
import { groupPaths } from './group-paths';

/** The educators' own answer, asked of the same request that serves them. */
function EducatorsEyes({ record, onClose }: { record: GroupSessionRecord; onClose: () => void }) {
  const { t } = useTranslation('art-therapy');
  const session = useAsk('art-therapy.sharedSession', { id: record.header.id });
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth>
      <DialogTitle>{t('eyes.title', { theme: record.shared.shared.theme })}</DialogTitle>
      <DialogContent>
        <Answer of={session}>{(value) => <SharedView session={value} />}</Answer>
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2 }}>
          {t('eyes.note')}
        </Typography>
        <Button sx={{ mt: 1.5 }} variant="outlined" onClick={onClose}>
          {t('eyes.close')}
        </Button>
      </DialogContent>
    </Dialog>
  );
}

function SharedSide({ record, editable }: { record: GroupSessionRecord; editable: boolean }) {
  const { t } = useTranslation('art-therapy');
  const toast = useToast();
  const wordOf = (line: AttendanceLine) => attendanceWord(t, line.attendance, line.sex);
  const save = useAct('art-therapy.saveShared');
  const [open, setOpen] = useState<'shared' | 'eyes' | AttendanceLine | null>(null);
  const close = () => {
    setOpen(null);
  };
  const { id } = record.header;
  const unknown = record.shared.attendance.filter((line) => line.attendance === null);
  const allCame = () => {
    const to = { status: 'came' as const, time: null, reason: null };
    save.mutate({ id, attendance: unknown.map(({ childId }) => ({ childId, from: null, to })) }, { onError: toast.fail });
  };
  const choose = (line: AttendanceLine) => (
    <Button
      size="small"
      color="inherit"
      sx={{
        px: 0.75,
        mr: -0.75,
        minWidth: 0,
        fontWeight: 400,
        lineHeight: '18px',
        textAlign: 'right',
        color: line.attendance === null ? 'primary.main' : 'text.secondary',
      }}
      aria-label={t('attendance.choose', { name: line.name, word: wordOf(line) })}
      onClick={() => {
        setOpen(line);
      }}
    >
      {wordOf(line)}
    </Button>
  );
  return (
    <Box component="section">
      <Box
        sx={{
          display: 'flex',
          gap: 1,
          alignItems: 'center',
          color: 'text.secondary',
          minHeight: 44,
          borderBottom: 1,
          borderColor: 'divider',
          mb: 1.25,
        }}
      >
        <Eye size={17} strokeWidth={1.75} aria-hidden />
        <Typography sx={{ fontWeight: 500, flex: 1 }}>{t('eyes.seen')}</Typography>
        {editable && (
          <Button
            size="small"
            onClick={() => {
              setOpen('shared');
            }}
          >
            {t('session.edit')}
          </Button>
        )}
      </Box>
      <SharedView
        session={record.shared}
        {...(editable ? { action: choose } : {})}
        aside={
          editable &&
          unknown.length > 1 &&
          record.shared.shared.status === 'held' && (
            <Button size="small" onClick={allCame}>
              {t('attendance.allCame')}
            </Button>
          )
        }
      />
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1.5 }}>
        {t('eyes.all')}
      </Typography>
      <Button
        size="small"
        sx={{ ml: -1, textDecoration: 'underline', textUnderlineOffset: 3 }}
        onClick={() => {
          setOpen('eyes');
        }}
      >
        {t('eyes.open')}
      </Button>
      {open === 'shared' && <SharedDialog record={record} onClose={close} />}
      {open === 'eyes' && <EducatorsEyes record={record} onClose={close} />}
      {open !== null && typeof open === 'object' && <AttendanceDialog sessionId={id} line={open} onClose={close} />}
    </Box>
  );
}

function View({ record }: { record: GroupSessionRecord }) {
  const { t } = useTranslation('art-therapy');
  const { userId } = useProfile();
  const may = useCan('group.write');
  const own = may && record.header.authorId === userId;
  const editable = own && record.header.state === 'draft';
  return (
    <>
      <PageHeader
        title={t('shared.quoted', { text: record.shared.shared.theme })}
        aside={placeInSeries(t, record.shared)}
        actions={<SessionActions record={record} own={own} may={may} />}
      />
      {!record.asSigned && <Banner tone="alarm" title={t('state.notAsSigned')} />}
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '274px minmax(0, 1fr)' }, gap: 3.5, alignItems: 'start' }}>
        <SharedSide record={record} editable={editable} />
        <SealedPart record={record} editable={editable} />
      </Box>
    </>
  );
}

/** One session: on the left what educators see, on the right what only the key opens. */
export function SessionPage() {
  const { t } = useTranslation('art-therapy');
  const { id = '' } = useParams();
  const session = useAsk('art-therapy.session', { id });
  const shared = session.data?.shared;
  usePsychologyCrumbs(
    useMemo(
      () => [
        { label: t('tab'), to: groupPaths.room() },
        ...(shared
          ? [{ label: t('group.named', { name: shared.groupName }), to: groupPaths.group(shared.groupId) }, { label: placeInSeries(t, shared) }]
          : []),
      ],
      [t, shared],
    ),
  );
  return (
    <Page>
      <Answer of={session}>{(record) => <View record={record} />}</Answer>
    </Page>
  );
}
