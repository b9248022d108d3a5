import type { TFunction } from 'i18next';
import type { GroupRow } from '../../../shared/modules/art-therapy/art-therapy.model';
import type { Format } from '../../lib/format';
import { StatusChip, type Column } from '../../ui';

export function groupColumns(t: TFunction<'art-therapy'>, format: Format): Column<GroupRow>[] {
  const date = (value: string | null): string => (value === null ? '–' : format.short(value));
  return [
    { field: 'name', header: t('field.name'), flex: 1.3, width: 170, render: (row) => row.fields.name },
    { field: 'ages', header: t('field.ages'), width: 90, render: (row) => `${String(row.fields.agesFrom)}–${String(row.fields.agesTo)}` },
    { field: 'place', header: t('field.place'), flex: 1, width: 130, render: (row) => row.fields.place || '–' },
    { field: 'schedule', header: t('field.schedule'), flex: 1.2, width: 160, render: (row) => row.fields.schedule || '–' },
    { field: 'members', header: t('list.members'), width: 80, render: (row) => row.members },
    {
      field: 'held',
      header: t('list.held'),
      width: 100,
      render: (row) => (row.fields.sessionsPlanned === null ? row.held : `${String(row.held)} / ${String(row.fields.sessionsPlanned)}`),
    },
    { field: 'next', header: t('list.next'), width: 120, render: (row) => date(row.nextOn) },
    { field: 'leader', header: t('list.leader'), flex: 1, width: 150, render: (row) => row.leaderName },
    {
      field: 'state',
      header: t('shared.state'),
      width: 130,
      render: (row) =>
        row.fields.endedOn === null ? (
          <StatusChip plain tone="ok" word={t(`shared.kind.${row.fields.kind}`)} />
        ) : (
          <StatusChip plain tone="mute" word={t('list.endedOn', { date: format.short(row.fields.endedOn) })} />
        ),
    },
  ];
}
