import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SessionRow } from '../../../../shared/modules/sessions/appointments.model';
import { useFormat } from '../../../lib/format';
import { useCan } from '../../../lib/profile';
import { useAct } from '../../../lib/query';
import { StatusChip, useToast, type Tone } from '../../../ui';
import { work } from '../casework-paths';
import { CancelDialog, MoveDialog } from './appointment-dialogs';

/** One word for where a session stands, and its tone. */
export function standingOf(row: SessionRow, day: string): { key: string; tone: Tone } {
  if (row.status === 'cancelled') return { key: 'standing.cancelled', tone: 'mute' };
  if (row.riskOpen) return { key: 'standing.risk', tone: 'alarm' };
  if (row.state === 'signed') return { key: `attendance.${row.attendance ?? 'came'}`, tone: row.attendance === 'came' ? 'ok' : 'mute' };
  if (row.state === 'draft') return { key: 'standing.draft', tone: 'warn' };
  return row.onDate < day ? { key: 'standing.unwritten', tone: 'warn' } : { key: 'standing.planned', tone: 'info' };
}

export function SessionActions({ row }: { row: SessionRow }) {
  const { t } = useTranslation('sessions');
  const may = useCan('casework.write');
  const toast = useToast();
  const restore = useAct('sessions.restoreSession');
  const [open, setOpen] = useState<'move' | 'cancel' | null>(null);
  const close = () => {
    setOpen(null);
  };
  if (!may) return null;
  if (row.status === 'cancelled')
    return (
      <Button
        size="small"
        onClick={() => {
          restore.mutate({ id: row.id }, { onError: toast.fail });
        }}
      >
        {t('planning.restore')}
      </Button>
    );
  if (row.status !== 'planned') return null;
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          setOpen('move');
        }}
      >
        {t('planning.move')}
      </Button>
      <Button
        size="small"
        onClick={() => {
          setOpen('cancel');
        }}
      >
        {t('planning.cancel')}
      </Button>
      {open === 'move' && <MoveDialog row={row} onClose={close} />}
      {open === 'cancel' && <CancelDialog row={row} onClose={close} />}
    </>
  );
}

/** A session in the list of one person. */
export function SessionLine({ row, day }: { row: SessionRow; day: string }) {
  const { t } = useTranslation('sessions');
  const format = useFormat();
  const standing = standingOf(row, day);
  const notes = [
    row.method,
    row.seriesOf > 1 ? t('row.series', { no: row.seriesNo, of: row.seriesOf }) : '',
    row.moved > 0 ? t('row.moved', { count: row.moved }) : '',
    row.cancellation ? t('row.cancelledWhy', { by: t(`by.${row.cancellation.by}`), reason: row.cancellation.reason }) : '',
    row.keeperName,
  ].filter((part) => part !== '');
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', py: 1, display: 'flex', gap: 2, alignItems: 'center' }}>
      <Box sx={{ width: 170, flex: 'none' }}>
        <MuiLink component={Link} to={work.session(row.id)}>
          {format.date(row.onDate)}
        </MuiLink>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('row.time', { time: row.atTime, count: row.minutes })}
        </Typography>
      </Box>
      <Typography variant="body2" sx={{ flex: 1, minWidth: 0, color: 'text.secondary' }}>
        {notes.join(' · ')}
      </Typography>
      <Box sx={{ flex: 'none', display: 'flex', gap: 1, alignItems: 'center' }}>
        <SessionActions row={row} />
        <StatusChip plain tone={standing.tone} word={t(standing.key)} />
      </Box>
    </Box>
  );
}
