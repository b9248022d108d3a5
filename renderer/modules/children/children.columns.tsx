import Box from '@mui/material/Box';
import type { TFunction } from 'i18next';
import { CircleDashed, HeartHandshake, Hourglass, LogOut, Sprout, UserRound, type LucideIcon } from 'lucide-react';
import type { Output } from '../../../shared/contract/api';
import type { Format } from '../../lib/format';
import { StatusChip, type Column, type Tone } from '../../ui';

export type ChildRow = Output<'children.list'>['rows'][number];

export const STATE_LOOK: Record<ChildRow['state'], { icon: LucideIcon; tone: Tone }> = {
  registered: { icon: UserRound, tone: 'mute' },
  preparing: { icon: Sprout, tone: 'accent' },
  ready: { icon: Hourglass, tone: 'info' },
  'in-pair': { icon: HeartHandshake, tone: 'ok' },
  paused: { icon: CircleDashed, tone: 'mute' },
  left: { icon: LogOut, tone: 'mute' },
};

function Consent({ row, t, format }: { row: ChildRow; t: TFunction; format: Format }) {
  if (row.consent === 'none') return <StatusChip tone="alarm" word={t('consent.none')} />;
  const until = row.consentUntil ? t('consent.until', { date: format.short(row.consentUntil) }) : t('consent.noEnd');
  if (row.consent === 'expired')
    return <StatusChip tone="alarm" word={t('consent.ended', { date: row.consentUntil ? format.short(row.consentUntil) : '' })} />;
  return row.consent === 'expiring' ? <StatusChip tone="warn" word={until} /> : <>{until}</>;
}

export function childColumns(t: TFunction, format: Format): Column<ChildRow>[] {
  return [
    {
      field: 'name',
      header: t('column.child'),
      flex: 1.7,
      width: 160,
      sortable: true,
      render: (row) => (
        <Box component="span" data-private>
          <Box component="span" sx={{ fontWeight: 500 }}>
            {row.shortName}
          </Box>{' '}
          <Box component="span" sx={{ color: 'text.secondary', fontSize: 13 }}>
            {row.code}
          </Box>
        </Box>
      ),
    },
    { field: 'birth', header: t('column.age'), width: 60, align: 'right', sortable: true, render: (row) => row.age },
    {
      field: 'house',
      header: t('column.house'),
      flex: 1.2,
      width: 120,
      render: (row) => [row.institution, row.group].filter((part) => part !== '').join(', '),
    },
    {
      field: 'state',
      header: t('column.state'),
      width: 128,
      render: (row) => (
        <StatusChip plain word={t(`state.${row.state}`)} tone={row.state === 'in-pair' ? 'ok' : 'mute'} icon={STATE_LOOK[row.state].icon} />
      ),
    },
    {
      field: 'waiting',
      header: t('column.waiting'),
      width: 100,
      align: 'right',
      sortable: true,
      render: (row) => (row.waitingDays === null ? '–' : row.waitingDays),
    },
    {
      field: 'wishes',
      header: t('column.wishes'),
      width: 162,
      render: (row) => (
        <Box component="span" sx={{ color: row.wishes === 'confirmed' ? undefined : 'text.secondary' }}>
          {row.wishes === 'confirmed' && row.wishesOn ? t('wishes.on', { date: format.dayAndMonth(row.wishesOn) }) : t(`wishes.${row.wishes}`)}
        </Box>
      ),
    },
    { field: 'consent', header: t('column.consent'), width: 158, render: (row) => <Consent row={row} t={t} format={format} /> },
    { field: 'next', header: t('column.next'), flex: 1.8, width: 150, render: (row) => t(`next.${row.nextStep}`) },
  ];
}
